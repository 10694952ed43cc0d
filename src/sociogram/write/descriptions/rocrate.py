"""An RO-Crate 1.1 of a case: its files with ``ro-crate-metadata.json``, or that alone.

Entities are flat, each once, in a fixed order. The documents that were read are named, not packed: they are
others'. ``datePublished``, which a crate must have, is the day of the newest document unless one is given.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sociogram.errors import UsageError
from sociogram.ids import content_hash
from sociogram.knowledge.case_files import USER_FILES
from sociogram.write.descriptions import holdings
from sociogram.write.descriptions.holdings import DESCRIPTION, LICENCE, TITLE, WEB_ADDRESS, Holding, Opener
from sociogram.write.files.atomic import open_atomic, write_text
from sociogram.write.text.xml_text import clean

if TYPE_CHECKING:
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph

METADATA = "ro-crate-metadata.json"
PROFILE = "https://w3id.org/ro/crate/1.1"
"""The version of RO-Crate that the crate keeps to."""
Entity = dict[str, Any]
_CONTEXT = [f"{PROFILE}/context", {"sha256": "https://schema.org/sha256"}]
_PROGRAM = "https://sociogram.org/"


def write_crate(
    graph: Graph,
    files: Mapping[str, Opener],
    folder: Path,
    *,
    describe: bool = False,
    published: str | None = None,
) -> int:
    """Write the crate of a case to ``folder``; how many files it names.

    Args:
        graph: The graph of the case.
        files: How to open each of the case's files, by name.
        folder: Where the crate goes.
        describe: Whether to write the metadata alone, for files that lie there already or elsewhere.
        published: The day of publication, or ``None`` for that of the newest document.

    Raises:
        UsageError: If ``folder`` cannot be written to, or there is no day.
    """
    day = holdings.find_date(graph, published)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is no folder and is left as it is; give the name of a folder")

    def copy(name: str, chunks: Iterator[bytes]) -> None:
        with open_atomic(folder / name) as file:
            for chunk in chunks:
                file.write(chunk)

    held = list(holdings.iter_holdings(files, copy=None if describe else copy))
    document = {"@context": _CONTEXT, "@graph": list(_entities(graph, held, day))}
    write_text(folder / METADATA, iter([json.dumps(document, ensure_ascii=False, indent=1) + "\n"]))
    return len(held)


def _entities(graph: Graph, held: list[Holding], day: str) -> Iterator[Entity]:
    from sociogram.version import __version__

    sources = [_document(document) for document in graph.documents]
    people = {name: _agent("Person", name) for document in graph.documents for name in document.authors}
    houses = {
        document.publisher: _agent("Organization", document.publisher)
        for document in graph.documents
        if document.publisher
    }
    yield {
        "@id": METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": PROFILE},
        "about": {"@id": "./"},
    }
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": TITLE,
        "description": DESCRIPTION,
        "datePublished": day,
        "license": {"@id": "#licence"},
        **_links("hasPart", [one.name for one in held]),
        **_links("isBasedOn", [source["@id"] for source in sources]),
        **_links("mentions", ["#run"]),
    }
    yield {"@id": "#licence", "@type": "CreativeWork", "name": "Licence unknown", "description": LICENCE}
    for one in held:
        yield {
            "@id": one.name,
            "@type": "File",
            "name": one.name,
            "description": one.description,
            "encodingFormat": one.media_type,
            "contentSize": str(one.size),
            "sha256": one.sha256,
        }
    yield {
        "@id": "#run",
        "@type": "CreateAction",
        "name": f"Run {graph.run}",
        "instrument": {"@id": _PROGRAM},
        **_links("object", [source["@id"] for source in sources]),
        **_links("result", [one.name for one in held if one.name not in USER_FILES]),
    }
    yield {
        "@id": _PROGRAM,
        "@type": "SoftwareApplication",
        "name": "sociogram",
        "version": __version__,
        "url": _PROGRAM,
    }
    yield from sources
    yield from (people[name] for name in sorted(people))
    yield from (houses[name] for name in sorted(houses))


def _document(document: DocumentRecord) -> Entity:
    source = document.source.partition("#")[0]
    entity: Entity = {
        "@id": "#document-" + quote(clean(document.id), safe=""),
        "@type": "DigitalDocument",
        "name": clean(document.title or document.id),
        "identifier": clean(document.id),
    }
    entity |= _links("author", [_agent_id("Person", name) for name in document.authors])
    if document.publisher:
        entity |= _links("publisher", [_agent_id("Organization", document.publisher)])
    if document.published:
        entity["datePublished"] = clean(document.published)
    if WEB_ADDRESS.fullmatch(source):
        entity["url"] = source
    else:
        entity["alternateName"] = clean(document.source)
    return entity


def _links(name: str, ids: Iterable[str]) -> Entity:
    """References; where there is one alone it is no list, as RO-Crate 1.1 recommends."""
    found = [{"@id": each} for each in dict.fromkeys(ids)]
    return {} if not found else {name: found[0] if len(found) == 1 else found}


def _agent_id(kind: str, name: str) -> str:
    return f"#{kind.lower()}-{content_hash(name)}"


def _agent(kind: str, name: str) -> Entity:
    return {"@id": _agent_id(kind, name), "@type": kind, "name": clean(name) or "unnamed"}
