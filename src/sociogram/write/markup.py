"""XML and HTML text without the characters that they cannot hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

# XML 1.0, Char: control characters but tab and line ends, surrogates and two non-characters are forbidden.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_QUOTES = {'"': "&quot;", "'": "&#39;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def clean(text: str) -> str:
    """``text`` without control characters and surrogates."""
    return _FORBIDDEN.sub("", text)


def attribute(value: object) -> str:
    """``value`` as the text between the double quotes of an attribute."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape(clean(str(value)), _QUOTES)
