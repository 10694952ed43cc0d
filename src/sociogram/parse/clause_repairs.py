"""Repairs of which clause a verb or a noun belongs to: each gives a new table and leaves the old one alone.

What tells that the parser erred is grammar: a verb with a tense is no conjunct of an infinitive, an owner is nobody's
subject, and of "Mr. Roe, I left" the subject is "I" alone.
"""

from __future__ import annotations

from dataclasses import replace

from sociogram.knowledge.posts import load_posts
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import DATED, FINITE, PLURALS, Tokens, with_heads

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OWN = _SUBJECTS | {"expl"}
_VERBS = frozenset({"VERB", "AUX"})
_TENSED = frozenset({"VBD", "VBZ"})
"""Tags of verbs whose form shows a tense; in the plural the present looks like the infinitive."""
_BELOW = frozenset({"xcomp", "advcl", "acl", "ccomp", "acomp", "dobj", "pobj", "prep", "attr", "oprd"})
"""What stands between an infinitive and the verb with a tense above it: "had a plan to go", "was able to go"."""
_HIGHEST = 6
"""Steps from an infinitive up to that verb."""
_SINGULAR = frozenset({"NN", "NNP"})
_TALKING = frozenset({"i", "we", "you"})
_CALLED = "npadvmod"
"""The label that the parser itself gives to who is called by name."""


def mend_conjuncts(tokens: Tokens) -> Tokens:
    """Hang a verb with a tense on the verb that it is coordinated with.

    The parser hangs "praised" of "vowed to keep it and praised her" on "keep", "kept" of "can say that she did it,
    kept it" on "say", and "has left" of "Doe, who works for Acme and, Lee said, has left" on a verb before "and".
    """
    moves: dict[int, tuple[int, str]] = {}
    for verb, dep in enumerate(tokens.dep):
        if dep != "conj" or tokens.pos[verb] not in _VERBS or tokens.child(verb, *_OWN) is not None:
            continue
        place = _demanded(verb, tokens) or _intended(verb, tokens) or _owner_of_and(verb, tokens)
        if place is None and tokens.tag[verb] in _TENSED and tokens.lower[verb] != tokens.lemma[verb].lower():
            place = _above_infinitive(verb, tokens) or _below_modal(verb, tokens)
        if place is not None and verb not in tokens.climb(place):
            moves.update((one, (place, tokens.dep[one])) for one in (*_coordinators(verb, tokens), verb))
    return with_heads(tokens, moves)


def _demanded(verb: int, tokens: Tokens) -> int | None:
    """The clause that is demanded where ``verb`` is demanded too: "we ask that it pay, publish the note and leave"."""
    above = tokens.head[verb]
    clause = tokens.child(above, "ccomp")
    bare = tokens.tag[verb] in ("VB", "VBP") and tokens.lower[verb] == tokens.lemma[verb].lower()
    if clause is None or not above < clause < verb or not bare or tokens.tag[clause] != "VB":
        return None
    mark = tokens.child(clause, "mark")
    if mark is None or tokens.lower[mark] != "that" or tokens.child(clause, "aux") is not None:
        return None
    return clause if tokens.child(verb, "aux", "nsubj", "mark") is None else None


def _intended(verb: int, tokens: Tokens) -> int | None:
    """The infinitive that a bare ``verb`` goes on with: "wanted to shut the yard and *lay* off its welders"."""
    above = tokens.head[verb]
    infinitive = tokens.child(above, "xcomp")
    if (
        tokens.tag[verb] != "VB"
        or tokens.tag[above] not in _TENSED
        or infinitive is None
        or not _has_to(infinitive, tokens)
    ):
        return None
    bare = tokens.child(verb, "aux", "nsubj", "mark") is None
    return infinitive if bare and above < infinitive < verb else None


def _owner_of_and(verb: int, tokens: Tokens) -> int | None:
    """The verb that the "and" right before ``verb`` hangs on, and that has no conjunct behind it, if it is another."""
    conjunction = tokens.left[verb] - 1
    if conjunction < 0 or tokens.dep[conjunction] != "cc" or not _has_tense(verb, tokens):
        return None
    above = tokens.head[conjunction]
    beyond = any(child > conjunction and tokens.dep[child] == "conj" for child in tokens.children[above])
    if above == tokens.head[verb] or above > conjunction or beyond or tokens.dep[above] == "conj":
        return None
    return above if tokens.pos[above] in _VERBS and _has_tense(above, tokens) else None


def _above_infinitive(verb: int, tokens: Tokens) -> int | None:
    """The verb with a tense above the infinitive that ``verb`` hangs on."""
    node = tokens.head[verb]
    if not _has_to(node, tokens):
        return None
    for _ in range(_HIGHEST):
        above = tokens.head[node]
        if tokens.dep[node] not in _BELOW or above > node:
            return None
        node = above
        if tokens.pos[node] in _VERBS and _has_tense(node, tokens):
            return node
    return None


def _below_modal(verb: int, tokens: Tokens) -> int | None:
    """The verb of the same tense in the clause that ends before ``verb``, where that hangs on "can say"."""
    first = tokens.head[verb]
    if tokens.tag[first] != "VB" or _has_to(first, tokens):
        return None
    for node in range(tokens.left[verb] - 1, first, -1):
        if tokens.tag[node] == tokens.tag[verb] and tokens.dep[node] == "ccomp":
            own = tokens.child(node, *_SUBJECTS) is not None and first in tokens.climb(node)
            return node if own else None
    return None


def _has_to(verb: int, tokens: Tokens) -> bool:
    return tokens.tag[verb] == "VB" and any(tokens.tag[child] == "TO" for child in tokens.children[verb])


def _has_tense(verb: int, tokens: Tokens) -> bool:
    return tokens.tag[verb] in FINITE or any(
        tokens.dep[child] in ("aux", "auxpass") and tokens.tag[child] in FINITE
        for child in tokens.children[verb]
    )


def _coordinators(verb: int, tokens: Tokens) -> list[int]:
    """The "and" and the comma right before ``verb`` that hang on the same word."""
    above = tokens.head[verb]
    found: list[int] = []
    place = tokens.left[verb] - 1
    while place > above and tokens.head[place] == above and tokens.dep[place] in ("cc", "punct"):
        found.append(place)
        place -= 1
    return found


def mend_owners(tokens: Tokens) -> Tokens:
    """Make an owner of what the parser took for a subject: "Lee's much criticised talk raised questions".

    It takes "Lee's" for who criticised a talk, and "raised" for what Lee did besides.
    """
    moves: dict[int, tuple[int, str]] = {}
    for participle, tag in enumerate(tokens.tag):
        if tag not in ("VBN", "VBD") or tokens.pos[participle] != "VERB":
            continue
        owner, thing = tokens.child(participle, "nsubj"), tokens.child(participle, "dobj")
        if owner is None or thing is None or not owner < participle < thing:
            continue
        mark = tokens.child(owner, "case")
        apart = mark is None or tokens.tag[mark] != "POS" or tokens.right[owner] != mark + 1
        between = range(tokens.right[owner], participle)
        verb = next(
            (
                child
                for child in tokens.children[participle]
                if child > thing and tokens.dep[child] == "conj" and tokens.tag[child] in FINITE
            ),
            None,
        )
        if apart or verb is None or any(tokens.dep[token] != "advmod" for token in between):
            continue
        if tokens.child(verb, *_SUBJECTS) is not None:
            continue
        above = tokens.head[participle]
        moves[verb] = (verb if above == participle else above, tokens.dep[participle])
        for child in tokens.children[participle]:
            if tokens.dep[child] in ("mark", "punct", "cc"):
                moves[child] = (verb, tokens.dep[child])
        moves[thing] = (verb, "nsubj")
        moves[participle] = (thing, "amod")
        moves[owner] = (thing, "poss")
    return with_heads(tokens, moves)


def mend_calls(tokens: Tokens) -> Tokens:
    """Make a call of the first of two subjects where the second speaks or is spoken to: "Mr. Roe, I met Bob"."""
    moves: dict[int, tuple[int, str]] = {}
    for pronoun, word in enumerate(tokens.lower):
        if word not in _TALKING or tokens.dep[pronoun] not in _SUBJECTS:
            continue
        verb = tokens.head[pronoun]
        moves.update(
            (child, (verb, _CALLED))
            for child in tokens.children[verb]
            if child < pronoun
            and tokens.dep[child] in _SUBJECTS
            and tokens.tag[child] in _SINGULAR
            and tokens.lower[pronoun - 1] == ","
        )
    return with_heads(tokens, moves)


def mend_reduced(tokens: Tokens) -> Tokens:
    """Hang a bare participle on its noun where the verb of the clause stands behind it.

    The parser takes "described" of "the voters often described as calm, took the day off" for the verb of "voters".
    """
    moves: dict[int, tuple[int, str]] = {}
    for participle, tag in enumerate(tokens.tag):
        if tag != "VBN" or tokens.pos[participle] != "VERB" or tokens.child(participle, "aux", "auxpass"):
            continue
        noun, verb = tokens.child(participle, "nsubj"), tokens.child(participle, "conj")
        if noun is None or verb is None or not noun < participle < verb or tokens.tag[verb] not in _TENSED:
            continue
        if tokens.child(participle, "cc", "dobj") is not None or tokens.child(verb, *_OWN) is not None:
            continue
        above = tokens.head[participle]
        moves[verb] = (verb if above == participle else above, tokens.dep[participle])
        for child in tokens.children[participle]:
            if child < noun or tokens.dep[child] == "punct":
                moves[child] = (verb, tokens.dep[child])
        moves[noun] = (verb, "nsubj")
        moves[participle] = (noun, "acl")
    return with_heads(tokens, moves)


def mend_openings(tokens: Tokens) -> Tokens:
    """Make a verb of the first word of "Straddles industry and art", which the parser takes for a plural.

    It gives the word an object, as no noun has one.
    """
    opened = {
        token
        for token, tag in enumerate(tokens.tag)
        if tag in PLURALS
        and tokens.head[token] == token
        and tokens.lower[token].endswith("s")
        and tokens.child(token, "nsubj", "nsubjpass", "det", "poss", "amod", "compound") is None
        and (thing := tokens.child(token, "dobj")) is not None
        and thing > token
    }
    if not opened:
        return tokens

    def mended(column: tuple[str, ...], value: str) -> tuple[str, ...]:
        return tuple(value if token in opened else word for token, word in enumerate(column))

    return replace(tokens, tag=mended(tokens.tag, "VBZ"), pos=mended(tokens.pos, "VERB"))


_APPOINTING = load_vocabulary("propositions").words("appointing-verbs") | {"make"}
_PERSON = "PERSON"


def mend_appointments(tokens: Tokens) -> Tokens:
    """Part the one who is appointed from the post: "elected Ann Lee chairwoman".

    The parser takes the name for a part of the noun, and "Ann Lee chairwoman" for who was elected.
    """
    moves: dict[int, tuple[int, str]] = {}
    for entity in tokens.entities:
        last = entity.last - 1
        noun = tokens.head[last]
        verb = tokens.head[noun]
        if (
            entity.label == _PERSON
            and last > entity.first
            and tokens.dep[last] in ("compound", "nmod")
            and tokens.dep[noun] in ("dobj", "oprd")
            and tokens.left[noun] == entity.first
            and tokens.tag[noun] == "NN"
            and verb < entity.first
            and tokens.lemma[verb].lower() in _APPOINTING
            and _names_post(last + 1, noun, tokens)
        ):
            moves[last] = (verb, "dobj")
            moves[noun] = (verb, "oprd")
    return with_heads(tokens, moves)


def _names_post(first: int, noun: int, tokens: Tokens) -> bool:
    """Whether the words up to ``noun`` end in the name of a post, and none of them is a name's."""
    if any(tokens.pos[token] == "PROPN" for token in range(first, noun + 1)):
        return False
    starts = range(first, noun + 1)
    return any(
        post.post
        for start in starts
        for post in load_posts().get(" ".join(tokens.lower[start : noun + 1]), ())
    )


def mend_gerunds(tokens: Tokens) -> Tokens:
    """Hang "having" with its verb on the preposition before who does it: "no sign of Ann Lee having paid Bob".

    The parser hangs it on the verb of the sentence, as if its subject had paid.
    """
    moves: dict[int, tuple[int, str]] = {}
    for verb, dep in enumerate(tokens.dep):
        first = tokens.left[verb]
        if dep != "advcl" or tokens.lower[first] != "having" or tokens.head[first] != verb or not first:
            continue
        doer = next((one for one in tokens.climb(first - 1) if tokens.dep[one] == "pobj"), None)
        if doer is None or tokens.right[doer] != first or tokens.child(verb, *_OWN) is not None:
            continue
        preposition = tokens.head[doer]
        if tokens.lower[preposition] in _OF_CLAUSES and tokens.pos[tokens.head[preposition]] == "NOUN":
            moves[doer], moves[verb] = (verb, "nsubj"), (preposition, "pcomp")
    return with_heads(tokens, moves)


_OF_CLAUSES = frozenset({"of", "about", "for"})
"""Prepositions behind a noun that take a clause with its own subject."""


_COMING = frozenset({"next", "this", "every", "each"})
_BEFORE_AFTER = frozenset({"after", "before"})


def mend_times(tokens: Tokens) -> Tokens:
    """Hang a time on the verb that it stands behind: "said in a statement Thursday night they left".

    The parser hangs it on what is said. In "wrote the day after they left" it takes the day for what was written.
    """
    moves: dict[int, tuple[int, str]] = {}
    for time, dep in enumerate(tokens.dep):
        if tokens.ent[time] not in DATED or dep not in ("npadvmod", "dobj"):
            continue
        verb = tokens.head[time]
        if dep == "npadvmod" and _opens_what_is_said(time, verb, tokens):
            moves[time] = (tokens.head[verb], dep)
        elif dep == "dobj" and verb < time and _is_day_of_clause(time, verb, tokens):
            moves[time] = (verb, "npadvmod")
    return with_heads(tokens, moves)


def _opens_what_is_said(time: int, verb: int, tokens: Tokens) -> bool:
    """Whether the time stands right behind an occasion of saying and before the subject of what is said."""
    above, first = tokens.head[verb], tokens.left[time]
    return (
        tokens.dep[verb] == "ccomp"
        and above < first == tokens.left[verb]
        and tokens.tag[above] == "VBD"
        and tokens.lower[first] not in _COMING
        and tokens.text[tokens.right[time]] != ","
        and any(
            tokens.dep[child] == "prep" and tokens.right[child] == first for child in tokens.children[above]
        )
    )


def _is_day_of_clause(time: int, verb: int, tokens: Tokens) -> bool:
    """Whether a clause or a gerund behind the time says which it is: "the day after they left"."""
    behind = tokens.right[time]
    if behind >= len(tokens):
        return False
    clause = tokens.head[behind]
    return tokens.lower[behind] in _BEFORE_AFTER and (
        (tokens.dep[behind] == "mark" and tokens.head[clause] == verb)
        or (tokens.dep[behind] == "prep" and clause == verb)
    )
