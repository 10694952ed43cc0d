"""PolNeAR: our attributions, span for span.

| theirs | ours |
|---|---|
| source, cue, content | ``Attribution.source``, ``.cue``, ``.content`` |
| (none: they mark no attribution within another's content) | an attribution with a ``parent`` |
| (none: they mark what is said within) | a turn of an interview whose label is a letter, "Q:" |
"""

from __future__ import annotations

from typing import Any

from sociogram.model import Attribution, Extraction, Span

_LETTERS = 1
"""Letters at most of a label that names nobody: "Q:", "A." """


def predict(extraction: Extraction) -> dict[str, Any]:
    """The attributions of a document in PolNeAR's form."""
    text = extraction.document.text
    unnamed = {one.index for one in extraction.attributions if _is_lettered(one, text)}
    return {
        "attributions": [
            {
                "source": _spans(attribution.source),
                "cue": _spans(attribution.cue),
                "content": _spans(attribution.content),
            }
            for attribution in extraction.attributions
            if attribution.index not in unnamed
            and (attribution.parent is None or attribution.parent in unnamed)
        ]
    }


def _is_lettered(attribution: Attribution, text: str) -> bool:
    """Whether it is a turn with a letter for its label."""
    label = "".join(text[start:end] for start, end in attribution.source)
    letters = sum(letter.isalpha() for letter in label)
    return attribution.verb == ":" and not attribution.cue and 0 < letters <= _LETTERS


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]
