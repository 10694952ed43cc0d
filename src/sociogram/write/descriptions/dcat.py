"""The case as a dataset of a catalogue, by W3C DCAT 3, in Turtle.

The files are its distributions, with media types, sizes and hashes (SPDX). Where they will be had is said
only if it is known: ``base`` gives ``dcat:downloadURL``. The documents are the sources of the dataset.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from sociogram.errors import UsageError
from sociogram.knowledge.namespaces import DCTERMS, DOC, FOAF, PROV, RDF, RDFS, RUN, SOC, XSD
from sociogram.rdf.quads import document_quads
from sociogram.write.descriptions import holdings
from sociogram.write.descriptions.holdings import DESCRIPTION, LICENCE, TITLE, WEB_ADDRESS, Holding, Opener
from sociogram.write.files.atomic import open_atomic
from sociogram.write.rdf.syntaxes import SortedPrefixes

if TYPE_CHECKING:
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph

DCAT = "http://www.w3.org/ns/dcat#"
SPDX = "http://spdx.org/rdf/terms#"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_TYPE = ox.NamedNode(RDF + "type")
_LABEL = ox.NamedNode(RDFS + "label")
_DOCUMENT = ox.NamedNode(SOC + "Document")
Triples = Iterator[ox.Triple]


def write_dcat(
    graph: Graph,
    files: Mapping[str, Opener],
    path: Path,
    *,
    base: str | None = None,
    published: str | None = None,
) -> int:
    """Write the description of a case to ``path``; how many files it names.

    Args:
        graph: The graph of the case.
        files: How to open each of the case's files, by name.
        path: The file to write.
        base: The address under which the files will be had, or ``None``.
        published: The day of publication, or ``None`` for that of the newest document.

    Raises:
        UsageError: If ``base`` is no address, there is no day, or ``path`` cannot be written.
    """
    if base is not None and not (WEB_ADDRESS.fullmatch(base) and _has_host(base)):
        raise UsageError(f"{base}: is no address of http or https; give https://HOST/FOLDER/")
    day = holdings.find_date(graph, published)
    held = list(holdings.iter_holdings(files))
    own = {
        "dcat": DCAT,
        "spdx": SPDX,
        "dcterms": DCTERMS,
        "foaf": FOAF,
        "prov": PROV,
        "rdfs": RDFS,
        "xsd": XSD,
    }
    prefixes = {**own, "doc": DOC, "run": RUN, "soc": SOC}
    with open_atomic(path) as file:
        output = SortedPrefixes(file)
        triples = _catalogue(graph, held, day, base)
        ox.serialize(triples, cast("BinaryIO", output), format=ox.RdfFormat.TURTLE, prefixes=prefixes)
        output.finish()
    return len(held)


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - asks whether there can be such a port
        return bool(parts.hostname)
    except ValueError:
        return False


def _dct(name: str) -> ox.NamedNode:
    return ox.NamedNode(DCTERMS + name)


def _dcat(name: str) -> ox.NamedNode:
    return ox.NamedNode(DCAT + name)


def _text(value: str) -> ox.Literal:
    return ox.Literal(value.encode("utf-8", "replace").decode("utf-8"))


def _catalogue(graph: Graph, held: list[Holding], day: str, base: str | None) -> Triples:
    run = ox.NamedNode(RUN + (graph.run or "unknown"))
    dataset, rights = ox.NamedNode(run.value + "-dataset"), ox.NamedNode(run.value + "-rights")
    distributions = [ox.NamedNode(f"{run.value}-{one.name}") for one in held]
    yield ox.Triple(dataset, _TYPE, _dcat("Dataset"))
    yield ox.Triple(dataset, _dct("title"), ox.Literal(TITLE, language="en"))
    yield ox.Triple(dataset, _dct("description"), ox.Literal(DESCRIPTION, language="en"))
    yield ox.Triple(dataset, _dct("identifier"), _text(graph.run or "unknown"))
    yield ox.Triple(dataset, _dct("issued"), _typed(day, "date"))
    yield ox.Triple(dataset, _dct("rights"), rights)
    yield ox.Triple(dataset, ox.NamedNode(PROV + "wasGeneratedBy"), run)
    for document in graph.documents:
        yield ox.Triple(dataset, _dct("source"), next(document_quads(document, ())).subject)
    for distribution in distributions:
        yield ox.Triple(dataset, _dcat("distribution"), distribution)
    yield ox.Triple(rights, _TYPE, _dct("RightsStatement"))
    yield ox.Triple(rights, _LABEL, ox.Literal(LICENCE, language="en"))
    for distribution, one in zip(distributions, held, strict=True):
        yield from _distribution(distribution, one, rights, base)
    for document in graph.documents:
        yield from _document(document)


def _distribution(node: ox.NamedNode, one: Holding, rights: ox.NamedNode, base: str | None) -> Triples:
    form, checksum = ox.NamedNode(node.value + "-format"), ox.NamedNode(node.value + "-checksum")
    yield ox.Triple(node, _TYPE, _dcat("Distribution"))
    yield ox.Triple(node, _dct("title"), _text(one.name))
    yield ox.Triple(node, _dct("description"), ox.Literal(one.description, language="en"))
    if one.is_registered:
        yield ox.Triple(node, _dcat("mediaType"), ox.NamedNode(MEDIA_TYPES + one.media_type))
    else:
        yield ox.Triple(node, _dct("format"), form)
    yield ox.Triple(node, _dcat("byteSize"), _typed(str(one.size), "nonNegativeInteger"))
    if base is not None:
        address = ox.NamedNode(base.rstrip("/") + "/" + quote(one.name))
        yield ox.Triple(node, _dcat("downloadURL"), address)
        yield ox.Triple(node, _dcat("accessURL"), address)
    yield ox.Triple(node, _dct("rights"), rights)
    yield ox.Triple(node, ox.NamedNode(SPDX + "checksum"), checksum)
    if not one.is_registered:
        yield ox.Triple(form, _TYPE, _dct("MediaTypeOrExtent"))
        yield ox.Triple(form, _LABEL, _text(one.media_type))
    yield ox.Triple(checksum, _TYPE, ox.NamedNode(SPDX + "Checksum"))
    yield ox.Triple(
        checksum, ox.NamedNode(SPDX + "algorithm"), ox.NamedNode(SPDX + "checksumAlgorithm_sha256")
    )
    yield ox.Triple(checksum, ox.NamedNode(SPDX + "checksumValue"), _typed(one.sha256, "hexBinary"))


def _typed(value: str, datatype: str) -> ox.Literal:
    return ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))


def _document(document: DocumentRecord) -> Triples:
    """What the case's own RDF says of the document by Dublin Core, and its page where it has one."""
    own = [quad.triple for quad in document_quads(document, ())]
    yield from (each for each in own if each.predicate.value.startswith(DCTERMS) or each.object == _DOCUMENT)
    source = document.source.partition("#")[0]
    if WEB_ADDRESS.fullmatch(source):
        yield ox.Triple(own[0].subject, ox.NamedNode(FOAF + "page"), ox.NamedNode(source))
