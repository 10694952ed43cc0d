"""One text on its way through the stages: what each of them makes of it.

    python -m benchmarks.walk "Ann Lee did not fund the campaign." [--at STATION …] [--model NAME]

Without ``--at`` all stations are shown but the quads. The stations, in their order: read, view, tokens, mentions,
attributions, chains, propositions, relations, qualified, reading, actors, claims, ties, quads. CONTRIBUTING.md
goes along them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.document import Resources, extract_document, load_resources
from sociogram.extraction.propositions.find import find_propositions
from sociogram.extraction.reduce import reduce_extraction
from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.model import Attribution, Chain, Mention, Proposition, RelationMention
from sociogram.parse.parsed import ParsedDocument
from sociogram.parse.spacy_model import DEFAULT_MODEL, load_model, parse_documents
from sociogram.read import read_text

Lines = Iterator[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A parsed document with all that the finders found in it, and the graph that came of it."""

    parsed: ParsedDocument
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    chains: tuple[Chain, ...]
    propositions: tuple[Proposition, ...]
    relations: tuple[RelationMention, ...]
    qualified: tuple[RelationMention, ...]
    resources: Resources
    graph: Graph

    def name(self, index: int | None) -> str:
        """The words of a mention."""
        return "-" if index is None else self.mentions[index].text


def walk(text: str, model: str) -> Walk:
    """Take the first document of ``text`` along all stations."""
    resources = load_resources()
    parsed = next(parse_documents(read_text(text, source="text", id="text"), load_model(model)))
    whole = extract_document(parsed, resources)
    attributions = find_attributions(parsed, whole.mentions)
    chains = find_chains(parsed, whole.mentions, attributions)
    propositions = find_propositions(parsed)
    relations = tuple(
        relation
        for finder in resources.relation_finders
        for relation in finder.find(parsed, whole.mentions, chains, propositions)
    )
    return Walk(
        parsed=parsed,
        mentions=whole.mentions,
        attributions=attributions,
        chains=chains,
        propositions=propositions,
        relations=relations,
        qualified=whole.relations,
        resources=resources,
        graph=make_graph([reduce_extraction(whole)], (), resources),
    )


def show_read(found: Walk) -> Lines:
    """The document, its credits and its blocks."""
    document = found.parsed.document
    yield f"{document.id}: {document.genre}, title {document.title}, authors {document.authors}"
    for block in document.blocks:
        yield f"{block.kind.value:<12} {block.start}-{block.end} {document.text[block.start : block.end]!r}"


def show_view(found: Walk) -> Lines:
    """The cleaned text that is parsed."""
    yield repr(found.parsed.view.text)


def show_tokens(found: Walk) -> Lines:
    """The parse: word, lemma, tag, label of the arc, head."""
    for token in found.parsed.doc:
        yield f"{token.i:>3} {token.text:<16} {token.lemma_:<14} {token.tag_:<5} {token.dep_:<10} {token.head.i}"


def show_mentions(found: Walk) -> Lines:
    """Who and what is spoken of."""
    for one in found.mentions:
        yield f"{one.index:>3} {one.form:<8} {one.kind:<14} {one.text!r} known as {one.known}"


def show_attributions(found: Walk) -> Lines:
    """Who says what."""
    for one in found.attributions:
        said = [" … ".join(map(found.parsed.text, spans)) for spans in (one.source, one.cue, one.content)]
        yield f"{one.index:>3} {said[0]!r} {said[1]!r}: {said[2]!r}"


def show_chains(found: Walk) -> Lines:
    """Which mentions are one."""
    for one in found.chains:
        yield f"{one.index:>3} {one.kind:<14} {one.name}: {', '.join(map(found.name, one.mentions))}"


def show_propositions(found: Walk) -> Lines:
    """Predicates with the phrases that hang on them."""
    for one in found.propositions:
        phrases = ", ".join(f"{each.role} {found.parsed.text(each.span)!r}" for each in one.arguments)
        yield f"{one.lemma} (negated: {one.negated}, by {one.rule}): {phrases}"


def _relation(found: Walk, one: RelationMention) -> str:
    end = found.name(one.object) if one.literal is None else one.literal[1]
    return f"{found.name(one.subject)} {one.relation} {end} ({one.rule}, {one.confidence:.2f})"


def show_relations(found: Walk) -> Lines:
    """What the finders of relations make of it, before the sentence is asked how it holds it."""
    for one in found.relations:
        yield _relation(found, one)


def show_qualified(found: Walk) -> Lines:
    """The same with polarity, modality, asserters, time and amount, and what the credits say."""
    for one in found.qualified:
        asserters = ", ".join(map(found.name, one.asserters)) or "the document"
        when, much = (each.text if each else None for each in (one.time, one.amount))
        told = f"{one.polarity.value}, {one.modality.value}, says {asserters}, time {when}, amount {much}"
        yield f"{_relation(found, one)}: {told}"


def show_reading(found: Walk) -> Lines:
    """What is kept of the document once text and parse are gone."""
    yield repr(found.graph.documents)


def show_actors(found: Walk) -> Lines:
    """Who the chains of all documents are."""
    for one in found.graph.actors:
        yield f"{one.id} ({one.kind}) {one.name}: {len(one.mentions)} mentions, {dict(one.identifiers)}"


def show_claims(found: Walk) -> Lines:
    """What is claimed, with the words; and what was refused, and which sentences stayed unread."""
    for one in found.graph.claims:
        yield f"{one.id} {one.subject} {one.relation} {one.object}: {one.evidence.quote!r}"
    for skipped in found.graph.skipped:
        yield f"not used, in {skipped.stage}: {skipped.reason}: {skipped.text!r}"
    for unread in found.graph.unread:
        yield f"unread: {unread.text!r}: {'; '.join(each.reason for each in unread.reasons)}"


def show_ties(found: Walk) -> Lines:
    """Claims that say the same, together."""
    for one in found.graph.ties:
        yield f"{one.id} {one.subject} {one.relation} {one.object}: affirmed {one.affirmed}, denied {one.denied}"


def show_quads(found: Walk) -> Lines:
    """The graph as RDF."""
    return map(str, found.graph.quads())


STATIONS: dict[str, Callable[[Walk], Lines]] = {
    show.__name__.removeprefix("show_"): show
    for show in (
        show_read, show_view, show_tokens, show_mentions, show_attributions, show_chains, show_propositions,
        show_relations, show_qualified, show_reading, show_actors, show_claims, show_ties, show_quads,
    )
}  # fmt: skip


def main() -> None:
    """Print what is seen at the stations asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text")
    parser.add_argument(
        "--at", nargs="+", choices=STATIONS, default=[name for name in STATIONS if name != "quads"]
    )
    parser.add_argument("--model", default=DEFAULT_MODEL)
    options = parser.parse_args()
    found = walk(options.text, options.model)
    for name in options.at:
        print(f"\n== {name}: {(STATIONS[name].__doc__ or '').strip()}")
        for line in STATIONS[name](found):
            print(f"  {line}")


if __name__ == "__main__":
    main()
