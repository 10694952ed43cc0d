"""What changed, in words, for the terminal and for the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sociogram.write.text.wording import (
    Names,
    actor_names,
    counted,
    end_words,
    modality_words,
    quoting,
    statement,
    time_words,
)

if TYPE_CHECKING:
    from sociogram.compare import ActorChange, ClaimChange, Difference, DocumentChange, Kind, TieChange, What
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.model import Actor, Amount, Claim, Tie, TimeExpression

Value = TypeVar("Value")
Show = Callable[[Value, Names], str]
MARKS: Mapping[Kind, str] = {"came": "+", "went": "-", "changed": "~"}
"""Marks of changes on a terminal, as diff has them."""
PLURALS: Mapping[What, str] = {"actor": "actors", "tie": "ties", "claim": "claims", "document": "documents"}
"""The kinds of things, in the order in which they are counted."""
SIGNS = {
    "gained": ("Newly stated", "some claim affirms these as asserted or reported now"),
    "lost": ("No longer stated", "no claim affirms these as asserted or reported any more"),
    "disputed": ("Newly disputed", "some claims affirm these and others deny them"),
    "denied": ("Newly denied", "all claims deny these"),
    "settled": ("No longer disputed", "nothing denies these any more"),
}
"""What became of the standing of a tie: a heading, and what it means."""
NONE = "none"
"""What stands for a value that one side has not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One thing that differs, in words for either side; empty where a side has nothing to say."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words for the changes of one difference."""

    before: Names
    after: Names

    def claim(self, change: ClaimChange) -> list[Detail]:
        """What is different about a claim, but for its quote."""
        return self._details(change.before, change.after, change.fields, _CLAIM)

    def tie(self, change: TieChange) -> list[Detail]:
        """What is different about a tie, its standing first."""
        details = self._details(change.before, change.after, change.fields, _TIE)
        before, after = change.standing_before, change.standing_after
        if before is not None and after is not None and before != after:
            details.insert(0, Detail(label="stands as", before=before.words, after=after.words))
        return details

    def actor(self, change: ActorChange) -> list[Detail]:
        """What is different about an actor."""
        details = self._details(change.before, change.after, change.fields, _ACTOR)
        if change.before is not None and change.after is not None and "aliases" in change.fields:
            gone = _without(change.before.aliases, change.after.aliases)
            new = _without(change.after.aliases, change.before.aliases)
            details.append(Detail(label="other names", before=gone, after=new))
        return details

    def document(self, change: DocumentChange) -> list[Detail]:
        """What is different about a document."""
        details = self._details(change.before, change.after, change.fields, _DOCUMENT)
        if "text" in change.fields:
            details.insert(0, Detail(label="words", before="", after="its text was altered"))
        return details

    def turns(self, change: ActorChange) -> list[str]:
        """Whom an actor was merged into, parted from, renamed to, or exchanged mentions with."""
        found = []
        if change.into is not None:
            found.append(f"merged into {_called(change.into, self.after)}")
        if change.parted_from is not None:
            found.append(f"parted from {_called(change.parted_from, self.before)}")
        found += [
            f"{counted(count, 'mention')} went to {_called(actor, self.after)}"
            for actor, count in change.given
            if actor != change.into
        ]
        found += [
            f"{counted(count, 'mention')} came from {_called(actor, self.before)}"
            for actor, count in change.taken
            if actor != change.parted_from
        ]
        return found

    def actor_heading(self, change: ActorChange) -> str:
        """The name and the kind; for one that is called otherwise, both names."""
        before, after = change.before, change.after
        if before is not None and after is not None and before.name != after.name:
            return f"{before.name} → {after.name} ({after.kind})"
        return f"{change.value.name} ({change.value.kind})"

    def statement(self, change: ClaimChange | TieChange) -> str:
        """What is said, with the names that its actors have on its own side."""
        return statement(change.value, self.before if change.after is None else self.after)

    def _details(
        self,
        before: Value | None,
        after: Value | None,
        fields: Iterable[str],
        shows: Mapping[str, tuple[str, Show[Value]]],
    ) -> list[Detail]:
        if before is None or after is None:
            return []
        found = []
        for field in fields:
            if field in shows:
                label, show = shows[field]
                detail = Detail(label=label, before=show(before, self.before), after=show(after, self.after))
                if detail.before != detail.after:
                    found.append(detail)
        return found


def make_words(difference: Difference) -> Words:
    """The words for ``difference``, with the names of both its graphs."""
    return Words(before=actor_names(difference.before), after=actor_names(difference.after))


def fact_words(difference: Difference) -> str:
    """How many ties stand otherwise, by how; empty where none does."""
    counts = {sign: sum(fact.sign == sign for fact in difference.facts) for sign in SIGNS}
    return ", ".join(
        f"{heading.lower()} {counts[sign]}" for sign, (heading, _) in SIGNS.items() if counts[sign]
    )


def follows(change: TieChange) -> str:
    """That a tie came or went because its document did."""
    return f"{change.kind} with its document"


def count_words(difference: Difference) -> list[str]:
    """For each kind of thing, how many there were and are, and how many came, went or changed."""
    lines = []
    for what, plural in PLURALS.items():
        sides = [len(getattr(graph, plural)) for graph in (difference.before, difference.after)]
        counts = [f"{count} {kind}" for kind in MARKS if (count := difference.count(what, kind))]
        total = f"{sides[0]} → {sides[1]}" if sides[0] != sides[1] else f"{sides[0]}"
        lines.append(f"{plural} {total}" + (f" ({', '.join(counts)})" if counts else ""))
    return lines


def minor_words(difference: Difference) -> str:
    """How many things differ in their place or the ids of their parts alone; empty where none does."""
    counts = [
        counted(count, what) for what in PLURALS if (count := difference.count(what, "changed", minor=True))
    ]
    return ", ".join(counts)


def tie_counts(tie: Tie) -> str:
    """How many claims of how many sources affirm and deny it."""
    counts = [f"{tie.affirmed} affirm"] if tie.affirmed else []
    counts += [f"{tie.denied} deny"] if tie.denied else []
    return f"{', '.join(counts)}; {counted(tie.sources, 'source')}"


def mention_counts(actor: Actor) -> str:
    """How often it is mentioned, in how many documents."""
    documents = len({mention.document for mention in actor.mentions})
    return f"{counted(len(actor.mentions), 'mention')} in {counted(documents, 'document')}"


def document_title(document: DocumentRecord) -> str:
    """The title and the date, or the id."""
    return (document.title or document.id) + (f", {document.published}" if document.published else "")


def _called(actor: str, names: Names) -> str:
    return f"{names.get(actor, actor)} [{actor}]"


def _without(names: Sequence[str], others: Sequence[str]) -> str:
    return ", ".join(name for name in names if name not in set(others))


def _asserters(claim: Claim, names: Names) -> str:
    return quoting(names.get(actor, actor) for actor in claim.asserters) or NONE


def _time(time: TimeExpression | None) -> str:
    return NONE if time is None else time_words(time)


def _roles(claim: Claim) -> str:
    return "; ".join(f"{role.name}: {role.text}" for role in claim.roles) or NONE


def _amount(amount: Amount | None) -> str:
    return NONE if amount is None else amount.text


_CLAIM: dict[str, tuple[str, Show[Claim]]] = {
    "subject": ("subject", lambda claim, names: names.get(claim.subject, claim.subject)),
    "relation.id": ("relation", lambda claim, _: claim.relation),
    "relation.lemma": ("verb", lambda claim, _: claim.lemma),
    "object": ("object", lambda claim, names: end_words(claim.object, names)),
    "polarity": ("polarity", lambda claim, _: claim.polarity.value),
    "modality": ("held", lambda claim, _: modality_words(claim.modality)),
    "asserters": ("said by", _asserters),
    "time": ("time", lambda claim, _: _time(claim.time)),
    "said_on": ("said on", lambda claim, _: claim.said_on or NONE),
    "amount": ("amount", lambda claim, _: _amount(claim.amount)),
    "confidence": ("confidence", lambda claim, _: f"{claim.confidence:.2f}"),
    "worth": ("worth", lambda claim, _: f"{claim.worth:.2f}"),
    "roles": ("also", lambda claim, _: _roles(claim)),
    "evidence.rule": ("rule", lambda claim, _: claim.evidence.rule),
}
_TIE: dict[str, tuple[str, Show[Tie]]] = {
    "subject": ("subject", lambda tie, names: names.get(tie.subject, tie.subject)),
    "object": ("object", lambda tie, names: end_words(tie.object, names)),
    "affirmed": ("affirmed by", lambda tie, _: counted(tie.affirmed, "claim")),
    "denied": ("denied by", lambda tie, _: counted(tie.denied, "claim")),
    "sources": ("sources", lambda tie, _: str(tie.sources)),
    "first": ("first said", lambda tie, _: tie.first or NONE),
    "last": ("last said", lambda tie, _: tie.last or NONE),
    "confidence": ("confidence", lambda tie, _: f"{tie.confidence:.2f}"),
    "worth": ("worth", lambda tie, _: f"{tie.worth:.2f}"),
}
_ACTOR: dict[str, tuple[str, Show[Actor]]] = {
    "id": ("id", lambda actor, _: actor.id),
    "name": ("name", lambda actor, _: actor.name),
    "kind": ("kind", lambda actor, _: actor.kind),
    "identifiers": (
        "identifiers",
        lambda actor, _: ", ".join(f"{key} {value}" for key, value in actor.identifiers) or NONE,
    ),
    "candidates": ("perhaps", lambda actor, _: "; ".join(actor.candidates) or NONE),
    "mentions": ("mentions", lambda actor, _: mention_counts(actor)),
}
_DOCUMENT: dict[str, tuple[str, Show[DocumentRecord]]] = {
    "id": ("id", lambda document, _: document.id),
    "source": ("read from", lambda document, _: document.source),
    "title": ("title", lambda document, _: document.title or NONE),
    "author": ("author", lambda document, _: "; ".join(document.authors) or NONE),
    "publisher": ("publisher", lambda document, _: document.publisher or NONE),
    "published": ("published", lambda document, _: document.published or NONE),
    "characters": ("characters", lambda document, _: str(document.characters)),
}
