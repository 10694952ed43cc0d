"""What reviewers said of claims: the judgements ``right`` and ``wrong``, on a claim or on its tie.

Of all judgements on a claim and on its tie the latest by ``when`` decides, of one day the one that stands later in
the file; all are kept in ``judgements.csv``. Where the last words of two reviewers are contrary, that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sociogram.model import Judgement, Review, Skipped
from sociogram.resolve import note_unfit

_REVIEWS = frozenset({"right", "wrong"})
_DATE = re.compile(r"\d{4}-\d\d-\d\d.*", re.DOTALL)
"""A day, with a time or without; what else stands in ``when`` orders nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The judgement on a claim that decides, and the last words of reviewers that are against it."""

    judgement: Judgement
    against: tuple[Judgement, ...] = ()

    @property
    def review(self) -> Review | None:
        """What a claim keeps of it, if it was confirmed."""
        judgement = self.judgement
        if judgement.verdict != "right":
            return None
        against = tuple(other.who for other in self.against)
        return Review(who=judgement.who, when=judgement.when, note=judgement.note, against=against)

    @property
    def reason(self) -> str:
        """Why a claim that was judged wrong is none, with who thinks otherwise."""
        return "; ".join([f"judged {_told(self.judgement)}", *(f"but {_told(one)}" for one in self.against)])


class Reviews:
    """The reviews among ``judgements``, and which of them were about something."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._by_id: dict[str, list[tuple[int, Judgement]]] = {}
        for number, judgement in enumerate(judgements):
            if judgement.verdict in _REVIEWS:
                self._by_id.setdefault(judgement.left, []).append((number, judgement))
        self._met: set[str] = set()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._by_id)

    def meets(self, ids: Iterable[str]) -> bool:
        """Whether one of them is about one of these claims and ties."""
        return bool(self._by_id) and any(each in self._by_id for each in ids)

    def decide(self, *ids: str) -> Decision | None:
        """What the reviews of a claim, known by ``ids`` (its own and its tie's), come to; ``None`` without any."""
        found = [each for one in ids for each in self._by_id.get(one, ())]
        if not found:
            return None
        self._met.update(one for one in ids if one in self._by_id)
        ordered = [judgement for _, judgement in sorted(found, key=lambda each: (_day(each[1]), each[0]))]
        return _decide(ordered)

    def unmet(self) -> list[Skipped]:
        """The notes on reviews of what is no claim and no tie of the graph; they stay in the file."""
        return [
            note_unfit(judgement, f"'{each}' is no claim and no tie of this graph", stage="claims")
            for each in sorted(self._by_id.keys() - self._met)
            for judgement in _last_of_each(judgement for _, judgement in self._by_id[each])
        ]


def _decide(ordered: Sequence[Judgement]) -> Decision:
    """The last of ``ordered``, with the last word of each reviewer that is another."""
    last = ordered[-1]
    words = {judgement.who: judgement for judgement in ordered}
    against = tuple(words[who] for who in sorted(words) if words[who].verdict != last.verdict)
    return Decision(judgement=last, against=against)


def _last_of_each(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The last judgement of each verdict: one line tells of all that are alike."""
    return list({judgement.verdict: judgement for judgement in judgements}.values())


def _day(judgement: Judgement) -> str:
    return judgement.when if _DATE.fullmatch(judgement.when) else ""


def _told(judgement: Judgement) -> str:
    return f"{judgement.verdict} by {judgement.who or 'a person'}"
