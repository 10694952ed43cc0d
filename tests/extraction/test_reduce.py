"""What is left of a document when its text is gone: owners, quotes, and only what is needed."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import pytest

from sociogram.extraction.reading import Reading
from sociogram.extraction.reduce import reduce_extraction
from sociogram.model import (
    Chain,
    ClaimRole,
    Credit,
    Document,
    Extraction,
    Mention,
    Origin,
    RelationMention,
    Role,
    Span,
)


def reduce_text(
    text: str,
    mentions: list[dict[str, object]],
    *relations: tuple[int, int],
    statement: Span | None = None,
    trigger: Span = (0, 2),
    roles: tuple[Role, ...] = (),
) -> Reading:
    """Mentions are given by their words, each a chain of its own; all sentences are the whole text."""
    made = []
    for index, given in enumerate(mentions):
        words = str(given["words"])
        start = text.index(words)
        span = (start, start + len(words))
        values: dict[str, Any] = {
            "form": "named",
            "kind": "Person",
            "name": words,
            "phrase": span,
            **given,
        }
        del values["words"]
        made.append(
            Mention(
                index=index,
                start=start,
                end=span[1],
                text=words,
                tokens=(0, 1),
                head=0,
                **values,
            )
        )
    chains = tuple(Chain(index=m.index, mentions=(m.index,), kind=m.kind, name=m.name) for m in made)
    document = Document(id="d", source="d.txt", text=text, start=0, end=len(text), title=Credit(value="T"))
    found = tuple(
        RelationMention(
            subject=subject,
            relation="funded",
            object=target,
            lemma="fund",
            trigger=trigger,
            sentence=(0, len(text)),
            rule="r@1",
            statement=statement,
            roles=roles,
        )
        for subject, target in relations
    )
    return reduce_extraction(
        Extraction(
            document=document,
            mentions=tuple(made),
            chains=chains,
            propositions=(),
            attributions=(),
            relations=found,
        )
    )


@pytest.mark.parametrize(
    ("text", "owner", "nominal", "owned"),
    [
        (
            "Olsen's campaign grew.",
            {"words": "Olsen"},
            {"words": "Olsen's campaign", "kind": "Campaign"},
            "campaign",
        ),
        ("Olsen’s new aide left.", {"words": "Olsen"}, {"words": "Olsen’s new aide"}, "new aide"),
        ("his campaign grew.", {"words": "his", "form": "pronoun"}, {"words": "his campaign"}, "campaign"),
        ("The Olsen campaign grew.", {"words": "Olsen"}, {"words": "The Olsen campaign"}, "campaign"),
        (
            "The French government fell.",
            {"words": "French", "kind": "Country", "demonym": True},
            {"words": "The French government", "kind": "GovernmentBody", "number": "singular"},
            "government",
        ),
    ],
)
def test_a_possessor_is_the_owner_of_what_follows(
    text: str, owner: dict[str, object], nominal: dict[str, object], owned: str
) -> None:
    reading = reduce_text(text, [owner, {"form": "nominal", **nominal}], (1, 0))
    chain = next(chain for chain in reading.chains if chain.index == 1)
    assert (chain.owner, chain.owned) == (0, owned)


@pytest.mark.parametrize(
    ("text", "inner", "nominal"),
    [
        (
            "A French company fell.",
            {"words": "French", "demonym": True},
            {"words": "A French company", "kind": "Company"},
        ),
        ("Orion workers left.", {"words": "Orion", "kind": "Company"}, {"words": "Orion workers"}),
        ("Olsen and his team left.", {"words": "Olsen"}, {"words": "his team"}),
    ],
)
def test_what_merely_stands_before_a_noun_owns_nothing(
    text: str, inner: dict[str, object], nominal: dict[str, object]
) -> None:
    reading = reduce_text(text, [inner, {"form": "nominal", **nominal}], (1, 0))
    assert next(chain for chain in reading.chains if chain.index == 1).owner is None


def test_a_quote_is_the_sentence_without_white_space_at_its_ends() -> None:
    text = "\n  Olsen funded Orion. \n"
    reading = reduce_text(text, [{"words": "Olsen"}, {"words": "Orion"}], (0, 1))
    (relation,) = reading.relations
    assert text[relation.start : relation.end] == relation.quote == "Olsen funded Orion."
    assert (relation.prefix, relation.suffix) == ("\n  ", " \n")


def test_chains_without_name_or_relation_are_let_go() -> None:
    reading = reduce_text(
        "Olsen saw the boat and the tree.",
        [
            {"words": "Olsen"},
            {"words": "the boat", "form": "nominal"},
            {"words": "the tree", "form": "nominal"},
        ],
        (0, 1),
    )
    assert [chain.name for chain in reading.chains] == ["Olsen", "the boat"]


@pytest.mark.parametrize(
    ("text", "words", "phrase"),
    [
        ("a group of young nurses left.", "a group", "a group of young nurses"),
        ("a group of nurses, the last ones, left.", "a group", "a group of nurses"),
        ("a raid using drones, tanks and jets left.", "a raid", "a raid"),
        ("a raid using drones left.", "a raid", "a raid using drones"),
        ("a nurse who sang left.", "a nurse", "a nurse"),
        ("a nurse in the left.", "a nurse", "a nurse"),
        (f"a nurse of {'very ' * 20}old men left.", "a nurse", "a nurse"),
        ('a nurse of the "old left.', "a nurse", "a nurse"),
    ],
)
def test_a_chain_without_a_name_has_the_phrase_of_its_noun_up_to_a_clause(
    text: str, words: str, phrase: str
) -> None:
    whole = (0, text.index(" left"))
    reading = reduce_text(
        text, [{"words": words, "form": "nominal", "phrase": whole}, {"words": "left"}], (0, 1)
    )
    assert reading.chains[0].phrase == phrase


@pytest.mark.parametrize(
    ("text", "words", "phrase"),
    [
        ("nurses who own cats left.", "nurses", "nurses who own cats"),
        ("nurses, who own cats, left.", "nurses", "nurses"),
        ("nurses who, once, sang left.", "nurses", "nurses"),
        ("nurses whom we saw left.", "nurses", "nurses"),
        ("firms such as Acme left.", "firms", "firms such as Acme"),
        ("firms such as Acme, Beta and Gamma left.", "firms", "firms such as Acme, Beta and Gamma"),
        ("firms like Acme, a maker of cars, left.", "firms", "firms like Acme"),
        ("firms like Acme, and (now) Beta left.", "firms", "firms"),
        ("nurses without whom we left.", "nurses", "nurses"),
    ],
)
def test_what_says_which_of_several_are_meant_stays(text: str, words: str, phrase: str) -> None:
    whole = (0, text.index(" left"))
    reading = reduce_text(
        text,
        [{"words": words, "form": "nominal", "number": "plural", "phrase": whole}, {"words": "left"}],
        (0, 1),
    )
    assert reading.chains[0].phrase == phrase


def phrase_of_thing(text: str, words: str, **more: Any) -> str:
    """The object's words where Olsen's relation is to ``words``, whose phrase goes to the text's full stop."""
    mentions: list[dict[str, object]] = [
        {"words": "Olsen"},
        {"words": words, "form": "nominal", "kind": "Thing", "phrase": (text.index(words), len(text) - 1)},
    ]
    return reduce_text(text, mentions, (0, 1), **more).relations[0].object_phrase


@pytest.mark.parametrize(
    ("words", "behind", "phrase"),
    [
        ("the notion", " that Acme, a bank, is sound", "the notion that Acme, a bank, is sound"),
        ("the notion", " that Acme is sound, which Roe doubts", "the notion that Acme is sound"),
        ("the notion", " that it calls her corrupt", "the notion that it calls her corrupt"),
        ("the decision", " to close, a shock", "the decision to close"),
        ("the ideas", " that “banks fail", "the ideas"),
        ("the claim", f" that {'very ' * 60}old men sang", "the claim"),
        ("the law", " that Roe signed", "the law that Roe signed"),
        ("the law", ", which Roe signed", "the law"),
        ("the harbour law", " that Roe signed", "the harbour law"),
        ("nurses", " who sang", "nurses who sang"),
        ("the claim", " of Acme that banks fail", "the claim of Acme"),
    ],
)
def test_an_object_keeps_the_clause_without_which_it_is_nothing(words: str, behind: str, phrase: str) -> None:
    assert phrase_of_thing(f"Olsen denied {words}{behind}.", words) == phrase


@pytest.mark.parametrize(
    ("words", "behind", "phrase"),
    [
        ("firms", " that Olsen funded", "firms"),
        ("the firm", " Olsen funded", "the firm Olsen funded"),
        ("a large firm", " Olsen funded", "a large firm"),
        ("the firm", " from Bonn that Olsen funded", "the firm from Bonn"),
        ("a firm", " that was funded by Olsen", "a firm"),
    ],
)
def test_an_object_is_not_told_by_its_own_relation(words: str, behind: str, phrase: str) -> None:
    text = f"They met {words}{behind}."
    trigger = (text.index("funded"), text.index("funded") + 6)
    assert phrase_of_thing(text, words, trigger=trigger) == phrase


def test_a_name_and_a_pronoun_have_no_phrase() -> None:
    reading = reduce_text(
        "Olsen of Orion saw it.",
        [{"words": "Olsen", "phrase": (0, 14)}, {"words": "it", "form": "pronoun"}],
        (0, 1),
    )
    assert [chain.phrase for chain in reading.chains] == ["", ""]


def test_an_object_that_is_a_pronoun_goes_by_the_name_of_its_chain() -> None:
    reading = reduce_text(
        "Olsen funded it.", [{"words": "Olsen"}, {"words": "it", "form": "pronoun"}], (0, 1)
    )
    assert reading.relations[0].object_text == "it"


def test_roles_have_their_words_in_text_order_each_once() -> None:
    text = "Olsen funded Orion with a loan in May."
    roles = (Role(name="time", span=(34, 37)), *[Role(name="instrument", span=(24, 30))] * 2)
    reading = reduce_text(
        text, [{"words": "Olsen"}, {"words": "Orion"}], (0, 1), statement=(6, 12), roles=roles
    )
    (relation,) = reading.relations
    assert relation.statement_span == (6, 12)
    assert relation.roles == (
        ClaimRole(name="instrument", text="a loan", start=24, end=30),
        ClaimRole(name="time", text="May", start=34, end=37),
    )


def test_a_predicate_whose_head_is_the_trigger_says_so_once() -> None:
    reading = reduce_text(
        "Olsen funded Orion.", [{"words": "Olsen"}, {"words": "Orion"}], (0, 1), statement=(0, 2)
    )
    assert reading.relations[0].statement_span is None


def test_a_reading_survives_pickling_and_holds_no_text() -> None:
    reading = reduce_text("Olsen funded Orion." + " " * 100_000, [{"words": "Olsen"}, {"words": "Orion"}])
    content = pickle.dumps(reading)
    assert pickle.loads(content) == reading  # noqa: S301
    assert len(content) < 5_000


def name_his(
    text: str, *others: dict[str, Any], relation: tuple[str, str] = ("Readers", "his columns")
) -> str:
    """The words of the object where "his" is in a chain with the name "Ann Lee", which stands last in ``text``."""
    given = [
        {"words": "Readers"},
        {"words": "his", "form": "pronoun", "name": "his"},
        *others,
        {"words": "Ann Lee"},
    ]
    made = []
    for index, each in enumerate(given):
        words = each["words"]
        start = text.rindex(words) if words == "Ann Lee" else text.index(words)
        span = (start, start + len(words))
        made.append(
            Mention(index=index, start=start, end=span[1], text=words, tokens=(0, 1), head=0, phrase=span,
                    **{"form": "named", "kind": "Person", "name": words, "number": "singular",
                       **{k: v for k, v in each.items() if k != "words"}})
        )  # fmt: skip
    made.sort(key=lambda one: (one.start, -one.end))
    made = [replace(one, index=index) for index, one in enumerate(made)]
    place = {one.text: one.index for one in made}
    his, name = place["his"], place["Ann Lee"]
    alone = [one.index for one in made if one.index not in (his, name)]
    chains = (
        *(Chain(index=n, mentions=(one,), kind="Person", name=made[one].name) for n, one in enumerate(alone)),
        Chain(index=len(alone), mentions=(his, name), kind="Person", name="Ann Lee"),
    )
    start = text.index(relation[1])
    told = RelationMention(
        subject=place[relation[0]], relation="relatedTo", object=None, lemma="enjoy", trigger=(0, 2),
        sentence=(0, len(text.partition(".")[0])), rule="r@1", origin=Origin.OPEN,
        literal=("Text", relation[1], (start, start + len(relation[1]))),
    )  # fmt: skip
    document = Document(id="d", source="d.txt", text=text, start=0, end=len(text))
    reading = reduce_extraction(
        Extraction(document=document, mentions=tuple(made), chains=chains, propositions=(), attributions=(),
                   relations=(told,))
    )  # fmt: skip
    return reading.relations[0].object_text


def test_the_pronoun_that_opens_an_objects_words_has_a_name_in_brackets() -> None:
    assert name_his("Readers enjoy his columns. Ann Lee") == "his [Ann Lee] columns"


def test_a_pronoun_beside_another_person_or_further_on_has_none() -> None:
    assert name_his("Bob told Readers enjoy his columns. Ann Lee", {"words": "Bob"}) == "his columns"
    told = name_his("Readers enjoy all his columns. Ann Lee", relation=("Readers", "all his columns"))
    assert told == "all his columns"


def test_a_pronoun_for_the_subject_has_none() -> None:
    assert (
        name_his("Readers enjoy his columns. Ann Lee", relation=("Ann Lee", "his columns")) == "his columns"
    )
