"""A file's own title and author, where its text has the same words or none of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Credit, Document
from sociogram.read.phrases.names import is_name, list_names
from sociogram.read.phrases.no_values import is_no_value

_NO_TITLE = re.compile(
    r"(?:Microsoft (?:Word|PowerPoint)\b.*|untitled.*|document\s*\d*|word document|print|slide \d+|"
    r".*\.(?:docx?|pdf|indd|txt|rtf|odt|qxd|pages|html?))$",
    re.IGNORECASE,
)
_NO_AUTHORS = alternatives(load_vocabulary("read").words("no-authors"))
_NO_AUTHOR = re.compile(rf"(?:{_NO_AUTHORS})$", re.IGNORECASE)


def with_file_properties(document: Document, *, title: str, author: str) -> Document:
    """``document`` with the title and author of the file's properties, where the words give none.

    Properties are often a template's or the clerk's, so that words go first. A value that stands
    in the text gets its span there; one that does not has none, and makes no claim.
    """
    found = document
    if document.title is None and not is_no_value(title) and not _NO_TITLE.match(title):
        found = replace(found, title=_placed(document, title))
    if not document.authors and not is_no_value(author) and not _NO_AUTHOR.match(author):
        names = list_names(author, 0) or []
        credited = tuple(_placed(document, name.value) for name in names if is_name(name.value, fewest=2))
        found = replace(found, authors=credited)
    return found


def _placed(document: Document, value: str) -> Credit:
    pattern = r"\s+".join(re.escape(word) for word in value.split())
    match = re.compile(pattern, re.IGNORECASE).search(
        document.text, document.start, min(document.end, document.start + 5000)
    )
    return Credit(value=value, start=match.start(), end=match.end()) if match else Credit(value=value)
