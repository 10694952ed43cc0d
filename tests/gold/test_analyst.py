"""Documents of ours against the facts that an analyst would want from them, and against the traps."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from benchmarks.analyst import (
    CLASSES,
    DATA,
    INVENTED,
    Fact,
    Row,
    Score,
    build_documents,
    case_rows,
    document_paths,
    load_facts,
    score,
    table,
)

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

# Measured by `python -m benchmarks.analyst` and written down in docs/quality.md, less a small margin. A change may
# raise the floor and lower the ceiling.
LEAST_FOUND, LEAST_INVENTED = 368, 740
MOST_TRAPS, MOST_INVENTED_TRAPS = 0, 4

FACTS, OF_INVENTED = load_facts(), load_facts(INVENTED)
QUOTED = "Ann Lee gave Acme money. Bob Ray did not."


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory, nlp: Language) -> Score:
    return score(build_documents(tmp_path_factory.mktemp("analyst"), FACTS, nlp), FACTS)


@pytest.mark.model
def test_what_an_analyst_wants_is_found_as_often_as_before(result: Score) -> None:
    assert len(result.found) >= LEAST_FOUND, "\n".join(table(result))


@pytest.mark.model
def test_no_more_traps_are_asserted_than_before(result: Score) -> None:
    assert len(result.asserted) <= MOST_TRAPS, [(trap.id, trap.quote) for trap in result.asserted]


@pytest.mark.model
@pytest.mark.slow
def test_so_it_is_with_texts_about_people_whose_names_no_list_has(tmp_path: Path, nlp: Language) -> None:
    found = score(build_documents(tmp_path, OF_INVENTED, nlp), OF_INVENTED)
    assert len(found.found) >= LEAST_INVENTED, "\n".join(table(found))
    assert len(found.asserted) <= MOST_INVENTED_TRAPS, [(trap.id, trap.quote) for trap in found.asserted]


@pytest.mark.parametrize(("facts", "least"), [(FACTS, 12), (OF_INVENTED, 68)])
def test_the_documents_are_there_and_hold_every_quote(facts: list[Fact], least: int) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in document_paths(facts)}
    assert len(texts) >= least
    assert [fact.id for fact in facts if not fact.quote or fact.quote not in texts[fact.document]] == []


def test_every_document_of_the_gold_has_facts_and_traps() -> None:
    facts = Counter(fact.document for fact in FACTS if not fact.forbidden)
    traps = Counter(fact.document for fact in FACTS if fact.forbidden)
    own = {path.stem for path in (DATA / "gold" / "documents").iterdir()}
    assert own <= set(facts)
    assert min(facts.values()) >= 15
    assert all(traps[document] >= 3 for document in facts)


def test_ids_are_unique_and_classes_known() -> None:
    facts = [*FACTS, *OF_INVENTED]
    assert len({fact.id for fact in facts}) == len(facts)
    assert {fact.kind for fact in facts} == set(CLASSES)
    assert {fact.modality for fact in facts} <= {"", "any", "asserted", "nonfactual"}
    assert {fact.polarity for fact in facts} <= {"affirmed", "denied"}


def row(**changes: str) -> Row:
    """A claim that Ann Lee gave Acme something, as text to match."""
    usual = {"subject": "Ann Lee", "relation": "gave | gives | give | gave", "object": "Acme", "asserters": "",
             "polarity": "affirmed", "modality": "asserted"}  # fmt: skip
    return Row(**{**usual, **changes})


def gold(folder: Path, **changes: object) -> Path:
    """A gold of one line: that Ann Lee gave Acme something."""
    line = {
        "id": "x1",
        "doc": "a",
        "s": "lee",
        "p": r"\bgave\b",
        "o": "acme",
        "class": "actor-actor",
        "quote": "",
    }
    path = folder / "gold.jsonl"
    path.write_text(json.dumps({**line, **changes}) + "\n\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "claim", "fits"),
    [
        ({}, {}, True),
        ({}, {"relation": "took"}, False),
        ({}, {"subject": "Acme", "object": "Ann Lee"}, False),
        ({"sym": True}, {"subject": "Acme", "object": "Ann Lee"}, True),
        ({}, {"polarity": "denied"}, False),
        ({}, {"modality": "predicted"}, True),
        ({"pol": "denied"}, {"polarity": "denied"}, True),
        ({"mod": "any"}, {"polarity": "denied", "modality": "alleged"}, True),
        ({"mod": "nonfactual"}, {}, False),
        ({"mod": "nonfactual"}, {"modality": "reported"}, True),
        ({"mod": "asserted"}, {"modality": "reported"}, True),
        ({"mod": "asserted"}, {"modality": "alleged"}, False),
        ({"by": "ray"}, {}, False),
        ({"by": "ray"}, {"asserters": "The Times | Bob Ray"}, True),
        ({"forbidden": True}, {}, True),
        ({"forbidden": True}, {"modality": "reported"}, False),
        ({"forbidden": True}, {"polarity": "denied"}, False),
        ({"forbidden": True, "mod": "any"}, {"polarity": "denied"}, False),
    ],
)
def test_a_fact_fits_a_claim_with_its_ends_relation_polarity_modality_and_asserter(
    tmp_path: Path, line: dict[str, object], claim: dict[str, str], fits: bool
) -> None:
    (fact,) = load_facts(gold(tmp_path, **line))
    assert fact.fits(row(**claim)) is fits


def made_case(folder: Path) -> Path:
    """A case of one claim, whose object is words that only the document has."""
    source = folder / "a.txt"
    source.write_text(QUOTED, encoding="utf-8")
    claim = {"subject": {"id": "ann", "name": "Ann"}, "object": {"kind": "Thing", "value": "it"},
             "relation": {"id": "gave", "label": "gave", "lemma": None, "text": "gave"}, "asserters": [],
             "polarity": "affirmed", "modality": "asserted",
             "evidence": {"source": str(source), "subject": [0, 7], "object": [13, 17]}}  # fmt: skip
    actor = {"id": "ann", "name": "Ann", "aliases": ["A. Lee"]}
    (folder / "claims.jsonl").write_text(json.dumps(claim) + "\n", encoding="utf-8")
    (folder / "actors.jsonl").write_text(json.dumps(actor) + "\n", encoding="utf-8")
    return folder


def test_ends_have_names_aliases_values_and_the_words_of_the_document(tmp_path: Path) -> None:
    (only,) = case_rows(made_case(tmp_path))["a"]
    assert (only.subject, only.object) == ("Ann | A. Lee | Ann | Ann Lee", " | it | Acme")


def test_a_score_counts_facts_traps_and_claims(tmp_path: Path) -> None:
    case = made_case(tmp_path)
    found = score(case, load_facts(gold(tmp_path)))
    missed = score(case, load_facts(gold(tmp_path, doc="b")))
    broken = score(case, load_facts(gold(tmp_path, forbidden=True)))
    assert (len(found.found), found.recall, found.claims) == (1, 1.0, 1)
    assert (len(missed.missed), missed.recall) == (1, 0.0)
    assert [trap.id for trap in broken.asserted] == ["x1"]
    assert "   1 of    1 facts;   0 of   0 traps asserted" in "\n".join(table(found))
