"""What grammar alone says is one thing: appositions and relative pronouns."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.facts import CLOSED, GROUPS, PLACES, is_group
from sociogram.extraction.coreference.own_clause import tells_of_what_is_before
from sociogram.extraction.coreference.words import DESIGNATED
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.model import Mention
    from sociogram.parse.tokens import Tokens


_POST_VERBS = load_vocabulary("qualification").words("post-verbs")
_CLOSING = frozenset({'"', "”", "''", "’’", "’", "'"})
"""Marks that close a quotation."""
ACTORS = GROUPS | PLACES | {"Person", "Collective"}


def join_appositions(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join a noun phrase in apposition ("Himes, the ranking member") to what it describes.

    A bare noun of no known kind is left alone: parsers take the items of a list for appositions.
    """
    by_head = {one.head: one.index for one in facts if one.head >= 0}
    inside = {
        token: one.index
        for one in facts
        if one.mention.form == "named"
        for token in range(*one.mention.tokens)
    }
    for one in facts:
        if one.head < 0 or tokens.dep[one.head] != "appos" or one.mention.kind in CLOSED:
            continue
        if tokens.tag[one.mention.tokens[0]] == "WP$":
            continue  # "Acme, whose chairman": a clause that the parser did not see
        if one.mention.form == "nominal" and len(clusters.members(one.index)) > 1:
            continue
        above = tokens.head[one.head]
        index = by_head.get(above, inside.get(above))
        if index is None or index == one.index:
            continue
        anchor = facts[index]
        if anchor.number != one.number or anchor.mention.kind in CLOSED:
            continue
        if one.mention.form == anchor.mention.form == "named" or "pronoun" in {
            one.mention.form,
            anchor.mention.form,
        }:
            continue
        noun, other = (anchor, one) if one.mention.form == "named" else (one, anchor)
        if _describes(noun, other):
            clusters.join(index, one.index)


def join_close_names(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join somebody's kin to the name right behind, where the parser makes two subjects of them.

    As in "Ann Lee, whose *husband Bob Ray* runs Acme".
    """
    named = {one.mention.tokens[0]: one for one in facts if one.mention.form == "named"}
    for one in facts:
        other = named.get(one.mention.tokens[1]) if one.mention.form == "nominal" else None
        if other is None or one.head < 0 or one.determiner != "possessive":
            continue
        both = one.mention.kind == other.mention.kind == "Person" and one.number == other.number == "singular"
        subjects = {tokens.dep[one.head], tokens.dep[other.head]} == {"nsubj"}
        if both and subjects and tokens.head[one.head] == tokens.head[other.head]:
            clusters.join(one.index, other.index)


def join_second_appositions(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join the second of two descriptions to the person before both: "Ann Lee, a lawyer and the founder of Acme, left".

    Without a comma behind it, who has an article may be somebody else: "Ann Lee, the mayor and the bishop left".
    """
    by_head = {one.head: one for one in facts if one.head >= 0}
    for one in facts:
        if one.mention.form != "nominal" or one.mention.kind != "Person" or one.number != "singular":
            continue
        first, start = tokens.head[one.head], tokens.left[one.head]
        if tokens.dep[one.head] != "conj" or tokens.dep[first] != "appos" or start < 2:
            continue
        anchor, beside = by_head.get(tokens.head[first]), by_head.get(first)
        end = tokens.right[one.head]
        joined = tokens.lower[start - 1] == "and" and tokens.text[start - 2] != ","
        closed = one.determiner == "none" or (end < len(tokens) and tokens.text[end] == ",")
        if not (joined and closed) or anchor is None or beside is None or anchor.mention.form != "named":
            continue
        if anchor.mention.kind == "Person" and clusters.same(anchor.index, beside.index):
            clusters.join(anchor.index, one.index)


_NAMING = frozenset({"identify", "name"})
"""Verbs that with "as" and a name tell whom a description means."""


def join_capacities(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join as what somebody is taken to who is: "hired Roe as *counsel*", "the suspect, identified as *Roe*,"."""
    by_head = {one.head: one for one in facts if one.head >= 0}
    for one in facts:
        verbs = _POST_VERBS if one.mention.form == "nominal" else _NAMING
        if one.head < 0 or one.mention.form == "pronoun":
            continue
        verb = tokens.behind_as(one.head)
        if verb is None or tokens.lemma[verb] not in verbs or tokens.child(verb, "neg") is not None:
            continue
        described = tokens.dep[verb] == "acl" and tokens.tag[verb] == "VBN"
        person = tokens.head[verb] if described else tokens.child(verb, "dobj", "nsubjpass")
        taken = by_head.get(person) if person is not None else None
        if taken is not None and taken.number == one.number and _describes(one, taken):
            clusters.join(taken.index, one.index)


def join_relations(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join whose relative somebody is to the person named before: "“the work of Ann Lee,” his wife".

    The parser takes the mark for the end of a phrase, and his wife for the work. Who says something behind a quotation
    is somebody else.
    """
    named = {
        one.tokens_end: one for one in facts if one.mention.form == "named" and one.mention.kind == "Person"
    }
    by_head = {one.head: one for one in facts if one.head >= 0}
    for one in facts:
        if one.mention.form != "nominal" or one.mention.kind != "Person" or one.determiner != "possessive":
            continue
        comma, end = one.mention.tokens[0] - 1, one.tokens_end
        if comma > 0 and tokens.text[comma] in _CLOSING:
            comma -= 1
        elif not _is_apposed_to_thing(one, by_head, tokens):
            continue
        before = named.get(comma)
        closed = end < len(tokens) and tokens.text[end] in {".", ",", ";"} and tokens.text[comma] == ","
        if before is not None and closed and one.role != "subject" and before.number == one.number:
            clusters.join(before.index, one.index)


def _is_apposed_to_thing(one: Facts, by_head: Mapping[int, Facts], tokens: Tokens) -> bool:
    anchor = by_head.get(tokens.head[one.head]) if tokens.dep[one.head] == "appos" else None
    return anchor is not None and anchor.mention.kind not in ACTORS


def join_fronted(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join the description that opens a sentence to the name behind its comma: "A former lawyer, Doe joined Acme"."""
    before: dict[int, Facts] = {}
    for one in facts:
        if one.head < 0 or one.mention.kind != "Person" or tokens.dep[one.head] not in {"nsubj", "nsubjpass"}:
            continue
        verb = tokens.head[one.head]
        first = before.setdefault(verb, one)
        comma = tokens.left[one.head] - 1
        if first.mention.form != "nominal" or one.mention.form != "named" or one.head > verb or comma < 0:
            continue
        if tokens.text[comma] == "," and tokens.right[first.head] in {comma, comma + 1} and agree(first, one):
            clusters.join(one.index, first.index)


def join_dislocated(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join a subject to the phrase that is set before it: "Ann Lee, she joined Acme"."""
    for before, one in itertools.pairwise(facts):
        if (
            one.mention.form == "pronoun"
            and is_dislocated(before.mention, one.mention, tokens)
            and agree(one, before)
        ):
            clusters.join(before.index, one.index)


def is_dislocated(before: Mention, pronoun: Mention, tokens: Tokens) -> bool:
    """Whether ``before`` stands with a comma right before the subject ``pronoun``, and has no role of its own."""
    comma, head = pronoun.head - 1, before.head
    if head < 0 or comma < 1 or tokens.text[comma] != "," or before.tokens[1] != comma:
        return False
    subject = tokens.dep[pronoun.head] in {"nsubj", "nsubjpass"} and pronoun.name in {"he", "she", "they"}
    alone = tokens.dep[head] in {"nsubj", "nsubjpass", "dep", "dislocated", "ROOT", "npadvmod"}
    if tells_of_what_is_before(tokens.head[pronoun.head], tokens):
        return False  # "Ann Lee, *he* said, was a liar"
    return subject and alone and tokens.quote[head] == tokens.quote[pronoun.head]


def _describes(noun: Facts, other: Facts) -> bool:
    """Whether ``noun`` is a description of ``other`` and not the next item of a list."""
    if noun.mention.kind == "Thing":
        return noun.determiner != "none" and other.mention.kind not in ACTORS
    return noun.determiner != "none" or noun.mention.kind == other.mention.kind == "Person"


def join_titles(clusters: Clusters, facts: Sequence[Facts]) -> None:
    """Join "the president" to the one person whom the text before has called President by title."""
    bearers: dict[str, list[int]] = {}
    for one in facts:
        if one.mention.kind == "Person" and one.mention.form == "named":
            for title in sorted(one.titles):
                bearers.setdefault(title, []).append(one.index)
        elif one.mention.form == "nominal" and one.determiner == "definite" and one.number == "singular":
            bare = one.mention.phrase[1] <= one.mention.end
            roots = {clusters.find(index) for index in bearers.get(" ".join(one.words), ())}
            if bare and len(roots) == 1:
                clusters.join(min(roots), one.index)


def join_designated(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join "the ruling Acme Front party" to the Acme Front in it: its noun says what kind of body the name is of."""
    by_head: dict[int, list[Facts]] = {}
    for one in facts:
        if (
            one.mention.form == "named"
            and one.head >= 0
            and tokens.dep[one.head] in {"compound", "nmod", "amod"}
        ):
            by_head.setdefault(tokens.head[one.head], []).append(one)
    for one in facts:
        if one.mention.form == "nominal" and one.determiner == "definite" and one.number == "singular":
            named = [name for name in by_head.get(one.head, ()) if designates(one, name, tokens)]
            if len(named) == 1 and len(by_head[one.head]) == 1:
                clusters.join(named[0].index, one.index)


def join_tails(clusters: Clusters, facts: Sequence[Facts]) -> None:
    """Join "the electoral commission" to the one body whose long name ends in these words, before it or behind."""
    by_tail: dict[tuple[str, ...], list[int]] = {}
    for one in facts:
        if one.mention.form == "named" and one.mention.kind in GROUPS:
            for start in range(len(one.words) - 1):
                by_tail.setdefault(one.words[start:], []).append(one.index)
    for one in facts:
        if one.mention.form == "nominal" and one.determiner == "definite" and one.number == "singular":
            bare = one.mention.phrase[1] <= one.mention.end and one.mention.text[1:].islower()
            roots = {clusters.find(index) for index in by_tail.get(one.words, ())} if bare else set()
            if len(roots) == 1:
                clusters.join(min(roots), one.index)


def designates(noun: Facts, name: Facts, tokens: Tokens) -> bool:
    """Whether ``noun`` only says of what kind the body with the name right before it is: "the Acme *militia*"."""
    kinds = DESIGNATED.get(noun.lemma, ())
    between = range(name.tokens_end, noun.head)
    return (
        (name.mention.kind in kinds or (name.mention.kind == "Organization"))
        and bool(kinds)
        and not name.mention.demonym
        and len(between) <= 1
        and all(
            tokens.lower[token] == tokens.text[token] and tokens.pos[token] == "NOUN" for token in between
        )
    )


def join_partners(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join the possessive of a second conjunct to the first ("Acme and its partners").

    In "her son and her brother" it goes with the first possessive.
    """
    by_head = {one.head: one for one in facts if one.head >= 0 and not one.relative}
    for one in facts:
        if one.mention.form != "pronoun" or one.mention.person != 3 or not one.possessive:
            continue
        alike = _possessive_before(one, by_head, tokens)
        noun = tokens.head[one.head]
        first = by_head.get(tokens.head[noun]) if tokens.dep[noun] == "conj" else None
        if alike is not None:
            clusters.join(alike.index, one.index)
        elif first is not None and first.mention.kind not in CLOSED and agree(one, first):
            clusters.join(first.index, one.index)


def _possessive_before(one: Facts, by_head: Mapping[int, Facts], tokens: Tokens) -> Facts | None:
    """The same word as the possessive ``one``, at a conjunct before its noun."""
    for noun in tokens.climb(tokens.head[one.head]):
        owner = tokens.child(noun, "poss")
        if owner is not None and owner < one.head and tokens.lower[owner] == tokens.lower[one.head]:
            return by_head.get(owner)
        if tokens.dep[noun] != "conj":
            return None
    return None


def join_reflexives(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join "himself" to the subject of its verb, or to the phrase right before it ("the Pope himself")."""
    subjects: dict[int, Facts] = {}
    for one in facts:
        if one.reflexive and one.head > 0:
            before = facts[one.index - 1] if one.index else None
            anchor = subjects.get(_verb_with_subject(tokens, one.head, subjects))
            if before is not None and before.tokens_end == one.head and before.mention.form != "pronoun":
                anchor = before if agree(one, before) else anchor
            if anchor is not None and agree(one, anchor):
                clusters.join(anchor.index, one.index)
        elif one.role == "subject" and one.verb >= 0 and not one.relative:
            subjects.setdefault(one.verb, one)


def _verb_with_subject(tokens: Tokens, token: int, subjects: dict[int, Facts]) -> int:
    """The nearest verb above ``token`` that has a subject, or -1; a finite clause without one ends the climb."""
    for above in tokens.climb(token):
        if above == token:
            continue
        if above in subjects:
            return above
        if tokens.dep[above] in {"relcl", "ccomp", "ROOT"}:
            return -1
    return -1


def agree(one: Facts, other: Facts) -> bool:
    """Whether the number and the animacy of a reflexive fit ``other``."""
    if one.mention.person != other.mention.person:
        return False
    if one.number == "plural":
        return other.number == "plural" or is_group(other)
    return other.number != "plural" and (other.animate is True) == (one.animate is True)


def join_relatives(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join "who", "which" and "that" to the noun whose relative clause they open."""
    by_head = {one.head: one.index for one in facts if one.head >= 0}
    for one in facts:
        if not one.relative:
            continue
        clause = tokens.relative_clause(one.head)
        anchor = None if clause is None else by_head.get(tokens.head[clause])
        if anchor is not None:
            clusters.join(anchor, one.index)
