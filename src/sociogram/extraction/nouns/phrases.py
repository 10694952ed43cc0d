"""Noun phrases as the rules of nouns see them: an index of mentions by token, and what hangs on a noun.

A *slot* is where a noun's complements stand: ``poss``, ``compound``, ``amod``, or ``prep:WORD``. Whom a noun is said
of is for ``bearers``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.knowledge.ontology import VALUES, load_ontology
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import TimeExpression
from sociogram.parse.tokens import PERSONAL, Tokens

if TYPE_CHECKING:
    from sociogram.model import Chain, Mention, Span
    from sociogram.parse.parsed import ParsedDocument

_WORDS = load_vocabulary("nouns")
COPULAS = frozenset({"be", "become", "remain", "stay"})
BESIDE = frozenset({"compound", "nmod", "amod", "appos", "poss", "nn", "dep"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
TRANSPARENT = _WORDS.words("within-a-body")
OF_WHOLE = frozenset({"prep:of", "prep:at", "prep:for", "poss", "compound"})
DEEPEST = 4
"""How many parts of parts are looked through for a body: "the head of the staff of the office of the leadership"."""
ENDED = _WORDS.words("ended")
_PLACES = load_ontology().below("Place") | {"Country"}
_AT_HOME = load_ontology().below("Organization") | {"Person"}
FUNCTIONS = _WORDS.words("functions")
NOT_YET = _WORDS.words("not-yet")


@dataclass(frozen=True, slots=True)
class Filler:
    """A mention in a slot of a noun; ``token`` is its head."""

    mention: int
    token: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """A parsed document with its mentions and chains, indexed by token.

    ``at_head`` gives the mention whose head a token is; ``covering`` the innermost mention that
    holds a token, names before noun phrases; ``chain_of`` the chain of each mention; ``named`` the
    chains with a name, and ``titles`` the last words of the titles in each chain that has any.
    """

    parsed: ParsedDocument
    tokens: Tokens
    mentions: Sequence[Mention]
    chains: Sequence[Chain]
    at_head: dict[int, int]
    covering: list[int]
    chain_of: list[int]
    named: frozenset[int]
    titles: dict[int, set[str]]

    def kind(self, mention: int) -> str:
        """The kind of ``mention``; of its chain, where its own words tell none."""
        kind = self.mentions[mention].kind
        chain = self.chain_of[mention]
        if kind == "Thing" and chain >= 0:
            return self.chains[chain].kind
        return kind

    def is_named(self, mention: int) -> bool:
        """Whether the mention has a name, its own or its chain's."""
        return self.mentions[mention].form == "named" or self.chain_of[mention] in self.named

    def former(self) -> TimeExpression:
        """The time of what had ended when the document was published, by the word "former" or its like."""
        return TimeExpression(start=None, end=self.parsed.document.published, text="former")

    def sentence(self, token: int) -> Span:
        """The characters of the sentence of ``token``."""
        first, last = self.tokens.bounds(token)
        return self.parsed.span(first, last)

    def mention(self, token: int) -> int | None:
        """The mention headed by ``token``, else the name that holds it."""
        found = self.at_head.get(token)
        if found is not None:
            return found
        covering = self.covering[token]
        return covering if covering >= 0 and self.mentions[covering].form == "named" else None

    def antecedent(self, token: int) -> int:
        """What a relative pronoun stands for, else ``token`` itself."""
        tokens = self.tokens
        if tokens.lower[token] in RELATIVE:
            clause = tokens.relative_clause(tokens.head[token])
            if clause is not None:
                host = tokens.head[clause]
                if tokens.lower[token] in PERSONAL:
                    host = tokens.person_before(host)
                return self._nearest(host, clause, token)
            if token > 1 and tokens.text[token - 1] in {"(", "["} and self.covering[token - 2] >= 0:
                return self.mentions[self.covering[token - 2]].head  # "Doe (who is also a lawyer)"
        return token

    def _nearest(self, host: int, clause: int, relative: int) -> int:
        """The last of an enumeration where a clause in the singular follows it: "Doe and Roe, who was his aide"."""
        tokens = self.tokens
        if tokens.lower[clause] in {"were", "are"} or tokens.tag[clause] == "VBP":
            return host
        before = [one for one in self.coordinated(host) if one < relative]
        last = max(before, default=host)
        between = range(last + 1, relative)
        return last if all(tokens.pos[one] == "PUNCT" for one in between) else host

    def home(self, preposition: int) -> tuple[int, int] | None:
        """Whose home the place behind an "of" is, and the place, both mentions: "Roe & Poe, *of* Leeds, has left"."""
        tokens = self.tokens
        if preposition < 2 or tokens.lower[preposition] != "of" or tokens.text[preposition - 1] != ",":
            return None
        filler = tokens.child(preposition, "pobj")
        named, place = self.covering[preposition - 2], -1 if filler is None else self.covering[filler]
        if named < 0 or place < 0 or any(self.mentions[one].form != "named" for one in (named, place)):
            return None
        at = self.mentions[place].tokens[0] == preposition + 1 and self.kind(place) in _PLACES
        return (named, place) if at and self.kind(named) in _AT_HOME else None

    def subject(self, verb: int) -> int | None:
        """The token that is the subject of ``verb``, by control and coordination if need be."""
        tokens = self.tokens
        for above in tokens.climb(verb):
            for child in tokens.children[above]:
                if tokens.dep[child] in {"nsubj", "nsubjpass"}:
                    return self.antecedent(child)
            if tokens.dep[above] == "acl":
                return tokens.head[above]
            if tokens.dep[above] not in {"conj", "advcl", "xcomp", "ccomp"}:
                return None
        return None

    def in_name(self, token: int) -> bool:
        """Whether ``token`` belongs to a name, but for a title that a person's name has swallowed."""
        covering = self.covering[token]
        if covering < 0 or self.mentions[covering].form != "named":
            return False
        mention = self.mentions[covering]
        return not (self.kind(covering) == "Person" and token == mention.tokens[0] and mention.head != token)

    def is_name(self, token: int) -> bool:
        """Whether ``token`` is the head of a name, or within one that no other phrase heads."""
        mention = self.mention(token)
        return mention is not None and self.mentions[mention].form == "named"

    def coordinated(self, token: int) -> list[int]:
        """``token`` and the tokens coordinated with it behind it."""
        result, pending = [], [token]
        while pending:
            current = pending.pop(0)
            result.append(current)
            pending += [child for child in self.tokens.children[current] if self.tokens.dep[child] == "conj"]
        return result

    def fillers(self, noun: int) -> dict[str, list[Filler]]:
        """The complements of ``noun`` by slot; those of a coordinated head where it has none of its own."""
        slots: dict[str, list[Filler]] = {}
        for token, depth in self._heads(noun):
            for slot, filler in self._own_fillers(token, noun):
                if depth == 0 or ((slot.startswith("prep:") or slot == "poss") and slot not in slots):
                    slots.setdefault(slot, []).append(filler)
        return slots

    def _heads(self, noun: int) -> Iterator[tuple[int, int]]:
        yield noun, 0
        tokens = self.tokens
        token = noun
        # "president and chief executive of Acme": the complement hangs on either
        for child in tokens.children[noun]:
            if (
                tokens.dep[child] == "conj"
                and tokens.pos[child] in {"NOUN", "PROPN"}
                and not self.is_name(child)
            ):
                yield child, 1
        for first in tokens.climb(token):
            if first != token:
                if tokens.pos[first] not in {"NOUN", "PROPN"} or self.is_name(first):
                    return
                yield first, 1
            if tokens.dep[first] != "conj":
                return

    def _own_fillers(self, token: int, noun: int, depth: int = 0) -> Iterator[tuple[str, Filler]]:
        tokens = self.tokens
        for child in tokens.children[token]:
            dep = tokens.dep[child]
            if dep == "prep" and self.home(child) is not None:
                continue  # "our customer Roe & Poe, of Leeds": Leeds is no customer's
            if dep == "prep":
                yield from self._of_preposition(child, f"prep:{tokens.lower[child]}", depth)
            elif dep == "poss" or (child < token and dep in {"compound", "amod", "nmod", "npadvmod"}):
                slot = dep if dep in {"poss", "amod"} else "compound"
                for member in self.coordinated(child):
                    yield from self._filler(slot, member)
        yield from self._before(noun)
        governor = tokens.head[token]
        if tokens.dep[token] == "pobj" and tokens.lower[governor] == "as":
            # "worked as professor at Acme": the place hangs on the verb
            verb = tokens.head[governor]
            for child in tokens.children[verb]:
                if (
                    child > token
                    and tokens.dep[child] == "prep"
                    and tokens.lower[child] in {"at", "for", "of", "with"}
                ):
                    yield from self._of_preposition(child, f"prep:{tokens.lower[child]}", depth)

    def _before(self, noun: int) -> Iterator[tuple[str, Filler]]:
        """Names right before a title: "Acme chief executive Jane Doe", where all hang on Doe."""
        tokens = self.tokens
        head = tokens.head[noun]
        if tokens.dep[noun] not in {"compound", "nmod", "amod"} or head <= noun:
            return
        token = noun - 1
        joined = False
        passed = {head, noun}
        while token >= 0 and tokens.sentence[token] == tokens.sentence[noun]:
            mention = self.covering[token]
            lower = tokens.lower[token]
            if mention >= 0 and self.mentions[mention].form == "named":
                owner = self.mentions[mention]
                personal, owns = self.kind(mention) == "Person", tokens.dep[owner.head] == "poss"
                if not (tokens.head[owner.head] in passed or joined) or (personal and not owns):
                    return
                if tokens.head[owner.head] != noun and tokens.dep[owner.head] != "nsubj":
                    yield (
                        ("poss" if tokens.dep[owner.head] == "poss" else "compound"),
                        Filler(mention, owner.head),
                    )
                if personal:
                    return
                token = owner.tokens[0] - 1
                joined = False
            elif lower in {"and", "/", "&", ","} and token > 0:
                joined = lower != ","
                if lower == ",":
                    return
                token -= 1
            elif tokens.dep[token] == "poss" and mention >= 0 and tokens.head[token] in {head, noun}:
                yield "poss", Filler(mention, token)
                return
            elif lower in {"'s", "’s"} or (tokens.head[token] in passed and tokens.dep[token] in BESIDE):
                passed.add(token)
                token -= 1
            else:
                return

    def _of_preposition(self, preposition: int, slot: str, depth: int) -> Iterator[tuple[str, Filler]]:
        tokens = self.tokens
        if depth > DEEPEST:
            return
        for child in tokens.children[preposition]:
            if tokens.dep[child] == "pobj":
                for member in self.coordinated(child):
                    yield from self._whole(member, slot, depth)
            elif tokens.dep[child] == "prep":
                yield from self._of_preposition(child, slot, depth + 1)
            elif tokens.dep[child] == "conj" and tokens.pos[child] == "ADP":
                yield from self._of_preposition(child, f"prep:{tokens.lower[child]}", depth + 1)

    def _whole(self, noun: int, slot: str, depth: int) -> Iterator[tuple[str, Filler]]:
        """The body that a part of it is of, Acme of "the board of Acme"; ``noun`` itself where it is of none."""
        inner: list[Filler] = []
        if self.tokens.lemma[noun] in TRANSPARENT and not self.is_name(noun):
            fillers = self._own_fillers(noun, noun, depth + 1)
            inner = [filler for inner_slot, filler in fillers if inner_slot in OF_WHOLE]
        if inner:
            yield from ((slot, filler) for filler in inner)
        else:
            yield from self._filler(slot, noun)

    def _filler(self, slot: str, token: int) -> Iterator[tuple[str, Filler]]:
        token = self._named(self.antecedent(token))
        mention = self.mention(token)
        if (
            mention is not None
            and self.mentions[mention].kind not in VALUES
            and not (slot == "prep:of" and (self._goes_on(mention) or self._is_function(mention)))
        ):
            yield slot, Filler(mention, token)

    def _named(self, noun: int) -> int:
        """The name right behind a definite noun that says which one it is ("the newspaper *Le Monde*"), or ``noun``."""
        tokens = self.tokens
        if tokens.pos[noun] != "NOUN" or not any(
            tokens.lower[child] == "the" or tokens.dep[child] == "poss" for child in tokens.children[noun]
        ):
            return noun
        for child in tokens.children[noun]:
            found = self.at_head.get(child) if tokens.dep[child] == "appos" else None
            if found is not None and self.mentions[found].tokens[0] == noun + 1 and self.is_name(child):
                return child
        return noun

    def _goes_on(self, mention: int) -> bool:
        """Whether an armed group's name goes on with a place: "al-Qaeda in Iraq" is not al-Qaeda."""
        tokens, last = self.tokens, self.mentions[mention].tokens[1]
        if last + 1 >= len(tokens) or tokens.lower[last] != "in" or self.kind(mention) != "ArmedGroup":
            return False
        place = self.covering[last + 1]
        return place >= 0 and self.kind(place) in {"Place", "Country"}

    def _is_function(self, mention: int) -> bool:
        """Whether a name in capitals only says of what one is head: "Director of Media and Operations"."""
        words = self.tokens.lower[slice(*self.mentions[mention].tokens)]
        named = self.mentions[mention].form == "named"
        return named and all(word in FUNCTIONS or word in {"and", "&", ","} for word in words)


def index_phrases(parsed: ParsedDocument, mentions: Sequence[Mention], chains: Sequence[Chain]) -> Phrases:
    """The index over ``parsed``."""
    tokens = parsed.tokens
    at_head: dict[int, int] = {}
    covering = [-1] * len(tokens)
    for form in ("nominal", "pronoun", "named"):
        for mention in mentions:
            if mention.form != form or mention.head < 0:
                continue
            if form == "named" or mention.head not in at_head:
                at_head[mention.head] = mention.index
            for token in range(*mention.tokens):
                covering[token] = mention.index
    chain_of = [-1] * len(mentions)
    for chain in chains:
        for member in chain.mentions:
            chain_of[member] = chain.index
    named = frozenset(chain_of[mention.index] for mention in mentions if mention.form == "named") - {-1}
    titles = _titles(mentions, chain_of)
    return Phrases(parsed, tokens, mentions, chains, at_head, covering, chain_of, named, titles)


def _titles(mentions: Sequence[Mention], chain_of: Sequence[int]) -> dict[int, set[str]]:
    """The last words of all titles by chain, in lower case."""
    titles: dict[int, set[str]] = {}
    for mention in mentions:
        for title in mention.titles:
            if title.strip() and chain_of[mention.index] >= 0:
                titles.setdefault(chain_of[mention.index], set()).add(title.split()[-1].lower())
    return titles
