"""Claims in words, for a terminal: the quote with subject, relation and object marked."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from sociogram.cli.answers import visible
from sociogram.knowledge.ontology import FALLBACK
from sociogram.model import LiteralObject, Modality, Polarity

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Actor, Claim, Tie

_MARKS = {"subject": ("[", "]", "1;36"), "trigger": ("<", ">", "1;33"), "object": ("{", "}", "1;32")}


def actor_names(graph: Graph) -> dict[str, str]:
    """Names of actors by id."""
    return {actor.id: actor.name for actor in graph.actors}


def claim_lines(graph: Graph, claim: Claim) -> list[str]:
    """A claim as a few lines: the statement, how it is held, the marked quote, and where it stands."""
    names = actor_names(graph)
    lines = [f"claim {claim.id}: {statement(claim, names)}"]
    lines.append("  " + "; ".join(qualifiers(claim, names)))
    lines.append("  " + marked_quote(claim))
    evidence = claim.evidence
    lines.append(f"  {visible(evidence.source)} [{evidence.start}:{evidence.end}] by rule {evidence.rule}")
    return lines


def statement(item: Claim | Tie, names: dict[str, str]) -> str:
    """``Ann Lee – funded – the campaign``; ``relatedTo`` shows its verb."""
    relation = (
        f"{item.relation} ({item.lemma})" if item.relation == FALLBACK and item.lemma else item.relation
    )
    target = (
        item.object.value if isinstance(item.object, LiteralObject) else names.get(item.object, item.object)
    )
    return visible(f"{names.get(item.subject, item.subject)} – {relation} – {target}")


def qualifiers(claim: Claim, names: dict[str, str]) -> list[str]:
    """Polarity, modality, who says so, time and amount, in words."""
    words = ["denied" if claim.polarity is Polarity.DENIED else "affirmed"]
    words.append({Modality.ASSERTED: "as fact"}.get(claim.modality, f"as {claim.modality.value}"))
    if claim.asserters:
        words.append(
            "said by " + ", quoting ".join(visible(names.get(actor, actor)) for actor in claim.asserters)
        )
    if claim.said_on:
        words.append(f"on {claim.said_on}")
    if claim.time is not None:
        span = claim.time.start or claim.time.text
        until = f" to {claim.time.end}" if claim.time.end and claim.time.end != claim.time.start else ""
        words.append(f"holds {visible(span)}{until}")
    if claim.amount is not None:
        words.append(f"amount {visible(claim.amount.text)}")
    words.append(f"confidence {claim.confidence:.2f}")
    return words


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


def tie_line(tie: Tie, names: dict[str, str]) -> str:
    """A tie on one line: the statement, and how many claims of how many sources."""
    counts = f"{tie.affirmed} affirm" + (f", {tie.denied} deny" if tie.denied else "")
    return f"tie {tie.id}: {statement(tie, names)} ({counts}; {tie.sources} sources)"


def actor_lines(actor: Actor) -> list[str]:
    """An actor: name, kind, other names, identifiers, and how often it is mentioned."""
    lines = [f"actor {actor.id}: {visible(actor.name)} ({actor.kind})"]
    if actor.aliases:
        lines.append("  also: " + visible("; ".join(actor.aliases)))
    if actor.identifiers:
        lines.append("  " + visible(", ".join(f"{key} {value}" for key, value in actor.identifiers)))
    documents = {mention.document for mention in actor.mentions}
    lines.append(f"  {len(actor.mentions)} mentions in {len(documents)} documents")
    return lines
