"""The lexicon's loader: what it makes of an entry, and what it refuses with which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.errors import OntologyError
from sociogram.knowledge.lexicon import Lexicon, load_lexicon, read_lexicon
from sociogram.knowledge.lexicon_checks import AUXILIARIES
from sociogram.knowledge.ontology import PLOVER, load_ontology
from sociogram.model import Modality

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """
- id: fund
  relation: funded
  frames:
    - {verb: [fund, bankroll]}
    - {verb: [spend], with: {object: [money, $Money]}, object: prep:on}
    - {noun: [funding], subject: [poss, prep:by], object: prep:of}
    - {noun: [donor], subject: self, object: prep:to}
  object_kinds: [Organization, Thing]
  modality: intended
  positive:
    - {text: "Ann Lee funded Acme Corp.", claim: [Ann Lee, funded, Acme Corp]}
  negative:
    - {text: "The fund grew.", not: funded}
"""


def _read(folder: Path, text: str) -> Lexicon:
    (folder / "all.yaml").write_text(text, encoding="utf-8")
    return read_lexicon(folder, load_ontology())


def test_lexicon_has_at_least_three_hundred_senses() -> None:
    assert len(load_lexicon().senses) >= 300


def test_every_stored_relation_has_a_sense() -> None:
    stored = {one.id for one in load_ontology().relations.values() if one.stored_as is None}
    stored -= {"said"}  # who says what is read from cues, not by senses
    assert stored - {sense.relation for sense in load_lexicon().senses} == set()


def test_every_event_type_of_plover_has_a_sense() -> None:
    assert {sense.plover for sense in load_lexicon().senses} >= set(PLOVER)


def test_lexicon_is_read_once() -> None:
    assert load_lexicon() is load_lexicon(load_ontology())


def test_no_auxiliary_stands_without_what_it_needs() -> None:
    frames = load_lexicon().verb_frames
    assert [
        lemma for lemma in AUXILIARIES if any(not frame.needs for _, frame in frames.get(lemma, ()))
    ] == []


def test_ends_are_told_by_relations_and_never_by_denial() -> None:
    # Who lacks something has not lost it.
    assert [sense.id for sense in load_lexicon().senses if sense.polarity is not None] == ["lack-support"]


def test_frames_are_found_by_lemma(tmp_path: Path) -> None:
    lexicon = _read(tmp_path, GOOD)
    assert (set(lexicon.verb_frames), set(lexicon.noun_frames)) == (
        {"fund", "bankroll", "spend"},
        {"funding", "donor"},
    )


def test_rules_name_sense_form_and_version(tmp_path: Path) -> None:
    rules = [frame.rule for frame in _read(tmp_path, GOOD).senses[0].frames]
    assert rules == ["fund.active@1", "fund.active2@1", "fund.nominal@1", "fund.nominal2@1"]


def test_rule_leads_back_to_its_sense(tmp_path: Path) -> None:
    lexicon = _read(tmp_path, GOOD)
    assert lexicon.sense_of_rule("fund.active2@1") is lexicon.senses[0]


def test_verb_defaults_to_subject_and_object(tmp_path: Path) -> None:
    frame = _read(tmp_path, GOOD).senses[0].frames[0]
    assert (frame.subject, frame.object) == (("subject",), ("object",))


def test_kinds_hold_all_subclasses_within_the_range(tmp_path: Path) -> None:
    sense = _read(tmp_path, GOOD).senses[0]
    assert sense.admits("Person", "Company")
    assert sense.admits("Person", "Thing")
    assert not sense.admits("Person", "Person")


def test_modality_of_the_sense_is_kept(tmp_path: Path) -> None:
    assert _read(tmp_path, GOOD).senses[0].modality is Modality.INTENDED


def test_needed_kind_stands_for_all_below_it(tmp_path: Path) -> None:
    text = GOOD.replace("$Money", "$Product")
    needs = _read(tmp_path, text).senses[0].frames[1].needs["object"]
    assert {"money", "$Product", "$Weapon", "$Vehicle"} == set(needs)


def test_frames_that_need_more_come_first(tmp_path: Path) -> None:
    text = GOOD.replace("verb: [fund, bankroll]", "verb: [spend]")
    frames = [frame for _, frame in _read(tmp_path, text).verb_frames["spend"]]
    assert [bool(frame.needs) for frame in frames] == [True, False]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("relation: funded", "relation: fund", "all.yaml:2: unknown relation `fund`; did you mean `funded`"),
        ("relation: funded", "relation: worksFor", "never stored; use `employs`"),
        ("[fund, bankroll]", "[have]", "`have` is an auxiliary"),
        ("[fund, bankroll]", "[Fund]", "`Fund` must be in lower case"),
        ("object: prep:to", "object: behind", "unknown role of a noun `behind`"),
        ("object: prep:to", "object: self", "subject and object stand in one place"),
        ("subject: self, object: prep:to", "subject: self", "must say where `subject` and `object` stand"),
        ("object: prep:on", 'object: "prep:"', "unknown role of a verb `prep:`"),
        ("{object: [money, $Money]}", "{object: [$Mony]}", "unknown kind `Mony`; did you mean `Money`"),
        ("{object: [money, $Money]}", "{object: []}", "is empty"),
        (
            "[Organization, Thing]",
            "[Organisation]",
            "unknown kind `Organisation`; did you mean `Organization`",
        ),
        ("[Organization, Thing]", "[Date]", "names Date, which `funded` does not admit"),
        ("modality: intended", "modality: intend", "unknown modality `intend`; did you mean `intended`"),
        ("modality: intended", "plover: AIDS", "unknown plover `AIDS`; did you mean `AID`"),
        ("modality: intended", "mood: intended", "unknown key `mood`"),
        ('- {text: "The fund grew.", not: funded}', "", "no negative example"),
        ("claim: [Ann Lee, funded, Acme Corp]", "claim: [Bob, funded, Acme Corp]", "`Bob` does not stand in"),
        ("claim: [Ann Lee, funded, Acme Corp]", "claim: [Ann Lee, paid, Acme Corp]", "claims `paid`"),
        (
            "claim: [Ann Lee, funded, Acme Corp]",
            "claim: [Ann Lee, Acme Corp]",
            "is \\[subject, relation, object\\]",
        ),
        ("verb: [fund, bankroll]", "verb: [fund], noun: [fund]", "exactly one of"),
        ("verb: [fund, bankroll]", "verb: [on]", "is no text; put it in quotes"),
    ],
)
def test_wrong_entry_is_refused(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    assert right in GOOD
    with pytest.raises(OntologyError, match=message):
        _read(tmp_path, GOOD.replace(right, wrong))


def test_second_sense_of_one_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"all.yaml:15: sense `fund` stands already at .*all.yaml:2"):
        _read(tmp_path, GOOD + GOOD.lstrip("\n"))
