"""The verb of a clause: what stands right behind it."""

from __future__ import annotations

from sociogram.extraction.statements.predicate import WHITHER
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import Range, Tokens

_WORDS = load_vocabulary("statements")
RAISING = _WORDS.words("raising-verbs")
"""Verbs whose object is nothing to their subject without the infinitive behind it: "wants Doe to leave"."""
IDLE_GOVERNORS = _WORDS.words("idle-governors")
"""Verbs that say nothing without their infinitive: "seems to sleep"."""
IDLE_PASSIVES = _WORDS.words("idle-passives")
"""Verbs whose passive says nothing alone: "was told"."""
LINKS = _WORDS.words("linking-nouns")
"""Nouns between two prepositions that are one with them: "in favour of"."""


def with_preposition(
    words: Range, lemma: str, rest: Range, tokens: Tokens
) -> tuple[Range, str, Range | None]:
    """The predicate with its preposition, "looks forward to", and what stands behind that.

    Where more than adverbs stands between, the preposition stays with what it governs.
    """
    between = range(words[1], rest[0])
    if any(tokens.dep[token] not in ("advmod", "prt") for token in between):
        return words, lemma, rest
    if rest[0] + 1 == rest[1]:
        return words, lemma, None
    told = " ".join(
        tokens.lower[token]
        for token in (*between, rest[0])
        if token == rest[0] or tokens.lower[token] in WHITHER
    )
    last = _last_preposition(rest[0], rest[1], tokens)
    more = " ".join([told, *(tokens.lower[token] for token in range(rest[0] + 1, last + 1))])
    return (words[0], last + 1), f"{lemma} {more}", (last + 1, rest[1])


def _last_preposition(first: int, end: int, tokens: Tokens) -> int:
    """The last word of the preposition that begins at ``first``: "because of", "out of", "in favour of"."""
    place = first + 2 if first + 1 < end and tokens.lower[first + 1] in LINKS else first + 1
    if place + 1 >= end or tokens.lower[place] != "of":
        return first
    own = tokens.head[place] in (first, place - 1)
    return place if own and tokens.dep[place] in ("prep", "pcomp") else first


_TOLD_OF_OBJECT = frozenset({"VB", "VBG", "NN", "NNS", "NNP", "JJ"})


def has_role_of(verb: int, tokens: Tokens) -> bool:
    """Whether an "as" says what the object is: "referred to Doe as a liar", "saw Doe as guilty"."""
    return any(
        tokens.lower[child] == "as" and tokens.dep[child] == "prep" and child > verb
        for child in tokens.children[verb]
    )


def is_half_told(verb: int, tokens: Tokens) -> bool:
    """Whether what its object is to do stands behind that: "wants Doe to leave" does not say that Doe is wanted."""
    if tokens.lemma[verb] not in RAISING:
        return False
    noun = tokens.child(verb, "dobj")
    return noun is not None and any(
        child > noun
        and tokens.tag[child] in ("VB", "VBG")
        and tokens.dep[child] in ("xcomp", "ccomp", "advcl")
        for child in tokens.children[verb]
    )


def part_helper(verb: int, words: Range, tokens: Tokens) -> tuple[Range, Range] | None:
    """The helper and the participle of a verb that says enough alone: "*was arrested*", "*has* since *stepped down*".

    Of "was told" it is nothing; what is said of "the breaks from which he's benefited" stands before it.
    """
    helper = tokens.child(verb, "auxpass") or tokens.child(verb, "aux")
    if helper is None or not tokens.text[helper].isalpha() or tokens.lemma[verb].lower() in IDLE_PASSIVES:
        return None
    if tokens.dep[helper] == "aux" and (tokens.lemma[helper] != "have" or tokens.tag[verb] != "VBN"):
        return None
    if any(child < helper and tokens.dep[child] == "prep" for child in tokens.children[verb]):
        return None
    if _has_its_object_before(verb, tokens):
        return None
    last = words[1]
    while last < len(tokens) and tokens.head[last] == verb and tokens.dep[last] in ("advmod", "prt"):
        last += 1  # "stepped down", "had flown home"
    if last + 1 < len(tokens) and tokens.text[last] == "-" and tokens.begin[last] == tokens.end[last - 1]:
        last += 2  # "re-elected"
    plain = all(tokens.dep[between] == "advmod" for between in range(helper + 1, verb))
    return (helper, verb if plain else helper + 1), (verb, last)


def _has_its_object_before(verb: int, tokens: Tokens) -> bool:
    """Whether it is a relative clause whose pronoun is no subject: "a tender that Acme *had won*"."""
    clause = next((node for node in tokens.climb(verb) if tokens.dep[node] != "conj"), verb)
    subject = tokens.child(clause, "nsubj", "nsubjpass")
    return tokens.dep[clause] in ("relcl", "acl") and (
        subject is None or tokens.tag[subject] not in ("WP", "WDT")
    )


def says_of_object(verb: int, tokens: Tokens) -> bool:
    """Whether more stands behind the object of what it is to do, is called, or is told of: "urged Doe to leave"."""
    noun = tokens.child(verb, "dobj")
    if noun is None:
        return False
    for child in tokens.children[verb]:
        clause = tokens.dep[child] in ("xcomp", "ccomp", "oprd") and tokens.tag[child] in _TOLD_OF_OBJECT
        ground = tokens.dep[child] == "prep" and tokens.lower[child] in ("as", "for", "of")
        if child > noun and (clause or ground):
            return True
    return False


def has_complement(verb: int, tokens: Tokens) -> bool:
    """Whether a passive has an object or a complement of its own behind it: "taken prisoner", "called a liar"."""
    return any(
        child > verb and tokens.dep[child] in ("dobj", "oprd", "attr", "acomp")
        for child in tokens.children[verb]
    )


def opens_with_preposition(rest: Range, verb: int, tokens: Tokens) -> bool:
    """Whether the first of the words ``rest`` is a preposition of the verb."""
    return tokens.dep[rest[0]] in ("prep", "agent", "dative") and tokens.head[rest[0]] == verb
