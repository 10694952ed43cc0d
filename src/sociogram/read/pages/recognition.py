"""Pages that are pictures, read by text recognition (OCR) with what the extra ``sociogram[ocr]`` installs.

Its models lie in its package, so nothing is fetched. They run in one thread, because sums in another order would give
other digits of a confidence, and perhaps another letter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import floor
from pathlib import Path
from statistics import median
from typing import Any

from sociogram.errors import InputError
from sociogram.model import RecognisedPage
from sociogram.read.pages.columns import in_reading_order
from sociogram.read.pages.strips import Strip

_LONGEST_SIDE = 2000
"""Pixels of the longer side of a page's picture: 170 dots an inch of A4; the recognizer makes larger ones smaller."""
_LEAST_SURE = 0.5
"""Confidence below which a line is left out: it is more often a smudge or a stamp than words."""
_SAME_ROW = 0.5
"""Heights of the letters by which the middles of two lines of one row may differ."""
_SAME_SIZE = 0.35
"""By how much the box of a line may be higher or lower than most and still hold letters of the same size."""
_LETTERS = 0.8
"""Height of the letters in that of the box around a line."""
Found = tuple[Sequence[tuple[float, float]], str, float]
"""The corners of a line in pixels from the upper left, its text, its confidence."""
Recognizer = Callable[[Any], list[Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPicture:
    """The lines of a page that is a picture, in reading order, and how many were too unsure."""

    strips: list[Strip]
    page: RecognisedPage | None
    unsure: int


@cache
def find_recognizer() -> Recognizer | None:
    """The recognizer, loaded when it is first asked for; ``None`` where the extra is not installed."""
    try:
        import onnxruntime  # noqa: F401
        import rapidocr
    except ImportError:
        return None
    models = Path(rapidocr.__file__).parent / "models"
    paths = {part: sorted(models.glob(f"*_{part}_*.onnx")) for part in ("det", "rec")}
    if not all(paths.values()):
        # A model that is not there would be fetched.
        return None
    engine = rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.text_score": 0.0,
            "Global.use_cls": False,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.model_path": str(paths["det"][0]),
            "Rec.model_path": str(paths["rec"][0]),
        }
    )

    def recognize(picture: Any) -> list[Found]:
        found = engine(picture, use_cls=False)
        if found.txts is None or found.boxes is None:
            return []
        return [
            ([(float(x), float(y)) for x, y in box], str(text), float(score))
            for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
        ]

    return recognize


def read_picture(page: Any, number: int, recognize: Recognizer, source: str) -> ReadPicture:
    """What stands on pdfium's ``page``, the one with this ``number``, by ``recognize``."""
    width, height = page.get_size()
    scale = _LONGEST_SIDE / max(width, height, 1.0)
    try:
        picture = page.render(scale=scale).to_numpy()
        found = recognize(picture[:, :, :3] if picture.ndim == 3 else picture)
    except (RuntimeError, ValueError, MemoryError) as error:
        reason = f"has a page, {number}, whose picture cannot be read ({type(error).__name__})"
        raise InputError(
            source, reason, "print it to a new PDF, or run text recognition (OCR) over it"
        ) from error
    return lines_of_picture(found, number, scale=scale, height=height)


def lines_of_picture(found: Sequence[Found], number: int, *, scale: float, height: float) -> ReadPicture:
    """The lines ``found`` in the picture of a page ``height`` points high, ``scale`` pixels to a point."""
    worded = [each for each in found if any(sign.isalnum() for sign in each[1])]
    sure = [each for each in worded if each[2] >= _LEAST_SURE]
    strips = [_strip(corners, text, scale, height) for corners, text, _ in sure]
    letters = sum(len(text) for _, text, _ in sure)
    mean = sum(score * len(text) for _, text, score in sure) / letters if letters else 0.0
    return ReadPicture(
        strips=in_reading_order(_by_rows(_of_one_size(strips))),
        page=RecognisedPage(page=number, confidence=_cut(mean)) if sure else None,
        unsure=len(worded) - len(sure),
    )


def _cut(confidence: float) -> float:
    """``confidence`` with two digits and never more than it is: 0.996 is not 1."""
    return floor(confidence * 100 + 1e-6) / 100


def _strip(corners: Sequence[tuple[float, float]], text: str, scale: float, height: float) -> Strip:
    across, down = [x / scale for x, _ in corners], [y / scale for _, y in corners]
    # The mean of the corners' heights lies in the middle of a slanted line, too.
    middle = sum(down) / len(down)
    size = _LETTERS * abs(down[-1] - down[0] + down[2] - down[1]) / 2
    return Strip(
        text=" ".join(text.split()),
        left=min(across),
        right=max(across),
        base=height - middle - size / 2,
        size=max(size, 1.0),
    )


def _of_one_size(strips: list[Strip]) -> list[Strip]:
    """``strips`` with one size where they differ little: a box is higher where its line has a "p" or a "k"."""
    if not strips:
        return []
    usual = median(strip.size for strip in strips)
    return [
        replace(strip, size=usual, base=strip.base + (strip.size - usual) / 2)
        if abs(strip.size - usual) <= _SAME_SIZE * usual
        else strip
        for strip in strips
    ]


def _by_rows(strips: Sequence[Strip]) -> list[Strip]:
    """``strips`` row by row from the top, each row from left to right, on the baseline of its first."""
    rows: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda strip: (-strip.base, strip.left)):
        first = rows[-1][0] if rows else None
        if first is not None and abs(first.base - strip.base) <= _SAME_ROW * min(first.size, strip.size):
            rows[-1].append(replace(strip, base=first.base))
        else:
            rows.append([strip])
    return [strip for row in rows for strip in sorted(row, key=lambda strip: strip.left)]
