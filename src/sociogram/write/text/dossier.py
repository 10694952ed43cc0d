"""A dossier in Markdown: what is claimed of an actor, by whom, in which words, with numbered sources.

Ties are in four parts, so that nothing is taken for more than it is: stated (some claim affirms it as
asserted or reported, and none denies it), disputed (others deny it), denied, and all else (alleged,
possible, intended …); in each, and in every list of quotes, what is worth most comes first. Texts are escaped as
``markdown.escape`` says; there are no links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.graph.sayers import SayerKind, document_sayer
from sociogram.graph.worth import by_worth
from sociogram.knowledge.ontology import FALLBACK, load_ontology
from sociogram.model import LiteralObject, Polarity
from sociogram.write.files.atomic import write_text
from sociogram.write.text.markdown import escape
from sociogram.write.text.wording import (
    affirm_deny,
    counted,
    modality_words,
    quoting,
    relation_label,
    review_words,
    said_ends,
    said_relation,
    sayer_words,
    tie_standing,
)

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Actor, Claim, Tie

STRONGEST = 20
"""Actors of a dossier that names none."""
_MOST_QUOTES = 12
"""Claims of a tie that are quoted; the others are counted."""
_MOST_SAID = 30
"""Claims about others that are quoted of one who says them."""
_PARTS = {
    "stated": "Ties",
    "disputed": "Disputed: some state or allege it, others deny or negate it",
    "denied": "Denied: somebody or the words themselves deny it, and nothing affirms it",
    "not stated": "Not stated: only alleged, possible, intended, demanded or predicted",
}
"""Headings of the ties of an actor by how they stand, in their order."""
_HELD = "not stated"
_PART_OF = {"stated": "stated", "disputed": "disputed", "denied": "denied", "negated": "denied"}
"""The part for each standing of a tie; all others are in that of what is only held in some way."""
_OPEN = "other predicates"
"""The row of the table for all relations of no known sense, of which nearly every tie has words of its own."""
_OFFICES = frozenset({"holdsPost", "chiefExecutiveOf", "headOfState", "headOfGovernment", "ministerOf",
                      "leads", "spokespersonFor", "memberOf", "partyMemberOf"})  # fmt: skip
"""Relations that are told as posts and memberships, ahead of the other ties."""


@dataclass(frozen=True, slots=True)
class DossierWriter:
    """Writes the dossier of the strongest actors."""

    file_name: str

    def write(self, graph: Graph, path: Path) -> None:
        """Write the dossier of the ``STRONGEST`` actors of ``graph``."""
        write_dossier(graph, strongest(graph, STRONGEST), path)


@dataclass(slots=True)
class _Sources:
    """Documents by the number of their first use."""

    graph: Graph
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, document: str) -> str:
        """``[3]``."""
        return f"\\[{self.numbers.setdefault(document, len(self.numbers) + 1)}\\]"

    def lines(self) -> Iterator[str]:
        """The numbered list of what was used."""
        documents = {document.id: document for document in self.graph.documents}
        for each, number in self.numbers.items():
            document = documents.get(each)
            if document is None:
                yield f"{number}. {escape(each)}"
                continue
            parts = [document.title or document.id, "; ".join(document.authors), document.publisher or "",
                     document.published or "no date", document.source]  # fmt: skip
            yield f"{number}. " + ". ".join(escape(part) for part in parts if part)


def strongest(graph: Graph, most: int) -> list[Actor]:
    """The actors with the most claims in ties, then the most ties, then by name."""
    claims: Counter[str] = Counter()
    ties: Counter[str] = Counter()
    for tie in graph.ties:
        for end in {tie.subject, tie.object}:
            if isinstance(end, str):
                claims[end] += tie.affirmed + tie.denied
                ties[end] += 1
    ranked = sorted(graph.actors, key=lambda one: (-claims[one.id], -ties[one.id], one.name, one.id))
    return ranked[:most]


def write_dossier(graph: Graph, actors: list[Actor], path: Path) -> None:
    """Write the dossier of ``actors``, one after the other, with one list of sources."""
    write_text(path, (line + "\n" for line in _dossier(graph, actors)))


def _dossier(graph: Graph, actors: list[Actor]) -> Iterator[str]:
    sources = _Sources(graph)
    ties: dict[str, list[Tie]] = {actor.id: [] for actor in actors}
    said: dict[str, list[Claim]] = {actor.id: [] for actor in actors}
    for tie in graph.ties:
        for end in dict.fromkeys((tie.subject, tie.object)):
            if isinstance(end, str) and end in ties:
                ties[end].append(tie)
    for claim in graph.claims:
        for asserter in claim.asserters:
            if asserter in said:
                said[asserter].append(claim)
    one = len(actors) == 1
    yield f"# {escape(actors[0].name)}" if one else f"# The {len(actors)} strongest actors"
    yield ""
    yield "What documents claim, not what is so. Numbers in brackets are sources, listed at the end."
    for actor in actors:
        if not one:
            yield from ("", f"## {escape(actor.name)}")
        yield from _Section(graph, actor, sources).lines(ties[actor.id], said[actor.id])
    yield from ("", "## Sources", "")
    yield from sources.lines()


@dataclass(frozen=True, slots=True)
class _Section:
    """The part of one actor."""

    graph: Graph
    actor: Actor
    sources: _Sources

    def lines(self, ties: list[Tie], said: list[Claim]) -> Iterator[str]:
        """All that is known of the actor."""
        yield from self._head()
        parts: dict[str, list[Tie]] = {name: [] for name in _PARTS}
        for tie in sorted(ties, key=lambda tie: (-by_worth(tie), tie.relation, tie.id)):
            parts[self._standing(tie)].append(tie)
        posts = [tie for tie in parts["stated"] if tie.relation in _OFFICES and tie.subject == self.actor.id]
        if posts:
            yield from ("", "### Posts and memberships", "")
            yield from (f"- {self._statement(tie)} {self._numbers(tie)}" for tie in posts)
        yield from self._counts(parts)
        for part, heading in _PARTS.items():
            if parts[part]:
                yield from ("", f"### {heading}", "")
                for tie in parts[part]:
                    yield from self._tie(tie, part)
        if said:
            yield from self._said(said)

    def _head(self) -> Iterator[str]:
        actor = self.actor
        documents = dict.fromkeys(mention.document for mention in actor.mentions)
        label = (
            load_ontology().classes[actor.kind].label if actor.kind in load_ontology().classes else actor.kind
        )
        yield ""
        yield f"- Kind: {escape(label)}"
        if actor.aliases:
            yield "- Also called: " + "; ".join(escape(alias) for alias in actor.aliases)
        if actor.identifiers:
            yield "- Identifiers: " + "; ".join(escape(f"{key} {value}") for key, value in actor.identifiers)
        if actor.candidates:
            yield "- Perhaps (not told): " + "; ".join(map(escape, actor.candidates))
        numbers = " ".join(self.sources.number(document) for document in sorted(documents))
        yield f"- Mentioned {len(actor.mentions)} times in {len(documents)} documents {numbers}".rstrip()

    def _standing(self, tie: Tie) -> str:
        code = self.graph.standings[tie.id].code
        return _PART_OF.get(code, _HELD)

    def _counts(self, parts: dict[str, list[Tie]]) -> Iterator[str]:
        """A table of relations: how many ties and claims of each standing, first and last."""
        rows: dict[tuple[str, str], list[Tie]] = {}
        for part, ties in parts.items():
            for tie in ties:
                rows.setdefault((self._relation(tie), part), []).append(tie)
        if not rows:
            return
        yield from ("", "| relation | standing | ties | claims | first said | last said |",
                    "|---|---|--:|--:|---|---|")  # fmt: skip
        order = list(_PARTS)
        for (relation, part), ties in sorted(
            rows.items(), key=lambda row: (order.index(row[0][1]), row[0][0])
        ):
            claims = sum(tie.affirmed + tie.denied for tie in ties)
            first = min((tie.first for tie in ties if tie.first), default="")
            last = max((tie.last for tie in ties if tie.last), default="")
            cells = (relation, part, str(len(ties)), str(claims), escape(first), escape(last))
            yield "| " + " | ".join(cells) + " |"

    def _relation(self, tie: Tie) -> str:
        """The relation as read from the actor: ``funded``, or ``funded (by others)`` where it is the object."""
        known = load_ontology().relations.get(tie.relation)
        turned = tie.subject != self.actor.id and not (known is not None and known.symmetric)
        label = _OPEN if tie.relation == FALLBACK else relation_label(tie)
        return escape(label) + (" (by others)" if turned else "")

    def _statement(self, item: Claim | Tie) -> str:
        relation = said_relation(item, self.graph)
        subject, target = said_ends(item, self.graph)
        return f"{self._name(subject)} **{escape(relation)}** {self._name(target)}"

    def _name(self, end: str | LiteralObject) -> str:
        if isinstance(end, LiteralObject):
            return f"“{escape(end.value)}”"
        actor = self.graph.actors_by_id.get(end)
        return escape(actor.name if actor is not None else end)

    def _numbers(self, tie: Tie) -> str:
        documents = dict.fromkeys(claim.evidence.document for claim in self.graph.claims_of(tie))
        return " ".join(self.sources.number(document) for document in documents)

    def _tie(self, tie: Tie, part: str) -> Iterator[str]:
        mark = "" if part == "stated" else f" *({part})*"
        claims = sorted(self.graph.claims_of(tie), key=by_worth, reverse=True)
        sources = counted(tie.sources, "independent source")
        yield f"- {self._statement(tie)}{mark}: {affirm_deny(tie)}, {sources}; {escape(tie_standing(self.graph, tie))}"
        for claim in claims[:_MOST_QUOTES]:
            yield f"  - {self._claim(claim)}"
        if len(claims) > _MOST_QUOTES:
            yield f"  - and {len(claims) - _MOST_QUOTES} more"

    def _claim(self, claim: Claim) -> str:
        words = ["**denied**"] if claim.polarity is Polarity.DENIED else []
        words.append(modality_words(claim.modality))
        if claim.asserters:
            words.append("says " + quoting(self._name(each) for each in claim.asserters))
        elif sayer := self._credited(claim):
            words.append(f"says {sayer}")
        if claim.said_on:
            words.append(escape(claim.said_on))
        if claim.time is not None:
            above = " (by the heading above)" if claim.time.inherited else ""
            words.append(f"time: {escape(claim.time.text)}{above}")
        if claim.amount is not None:
            words.append(f"amount: {escape(claim.amount.text)}")
        words += [f"{role.name}: {escape(' '.join(role.text.split()))}" for role in claim.roles]
        if claim.review is not None:
            words.append(escape(review_words(claim.review)))
        number = self.sources.number(claim.evidence.document)
        return f"“{escape(claim.evidence.quote)}” ({'; '.join(words)}) {number}"

    def _credited(self, claim: Claim) -> str:
        """Who says so by the document's credits; the document itself is cited behind the quote anyway."""
        document = self.graph.documents_by_id.get(claim.evidence.document)
        sayer = document_sayer(document) if document is not None else None
        return escape(sayer_words(sayer)) if sayer and sayer.kind is not SayerKind.DOCUMENT else ""

    def _said(self, claims: list[Claim]) -> Iterator[str]:
        """What the actor says of others, or is quoted with."""
        others = [one for one in claims if self.actor.id not in (one.subject, one.object)]
        if not others:
            return
        others.sort(key=by_worth, reverse=True)
        yield from ("", f"### Says of others ({counted(len(others), 'claim')})", "")
        for claim in others[:_MOST_SAID]:
            held = "does not hold: " if claim.polarity is Polarity.DENIED else ""
            yield f"- {held}{self._statement(claim)}: {self._claim(claim)}"
        if len(others) > _MOST_SAID:
            yield f"- and {len(others) - _MOST_SAID} more"


writer = DossierWriter("dossier.md")
