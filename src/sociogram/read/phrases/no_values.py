"""What stands in a field that has no value."""

from __future__ import annotations

from sociogram.knowledge.vocabulary import load_vocabulary

_NO_VALUES = load_vocabulary("read").words("no-values")
_NO_WORDS = "[](){}'\"-–—_.?* "


def is_no_value(text: str) -> bool:
    """Whether ``text``, a whole field or one name of it, says that there is none: "NaN", "N/A", "-" or nothing."""
    return not text.strip(_NO_WORDS) or text.strip("[](){}'\" ").casefold() in _NO_VALUES
