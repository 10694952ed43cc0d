"""Claims in words, for a terminal: the quote with subject, relation and object marked."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from sociogram.cli.terminal import visible
from sociogram.write.text.wording import Names, actor_names, affirm_deny, held, statement, tie_standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph
    from sociogram.model import Actor, Claim, Tie

_MARKS = {"subject": ("[", "]", "1;36"), "trigger": ("<", ">", "1;33"), "object": ("{", "}", "1;32")}
"""Signs around the words of a claim, and their colour on a terminal (bold cyan, yellow, green)."""


def claim_lines(graph: Graph, claim: Claim) -> list[str]:
    """A claim as a few lines: the statement, how it is held, the marked quote, and where it stands."""
    names = actor_names(graph)
    lines = [f"claim {claim.id}: {visible(statement(claim, names))}"]
    evidence = claim.evidence
    document = graph.documents_by_id.get(evidence.document)
    lines.append("  " + visible(held(claim, names, document)))
    lines.append("  " + marked_quote(claim))
    lines.append(f"  {visible(evidence.source)} [{evidence.start}:{evidence.end}] by rule {evidence.rule}")
    lines += [f"  {visible(doubt)}" for doubt in doubts(document)] if document is not None else []
    return lines


def doubts(document: DocumentRecord) -> Iterator[str]:
    """What of a document is known less surely: pages that are pictures, what only the file's name gives."""
    if document.recognised:
        pages = ", ".join(f"{each.page} (confidence {each.confidence:.2f})" for each in document.recognised)
        yield f"read from pictures by text recognition (OCR): page {pages}"
    if document.from_name:
        yield f"by the file's name alone: {', '.join(document.from_name)}"


def marked_quote(claim: Claim) -> str:
    """The quote with ``[subject]``, ``<relation>`` and ``{object}`` marked, in colour on a terminal."""
    evidence = claim.evidence
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    opens: dict[int, list[tuple[int, str]]] = {}
    closes: dict[int, list[str]] = {}
    for role, (begin, end, code) in _MARKS.items():
        start, stop = getattr(evidence, role)
        if not evidence.start <= start < stop <= evidence.end:
            continue
        before, behind = (f"\x1b[{code}m{begin}", f"{end}\x1b[0m") if colour else (begin, end)
        opens.setdefault(start - evidence.start, []).append((-stop, before))
        closes.setdefault(stop - evidence.start, []).append(behind)
    parts = []
    for position, character in enumerate(evidence.quote):
        parts += closes.get(position, [])
        parts += [mark for _, mark in sorted(opens.get(position, []))]
        parts.append(visible(character))
    parts += closes.get(len(evidence.quote), [])
    return "“" + "".join(parts) + "”"


def tie_line(graph: Graph, tie: Tie, names: Names) -> str:
    """A tie on one line: the statement, how it stands, and how many claims of how many sources."""
    counts = f"{affirm_deny(tie)}; {tie.sources} sources"
    return f"tie {tie.id}: {visible(statement(tie, names))} ({visible(tie_standing(graph, tie))}; {counts})"


def actor_lines(actor: Actor) -> list[str]:
    """An actor: name, kind, other names, identifiers, and how often it is mentioned."""
    lines = [f"actor {actor.id}: {visible(actor.name)} ({actor.kind})"]
    if actor.aliases:
        lines.append("  also: " + visible("; ".join(actor.aliases)))
    if actor.identifiers:
        lines.append("  " + visible(", ".join(f"{key} {value}" for key, value in actor.identifiers)))
    if actor.candidates:
        lines.append("  perhaps: " + visible("; ".join(actor.candidates)))
    documents = {mention.document for mention in actor.mentions}
    lines.append(f"  {len(actor.mentions)} mentions in {len(documents)} documents")
    return lines
