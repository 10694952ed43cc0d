"""What the whole extraction makes of one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.document import Resources, extract_document
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents

if TYPE_CHECKING:
    from spacy.language import Language

    from sociogram.model import Extraction, RelationMention


def read(text: str, nlp: Language, resources: Resources, *, published: str | None = None) -> Extraction:
    """What the document of ``text`` alone gives."""
    document = Document(id="d", source="d", text=text, start=0, end=len(text), published=published)
    return extract_document(next(iter(parse_documents([document], nlp))), resources)


def relations(text: str, nlp: Language, resources: Resources) -> dict[tuple[str, str, str], RelationMention]:
    """The relations between two mentions, by the words of their ends."""
    found = read(text, nlp, resources)
    words = [mention.text for mention in found.mentions]
    return {
        (words[one.subject], one.relation, words[one.object]): one
        for one in found.relations
        if one.object is not None
    }
