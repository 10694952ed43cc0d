"""Claims and ties: ends, asserters, doubles, counts of sources."""

from __future__ import annotations

import dataclasses

import pytest

from sociogram.check.promises import check_graph
from sociogram.extraction.reading import Reading
from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.model import Judgement, LiteralObject, Modality, Origin, Polarity
from support.made_readings import Paper, Resources


def graph_of(*papers: Paper, judgements: tuple[Judgement, ...] = ()) -> Graph:
    return make_graph([paper.reading() for paper in papers], (), Resources(), judgements)


def test_a_claim_has_the_document_its_date_and_its_words() -> None:
    paper = Paper("a", published="2024-05-01")
    paper.says(
        paper.chain("Ann Varga"), "funded", paper.chain("Orion Rail", "Company"), quote="Varga funded Orion."
    )
    (claim,) = graph_of(paper).claims
    assert (claim.subject, claim.relation, claim.object) == ("ann-varga", "funded", "orion-rail")
    assert (claim.said_on, claim.evidence.document, claim.evidence.quote) == (
        "2024-05-01",
        "a",
        "Varga funded Orion.",
    )


def test_asserters_are_the_author_and_then_whom_they_quote() -> None:
    paper = Paper("a")
    subject, target = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
    speaker = paper.chain("Bela Kiss")
    paper.chain("Carla Diaz", role="author")
    paper.says(subject, "funded", target, asserters=(speaker,))
    (claim,) = graph_of(paper).claims
    assert claim.asserters == ("carla-diaz", "bela-kiss")


def test_an_object_that_is_no_actor_stays_as_words() -> None:
    paper = Paper("a")
    subject = paper.chain("Ann Varga")
    paper.says(subject, "funded", paper.chain("the long project", "Thing", form="nominal"))
    (claim,) = graph_of(paper).claims
    assert claim.object == LiteralObject(value="the long project", kind="Text")


@pytest.mark.parametrize(
    ("kind", "title"), [("Date", "1984"), ("Quantity", "12,000"), ("Money", "$5 million"), ("Thing", "Trees")]
)
def test_the_title_of_a_document_is_words_and_no_year_or_sum(kind: str, title: str) -> None:
    paper = Paper("a")
    house = paper.chain("Orion Books", "MediaOutlet")
    paper.says(house, "published", None, literal=(kind, title), origin=Origin.CREDIT)
    graph = graph_of(paper)
    (claim,) = graph.claims
    assert (claim.relation, claim.object) == ("published", LiteralObject(value=title, kind="Text"))
    assert check_graph(graph, shapes=False) == []


def test_a_credit_of_what_cannot_write_is_no_claim_that_it_wrote() -> None:
    paper = Paper("a")
    paper.says(
        paper.chain("Trees", "Work"), "wrote", None, literal=("Quantity", "12,000"), origin=Origin.CREDIT
    )
    graph = graph_of(paper)
    assert graph.claims == ()
    assert [skipped.reason for skipped in graph.skipped] != []
    assert check_graph(graph, shapes=False) == []


def test_a_sum_is_a_quantity() -> None:
    paper = Paper("a")
    paper.says(paper.chain("Ann Varga"), "paid", None, literal=("Money", "$5 million"))
    (claim,) = graph_of(paper).claims
    assert claim.object == LiteralObject(value="$5 million", kind="Quantity")


@pytest.mark.parametrize(
    ("subject", "target", "reason"),
    [
        (
            ("he", {"form": "pronoun"}),
            ("Ann Varga", {}),
            "no subject: a pronoun that stands for nobody known",
        ),
        (
            ("Ann Varga", {}),
            ("them", {"form": "pronoun"}),
            "no object: a pronoun that stands for nobody known",
        ),
        (("Ann Varga", {}), ("Ann Varga", {}), "subject and object are one actor"),
    ],
)
def test_what_gives_no_claim_is_skipped_with_its_reason(
    subject: tuple[str, dict[str, object]], target: tuple[str, dict[str, object]], reason: str
) -> None:
    paper = Paper("a")
    paper.says(paper.chain(subject[0], **subject[1]), "criticises", paper.chain(target[0], **target[1]))
    graph = graph_of(paper)
    assert not graph.claims
    assert [skipped.reason for skipped in graph.skipped] == [reason]


def test_kinds_that_do_not_fit_make_it_the_fallback_of_less_confidence() -> None:
    paper = Paper("a")
    paper.says(
        paper.chain("Ann Varga"),
        "marriedTo",
        paper.chain("Lake Road", "Place"),
        lemma="marry",
        confidence=0.8,
    )
    (claim,) = graph_of(paper).claims
    assert (claim.relation, claim.lemma, claim.confidence) == ("relatedTo", "marry", 0.56)


def test_an_unknown_relation_is_skipped() -> None:
    paper = Paper("a")
    paper.says(paper.chain("Ann Varga"), "fundeded", paper.chain("Orion Rail", "Company"))
    assert [skipped.reason for skipped in graph_of(paper).skipped] == ["unknown relation 'fundeded'"]


def test_a_relation_that_is_stored_the_other_way_is_turned_with_its_spans() -> None:
    paper = Paper("a")
    person, company = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
    paper.says(person, "worksFor", company, lemma="work")
    (claim,) = graph_of(paper).claims
    (relation,) = paper.relations
    assert (claim.subject, claim.relation, claim.object) == ("orion-rail", "employs", "ann-varga")
    assert (claim.evidence.subject, claim.evidence.object) == (relation.object_span, relation.subject_span)


def test_the_same_relation_by_two_rules_is_one_claim_of_the_surer_rule() -> None:
    paper = Paper("a")
    ends = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
    paper.says(ends[0], "funded", ends[1], start=100, confidence=0.5, rule="weak@1")
    paper.says(ends[0], "funded", ends[1], start=100, confidence=0.9, rule="strong@1")
    (claim,) = graph_of(paper).claims
    assert (claim.confidence, claim.evidence.rule) == (0.9, "strong@1")


def test_a_mutual_relation_is_one_claim_of_its_sentence_in_either_direction() -> None:
    paper = Paper("a")
    ends = paper.chain("Ann Varga"), paper.chain("Bela Kiss")
    paper.says(ends[1], "met", ends[0], start=100, confidence=0.9)
    paper.says(ends[0], "met", ends[1], start=100, confidence=0.5)
    assert [(claim.subject, claim.object) for claim in graph_of(paper).claims] == [("bela-kiss", "ann-varga")]


def test_the_fallback_gives_way_to_a_relation_of_the_same_trigger() -> None:
    paper = Paper("a")
    ends = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
    paper.says(ends[0], "relatedTo", ends[1], start=100, confidence=0.9)
    paper.says(ends[0], "funded", ends[1], start=100, confidence=0.5)
    assert [claim.relation for claim in graph_of(paper).claims] == ["funded"]


def test_an_affirming_and_a_denying_sentence_are_two_claims_of_one_disputed_tie() -> None:
    paper = Paper("a")
    ends = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
    paper.says(ends[0], "funded", ends[1])
    paper.says(ends[0], "funded", ends[1], polarity=Polarity.DENIED)
    (tie,) = graph_of(paper).ties
    assert (tie.affirmed, tie.denied, tie.sources, len(tie.claims)) == (1, 1, 1, 2)


def test_a_claim_keeps_its_id_when_its_actors_are_merged_or_renamed() -> None:
    paper = Paper("a")
    paper.says(paper.chain("Ann Varga"), "funded", paper.chain("Orion Rail", "Company"))
    renamed = Judgement(verdict="rename", left="ann-varga", right="Anna")
    assert graph_of(paper).claims[0].id == graph_of(paper, judgements=(renamed,)).claims[0].id


@pytest.mark.parametrize("what", ["claim", "tie"])
def test_a_claim_or_tie_that_was_judged_wrong_is_left_out_and_listed(what: str) -> None:
    paper = Paper("a")
    paper.says(paper.chain("Ann Varga"), "funded", paper.chain("Orion Rail", "Company"))
    graph = graph_of(paper)
    left = graph.claims[0].id if what == "claim" else graph.ties[0].id
    judged = graph_of(paper, judgements=(Judgement(verdict="wrong", left=left, right="", who="Eva"),))
    assert not judged.claims
    assert [skipped.reason for skipped in judged.skipped] == ["judged wrong by Eva"]


def test_a_claim_that_is_judged_wrong_and_is_not_there_is_reported() -> None:
    judged = graph_of(Paper("d"), judgements=(Judgement(verdict="wrong", left="claim-nowhere", right=""),))
    (skipped,) = judged.skipped
    assert skipped.reason == "judgement 'wrong': 'claim-nowhere' is no claim and no tie of this graph"


def two_documents(**second: object) -> tuple[Paper, Paper]:
    papers = Paper("a", published="2024-05-01"), Paper("b", published="2024-06-01")
    for number, paper in enumerate(papers):
        ends = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
        paper.says(ends[0], "funded", ends[1], confidence=0.5, **(second if number else {}))  # type: ignore[arg-type]
    return papers


def test_confidence_grows_with_independent_sources_by_noisy_or() -> None:
    (tie,) = graph_of(*two_documents()).ties
    assert (tie.sources, tie.confidence, tie.first, tie.last) == (2, 0.75, "2024-05-01", "2024-06-01")


def test_a_copied_sentence_is_one_source() -> None:
    first, second = two_documents()
    second.relations[0] = dataclasses.replace(second.relations[0], quote=first.relations[0].quote)
    (tie,) = graph_of(first, second).ties
    assert (tie.affirmed, tie.sources, tie.confidence) == (2, 1, 0.5)


def test_one_author_is_one_source() -> None:
    first, second = two_documents()
    first.author_names = second.author_names = ("Carla Diaz",)
    (tie,) = graph_of(first, second).ties
    assert tie.sources == 1


def test_a_copy_between_two_others_makes_the_three_one_source() -> None:
    papers = [Paper(name) for name in "abc"]
    for paper, author in zip(papers, ("X", "Y", "X"), strict=True):
        paper.author_names = (author,)
        ends = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
        paper.says(ends[0], "funded", ends[1], quote="Varga funded Orion.")
    (tie,) = graph_of(*papers).ties
    assert tie.sources == 1


def test_what_was_read_openly_is_kept_to_words_and_to_whatever_has_no_name() -> None:
    paper = Paper("a")
    ann = paper.chain("Ann Varga")
    own = paper.chain("head", "Thing", form="nominal", owner=ann, owned="head")
    crowds = paper.chain("crowds", "Thing", form="nominal")
    for target, words in ((None, "others"), (own, ""), (crowds, "")):
        paper.says(ann, "relatedTo", target, literal=("Text", words), lemma="hold", origin=Origin.OPEN)
    assert [claim.object for claim in graph_of(paper).claims] == [
        LiteralObject(value=words, kind="Text") for words in ("others", "head", "crowds")
    ]


def test_what_was_read_openly_is_still_refused_where_it_is_empty() -> None:
    paper = Paper("a")
    ann = paper.chain("Ann Varga")
    them = paper.chain("them", form="pronoun")
    for subject, target, words in (
        (ann, None, "It"),
        (ann, them, ""),
        (ann, ann, ""),
        (them, ann, ""),
    ):
        paper.says(subject, "relatedTo", target, literal=("Text", words), lemma="hold", origin=Origin.OPEN)
    graph = graph_of(paper)
    assert not graph.claims
    assert [skipped.reason for skipped in graph.skipped] == [
        "no object: a pronoun that stands for nobody known",
        "no object: a pronoun that stands for nobody known",
        "subject and object are one actor",
        "no subject: a pronoun that stands for nobody known",
    ]


def test_claims_of_one_predicate_share_its_statement() -> None:
    paper = Paper("a")
    ann, bela = paper.chain("Ann Varga"), paper.chain("Bela Kiss")
    paper.says(ann, "relatedTo", bela, start=100, statement=(103, 104), origin=Origin.OPEN)
    paper.says(
        ann,
        "relatedTo",
        None,
        literal=("Text", "a boat"),
        start=101,
        statement=(103, 104),
        origin=Origin.OPEN,
    )
    paper.says(ann, "met", bela, start=200)
    first, second, other = (claim.statement for claim in graph_of(paper).claims)
    assert first == second != other


def test_what_was_read_openly_gives_way_to_a_relation_of_the_same_predicate_and_ends() -> None:
    paper = Paper("a")
    ends = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
    paper.says(
        ends[0], "relatedTo", ends[1], start=101, confidence=0.9, statement=(103, 105), origin=Origin.OPEN
    )
    paper.says(ends[0], "funded", ends[1], start=100, confidence=0.5)
    assert [claim.relation for claim in graph_of(paper).claims] == ["funded"]


def test_ties_of_the_fallback_are_kept_apart_by_lemma() -> None:
    paper = Paper("a")
    ends = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
    paper.says(ends[0], "relatedTo", ends[1], lemma="walk past")
    paper.says(ends[0], "relatedTo", ends[1], lemma="look at")
    assert sorted(str(tie.lemma) for tie in graph_of(paper).ties) == ["look at", "walk past"]


def test_the_order_of_readings_changes_no_claim() -> None:
    readings: list[Reading] = [paper.reading() for paper in two_documents(modality=Modality.ALLEGED)]
    graphs = [make_graph(each, (), Resources()) for each in (readings, readings[::-1])]
    assert graphs[0] == graphs[1]


@pytest.mark.parametrize(("sure", "claims"), [(0.29, 0), (0.3, 1)])
def test_what_is_likely_misread_is_no_claim_and_is_told_with_its_probability(
    sure: float, claims: int
) -> None:
    paper = Paper("a")
    paper.says(paper.chain("Ann Varga"), "funded", paper.chain("Orion Rail", "Company"), confidence=sure)
    graph = graph_of(paper)
    assert len(graph.claims) == claims
    reasons = [skipped.reason for skipped in graph.skipped]
    assert ("a doubtful reading (probability 0.29)" in reasons) == (claims == 0)
