"""Tables that a person writes as CSV: judgements, lists of actors."""

from __future__ import annotations

import csv
import io
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from sociogram.errors import InputError

FORMULA = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[ \u00a0]*[\t\r\n]")
"""What a spreadsheet may take for the beginning of a formula, full-width signs too (OWASP, CSV injection): it passes
over some blanks and marks without width in front. The page has the same in ``web/src/page/csv.ts``."""


def lines_of(text: str) -> io.StringIO:
    """The lines of ``text`` for a reader of CSV: they end with a line feed or a carriage return alone.

    ``str.splitlines`` ends them at a dozen other characters too, as U+2028, which may stand within a field.
    """
    return io.StringIO(text, newline="")


def format_rows(rows: Iterable[Iterable[str]]) -> str:
    """``rows`` as CSV, each with a line feed at its end; a field with a carriage return is quoted."""
    lines = []
    for row in rows:
        buffer = io.StringIO()
        # The writer quotes what holds a character of its own line ends, and no other.
        csv.writer(buffer, lineterminator="\r\n").writerow(row)
        lines.append(buffer.getvalue().removesuffix("\r\n") + "\n")
    return "".join(lines)


def is_file_or_none(path: Path) -> bool:
    """Whether ``path`` is there; what is no regular file is never opened, since a pipe or a device has no end.

    Raises:
        InputError: If it is something else than a file, or a link to something else.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read ({error.strerror})", "mend it or move it away"
        ) from error
    if not stat.S_ISREG(mode):
        raise InputError(str(path), "is no regular file", "mend it or move it away")
    return True


def guard_formula(text: str) -> str:
    """``text``, with an apostrophe before it where a spreadsheet would run it as a formula."""
    return "'" + text if FORMULA.match(text) else text


def guard_field(text: str) -> str:
    """``text`` guarded as by ``guard_formula``, so that ``without_guard`` gives it back, apostrophes of its own too."""
    bare = text.lstrip("'")
    return "'" + text if guard_formula(bare) != bare else text


def without_guard(text: str) -> str:
    """What ``guard_field`` was given; a person may have left the apostrophe out."""
    return text[1:] if text.startswith("'") and guard_field(text[1:]) == text else text
