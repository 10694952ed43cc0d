"""The ontology's loader: what it admits, and what it refuses with which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.errors import OntologyError
from sociogram.knowledge.ontology import PLOVER, SENTIMENTS, load_ontology

if TYPE_CHECKING:
    from pathlib import Path

NEEDED = """
wrote sentTo received published quoted mentions photographed said announced promised warned called
thanked memberOf holdsPost leads employs advises represents foundedBy owns controls subsidiaryOf
partOf locatedIn bornIn residesIn nationality educatedAt funded promisedFunding paid gave bought
contractedWith supports endorses praises defends aids alliedWith agreedTo met talkedWith
negotiatesWith criticises opposes accuses threatens sanctions sued investigated regulates dismantles
attacked invaded coerces fired banned marriedTo partnerOf parentOf siblingOf relativeOf friendOf
appointed nominated elected won defeated succeeded visited movedTo urged demands influences courts
uses started relatedTo headquarteredIn bornOn diedOn diedIn foundedOn worksFor headOfState
headOfGovernment ministerOf spokespersonFor playsFor coaches agencyOf createdWork killed arrested
fought convicted awardReceived
""".split()  # noqa: SIM905 - a hundred quoted words are hard to read

CLASS = """
- {id: Thing, label: thing, comment: anything}
- {id: Person, label: person, parent: Thing, comment: a human}
"""
RELATION = (
    "- {id: knows, label: knows, inverse: knownBy, domain: [Person], range: [Person], sentiment: family, "
    "sign: positive, comment: knows}\n"
)


def _write(folder: Path, classes: str = CLASS, relations: str = RELATION) -> Path:
    for name, text in (("classes", classes), ("relations", relations)):
        (folder / name).mkdir()
        (folder / name / "all.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("relation", NEEDED)
def test_relation_is_there(relation: str) -> None:
    assert relation in load_ontology().relations


def test_every_event_type_of_plover_has_a_relation() -> None:
    assert {one.plover for one in load_ontology().relations.values()} >= set(PLOVER)


def test_every_sentiment_has_a_relation() -> None:
    assert {one.sentiment for one in load_ontology().relations.values()} == set(SENTIMENTS)


def test_country_is_actor_and_place() -> None:
    ontology = load_ontology()
    assert ontology.is_a("Country", "Actor")
    assert ontology.is_a("Country", "Place")


def test_literal_is_no_class() -> None:
    assert not load_ontology().is_a("Date", "Thing")


@pytest.mark.parametrize(
    ("relation", "subject", "object_", "allowed"),
    [
        ("funded", "Person", "Campaign", True),
        ("funded", "Person", "Thing", True),
        ("funded", "Topic", "Campaign", False),
        ("marriedTo", "Person", "Thing", False),
        ("bornOn", "Person", "Date", True),
        ("bornOn", "Person", "Place", False),
        ("paid", "Company", "Money", True),
    ],
)
def test_domain_and_range_admit(relation: str, subject: str, object_: str, allowed: bool) -> None:
    assert load_ontology().allows(relation, subject, object_) is allowed


def test_unknown_relation_names_the_nearest() -> None:
    with pytest.raises(OntologyError, match="unknown relation `fund`; did you mean `funded`"):
        load_ontology().allows("fund", "Person", "Person")


def test_only_one_of_employs_and_works_for_is_stored() -> None:
    relations = load_ontology().relations
    assert (relations["employs"].stored_as, relations["worksFor"].stored_as) == (None, "employs")


@pytest.mark.parametrize(
    ("relations", "message"),
    [
        (
            RELATION.replace("family", "familly"),
            r"all.yaml:1: unknown sentiment `familly`; did you mean `family`",
        ),
        (
            RELATION.replace("[Person],", "[Persn],", 1),
            "all.yaml:1: unknown class `Persn`; did you mean `Person`",
        ),
        (RELATION + RELATION, r"all.yaml:2: relation `knows` stands already at .*all.yaml:1"),
        (RELATION.replace("label", "lable"), "unknown key `lable`; did you mean `label`"),
        (RELATION.replace("label: knows, ", ""), "`label` is missing"),
        (RELATION.replace("knownBy", "knows"), "symmetric relation"),
        (RELATION.replace("knownBy", "no"), "put it in quotes"),
        ("- {id: a, id: b}", "stands twice"),
        ("- [", "is no YAML"),
        ("id: a", "must be a list"),
    ],
)
def test_wrong_relation_is_refused(tmp_path: Path, relations: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        load_ontology(_write(tmp_path, relations=relations))


def test_class_above_itself_is_refused(tmp_path: Path) -> None:
    classes = "- {id: A, label: a, parent: B, comment: c}\n- {id: B, label: b, parent: A, comment: c}\n"
    with pytest.raises(OntologyError, match="above itself"):
        load_ontology(_write(tmp_path, classes=classes))


def test_wider_refinement_is_refused(tmp_path: Path) -> None:
    wider = (
        RELATION.replace("knows", "sees")
        .replace("[Person]", "[Thing]")
        .replace("sign:", "parent: knows, sign:")
    )
    with pytest.raises(OntologyError, match="admits Thing, Topic, its parent `knows` not"):
        load_ontology(_write(tmp_path, relations=RELATION + wider))


def test_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"no \*\.yaml file"):
        load_ontology(tmp_path)
