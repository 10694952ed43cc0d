"""Repairs of the parser's and the lemmatizer's known faults: each gives a new table and leaves the old one alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.ontology import load_ontology
from sociogram.parse.tokens import HIGHEST, Tokens, rehung, with_heads

_INFLECTED = frozenset({"VBZ", "VBD", "VBN", "VBG"})
_LOST = frozenset(
    {"bar", "can", "car", "cod", "cop", "cub", "din", "dot", "fin", "gap", "grip", "hat", "hop", "lop", "mat", "mop",
     "pal", "par", "pin", "pip", "plan", "prim", "rag", "rap", "rat", "rid", "rob", "scar", "scrap", "sham", "shin",
     "sit", "slat", "slop", "snip", "spar", "spit", "stag", "star", "strip", "tap", "tot", "wad", "wag", "wan", "win"}
)  # fmt: skip
"""Verbs of one short syllable, which would double their last letter ("hopped") where no "e" was lost."""

_AUXILIARY = frozenset({"aux", "auxpass"})


def mend_lemmas(tokens: Tokens) -> Tokens:
    """Give back the final "e" that the lemmatizer takes away: "hopes" is of "hope", not of "hop".

    What reads a clause asks ``extraction.verbs.lemma`` for the mended word: who "raped" did not "rap".
    """
    mended = {
        position: lemma + "e"
        for position, lemma in enumerate(tokens.lemma)
        if lemma in _LOST
        and tokens.tag[position] in _INFLECTED
        and tokens.lower[position] in (lemma + "es", lemma + "ed", lemma + "ing")
    }
    if not mended:
        return tokens
    return replace(
        tokens, lemma=tuple(mended.get(position, lemma) for position, lemma in enumerate(tokens.lemma))
    )


def mend_infinitives(tokens: Tokens) -> Tokens:
    """Read "to found a firm" as founding: the lemmatizer takes the infinitive for the past of "find"."""
    mended = {
        place: lower
        for place, lower in enumerate(tokens.lower)
        if lower in _PASTS and tokens.tag[place - 1] == "TO" and tokens.head[place - 1] == place
    }
    if not mended:
        return tokens
    return replace(
        tokens,
        lemma=tuple(mended.get(place, lemma) for place, lemma in enumerate(tokens.lemma)),
        tag=tuple("VB" if place in mended else tag for place, tag in enumerate(tokens.tag)),
    )


_PASTS = frozenset({"found", "fell", "saw", "wound", "ground", "bound", "lay", "rent"})
"""Verbs that are the past of others too."""


def mend_numbers(tokens: Tokens) -> Tokens:
    """Tell the "No" of "Local No. 7" from the word that denies."""
    numbered = {
        token
        for token, word in enumerate(tokens.text[:-2])
        if word == "No" and tokens.text[token + 1] == "." and tokens.text[token + 2].isdigit()
    }
    if not numbered:
        return tokens
    return replace(
        tokens,
        lower=tuple("no." if token in numbered else word for token, word in enumerate(tokens.lower)),
        lemma=tuple("no." if token in numbered else word for token, word in enumerate(tokens.lemma)),
    )


def mend_appositions(tokens: Tokens) -> Tokens:
    """Hang what a colon brings in on the noun right before it: "differences faded against the enemy: Mr. Roe".

    The parser hangs it on the subject at times, as if the differences were Roe. It also gives a verb two objects,
    where a name says who is meant: "attacked the guard Ned Oak", "backed a rival, Captain Joel Hurst".
    """
    moves: dict[int, tuple[int, str]] = {}
    for name, dep in enumerate(tokens.dep):
        before = tokens.left[name] - 1
        person = tokens.ent[name] == "PERSON" and before > 0
        if person and dep == "dobj" and _is_told_whom(tokens, name, before):
            moves[name] = (before, "appos")
        elif (
            person
            and dep == "npadvmod"
            and tokens.text[before] == ","
            and _is_person(tokens, name, before - 1)
        ):
            moves[name] = (before - 1, "appos")
        if name in moves:
            continue
        noun = tokens.left[name] - 2
        if dep != "appos" or noun < 0 or tokens.text[noun + 1] != ":" or tokens.head[name] == noun:
            continue
        if tokens.pos[noun] == "NOUN" and tokens.head[name] < tokens.head[tokens.head[name]] < noun:
            moves[name] = (noun, dep)
    return with_heads(tokens, moves)


def _is_told_whom(tokens: Tokens, name: int, noun: int) -> bool:
    """Whether ``noun``, the object right before, is definite and of the same verb, which gives no names itself."""
    verb = tokens.head[name]
    if noun <= verb or tokens.head[noun] != verb or tokens.dep[noun] not in ("dobj", "dative"):
        return False
    definite = any(tokens.lower[child] == "the" for child in tokens.children[noun])
    return definite and tokens.pos[noun] == "NOUN" and tokens.lemma[verb].lower() not in _NAMING


def _is_person(tokens: Tokens, name: int, noun: int) -> bool:
    """Whether ``noun`` is an object of the same verb that means a person."""
    kind = load_actor_lists().nouns.get(tokens.lemma[noun].lower())
    object_ = tokens.dep[noun] == "dobj" and tokens.head[noun] == tokens.head[name]
    return object_ and kind is not None and load_ontology().is_a(kind, "Person")


_NAMING = frozenset({"name", "call", "christen", "dub", "nickname", "rename", "baptise", "baptize", "title"})


def raise_from_auxiliaries(tokens: Tokens) -> Tokens:
    """Hang what the parser hung on an auxiliary on its verb, as in "he was [re-elected]"."""
    head = list(tokens.head)
    for token, above in enumerate(head):
        if tokens.dep[above] in _AUXILIARY and above != token and tokens.dep[token] != "conj":
            head[token] = head[above]
    return rehung(tokens, head, tokens.dep)


def raise_from_particles(tokens: Tokens) -> Tokens:
    """Give the verb the object that the parser hung on its particle, as in "pulled in [$3 million]"."""
    moves = {
        token: (tokens.head[above], "dobj")
        for token, above in enumerate(tokens.head)
        if tokens.dep[token] == "pobj" and tokens.dep[above] == "prt" and tokens.tag[above] in _PARTICLES
    }
    return with_heads(tokens, moves)


_PARTICLES = frozenset({"RP", "IN"})


def part_years(tokens: Tokens) -> Tokens:
    """Hang the year of "In 2022 Acme won" on its preposition: the parser counts two thousand Acmes."""
    moves = {
        token: (token - 1, "pobj")
        for token in range(1, len(tokens))
        if tokens.dep[token] == "nummod"
        and _YEAR.fullmatch(tokens.text[token])
        and tokens.dep[token - 1] in ("prep", "mark")
        and tokens.lower[token - 1] in _BEFORE_YEARS
        and not tokens.children[token - 1]
        and tokens.pos[tokens.head[token]] == "PROPN"
    }
    return with_heads(tokens, moves)


def part_dates(tokens: Tokens) -> Tokens:
    """Make who stands behind a date the subject of "In May 2021 Acme Corp won", which the parser takes for one name."""
    moves: dict[int, tuple[int, str]] = {}
    for name, dep in enumerate(tokens.dep):
        link = tokens.head[name]
        verb = tokens.head[link]
        date = tokens.left[name]
        if dep != "pobj" or link != date - 1 or tokens.dep[link] != "prep" or tokens.ent[date] != "DATE":
            continue
        top = next((one for one in tokens.children[name] if tokens.left[one] == date and one < name), None)
        if (
            top is None
            or tokens.ent[top] != "DATE"
            or tokens.pos[name] != "PROPN"
            or tokens.ent[name] == "DATE"
        ):
            continue
        behind = tokens.right[name]
        first = (
            behind < len(tokens)
            and tokens.head[behind] in (verb, behind)
            and tokens.pos[behind] in ("VERB", "AUX")
        )
        if link < name < verb and first and tokens.child(verb, "nsubj", "nsubjpass", "expl") is None:
            passive = tokens.child(verb, "auxpass") is not None
            moves[top], moves[name] = (link, "pobj"), (verb, "nsubjpass" if passive else "nsubj")
    return with_heads(tokens, moves)


_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_BEFORE_YEARS = frozenset({"in", "since", "by", "until"})


def rehang_conjuncts(tokens: Tokens) -> Tokens:
    """Hang "warned" of "said he would go and warned her" on "said" and not on "go".

    A finite verb without a subject of its own is no conjunct of an infinitive or participle with auxiliaries; where
    such a clause stands below a finite verb of the same tense, it is one of that.
    """
    draft = _Draft(tokens, list(tokens.head), list(tokens.children), list(tokens.right))
    moved = False
    for verb, dep in enumerate(tokens.dep):
        if dep == "conj" and tokens.tag[verb] in _FINITE and not draft.has(verb, _OWN):
            place = draft.place_of(verb)
            if place is not None:
                draft.rehang(verb, *place)
                moved = True
    if not moved:
        return tokens
    return replace(tokens, head=tuple(draft.head), children=tuple(draft.children), right=tuple(draft.right))


_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "expl"})


@dataclass(frozen=True, slots=True)
class _Draft:
    """The columns of ``tokens`` that change while conjuncts are moved."""

    tokens: Tokens
    head: list[int]
    children: list[tuple[int, ...]]
    right: list[int]

    def has(self, token: int, deps: frozenset[str]) -> bool:
        """Whether a child of ``token`` has one of the labels ``deps``."""
        return any(self.tokens.dep[child] in deps for child in self.children[token])

    def place_of(self, verb: int) -> tuple[int, int] | None:
        """The first of the verbs that ``verb`` was coordinated with, and the verb above it, where that is its own."""
        dep, tag = self.tokens.dep, self.tokens.tag
        first = self.head[verb]
        for _ in range(HIGHEST):
            if dep[first] != "conj":
                break
            first = self.head[first]
        above = self.head[first]
        if dep[first] != "ccomp" or above > first or tag[above] != tag[verb]:
            return None
        return (first, above) if tag[first] not in _FINITE and self.has(first, _AUXILIARY) else None

    def rehang(self, verb: int, first: int, above: int) -> None:
        """Move ``verb`` and all to the right of it below ``first`` to ``above``; the coordinator goes along.

        What hangs right of ``verb`` keeps its head: only the bounds of what is left of it shrink.
        """
        old = self.head[verb]
        moved = [*self._coordinator(verb, first), verb]
        for child in moved:
            self.head[child] = above
        self.children[old] = tuple(child for child in self.children[old] if child not in moved)
        self.children[above] = tuple(sorted({*self.children[above], *moved}))
        begin = min(self.tokens.left[verb], *moved)
        node = old
        while node != above:
            self.right[node] = min(self.right[node], begin)
            node = self.head[node]

    def _coordinator(self, verb: int, first: int) -> list[int]:
        """The "and" right before ``verb`` below the same head, with the comma or the "and" before that."""
        dep = self.tokens.dep
        found = [
            child
            for child in self.children[self.head[verb]]
            if first < child < verb and dep[child] in {"cc", "punct"}
        ]
        if not found or dep[found[-1]] != "cc":
            return []
        before = [child for child in found[-2:-1] if dep[child] == "cc" or child + 1 == found[-1]]
        return [*before, found[-1]]


def part_fronted(tokens: Tokens) -> Tokens:
    """Make who stands behind a fronted phrase the subject: "After meeting Ann Lee, Bob Stone sued her".

    So with clauses: "if she were chair, Acme would pay".

    The parser takes "Bob Stone" for an apposition to "Ann Lee", and both for the subject or for no subject. An
    apposition would have a comma behind it, too.
    """
    moves: dict[int, tuple[int, str]] = {}
    for opening, dep in enumerate(tokens.dep):
        verb = tokens.head[opening]
        joined = dep == "advmod" and tokens.lower[opening] in ("prior", "ahead")
        if (joined or dep in ("prep", "advcl")) and verb > opening and tokens.pos[verb] in ("VERB", "AUX"):
            moves.update(_parted(tokens, opening, verb))
    return with_heads(tokens, moves)


def _parted(tokens: Tokens, opening: int, verb: int) -> dict[int, tuple[int, str]]:
    """The new heads and labels of the noun that the phrase ends with and of the subject, or nothing."""
    subject = tokens.child(verb, "nsubj", "nsubjpass")
    end = tokens.right[opening]
    if subject is None:
        if tokens.child(verb, "csubj", "csubjpass", "expl") is not None:
            return {}
        named = _apposition_at(tokens, opening, end)
        passive = tokens.child(verb, "auxpass") is not None
        return {} if named is None else {named: (verb, "nsubjpass" if passive else "nsubj")}
    if tokens.dep[opening] != "prep":
        return {}
    second = next(
        (
            one
            for one in tokens.children[verb]
            if subject < one < verb and tokens.dep[one] == tokens.dep[subject]
        ),
        None,
    )
    noun = tokens.child(opening, "pobj")
    if second is not None and noun is not None and tokens.text[tokens.left[subject] - 1] == ",":
        # "Under his son-in-law, *Doe*, a lawyer, the firm grew": who stands behind the phrase is who it names.
        return {subject: (noun, "appos")} if tokens.left[subject] - 1 == end else {}
    gerund = tokens.child(opening, "pcomp")
    above = opening if gerund is None else gerund
    bare = tokens.child(above, "pobj", "dobj", "ccomp", "xcomp", "prep", "pcomp") is None
    if not bare or tokens.left[subject] != end or subject > verb:
        return {}
    named = _apposition_at(tokens, subject, tokens.right[subject])
    if named is None or tokens.head[named] != subject:
        return {}
    return {
        subject: (above, "pobj" if gerund is None else "dobj"),
        named: (verb, tokens.dep[subject]),
    }


def _apposition_at(tokens: Tokens, top: int, end: int) -> int | None:
    """The noun in apposition with which what is below ``top`` ends at ``end``, with a comma before it alone."""
    if end >= len(tokens) or tokens.text[end] in (",", ".", ";", ")"):
        return None
    node: int | None = top
    while node is not None:
        last = [child for child in tokens.children[node] if tokens.right[child] == end]
        node = last[-1] if last else None
        if node is not None and _is_loose(tokens, node):
            begin = tokens.left[node]
            return node if begin > 0 and tokens.text[begin - 1] == "," else None
    return None


_GIVING = frozenset(
    {"give", "send", "tell", "show", "offer", "lend", "hand", "teach", "pay", "sell", "write", "promise", "ask", "owe",
     "grant", "award", "deny", "leave", "bring", "buy", "cost", "allow", "feed", "read", "wish"}
)  # fmt: skip
"""Verbs with two objects: "the man that she gave a book"."""


def _is_loose(tokens: Tokens, noun: int) -> bool:
    """Whether it is an apposition, or a conjunct without an "and"."""
    dep, head = tokens.dep[noun], tokens.head[noun]
    if dep != "conj":
        return dep == "appos"
    return not any(tokens.dep[child] == "cc" and child < noun for child in tokens.children[head])


def mend_noun_clauses(tokens: Tokens) -> Tokens:
    """Tell "the rumour that Ann bribed Bob" from "the money that Ann gave Bob": what has both its ends is no relative.

    A clause that "that" only introduces, or whose "that" would be its second object, is what the noun says.
    """
    moves: dict[int, tuple[int, str]] = {}
    for verb, dep in enumerate(tokens.dep):
        if dep in ("relcl", "acl"):
            that = next((one for one in tokens.children[verb] if tokens.lower[one] == "that"), None)
            if that is not None and that < verb and _only_introduces(tokens, that, verb):
                moves[verb] = (tokens.head[verb], "acl")
                moves[that] = (verb, "mark")
    return with_heads(tokens, moves)


def _only_introduces(tokens: Tokens, that: int, verb: int) -> bool:
    if tokens.child(verb, "nsubj", "nsubjpass") in (None, that):
        return False
    second = any(child > verb and tokens.dep[child] == "dobj" for child in tokens.children[verb])
    role = tokens.dep[that]
    given = role == "dative" and (tokens.lemma[verb] not in _GIVING or tokens.dep[verb] == "acl")
    return (role == "mark" and tokens.dep[verb] == "relcl") or ((role == "dobj" or given) and second)
