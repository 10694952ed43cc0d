"""Descriptions of whom a document alone has named so far: "Ann Lee took office in May. The former judge …".

News brings somebody in by a description and then by name with age or town ("A nurse was jailed. Ann Lee, 51, had
admitted …"), and goes on with other descriptions. Where a second person has been named, or one somewhere has the same
office, it stays open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.coreference.words import (
    ALIKE_ROLES,
    KIN_NOUNS,
    OFFICES_OF_ONE,
    SAYING_VERBS,
    SUCCEEDING,
    TELLING_AGAIN,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.parse.tokens import Tokens

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEAR = 2
"""Sentences back in which the one person must have been spoken of."""
_OLDEST = 120
"""Years that a person lives at most."""
_LEAD = 1
"""The last sentence that may bring somebody in by a description: a title, and the first sentence behind it."""


def join_sole(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join each description that can mean nobody but the one person whom the document has named so far."""
    _join_introduced(clusters, facts, tokens)
    offices = _offices(facts)
    root, last = -1, -1
    for one in facts:
        if one.head < 0:
            continue
        if one.mention.kind == "Person" and one.mention.form == "named":
            own = clusters.find(one.index)
            if root >= 0 and own != clusters.find(root):
                return
            root, last = own, one.sentence
        elif (
            0 <= one.sentence - last <= _NEAR
            and root >= 0
            and _describes_again(one, facts, clusters, tokens, offices)
        ):
            clusters.join(root, one.index)
            last = one.sentence


def _offices(facts: Sequence[Facts]) -> frozenset[str]:
    """The offices that titles before names, and nouns with "a", give to somebody in the document."""
    titles = {title for one in facts if one.mention.form == "named" for title in one.titles}
    nouns = {one.lemma for one in facts if one.mention.form == "nominal" and one.determiner == "indefinite"}
    return frozenset(ALIKE_ROLES.get(word, word) for word in titles | nouns)


def _describes_again(
    one: Facts, facts: Sequence[Facts], clusters: Clusters, tokens: Tokens, offices: frozenset[str]
) -> bool:
    """Whether the phrase calls somebody known by what he was, is or is running for."""
    mention = one.mention
    if mention.form != "nominal" or mention.kind != "Person" or one.number != "singular" or one.quote >= 0:
        return False
    if one.determiner != "definite" or one.lemma in KIN_NOUNS:
        return False
    if any(index != one.index and not facts[index].relative for index in clusters.members(one.index)):
        return False
    if tokens.dep[one.head] not in _SUBJECTS or ALIKE_ROLES.get(one.lemma, one.lemma) in offices:
        return False
    narrowed = any(
        tokens.dep[child] in {"acl", "poss", "appos"}
        or (tokens.dep[child] == "relcl" and tokens.text[tokens.left[child] - 1] != ",")
        for child in tokens.children[one.head]
    )
    if narrowed:
        return False
    before = {tokens.lower[token] for token in range(tokens.left[one.head], one.head)}
    if before & TELLING_AGAIN:
        return True
    if one.lemma not in OFFICES_OF_ONE or before & SUCCEEDING:
        return False
    told = len(one.words) > 1 or one.mention.phrase[1] > one.mention.end
    return told or tokens.lemma[one.verb] not in SAYING_VERBS


def _join_introduced(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join whom the lead brings in by a description to the first person named, with age or town: "Ann Lee, 51, had"."""
    described: Facts | None = None
    for one in facts:
        if one.head < 0 or one.mention.kind != "Person" or one.number != "singular":
            continue
        if one.mention.form == "named":
            if described is not None and one.sentence == described.sentence + 1:
                subject = tokens.dep[one.head] in _SUBJECTS and tokens.dep[one.verb] == "ROOT"
                if subject and len(one.words) > 1 and _has_age_or_town(one, tokens):
                    clusters.join(described.index, one.index)
            return
        main = tokens.dep[one.head] in _SUBJECTS and tokens.dep[one.verb] == "ROOT"
        if (
            main
            and one.mention.form == "nominal"
            and one.determiner == "indefinite"
            and one.sentence <= _LEAD
        ):
            described = one


def _has_age_or_town(name: Facts, tokens: Tokens) -> bool:
    """Whether an age or "of" and a town stands between commas right behind the name."""
    comma = name.tokens_end
    if comma + 2 >= len(tokens) or tokens.text[comma] != ",":
        return False
    word = tokens.text[comma + 1]
    age = word.isdecimal() and int(word) < _OLDEST and tokens.text[comma + 2] in {",", "."}
    return age or (tokens.lower[comma + 1] == "of" and tokens.tag[comma + 2] == "NNP")
