"""Which document of one graph is which of the other, and what is different about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sociogram.compare.pairing import Fields, Pairing, differing
from sociogram.compare.values import DocumentChange
from sociogram.extraction.reading import DocumentRecord

_FIELDS: Fields[DocumentRecord] = (
    ("id", lambda document: document.id),
    ("source", lambda document: document.source),
    ("title", lambda document: document.title),
    ("author", lambda document: document.authors),
    ("publisher", lambda document: document.publisher),
    ("published", lambda document: document.published),
    ("start", lambda document: document.start),
    ("end", lambda document: document.end),
    ("characters", lambda document: document.characters),
)
_PLACE = frozenset({"source", "start", "end"})
"""Where a document lies, which changes nothing of what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SameDocuments:
    """The documents that both graphs have: a name for each that is the same on both sides, by id.

    Documents of one graph alone have no name. ``starts_…`` is where each begins in its file, and
    ``unaltered`` are the names of those of the same words.
    """

    before: Mapping[str, int]
    after: Mapping[str, int]
    starts_before: Mapping[int, int]
    starts_after: Mapping[int, int]
    unaltered: frozenset[int]


def compare_documents(
    before: Iterable[DocumentRecord], after: Iterable[DocumentRecord]
) -> tuple[SameDocuments, list[DocumentChange]]:
    """The documents of both sides, paired by id and words, then by words, by id, by where they were read.

    Words come before the id alone, since in a mailbox the ids are numbers: without its first message
    the second one is called as the first was.
    """
    pairing = Pairing(before, after)
    pairing.pair(lambda document: (document.id, document.digest) if document.digest else None)
    pairing.pair(lambda document: document.digest or None)
    pairing.pair(lambda document: document.id)
    pairing.pair(lambda document: document.source)
    pairs = sorted(pairing.pairs, key=lambda pair: (pair[0].id, pair[1].id))
    same = SameDocuments(
        before={first.id: name for name, (first, _) in enumerate(pairs)},
        after={second.id: name for name, (_, second) in enumerate(pairs)},
        starts_before={name: first.start for name, (first, _) in enumerate(pairs)},
        starts_after={name: second.start for name, (_, second) in enumerate(pairs)},
        unaltered=frozenset(name for name, pair in enumerate(pairs) if not _altered(*pair)),
    )
    changes = [change for pair in pairs if (change := _compare(*pair)) is not None]
    changes += [DocumentChange(before=document, after=None) for document in pairing.went]
    changes += [DocumentChange(before=None, after=document) for document in pairing.came]
    return same, sorted(changes, key=lambda change: (change.id, change.kind))


def _altered(before: DocumentRecord, after: DocumentRecord) -> bool:
    """Whether the words differ; without the digest of both by their length alone."""
    if before.digest and after.digest:
        # Equal digests forgive other white space, which moves offsets all the same.
        return (before.digest, before.characters) != (after.digest, after.characters)
    return before.characters != after.characters


def _compare(before: DocumentRecord, after: DocumentRecord) -> DocumentChange | None:
    fields = differing(before, after, _FIELDS)
    if before.digest and after.digest and before.digest != after.digest:
        fields = (*fields, "text")
    if not fields:
        return None
    return DocumentChange(before=before, after=after, fields=fields, minor=_PLACE.issuperset(fields))
