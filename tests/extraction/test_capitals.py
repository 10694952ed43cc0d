"""Capitals: a government where they act or are addressed, a place where something happens."""

from __future__ import annotations

from sociogram.extraction.capitals import name_governments
from sociogram.knowledge.confidence import CAPITAL
from sociogram.model import Chain, Document, Extraction, Mention, RelationMention


def extract(relation: str, *names: tuple[str, str, str | None]) -> Extraction:
    """The first of ``names`` (text, kind, known) is the subject of ``relation``, the second its object."""
    text = " ".join(name for name, _, _ in names)
    mentions, chains, start = [], [], 0
    for index, (name, kind, known) in enumerate(names):
        span = (start, start + len(name))
        start = span[1] + 1
        mentions.append(
            Mention(
                index=index,
                start=span[0],
                end=span[1],
                text=name,
                phrase=span,
                tokens=(index, index + 1),
                head=index,
                form="named",
                kind=kind,
                name=name,
                known=known,
            )
        )
        chains.append(Chain(index=index, mentions=(index,), kind=kind, name=name, known=known))
    found = RelationMention(
        subject=0,
        relation=relation,
        object=1,
        lemma="x",
        trigger=(0, 1),
        sentence=(0, len(text)),
        confidence=0.5,
        rule="r@1",
    )
    return Extraction(
        document=Document(id="d", source="d", text=text, start=0, end=len(text)),
        mentions=tuple(mentions),
        chains=tuple(chains),
        propositions=(),
        attributions=(),
        relations=(found,),
    )


def chain_names(extraction: Extraction) -> list[str]:
    return [chain.name for chain in extraction.chains]


def test_a_capital_that_accuses_another_is_its_country() -> None:
    moscow, kyiv = ("Moscow", "Place", "moscow"), ("Kyiv", "Place", "kyiv")
    assert chain_names(name_governments(extract("accuses", moscow, kyiv))) == ["Russia", "Ukraine"]


def test_a_capital_that_acts_joins_the_chain_of_its_country() -> None:
    names = ("Moscow", "Place", "moscow"), ("Ann Lee", "Person", None), ("Russia", "Country", "russia")
    chains = name_governments(extract("accuses", *names)).chains
    assert [chain.mentions for chain in chains if chain.known == "russia"] == [(0, 2)]
    assert "Moscow" not in [chain.name for chain in chains]


def test_a_capital_where_someone_dies_is_a_place() -> None:
    given = extract("diedIn", ("Ann Lee", "Person", None), ("Moscow", "Place", "moscow"))
    assert name_governments(given) is given


def test_a_town_that_is_no_capital_is_a_place() -> None:
    given = extract("accuses", ("Springfield", "Place", None), ("Ann Lee", "Person", None))
    assert name_governments(given) is given


def test_a_relation_that_rests_on_it_is_less_certain() -> None:
    given = extract("accuses", ("Moscow", "Place", "moscow"), ("Ann Lee", "Person", None))
    assert name_governments(given).relations[0].confidence == 0.5 * CAPITAL
