"""RO-Crate and DCAT: what is in a case, by name, size and hash, in valid JSON-LD and Turtle."""

from __future__ import annotations

import hashlib
import json
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Self, cast

import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner

from sociogram.cli.verbs.export import command
from sociogram.errors import SociogramError, UsageError
from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.knowledge.namespaces import DCTERMS, DOC, XSD
from sociogram.write import write_case
from sociogram.write.descriptions.dcat import DCAT, MEDIA_TYPES, SPDX, write_dcat
from sociogram.write.descriptions.holdings import KNOWN
from sociogram.write.descriptions.rocrate import METADATA, PROFILE, write_crate
from support.made_readings import Paper, Resources
from support.sample_graphs import HOSTILE, hostile_graph, sample_graph

SCHEMA = "http://schema.org/"
# The terms of the context of RO-Crate 1.1 that are used here, with what they stand for there.
CONTEXT = {
    **{name: SCHEMA + name for name in (
        "about", "alternateName", "author", "contentSize", "CreateAction", "CreativeWork", "Dataset", "datePublished",
        "description", "DigitalDocument", "encodingFormat", "hasPart", "identifier", "instrument", "isBasedOn",
        "license", "mentions", "name", "object", "Organization", "Person", "publisher", "result",
        "SoftwareApplication", "url", "version")},
    "File": SCHEMA + "MediaObject",
    "conformsTo": "http://purl.org/dc/terms/conformsTo",
}  # fmt: skip


def openers(folder: Path) -> dict[str, Any]:
    return {path.name: partial(path.open, "rb") for path in folder.iterdir() if path.is_file()}


def web_graph() -> Graph:
    paper = Paper("a b", authors=("Carla Diaz",), published="2024-05-01")
    paper.says(paper.chain("Ann Varga"), "met", paper.chain("Bela Kiss"))
    reading = paper.reading()
    object.__setattr__(reading.document, "source", "https://news.example/a?b=c#2")
    object.__setattr__(reading.document, "publisher", HOSTILE)
    return make_graph([reading], (), Resources())


@pytest.fixture(params=["sample", "hostile", "web"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Graph, Path]:
    graph = {"sample": sample_graph, "hostile": hostile_graph, "web": web_graph}[request.param]()
    write_case(graph, tmp_path / "case")
    (tmp_path / "case" / "secret.txt").write_text("x", encoding="utf-8")
    return graph, tmp_path / "case"


def crate_of(case: tuple[Graph, Path], folder: Path, **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    write_crate(case[0], openers(case[1]), folder, **more)
    document = json.loads((folder / METADATA).read_text(encoding="utf-8"))
    return document, {entity["@id"]: entity for entity in document["@graph"]}


def test_a_crate_has_the_files_with_their_sizes_and_hashes_and_no_file_of_others(
    case: tuple[Graph, Path], tmp_path: Path
) -> None:
    _, entities = crate_of(case, tmp_path / "crate")
    parts = [part["@id"] for part in entities["./"]["hasPart"]]
    assert parts == sorted(KNOWN.keys() & set(openers(case[1])))
    assert {path.name for path in (tmp_path / "crate").iterdir()} == {*parts, METADATA}
    for name in parts:
        content = (tmp_path / "crate" / name).read_bytes()
        assert content == (case[1] / name).read_bytes()
        assert entities[name]["contentSize"] == str(len(content))
        assert entities[name]["sha256"] == hashlib.sha256(content).hexdigest()


def test_a_crate_is_what_ro_crate_1_1_requires(case: tuple[Graph, Path], tmp_path: Path) -> None:
    document, entities = crate_of(case, tmp_path / "crate", describe=True)
    assert [path.name for path in (tmp_path / "crate").iterdir()] == [METADATA]
    assert document["@context"][0] == PROFILE + "/context"
    assert len(entities) == len(document["@graph"])
    descriptor, root = entities[METADATA], entities["./"]
    assert (descriptor["conformsTo"], descriptor["about"]) == ({"@id": PROFILE}, {"@id": "./"})
    assert {"name", "description", "datePublished", "license"} <= set(root)
    assert root["datePublished"] == "2024-05-01"
    for entity in document["@graph"]:
        assert isinstance(entity["@id"], str)
        assert "@type" in entity
        for value in entity.values():
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, dict):
                    assert set(each) == {"@id"}
                    assert each["@id"] in entities or each["@id"] == PROFILE


def test_a_crate_is_json_ld_in_which_no_term_is_lost(case: tuple[Graph, Path], tmp_path: Path) -> None:
    document, entities = crate_of(case, tmp_path / "crate", describe=True)
    terms = {key for entity in entities.values() for key in entity} - {"@id", "@type"}
    terms |= {entity["@type"] for entity in entities.values()}
    assert terms <= {*CONTEXT, "sha256"}
    document["@context"] = [CONTEXT, *document["@context"][1:]]
    quads = set(
        ox.parse(
            input=json.dumps(document).encode(),
            format=ox.RdfFormat.JSON_LD,
            base_iri="https://example.org/crate/",
        )
    )
    hashes = [quad for quad in quads if quad.predicate.value == "https://schema.org/sha256"]
    assert len(hashes) == len([each for each in entities.values() if each["@type"] == "File"])
    statements = sum(
        len(value) if isinstance(value, list) else 1
        for entity in entities.values()
        for key, value in entity.items()
        if key != "@id"
    )
    assert len(quads) == statements


def test_a_page_that_was_read_has_its_address_and_a_file_only_its_name(tmp_path: Path) -> None:
    for graph, expected in ((web_graph(), "https://news.example/a?b=c"), (sample_graph(), None)):
        write_case(graph, tmp_path / "case")
        _, entities = crate_of((graph, tmp_path / "case"), tmp_path / "crate")
        documents = [each for each in entities.values() if each["@type"] == "DigitalDocument"]
        assert {each.get("url") for each in documents} == {expected}
    assert documents[0]["alternateName"] == "papers/a.txt"


def dcat_of(case: tuple[Graph, Path], path: Path, **more: Any) -> rdflib.Graph:
    write_dcat(case[0], openers(case[1]), path, **more)
    return rdflib.Graph().parse(path, format="turtle")


def test_dcat_has_a_dataset_with_distributions_sizes_hashes_and_sources(
    case: tuple[Graph, Path], tmp_path: Path
) -> None:
    made = dcat_of(case, tmp_path / "d.ttl")
    (dataset,) = made.subjects(rdflib.RDF.type, rdflib.URIRef(DCAT + "Dataset"))
    distributions = list(made.objects(dataset, rdflib.URIRef(DCAT + "distribution")))
    titles = {str(made.value(one, rdflib.URIRef(DCTERMS + "title"))): one for one in distributions}
    assert set(titles) == KNOWN.keys() & set(openers(case[1]))
    for name, one in titles.items():
        content = (case[1] / name).read_bytes()
        size = cast("rdflib.Literal", made.value(one, rdflib.URIRef(DCAT + "byteSize")))
        assert (str(size), str(size.datatype)) == (str(len(content)), XSD + "nonNegativeInteger")
        checksum = made.value(one, rdflib.URIRef(SPDX + "checksum"))
        value = cast("rdflib.Literal", made.value(checksum, rdflib.URIRef(SPDX + "checksumValue")))
        assert value.toPython() == bytes.fromhex(hashlib.sha256(content).hexdigest())
        assert made.value(one, rdflib.URIRef(DCTERMS + "rights")) is not None
    assert (
        str(made.value(titles["judgements.csv"], rdflib.URIRef(DCAT + "mediaType")))
        == MEDIA_TYPES + "text/csv"
    )
    sources = set(made.objects(dataset, rdflib.URIRef(DCTERMS + "source")))
    own = {quad.subject.value for quad in case[0].quads() if quad.object.value.endswith("#Document")}
    assert {str(each) for each in sources} == own
    assert all(str(each).startswith(DOC) for each in sources)
    assert not any(isinstance(term, rdflib.BNode) for triple in made for term in triple)


def test_dcat_says_where_files_will_be_only_if_it_is_told(case: tuple[Graph, Path], tmp_path: Path) -> None:
    place = rdflib.URIRef(DCAT + "downloadURL")
    assert not list(dcat_of(case, tmp_path / "d.ttl").objects(None, place))
    made = dcat_of(case, tmp_path / "d.ttl", base="https://data.example/case/")
    assert rdflib.URIRef("https://data.example/case/graph.trig") in set(made.objects(None, place))
    for wrong in (
        "data",
        "ftp://h/",
        "https://",
        "https://a b/",
        'https://a/">',
        "https://[::1",
        "https://x:y:z/",
    ):
        with pytest.raises(UsageError, match="no address of http or https"):
            dcat_of(case, tmp_path / "d.ttl", base=wrong)


def test_the_same_case_gives_the_same_bytes(case: tuple[Graph, Path], tmp_path: Path) -> None:
    found = []
    for number in range(2):
        crate_of(case, tmp_path / f"crate{number}")
        dcat_of(case, tmp_path / f"{number}.ttl")
        found.append(
            ((tmp_path / f"crate{number}" / METADATA).read_bytes(), (tmp_path / f"{number}.ttl").read_bytes())
        )
    assert found[0] == found[1]


def test_a_day_is_needed_and_may_be_given(tmp_path: Path) -> None:
    graph = make_graph([], (), Resources())
    with pytest.raises(UsageError, match="give --published"):
        write_crate(graph, {}, tmp_path / "crate")
    with pytest.raises(UsageError, match="is no day"):
        write_crate(graph, {}, tmp_path / "crate", published="May 2024")
    assert not (tmp_path / "crate").exists()
    write_crate(graph, {}, tmp_path / "crate", published="2024-05-01")
    assert '"datePublished": "2024-05-01"' in (tmp_path / "crate" / METADATA).read_text(encoding="utf-8")


def test_a_file_that_stops_midway_leaves_no_half_of_it(tmp_path: Path) -> None:
    class Broken:
        def __enter__(self) -> Self:
            return self

        def __exit__(self, *reason: object) -> None:
            pass

        def read(self, _size: int) -> bytes:
            raise OSError(5, "gone")

    files = {"graph.trig": lambda: cast("BinaryIO", Broken())}
    with pytest.raises((UsageError, OSError), match="gone"):
        write_crate(sample_graph(), files, tmp_path / "crate")
    assert list((tmp_path / "crate").iterdir()) == []


def export(*arguments: str) -> Any:
    return CliRunner().invoke(command, arguments)


def test_the_verb_packs_and_describes_a_case(tmp_path: Path) -> None:
    case = tmp_path / "case"
    write_case(sample_graph(), case)
    done = export("rocrate", "--case", str(case), "-o", str(tmp_path / "crate"))
    assert (done.exit_code, done.output) == (0, f"written: {tmp_path / 'crate'}\n")
    assert (tmp_path / "crate" / "graph.trig").read_bytes() == (case / "graph.trig").read_bytes()
    done = export("rocrate", "--case", str(case), "-o", str(case))
    assert "describe it in its place with --describe" in str(done.exception)
    assert export("rocrate", "--describe", "--case", str(case), "-o", str(case)).exit_code == 0
    assert (case / METADATA).is_file()
    assert export("dcat", "--case", str(case), "-o", str(tmp_path / "d.ttl")).exit_code == 0


def test_the_verb_writes_the_other_forms_and_says_what_it_left_out(tmp_path: Path) -> None:
    case = tmp_path / "case"
    write_case(sample_graph(), case)
    for form in ("ftm", "cypher", "dossier"):
        done = export(form, "--case", str(case), "-o", str(tmp_path / form))
        assert done.exit_code == 0, done.output
        assert (tmp_path / form).stat().st_size > 0
        assert ("left out: 1 ties that are only denied" in done.stderr) == (form == "ftm")
    assert export("neo4j", "--case", str(case), "-o", str(tmp_path / "neo4j")).exit_code == 0
    assert len(list((tmp_path / "neo4j").iterdir())) == 8


def test_the_verb_finds_the_actor_of_a_dossier_by_name(tmp_path: Path) -> None:
    case = tmp_path / "case"
    write_case(sample_graph(), case)
    path = tmp_path / "d.md"
    assert export("dossier", "--actor", "ann varga", "--case", str(case), "-o", str(path)).exit_code == 0
    assert path.read_text(encoding="utf-8").startswith("# Ann Varga\n")
    done = export("dossier", "--actor", "Ann Vargo", "--case", str(case), "-o", str(path))
    assert isinstance(done.exception, SociogramError)
    assert "did you mean ann-varga" in str(done.exception)
