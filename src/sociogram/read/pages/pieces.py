"""Pieces of text with their places, as pdfium gives them character by character."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

HYPHEN = "\x02"
"""What pdfium gives for a hyphen behind which a line ends; a soft hyphen there is one as well."""
_SOFT = frozenset("\xad\ufffe\u200b\ufeff")
_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_GAP = 0.8
"""Width of a gap, in heights of the letters, beyond which a piece ends; blanks of justified lines are narrower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Letters of one size on one baseline without a wide gap between them.

    Lengths are points from the page's lower left corner; ``size`` is the height of the letters, ``turned`` says
    that they do not stand upright.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    turned: bool = False


@dataclass(slots=True)
class _Glyph:
    sign: str
    left: float
    right: float
    base: float
    size: float
    turned: bool = False


def find_pieces(textpage: Any, count: int, bounds: tuple[float, float, float, float]) -> list[Piece]:
    """The pieces of pdfium's ``textpage`` of ``count`` characters within ``bounds``, in the order they are drawn."""
    held: list[_Glyph] = []
    signs: list[str] = []
    pieces: list[Piece] = []
    for glyph in _glyphs(textpage, count, bounds):
        if glyph.sign.isspace():
            signs.append(" ")
            continue
        if held and not _goes_on(held[-1], glyph):
            pieces.append(_piece(held, signs))
            held, signs = [], []
        held.append(glyph)
        signs.append(glyph.sign)
    if held:
        pieces.append(_piece(held, signs))
    return pieces


def _piece(glyphs: list[_Glyph], signs: list[str]) -> Piece:
    text = re.sub(" +", " ", "".join(signs)).translate(_LIGATURES)
    first = glyphs[0]
    return Piece(
        text=_SURROGATES.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text),
        left=first.left,
        right=max(glyph.right for glyph in glyphs),
        base=first.base,
        size=first.size,
        turned=first.turned,
    )


def _goes_on(before: _Glyph, glyph: _Glyph) -> bool:
    if before.turned or glyph.turned:
        return before.turned and glyph.turned
    size = min(before.size, glyph.size)
    return (
        abs(before.base - glyph.base) <= 0.05 * size
        and abs(before.size - glyph.size) <= 0.1 * size
        and -size < glyph.left - before.right <= _GAP * size
    )


def _glyphs(textpage: Any, count: int, bounds: tuple[float, float, float, float]) -> Iterator[_Glyph]:
    """The signs of the page that can be seen on it; every blank is one space, and has no place."""
    import pypdfium2.raw as pdfium

    page = textpage.raw
    box, across, up = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    to_box, to_across, to_up = ctypes.byref(box), ctypes.byref(across), ctypes.byref(up)
    left, bottom, right, top = bounds
    before: _Glyph | None = None
    for index in range(count):
        sign = chr(pdfium.FPDFText_GetUnicode(page, index))
        if sign in _SOFT and sign != "\xad":
            continue
        if sign != HYPHEN and (sign <= " " or sign.isspace()):
            yield _Glyph(" ", 0, 0, 0, 0)
            continue
        pdfium.FPDFText_GetLooseCharBox(page, index, to_box)
        pdfium.FPDFText_GetCharOrigin(page, index, to_across, to_up)
        if not (left <= across.value <= right and bottom <= up.value <= top):
            continue
        glyph = _Glyph(sign, box.left, box.right, up.value, abs(box.top - box.bottom) or 1.0)
        # To ask for each angle would take a third of the time; letters on one baseline all stand alike.
        if before is None or before.turned or abs(before.base - glyph.base) > 0.05 * glyph.size:
            angle = pdfium.FPDFText_GetCharAngle(page, index)
            glyph.turned = 0.05 < angle < 6.23
        before = glyph
        yield glyph
