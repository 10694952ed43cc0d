"""The files of a case folder as descriptions of it name them: what each is, how long, and its hash."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from sociogram.errors import UsageError
from sociogram.knowledge.case_files import (
    ACTORS_FILE,
    ANNOTATIONS_FILE,
    CLAIMS_FILE,
    DOCUMENTS_FILE,
    GEXF_FILE,
    GRAPH_FILE,
    GRAPHML_FILE,
    JUDGEMENTS_FILE,
    NETWORK_FILE,
    PAGE_FILE,
    SKIPPED_FILE,
    STORY_FILE,
    TIES_FILE,
    UNREAD_FILE,
)

if TYPE_CHECKING:
    from sociogram.graph.values import Graph

Opener = Callable[[], BinaryIO]
_CHUNK = 1 << 20
"""Bytes that are read at once."""
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\U0010ffff]{3,2000}")
"""An address of http or https that can stand in RDF as it is (RFC 3986, with nothing to escape)."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
LICENCE = "Licence unknown: the documents, and the quotations from them, belong to those who wrote them"
TITLE = "A sociogram: actors and what documents claim of them"
DESCRIPTION = (
    "A graph of actors and ties that was read out of documents by a program. A tie is what claims say; each claim has"
    " its words, its place in a document, whether it affirms or denies, and who says so. None of it was verified."
)

KNOWN = {
    PAGE_FILE: ("text/html", "Explorer: map, tables, timeline, paths and claims, in one page"),
    NETWORK_FILE: ("text/html", "The graph as a plain page"),
    GRAPH_FILE: ("application/trig", "RDF, a named graph a document"),
    "graph.ttl": ("text/turtle", "RDF without named graphs"),
    "graph.nq": ("application/n-quads", "RDF, one statement a line"),
    "graph.jsonld": ("application/ld+json", "RDF as JSON-LD"),
    GEXF_FILE: ("application/gexf+xml", "The graph for Gephi"),
    GRAPHML_FILE: ("application/graphml+xml", "The graph for yEd, Cytoscape and others"),
    CLAIMS_FILE: ("application/jsonl", "Claims, one a line"),
    TIES_FILE: ("application/jsonl", "Ties, one a line"),
    ACTORS_FILE: ("application/jsonl", "Actors, one a line"),
    DOCUMENTS_FILE: ("application/jsonl", "Documents, one a line"),
    SKIPPED_FILE: ("application/jsonl", "What was not used, and why"),
    UNREAD_FILE: ("application/jsonl", "Sentences that were not read, or not whole, and why"),
    JUDGEMENTS_FILE: ("text/csv", "A person's merges, splits, renames and rejected claims"),
    ANNOTATIONS_FILE: ("application/trig", "Statements that a person added"),
    STORY_FILE: ("application/jsonl", "A story: what a person pinned, with notes"),
    "nodes.csv": ("text/csv", "Actors as a table"),
    "edges.csv": ("text/csv", "Ties as a table"),
    "dossier.md": ("text/markdown", "A dossier of actors"),
    "graph.cypher": ("application/vnd.cypher", "A script for Neo4j"),
    "entities.ftm.json": ("application/jsonl", "Entities of FollowTheMoney, one a line"),
}
"""Media type and description of each file of a case that a description may name; all others stay unnamed."""
# The media types of KNOWN that IANA has registered; the others are named as words, not by an address there.
_REGISTERED = re.compile(r"text/.*|application/(?:trig|n-quads|ld\+json)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One file: ``size`` in bytes, ``sha256`` in hexadecimal digits."""

    name: str
    media_type: str
    description: str
    size: int
    sha256: str

    @property
    def is_registered(self) -> bool:
        """Whether its media type is one of IANA's registry."""
        return _REGISTERED.fullmatch(self.media_type) is not None


class _Measured:
    """The chunks of a file, measured as they pass."""

    def __init__(self, opener: Opener) -> None:
        self._opener = opener
        self.digest = hashlib.sha256()
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        with self._opener() as file:
            while chunk := file.read(_CHUNK):
                self.digest.update(chunk)
                self.size += len(chunk)
                yield chunk


def iter_holdings(
    files: Mapping[str, Opener], *, copy: Callable[[str, Iterator[bytes]], None] | None = None
) -> Iterator[Holding]:
    """The files of ``KNOWN`` that are in ``files``, by name; ``copy`` gets the chunks of each."""
    for name in sorted(KNOWN.keys() & files.keys()):
        measured = _Measured(files[name])
        if copy is not None:
            copy(name, iter(measured))
        else:
            deque(measured, maxlen=0)
        media_type, description = KNOWN[name]
        yield Holding(
            name=name,
            media_type=media_type,
            description=description,
            size=measured.size,
            sha256=measured.digest.hexdigest(),
        )


def find_date(graph: Graph, given: str | None) -> str:
    """When the case counts as published: the day that is given, else that of its newest document.

    Raises:
        UsageError: If what is given is no day, or nothing is given and no document has a day.
    """
    if given is not None:
        if not _DAY.fullmatch(given):
            raise UsageError(f"'{given}' is no day; give it as 2025-04-04")
        return given
    days = [each.published for each in graph.documents if each.published and _DAY.fullmatch(each.published)]
    if not days:
        raise UsageError(
            "no document has a date, and a clock would make other bytes; give --published 2025-04-04"
        )
    return max(days)
