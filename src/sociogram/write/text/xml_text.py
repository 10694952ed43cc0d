"""XML and HTML text without the characters that they cannot hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

# XML 1.0, Char: control characters but tab and line ends, surrogates and two non-characters are forbidden.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# White space becomes blanks in attributes unless it is written as a reference; XML 1.1 counts U+2028 and
# U+0085 in, and some parsers of XML 1.0 do so. In HTML a reference to U+0085 is one to an ellipsis.
_QUOTES = {'"': "&quot;", "'": "&#39;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;", "\u2028": "&#8232;",
           "\x85": "&#10;"}  # fmt: skip
_SPECIAL = re.compile("[&<>\"'\n\r\t\u2028\x85" + _FORBIDDEN.pattern[1:])


def clean(text: str) -> str:
    """``text`` without control characters and surrogates."""
    return _FORBIDDEN.sub("", text)


def attribute(value: object) -> str:
    """``value`` as the text between the double quotes of an attribute."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    # Most values are plain, and a search is quicker than ten replacements.
    return escape(clean(text), _QUOTES) if _SPECIAL.search(text) else text
