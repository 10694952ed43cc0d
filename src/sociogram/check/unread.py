"""Does what a graph calls unread agree with its documents, its claims and its coverage?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from sociogram.check.values import Finding
from sociogram.extraction.reading import LONGEST_WORDS, DocumentRecord
from sociogram.graph.unread import UnreadSentence
from sociogram.graph.values import Graph


def check_unread(graph: Graph, texts: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the unread sentences of ``graph``; their words are compared with ``texts``, by document."""
    documents = {document.id: document for document in graph.documents}
    quotes = {(c.evidence.document, c.evidence.start, c.evidence.end) for c in graph.claims}
    for one in graph.unread:
        where = f"unread {one.document}@{one.start}-{one.end}"
        for what in _faults(one, documents.get(one.document), texts.get(one.document)):
            yield Finding(where, what)
        if one.is_silent and (one.document, one.start, one.end) in quotes:
            yield Finding(where, "a claim has it as its quote")
    yield from _check_coverage(graph)


def _faults(sentence: UnreadSentence, document: DocumentRecord | None, text: str | None) -> Iterator[str]:
    start, end = sentence.start, sentence.end
    if document is None:
        yield f"'{sentence.document}' is no document"
    elif not document.start <= start <= end <= document.end:
        yield "it is not in its document"
    if sentence.text and len(sentence.text) != min(LONGEST_WORDS, end - start):
        yield "its words are not as long as its offsets say"
    elif text is not None and not text.startswith(sentence.text, start):
        yield "the document has other words there"
    if not sentence.reasons:
        yield "no reason is given"


def _check_coverage(graph: Graph) -> Iterator[Finding]:
    """The sentences of a document that name two actors are those that were read, and the silent ones."""
    silent = Counter(one.document for one in graph.unread if one.is_silent)
    for document in graph.documents:
        known = document.coverage
        if known is not None and known.sentences - known.read != silent[document.id]:
            told = f"{known.read} of {known.sentences} sentences read, but {silent[document.id]} unread"
            yield Finding(f"document {document.id}", told)
