"""First and second person: who speaks in a quotation, in a letter and in the document itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.extract.coref_clusters import Clusters
    from sociogram.extract.coref_facts import Facts
    from sociogram.extract.coref_tokens import Grammar
    from sociogram.model import Attribution, Credit, Document
    from sociogram.parse import ParsedDocument


def join_speakers(
    clusters: Clusters,
    facts: Sequence[Facts],
    attributions: Sequence[Attribution],
    parsed: ParsedDocument,
    grammar: Grammar,
) -> list[int]:
    """Join the pronouns of the first and second person to their speakers and those spoken to.

    Gives for each mention a number of the speaker's scope: 0 for the document's own voice, one
    more for each quotation. Pronouns of one scope and person are one chain; "I" joins the source
    of the quotation or the author, "you" the recipient of a letter; "we" joins nobody else.
    """
    scopes, sources = read_scopes(facts, attributions, grammar)
    document = parsed.document
    first: dict[tuple[int, int, str], int] = {}
    for one in facts:
        if one.mention.form != "pronoun" or one.mention.person == 3:
            continue
        number = one.number if one.mention.person == 1 else ""
        key = (scopes[one.index], one.mention.person, number)
        clusters.join(first.setdefault(key, one.index), one.index)
    for (scope, person, number), index in sorted(first.items()):
        if person == 1 and number == "singular" and scope in sources:
            clusters.join(sources[scope], index)
    author = credited(document.authors, facts)
    recipient = credited(document.recipients, facts)
    if author is not None and (0, 1, "singular") in first:
        clusters.join(author, first[0, 1, "singular"])
    if recipient is not None and len(document.recipients) == 1 and (0, 2, "") in first:
        clusters.join(recipient, first[0, 2, ""])
    return scopes


def credited(credits_: Sequence[Credit], facts: Sequence[Facts]) -> int | None:
    """The mention of the one credit that is given; ``None`` for none or several."""
    if len(credits_) != 1 or credits_[0].start is None:
        return None
    for one in facts:
        if one.mention.start == credits_[0].start and one.mention.end == credits_[0].end:
            return one.index
    return None


def read_scopes(
    facts: Sequence[Facts], attributions: Sequence[Attribution], grammar: Grammar
) -> tuple[list[int], dict[int, int]]:
    """The scope of each mention, and the mention that speaks in each scope that has a source."""
    marked = max(grammar.quote, default=-1) + 1
    scopes = [one.quote + 1 if one.quote >= 0 else 0 for one in facts]
    sources: dict[int, int] = {}
    by_head = {one.head: one.index for one in facts if one.head >= 0 and not one.relative}
    extra = marked + 1
    for attribution in attributions:
        if not attribution.direct:
            continue
        inside = [
            one.index
            for one in facts
            if one.head >= 0 and any(start <= one.mention.start < end for start, end in attribution.content)
        ]
        source = by_head.get(attribution.source_head) if attribution.source_head is not None else None
        numbers = {scopes[index] for index in inside} - {0}
        if not numbers:
            numbers = {extra}
            extra += 1
        scope = min(numbers)
        for index in inside:
            scopes[index] = scope
        if source is not None:
            sources.setdefault(scope, source)
    return scopes, sources
