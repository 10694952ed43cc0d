"""Equal values held once: what was decoded from a file has a value of its own wherever a word or a place stands."""

from __future__ import annotations

from sys import intern

from sociogram.model import ClaimRole, Skipped, Span


class Shared:
    """The texts and places of one document, each held once."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._spans: dict[Span, Span] = {}
        self._offsets: dict[int, int] = {}

    def text(self, text: str) -> str:
        """``text``, or an equal one that was asked for before."""
        return self._texts.setdefault(text, text)

    def offset(self, offset: int) -> int:
        """``offset``, or an equal one that was asked for before."""
        return self._offsets.setdefault(offset, offset)

    def span(self, span: Span) -> Span:
        """``span``, or an equal one that was asked for before."""
        found = self._spans.get(span)
        if found is None:
            found = self._spans[span] = (self.offset(span[0]), self.offset(span[1]))
        return found

    def role(self, role: ClaimRole) -> ClaimRole:
        """An equal role of shared parts."""
        start, end = self.offset(role.start), self.offset(role.end)
        return ClaimRole(name=intern(role.name), text=self.text(role.text), start=start, end=end)

    def skipped(self, skipped: Skipped, document: str) -> Skipped:
        """An equal note of shared parts, on ``document``."""
        return Skipped(
            document=document,
            stage=intern(skipped.stage),
            reason=intern(skipped.reason),
            start=None if skipped.start is None else self.offset(skipped.start),
            end=None if skipped.end is None else self.offset(skipped.end),
            text=self.text(skipped.text),
            kind=skipped.kind,
            trace=skipped.trace,
        )
