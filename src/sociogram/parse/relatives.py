"""Repairs of which noun a relative clause is of: each gives a new table and leaves the old one alone.

What tells that the parser erred is grammar: "who prefer" is not said of one person, and "who" of no body.
"""

from __future__ import annotations

from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.ontology import load_ontology
from sociogram.parse.tokens import PLURALS, Tokens, with_heads

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SINGULAR = frozenset({"NN", "NNP"})
_SUBJECT_PRONOUNS = frozenset({"who", "which", "that"})
_PLURAL_VERBS = frozenset({"are", "were", "have"})
_SINGULAR_VERBS = frozenset({"is", "was", "has"})


def mend_relatives(tokens: Tokens) -> Tokens:
    """Hang a relative clause on the noun right before it where its verb agrees with that and not with its own.

    The parser hangs "support for Doe among voters who prefer Lee" on Doe, and "an adviser to the campaign who left" on
    the campaign, which is nobody for a "who".
    """
    moves: dict[int, tuple[int, str]] = {}
    for verb, dep in enumerate(tokens.dep):
        if dep != "relcl":
            continue
        noun, pronoun = tokens.head[verb], tokens.child(verb, *_SUBJECTS)
        if pronoun is None or tokens.lower[pronoun] not in _SUBJECT_PRONOUNS or pronoun != tokens.left[verb]:
            continue
        person = _person_above(noun, tokens) if tokens.lower[pronoun] == "who" else None
        if tokens.lower[pronoun] == "that":
            person = _unnamed_above(noun, tokens)
        elif tokens.lower[pronoun] == "which":
            person = _new_before_place(noun, tokens)
        if person is not None:
            moves[verb] = (person, "relcl")
            continue
        near = pronoun - 2 if tokens.text[pronoun - 1] in (",", "(") else pronoun - 1
        wanted = _number_of(verb, tokens)
        clerk, named = tokens.head[near] if tokens.dep[near] == "appos" else noun, tokens.child(noun, "appos")
        if clerk != noun and clerk in {*tokens.conjuncts(noun), *(tokens.conjuncts(named) if named else ())}:
            # "Doe and his former clerk, Roe, who had lent him money": a conjunct with a name is apart.
            if wanted != PLURALS:
                moves[verb] = (near, "relcl")
            continue
        if near != noun and near in tokens.conjuncts(noun):
            # "Doe, Roe and Lee (who left)", "Doe and Lee, who is a lawyer": one of several is meant, the last.
            bracket = tokens.text[pronoun - 1] == "(" and wanted != PLURALS
            other = wanted != PLURALS and any(
                tokens.lower[child] in _OTHER and child > verb for child in tokens.children[verb]
            )
            if wanted == _SINGULAR or bracket or other:
                moves[verb] = (near, "relcl")
            continue
        if (
            noun < near
            and wanted
            and noun in tokens.climb(near)
            and tokens.tag[noun] not in wanted | {"CD", "PRP"}
            and tokens.tag[noun] in PLURALS | _SINGULAR
            and tokens.tag[near] in wanted
            and len(tokens.conjuncts(noun)) == 1
            and tokens.child(near, "conj") is None
            and tokens.dep[near] in ("pobj", "dobj", "conj", "appos")
        ):
            moves[verb] = (near, "relcl")
    return with_heads(tokens, moves)


def _unnamed_above(noun: int, tokens: Tokens) -> int | None:
    """The noun to which a bare name belongs by "at" or "in": of no name it needs to be told which one is meant.

    "A *crowd* at Acme that spilled out".
    """
    preposition = tokens.head[noun]
    above = tokens.head[preposition]
    named = tokens.pos[noun] == "PROPN" and not any(
        tokens.dep[child] == "det" for child in tokens.children[noun]
    )
    if not named or tokens.dep[noun] != "pobj" or tokens.lower[preposition] not in _AT:
        return None
    return above if tokens.pos[above] == "NOUN" and tokens.dep[preposition] == "prep" else None


def _new_before_place(place: int, tokens: Tokens) -> int | None:
    """What is new right before the place it is in: the clause tells of it, "opened a *plant* in Rome, which closed"."""
    link = tokens.head[place]
    noun = link - 1
    if (
        tokens.ent[place] not in ("GPE", "LOC")
        or tokens.dep[place] != "pobj"
        or tokens.lower[link] not in _AT
    ):
        return None
    new = any(tokens.lower[child] in ("a", "an") for child in tokens.children[noun]) if noun > 0 else False
    person = load_actor_lists().nouns.get(tokens.lemma[noun].lower()) == "Person"
    thing = new and not person and tokens.pos[noun] == "NOUN"
    return noun if thing and tokens.left[place] == link + 1 else None


_AT = frozenset({"at", "in", "from"})
_OTHER = frozenset({"him", "her"})
"""Objects of one of two, that the other is the subject of: "Doe and Roe, who had lent him money"."""


def _person_above(noun: int, tokens: Tokens) -> int | None:
    """The person to whom the body ``noun`` belongs by a preposition: "an *adviser* to the campaign"; else none."""
    nouns, bodies = load_actor_lists().nouns, load_ontology().below("Organization")
    if nouns.get(tokens.lemma[noun].lower()) not in bodies and tokens.ent[noun] != "ORG":
        return None
    above = noun
    while tokens.dep[above] == "pobj" and tokens.dep[tokens.head[above]] == "prep":
        above = tokens.head[tokens.head[above]]
        if tokens.dep[above] in ("amod", "acl"):  # "an official familiar with the campaign"
            above = tokens.head[above]
        one = tokens.ent[above] == "NORP" and tokens.tag[above] in _SINGULAR
        if one or nouns.get(tokens.lemma[above].lower()) == "Person" or tokens.ent[above] == "PERSON":
            return above
    return None


def _number_of(verb: int, tokens: Tokens) -> frozenset[str]:
    """Tags of the nouns with which the form of ``verb`` agrees; none where it agrees with all."""
    finite = tokens.finite(verb)
    if tokens.tag[finite] == "VBZ" or tokens.lower[finite] in _SINGULAR_VERBS:
        return _SINGULAR
    return PLURALS if tokens.tag[finite] == "VBP" or tokens.lower[finite] in _PLURAL_VERBS else frozenset()
