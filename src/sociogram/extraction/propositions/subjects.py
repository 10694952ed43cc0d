"""Who the subject of a clause is, as far as its words alone tell: one of its own, a topic, an addressee, an owner."""

from __future__ import annotations

from sociogram.extraction.propositions.objects import RELATIVE_TAGS, SUBJECTS
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import Tokens

POINTING = frozenset({"it", "this", "that", "these", "those"})
"""Subjects that only point at the noun behind the copula: "it was Ann who left"."""
ADDRESSING = load_vocabulary("propositions").values("addressing-verbs")
"""Verbs and the prepositions of those who are to do the infinitive behind."""
_CHARGES = load_vocabulary("propositions").words("charging-participles")
OPENING_MARKS = frozenset({"“", '"', "''", "``", "‘", "«", "„", "'"})


def is_call(tokens: Tokens, verb: int, saying: int) -> bool:
    """Whether it is an imperative in quotation marks, which who says it does not do: 'chanted "Lock her up"'."""
    first = tokens.left[verb]
    return tokens.tag[verb] == "VB" and saying < first == verb and tokens.text[first - 1] in OPENING_MARKS


def whom_it_describes(tokens: Tokens, noun: int) -> int:
    """Of whom the relative clause behind ``noun`` tells: of Ann in "Ann is a poet who left", else of ``noun``.

    In "it was Ann who left" and "Ann is no poet who left" it stays with the noun.
    """
    copula = tokens.head[noun]
    if tokens.dep[noun] != "attr" or tokens.lemma[copula] != "be" or tokens.pos[noun] == "PROPN":
        return noun
    subject = tokens.child(copula, "nsubj")
    denied = tokens.child(copula, "neg") is not None or tokens.lower[tokens.left[noun]] == "no"
    if subject is None or subject > copula or denied or tokens.tag[subject] in RELATIVE_TAGS:
        return noun
    return noun if tokens.lower[subject] in POINTING else subject


def own_subject(tokens: Tokens, verb: int) -> int | None:
    """The subject among the words of ``verb``; of two around a colon the nearer: "Oslo, Norway: Ann sued Bob"."""
    own = tokens.child(verb, *SUBJECTS)
    if own is None or own > verb:
        return own
    nearer = [
        child for child in tokens.children[verb] if own < child < verb and tokens.dep[child] in SUBJECTS
    ]
    return next((child for child in nearer if ":" in tokens.text[own : tokens.left[child]]), own)


def addressee(tokens: Tokens, verb: int, governor: int) -> int | None:
    """Who is to do the infinitive of "called on Bob to sign", "appealed to Bob to sign"."""
    prepositions = ADDRESSING.get(tokens.lemma[governor])
    if prepositions is None or tokens.tag[verb] != "VB":
        return None
    for child in tokens.children[governor]:
        if child < verb and tokens.dep[child] in ("prep", "prt") and tokens.lower[child] in prepositions:
            return tokens.child(child, "pobj")
    return None


def gerund_topic(tokens: Tokens, verb: int, governor: int) -> int | None:
    """Who does the gerund of "lied about Ann bribing Bob", which the parser hangs on the verb."""
    if tokens.tag[verb] != "VBG" or verb < governor:
        return None
    for child in tokens.children[governor]:
        if tokens.lower[child] in ("about", "of") and tokens.right[child] == tokens.left[verb]:
            return tokens.child(child, "pobj")
    return None


def is_charge(tokens: Tokens, participle: int, noun: int) -> bool:
    """Whether a participle behind an object tells what is held against it: "held Bob, *suspected* of killing Ann"."""
    first = tokens.left[participle]
    return (
        tokens.tag[participle] == "VBN"
        and tokens.lemma[participle] in _CHARGES
        and tokens.text[first - 1] == ","
        and tokens.right[noun] == first - 1
    )


def is_fronted(tokens: Tokens, participle: int, verb: int) -> bool:
    """Whether a passive participle opens the sentence of its subject: "Born in Bonn, Ann left"."""
    first, own = tokens.left[participle], tokens.child(verb, *SUBJECTS)
    return (
        tokens.tag[participle] == "VBN"
        and first == participle
        and (first == 0 or tokens.sentence[first - 1] != tokens.sentence[first])
        and own is not None
        and tokens.left[own] > 0
        and tokens.text[tokens.left[own] - 1] == ","
    )


def first_owner(tokens: Tokens, owner: int, noun: int) -> int:
    """The first "his" of "his bond with Bob and his plan to …", hung on Bob: both are one man's."""
    if tokens.dep[noun] != "conj":
        return owner
    preposition = tokens.head[tokens.head[noun]]
    if tokens.dep[preposition] != "prep":
        return owner
    first = tokens.child(tokens.head[preposition], "poss")
    return owner if first is None or tokens.lower[first] != tokens.lower[owner] else first


def antecedent(tokens: Tokens, verb: int) -> int | None:
    """The noun that the relative clause of ``verb`` belongs to, through coordination and infinitives."""
    for token in tokens.climb(verb):
        if tokens.dep[token] == "relcl":
            return tokens.head[token]
        if tokens.dep[token] not in ("conj", "xcomp", "ccomp", "aux"):
            return None
    return None


def starts(tokens: Tokens, clause: int, saying: int) -> bool:
    """Whether the comma that parts them stands right before the words of ``clause`` itself."""
    own = tokens.child(clause, *SUBJECTS)
    return own is not None and own > saying and tokens.text[max(tokens.left[own] - 1, 0)] == ","


def is_predicate(tokens: Tokens, token: int) -> bool:
    """Whether ``token`` is a verb with a clause of its own."""
    if tokens.pos[token] not in ("VERB", "AUX"):
        return False
    dep = tokens.dep[token]
    if dep in ("aux", "auxpass", "amod", "compound", "prep", "cc", "mark", "case", "punct", "det"):
        return False
    return tokens.tag[token] != "MD" or bool(tokens.children[token])


def is_aside_of(tokens: Tokens, participle: int, infinitive: int) -> bool:
    """Whether a "while" behind a comma goes on from what lets another do something.

    "The plan lets Acme cut wages, while giving Ann a say": the plan gives it.
    """
    first = tokens.left[participle]
    return (
        tokens.tag[participle] == "VBG"
        and tokens.lower[first] == "while"
        and infinitive < first
        and tokens.text[first - 1] == ","
        and tokens.tag[infinitive] == "VB"
        and tokens.dep[infinitive] in ("xcomp", "ccomp")
        and is_predicate(tokens, tokens.head[infinitive])
    )
