"""PolNeAR: our attributions, span for span.

| theirs | ours |
|---|---|
| source, cue, content | ``Attribution.source``, ``.cue``, ``.content`` |
| (none: they mark no attribution within another's content) | an attribution with a ``parent`` |
"""

from __future__ import annotations

from typing import Any

from sociogram.model import Extraction, Span


def predict(extraction: Extraction) -> dict[str, Any]:
    """The attributions of a document in PolNeAR's form."""
    return {
        "attributions": [
            {
                "source": _spans(attribution.source),
                "cue": _spans(attribution.cue),
                "content": _spans(attribution.content),
            }
            for attribution in extraction.attributions
            if attribution.parent is None
        ]
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]
