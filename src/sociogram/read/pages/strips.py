"""Strips: what a reader sees as one line of one column, with the figures of footnotes taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sociogram.read.pages.pieces import HYPHEN, Piece

_NOTE = re.compile(r"\s*(?:\[?\d{1,3}\]?|[*†‡§¶]{1,3})(?:\s*[,–-]\s*(?:\d{1,3}|[*†‡§¶]{1,3}))*\s*")
"""What calls a footnote: figures or marks, several of them parted by commas."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWER = re.compile(r"(?:(?<![\d.,])10|\d ?(?:k|c|m)?m|[×x] ?\d+)$")
"""Behind which raised figures are a power: 10⁶, 40 km²."""
_GAP = 0.8
"""Width of a gap, in heights of the letters, beyond which two pieces on one baseline may be of two columns."""
_BLANK = 0.12
"""Width of the narrowest blank between words, in heights of the letters, where the page has no sign for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A line of one column. Lengths are points; ``column`` numbers what is read from top to bottom in one go."""

    text: str
    left: float
    right: float
    base: float
    size: float
    column: int = 0


def find_strips(pieces: Sequence[Piece]) -> list[Strip]:
    """The strips that ``pieces`` make, in the order they are drawn; letters that stand on their side come last."""
    strips: list[Strip] = []
    upright = [piece for piece in pieces if not piece.turned]
    for index, piece in enumerate(upright):
        following = upright[index + 1] if index + 1 < len(upright) else None
        if strips and _is_beside(strips[-1], piece):
            strips[-1] = _joined(strips[-1], piece)
        elif following is not None and _is_call(piece, following):
            # The figure before the words of a footnote; they stand lower and are larger.
            number = _strip(replace(following, text=f"{piece.text.strip()} ", right=piece.right))
            strips.append(replace(number, left=piece.left))
        else:
            strips.append(_strip(piece))
    aside = [_strip(piece) for piece in pieces if piece.turned]
    return [strip for strip in [*strips, *aside] if strip.text.strip()]


def _strip(piece: Piece) -> Strip:
    return Strip(text=piece.text, left=piece.left, right=piece.right, base=piece.base, size=piece.size)


def _is_beside(strip: Strip, piece: Piece) -> bool:
    size = max(strip.size, piece.size)
    gap = piece.left - strip.right
    near = -0.5 * size < gap <= _GAP * min(strip.size, piece.size)
    return near and abs(strip.base - piece.base) <= 0.6 * size


def _is_call(piece: Piece, beside: Piece | Strip) -> bool:
    """Whether ``piece`` is the call of a footnote: smaller and raised, or raised far."""
    rise = piece.base - beside.base
    smaller = piece.size <= 0.85 * beside.size
    raised = rise >= (0.12 if smaller else 0.28) * beside.size and rise <= 0.8 * beside.size
    near = -0.5 * beside.size < beside.left - piece.right <= _GAP * beside.size or isinstance(beside, Strip)
    return raised and near and bool(_NOTE.fullmatch(piece.text))


def _joined(strip: Strip, piece: Piece) -> Strip:
    """``strip`` with ``piece`` behind it; a footnote's call is left out, a power is written as one."""
    if strip.text.strip() and _is_call(piece, strip):
        figures, before = piece.text.strip(), strip.text.rstrip()
        if figures.isdigit() and _POWER.search(before):
            strip = replace(strip, text=before + figures.translate(_RAISED))
        blank = " " if piece.text.endswith(" ") else ""
        return replace(strip, text=strip.text + blank, right=max(strip.right, piece.right))
    gap = piece.left - strip.right > _BLANK * min(strip.size, piece.size)
    apart = gap and not strip.text.endswith((" ", HYPHEN)) and piece.text[0] not in " ,.;:!?)"
    text = strip.text + (" " if apart else "") + piece.text
    if not strip.text.strip() or len(piece.text) > len(strip.text):
        strip = replace(strip, base=piece.base, size=piece.size)
    return replace(strip, text=re.sub(" +", " ", text), right=max(strip.right, piece.right))


def strips_of_text(text: str) -> list[Strip]:
    """The lines of ``text``, whose places nobody knows, as if all letters were one wide and one high."""
    lines = [line.strip() for line in re.split(rf"[\r\n]+|(?<={HYPHEN})", text)]
    return [
        Strip(text=line, left=0.0, right=float(len(line)), base=-float(number), size=1.0)
        for number, line in enumerate(line for line in lines if line)
    ]
