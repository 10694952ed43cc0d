"""What every finder of mentions and of relations promises, ours and those of plug-ins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.document import Resources, extract_document, load_resources
from sociogram.extraction.finders import MENTION_FINDERS, RELATION_FINDERS, unite_mentions
from sociogram.extraction.propositions.find import find_propositions
from sociogram.parse.parsed import ParsedDocument
from sociogram.parse.spacy_model import parse_documents
from sociogram.ports import MentionFinder, RelationFinder, load_plugins
from sociogram.read import read_text

if TYPE_CHECKING:
    from spacy.language import Language

    from sociogram.model import Mention

TEXT = (
    "Senator Ann Lee sued Acme Corp in March. Her husband, Bob Lee, leads the company.\n\n"
    "She told reporters that Acme had not paid her, and that France would ban its products."
)
MENTIONS = {**{each.__name__: each for each in MENTION_FINDERS}, **load_plugins("mentions")}
RELATIONS = {**{each.__name__: each for each in RELATION_FINDERS}, **load_plugins("relations")}
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


@pytest.fixture(scope="module")
def parsed(nlp: Language) -> ParsedDocument:
    return next(iter(parse_documents(read_text(TEXT, source="t", id="t"), nlp)))


@pytest.mark.parametrize("name", sorted(MENTIONS))
def test_a_finder_of_mentions_keeps_to_the_text(
    name: str, resources: Resources, parsed: ParsedDocument
) -> None:
    finder = MENTIONS[name](resources)
    assert isinstance(finder, MentionFinder)
    mentions = finder.find(parsed)
    assert [mention.index for mention in mentions] == list(range(len(mentions)))
    assert len({(mention.start, mention.end) for mention in mentions}) == len(mentions)
    for mention in mentions:
        assert parsed.document.text[mention.start : mention.end] == mention.text
    assert finder.find(parsed) == mentions


@pytest.mark.parametrize("name", sorted(RELATIONS))
def test_a_finder_of_relations_relates_mentions_by_known_relations(
    name: str, resources: Resources, parsed: ParsedDocument
) -> None:
    finder = RELATIONS[name](resources)
    assert isinstance(finder, RelationFinder)
    mentions = unite_mentions([other.find(parsed) for other in resources.mention_finders])
    chains = find_chains(parsed, mentions, ())
    relations = finder.find(parsed, mentions, chains, find_propositions(parsed))
    assert relations
    for relation in relations:
        assert 0 <= relation.subject < len(mentions)
        assert relation.object is None or 0 <= relation.object < len(mentions)
        assert (relation.object is None) == (relation.literal is not None)
        assert relation.relation in resources.ontology.relations
        assert relation.sentence[0] <= relation.trigger[0] < relation.trigger[1] <= relation.sentence[1]
        assert "@" in relation.rule
        assert 0 < relation.confidence <= 1
    assert finder.find(parsed, mentions, chains, find_propositions(parsed)) == relations


class Reporters:
    """A plug-in that takes the word "reporters" for a person called so, and finds one mention again."""

    def find(self, parsed: Any) -> Sequence[Mention]:
        first = load_resources().mention_finders[0].find(parsed)
        start = parsed.document.text.index("told")
        return [first[0], replace(first[0], start=start, end=start + 4, text="told", name="told")]


def test_a_plug_in_adds_mentions_and_never_replaces_ours(
    resources: Resources, parsed: ParsedDocument
) -> None:
    ours = extract_document(parsed, resources).mentions
    more = replace(resources, mention_finders=(*resources.mention_finders, Reporters()))
    both = extract_document(parsed, more).mentions
    assert len(both) == len(ours) + 1
    assert [mention.index for mention in both] == list(range(len(both)))
    assert {mention.text for mention in both} - {mention.text for mention in ours} == {"told"}


def test_the_finders_of_plug_ins_come_behind_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    plugins = {"mentions": {"a.mentions@1": lambda _data: "theirs"}, "relations": {}}
    monkeypatch.setattr("sociogram.extraction.document.load_plugins", plugins.__getitem__)
    loaded = load_resources()
    assert [type(finder).__name__ for finder in loaded.mention_finders] == ["Mentions", "str"]
    assert [type(each).__name__ for each in loaded.relation_finders] == [
        "VerbalRelations",
        "NominalRelations",
    ]
