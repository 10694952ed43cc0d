"""Which actor the heading above a bullet names."""

from __future__ import annotations

from collections.abc import Sequence

from sociogram.knowledge.ontology import VALUES
from sociogram.model import BlockKind, Document, Mention

LONGEST = 6
"""Words of a heading that names no more than whom its bullets are about."""


def find_headings(document: Document, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """For the first character of each bullet the name in the heading above it, where that has just one."""
    named = [mention for mention in mentions if mention.form == "named" and mention.kind not in VALUES]
    found: dict[int, Mention] = {}
    heading: Mention | None = None
    for block in document.blocks:
        if block.kind is BlockKind.HEADLINE:
            inside = [one for one in named if block.start <= one.start and one.end <= block.end]
            short = len(document.text[block.start : block.end].split()) <= LONGEST
            heading = inside[0] if len(inside) == 1 and short else None
        elif block.kind is BlockKind.BULLET and heading is not None:
            found[block.start] = heading
        elif block.kind is not BlockKind.FURNITURE:
            heading = None
    return found
