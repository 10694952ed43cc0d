"""What of a document is not told, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.model import Proposition, Skipped, Span

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument

SHOWN = 200
"""Characters of a sentence that are shown with what is not told of it."""


class Untold:
    """Takes what is not told of ``parsed``, in the order in which it is met."""

    def __init__(self, parsed: ParsedDocument) -> None:
        self._parsed = parsed
        self.skipped: list[Skipped] = []

    def skip(self, proposition: Proposition, reason: str) -> None:
        """Take a clause with the reason why it is not told."""
        tokens = self._parsed.tokens_raised
        self.add(tokens.span(*tokens.bounds(proposition.head)), reason, proposition.lemma)

    def add(self, sentence: Span, reason: str, what: str) -> None:
        """Take ``what`` of a sentence with the reason why it is not told."""
        start, end = sentence
        words = " ".join(self._parsed.text((start, min(end, start + SHOWN))).split())
        self.skipped.append(
            Skipped(
                document=self._parsed.document.id,
                stage="statements",
                reason=reason,
                start=start,
                end=end,
                text=f"{what}: {words}",
            )
        )
