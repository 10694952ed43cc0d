"""Readable, stable identifiers: slugs for actors, content hashes for claims and ties.

An id depends only on what it names, never on the order of documents or on the machine.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[\W_]+")
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
"""Where a word of a class begins."""
_HASH_CHARACTERS = 12
"""Hexadecimal digits of a content hash, 48 bits: among a million claims two are alike in one case of five
hundred."""
_SLUG_CHARACTERS = 80
"""Length from which a slug is cut, so that it stays a name of a file, a part of an address and readable."""
# Letters that Unicode does not decompose into a base letter and a mark.
_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ł": "l",
                        "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "þ": "th", "Þ": "Th", "ð": "d"})  # fmt: skip


@lru_cache(maxsize=65_536)
def slug(name: str) -> str:
    """``name`` in lower case, words joined by hyphens, marks removed: ``elon-musk``.

    Letters of every script are kept, so that a Chinese or Arabic name stays readable. A name
    without any letter or digit gives a hash; a name of over 80 characters is cut and hashed.
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    bare = unicodedata.normalize("NFC", bare)
    words = _NOT_WORD.sub("-", bare.replace("'", "").replace("’", "").lower()).strip("-")
    if not words:
        return "x-" + content_hash(name)
    if len(words) > _SLUG_CHARACTERS:
        return words[:_SLUG_CHARACTERS].rstrip("-") + "-" + content_hash(name)[:6]
    return words


def kind_slug(kind: str) -> str:
    """A class of the ontology as a part of an id: ``ArmedGroup`` is ``armed-group``."""
    return _CAPITAL.sub("-", kind).lower()


def content_hash(*parts: object) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of ``parts``, kept apart by NUL."""
    text = "\0".join(str(part) for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_CHARACTERS]
