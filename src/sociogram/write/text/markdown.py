"""Text of strangers in Markdown (CommonMark and GitHub's), where it must stay text."""

from __future__ import annotations

import re

from sociogram.write.text.xml_text import clean

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$^]")
# What would begin a block where a text stands first: a list, a rule, the underline of a heading.
_OPENING = re.compile(r"(?:[-+=:]|\d{1,9}(?=[.)]))")
# GitHub makes links of bare addresses even where their signs are escaped, and of @names; an invisible joiner
# inside (U+2060) is the one thing that stops it everywhere.
_ADDRESS = re.compile(r"(?i:(?<=:)(?=//)|(?<=www)(?=\.)|(?<=mailto)(?=:)|(?<=xmpp)(?=:))|(?<=@)")
_JOINER = "\u2060"
"""U+2060, WORD JOINER: no sign of its own, and no break of a line either."""
# Marks that turn the direction of writing round (Trojan Source, CVE-2021-42574) or hide what is there.
_INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff]")


def escape(text: str) -> str:
    """``text`` on one line, which shows as it is and makes no markup, link, picture or HTML."""
    words = " ".join(clean(_INVISIBLE.sub(" ", text)).split())
    escaped = _SPECIAL.sub(r"\\\g<0>", _ADDRESS.sub(_JOINER, words))
    opening = _OPENING.match(escaped)
    if opening is None:
        return escaped
    start = opening.group()
    return f"{start}\\{escaped[opening.end() :]}" if start.isdigit() else "\\" + escaped
