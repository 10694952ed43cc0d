"""Words for claims and ties: one table of cases for our files and for the explorer's page."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from sociogram.knowledge.ontology import load_ontology
from sociogram.model import ClaimRole, Modality, Polarity, Tie, TimeExpression
from sociogram.write.text import wording
from support.patience import SECONDS
from support.places import ROOT, TESTS
from support.sample_graphs import sample_graph

CASES = json.loads((TESTS / "support" / "wording_cases.json").read_text(encoding="utf-8"))
PAGE = """
import { MODALITY, POLARITY, many, relationWords } from %(words)s;
const [relations, counts] = JSON.parse(process.argv[2]);
console.log(JSON.stringify([relations.map(({ relation, label, lemma }) => relationWords(relation, label, lemma ?? "")),
  counts.map(([count, what]) => many(count, what)), Object.keys(POLARITY).sort(), Object.keys(MODALITY).sort()]));
"""


def tie(relation: str, lemma: str | None) -> Tie:
    return Tie(id="t", subject="a", relation=relation, object="b", lemma=lemma, affirmed=1, denied=0, sources=1,
               first=None, last=None, confidence=1.0)  # fmt: skip


@pytest.mark.parametrize("each", CASES["relations"])
def test_a_relation_has_its_label_and_the_fallback_its_verb(each: dict[str, str]) -> None:
    assert load_ontology().relations[each["relation"]].label == each["label"]
    assert wording.relation_label(tie(each["relation"], each["lemma"])) == each["words"]


@pytest.mark.parametrize("each", CASES["counts"])
def test_one_is_singular(each: tuple[int, str, str]) -> None:
    count, what, words = each
    assert wording.counted(count, what) == words


def test_the_table_has_every_polarity_and_modality() -> None:
    assert sorted(each.value for each in Polarity) == CASES["polarities"]
    assert sorted(each.value for each in Modality) == CASES["modalities"]


def test_the_page_of_the_explorer_words_the_same_cases_alike(tmp_path: Path) -> None:
    bundler, node = ROOT / "web" / "node_modules" / ".bin" / "rolldown", shutil.which("node")
    if node is None or not bundler.exists():
        pytest.skip("no Node, or the tools of web/ are not installed (npm ci)")
    words_source = json.dumps(str(ROOT / "web" / "src" / "page" / "words.ts"))
    (tmp_path / "cases.ts").write_text(PAGE % {"words": words_source}, encoding="utf-8")
    made = tmp_path / "cases.mjs"
    bundle = [str(bundler), str(tmp_path / "cases.ts"), "--format", "esm", "--file", str(made)]
    subprocess.run(bundle, check=True, capture_output=True, text=True, timeout=SECONDS)
    cases = json.dumps([CASES["relations"], CASES["counts"]])
    done = subprocess.run(
        [node, str(made), cases], check=True, capture_output=True, text=True, timeout=SECONDS
    )
    words, counts, polarities, modalities = json.loads(done.stdout)
    assert words == [each["words"] for each in CASES["relations"]]
    assert counts == [each[-1] for each in CASES["counts"]]
    assert (polarities, modalities) == (CASES["polarities"], CASES["modalities"])


def test_tools_get_the_id_with_or_instead_of_the_verb() -> None:
    fallback, funded = tie("relatedTo", "badger"), tie("funded", None)
    assert [wording.relation_id_and_verb(each) for each in (fallback, funded)] == [
        "relatedTo (badger)",
        "funded",
    ]
    assert [wording.relation_id_or_verb(each) for each in (fallback, funded)] == ["badger", "funded"]
    assert wording.statement(fallback, {"a": "Ann Lee"}) == "Ann Lee – relatedTo (badger) – b"


def test_how_a_claim_is_held_is_told_whole() -> None:
    claim = replace(
        sample_graph().claims[0], polarity=Polarity.DENIED, modality=Modality.ALLEGED, asserters=("a", "b"),
        said_on="2024-05-01", time=TimeExpression(start="2016-01-01", end="2016-12-31", text="in 2016"), amount=None,
        confidence=0.5, worth=0.25, roles=(ClaimRole(name="place", text="Porto", start=0, end=5),),
    )  # fmt: skip
    assert wording.held(claim, {"a": "The Courier"}) == (
        "denied; as alleged; said by The Courier, quoting b; on 2024-05-01; holds 2016-01-01 to 2016-12-31; "
        "place “Porto”; confidence 0.50; worth 0.25"
    )
