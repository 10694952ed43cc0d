"""Records as JSON Lines: one object a line, for every notion of a line."""

from __future__ import annotations

import json
import re
from typing import Any

# Some readers end lines at these, which JSON allows inside a string.
_LINE_BREAKS = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"}
_LINE_BREAK = re.compile("[" + "".join(_LINE_BREAKS) + "]")
_PLAIN = re.compile(r"[\w./ :#-]*", re.ASCII)
"""Values that JSON writes as they are."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def json_line(record: dict[str, Any]) -> str:
    """``record`` with the end of its line.

    Raises:
        ValueError: If a number of it is none of JSON's (an infinity).
    """
    return _LINE_BREAK.sub(lambda found: _LINE_BREAKS[found.group()], _ENCODER.encode(record)) + "\n"


def json_begin(name: str, value: str) -> str:
    """How the line of a record begins whose first field is ``name`` with that value.

    Nothing where the value has a lone surrogate: other values are written alike.
    """
    if _PLAIN.fullmatch(value):
        return f'{{"{name}": "{value}"'
    return "" if _SURROGATE.search(value) else json_line({name: value})[:-2]
