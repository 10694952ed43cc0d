"""Which sentences may stay unread: those that name two actors, and those in which something was skipped."""

from __future__ import annotations

import time
from dataclasses import replace

from sociogram.extraction.reading import LONGEST_WORDS, SentenceReading
from sociogram.extraction.reduce import reduce_extraction
from sociogram.extraction.sentences import find_sentences
from sociogram.model import (
    Block,
    BlockKind,
    Chain,
    Document,
    Extraction,
    Mention,
    RelationMention,
    Skipped,
    Span,
)
from support.parses import parse_by_hand

Actor = tuple[str, str, str]
"""Words, form and kind of the mentions of a chain."""


def extract(
    text: str,
    *chains: tuple[Actor, ...],
    blocks: tuple[tuple[BlockKind, str], ...] = (),
    sentences: tuple[str, ...] | None = None,
    skipped: tuple[str, ...] = (),
) -> Extraction:
    """An extraction whose mentions are found one behind the other by their words; a chain is a tuple of them."""
    spans = [text_span(text, words) for words in (sentences or (text,))]
    mentions: list[Mention] = []
    made = []
    at: dict[str, int] = {}
    for index, chain in enumerate(chains):
        first = len(mentions)
        for words, form, kind in chain:
            start = text.index(words, at.get(words, 0))
            at[words] = start + 1
            mentions.append(mention(len(mentions), start, words, form, kind))
        numbers = tuple(range(first, len(mentions)))
        made.append(Chain(index=index, mentions=numbers, kind=chain[0][2], name=chain[0][0]))
    places = [text_span(text, words) for words in skipped]
    document = Document(
        id="d",
        source="d.txt",
        text=text,
        start=0,
        end=len(text),
        blocks=tuple(
            Block(kind=kind, start=text_span(text, words)[0], end=text_span(text, words)[1])
            for kind, words in blocks
        ),
    )
    return Extraction(
        document=document,
        mentions=tuple(mentions),
        chains=tuple(made),
        propositions=(),
        attributions=(),
        relations=(),
        skipped=tuple(
            Skipped(document="d", stage="statements", reason="unsure", start=start, end=end)
            for start, end in places
        ),
        sentences=tuple(spans),
    )


def text_span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def mention(index: int, start: int, words: str, form: str, kind: str) -> Mention:
    span = (start, start + len(words))
    return Mention(
        index=index,
        start=start,
        end=span[1],
        text=words,
        phrase=span,
        tokens=(0, 1),
        head=0,
        form=form,  # type: ignore[arg-type]
        kind=kind,
        name=words,
    )


def person(*words: str) -> tuple[Actor, ...]:
    return tuple((each, "named", "Person") for each in words)


def test_a_sentence_that_names_two_actors_is_kept_with_its_place_words_and_chains() -> None:
    text = "Ann Lee left. \n Bob Ray, Ann Lee and Bob Ray.\n"
    found = find_sentences(
        extract(
            text,
            person("Ann Lee", "Ann Lee"),
            person("Bob Ray", "Bob Ray"),
            sentences=("Ann Lee left. \n ", "Bob Ray, Ann Lee and Bob Ray.\n"),
        )
    )
    (start, end) = text_span(text, "Bob Ray, Ann Lee and Bob Ray.")
    assert found == (SentenceReading(start=start, end=end, text=text[start:end], chains=(1, 0)),)


def test_a_pronoun_of_someone_with_a_name_counts_and_what_has_no_name_or_is_no_actor_does_not() -> None:
    he = (("Bob Ray", "named", "Person"), ("He", "pronoun", "Person"))
    text = "Bob Ray. He met Ann Lee. He met the mayor. He left for Rome."
    nameless = (("the mayor", "nominal", "Person"),)
    rome = (("Rome", "named", "Place"),)
    sentences = ("Bob Ray.", "He met Ann Lee.", "He met the mayor.", "He left for Rome.")
    more = (*he, ("He", "pronoun", "Person"), ("He", "pronoun", "Person"))
    found = find_sentences(extract(text, more, person("Ann Lee"), nameless, rome, sentences=sentences))
    assert [one.text for one in found] == ["He met Ann Lee."]


def test_a_country_is_an_actor_and_two_words_for_one_actor_are_one() -> None:
    text = "Ann Lee, Lee for short. Ann Lee praised France."
    sentences = ("Ann Lee, Lee for short.", "Ann Lee praised France.")
    lee = person("Ann Lee", "Lee", "Ann Lee")
    found = find_sentences(extract(text, lee, (("France", "named", "Country"),), sentences=sentences))
    assert [one.text for one in found] == ["Ann Lee praised France."]


def test_a_sentence_in_which_something_was_skipped_is_kept_whoever_it_names() -> None:
    text = "It rained. The mayor left."
    found = find_sentences(extract(text, sentences=("It rained.", "The mayor left."), skipped=("left",)))
    assert [(one.text, one.chains) for one in found] == [("The mayor left.", ())]


def test_the_words_of_a_long_sentence_are_cut_and_those_of_a_quoted_one_are_not_kept_twice() -> None:
    text = "Ann Lee and Bob Ray" + " went on" * 100 + "."
    extraction = extract(text, person("Ann Lee"), person("Bob Ray"))
    (found,) = find_sentences(extraction)
    assert (found.text, found.end) == (text[:LONGEST_WORDS], len(text))
    assert find_sentences(extraction, {(0, len(text))})[0].text == ""


def test_a_reading_has_the_words_of_a_sentence_once() -> None:
    text = "Ann Lee met Bob Ray."
    extraction = extract(text, person("Ann Lee"), person("Bob Ray"))
    relation = RelationMention(
        subject=0,
        relation="met",
        object=1,
        lemma="meet",
        trigger=(8, 11),
        sentence=(0, len(text)),
        rule="r@1",
    )
    reading = reduce_extraction(replace(extraction, relations=(relation,)))
    assert (reading.sentences, reading.relations[0].quote) == (
        (SentenceReading(start=0, end=len(text), text="", chains=(0, 1)),),
        text,
    )


def test_lines_of_a_block_that_is_not_read_as_sentences_are_searched_for_the_documents_names() -> None:
    table = "| Ann Lee | Bob Ray |\n| Ann Lee | Cleo Fox |\n| Bob  Ray-Ann Lee |"
    text = f"Ann Lee and Bob Ray.\n\n{table}\n\nAnn Lee and Bob Ray."
    extraction = extract(
        text,
        person("Ann Lee"),
        person("Bob Ray"),
        sentences=("Ann Lee and Bob Ray.",),
        blocks=((BlockKind.PROSE, "Ann Lee and Bob Ray."), (BlockKind.TABLE, table)),
    )
    assert [(one.text, one.block) for one in find_sentences(extraction)] == [
        ("Ann Lee and Bob Ray.", ""),
        ("| Ann Lee | Bob Ray |", "table"),
        ("| Bob  Ray-Ann Lee |", "table"),
    ]


def test_a_part_of_a_longer_name_is_no_name_of_its_own() -> None:
    text = "Ann Lee and Lee.\nAnn Lee"
    extraction = extract(
        text,
        person("Ann Lee"),
        person("Lee"),
        sentences=("Ann Lee and Lee.",),
        blocks=((BlockKind.PROSE, "Ann Lee and Lee."), (BlockKind.FURNITURE, "\nAnn Lee")),
    )
    assert [one.block for one in find_sentences(extraction)] == [""]


def test_what_is_only_repeated_for_show_counts_once() -> None:
    text = "Ann Lee and Bob Ray.\n\nAnn Lee and Bob Ray.\n"
    extraction = extract(
        text,
        person("Ann Lee"),
        person("Bob Ray"),
        blocks=((BlockKind.PULLQUOTE, "\n\nAnn Lee and Bob Ray.\n"),),
    )
    assert [one.block for one in find_sentences(extraction)] == [""]


def test_the_sentences_are_those_of_the_parse() -> None:
    from sociogram.extraction.document import extract_document, load_resources

    parsed = parse_by_hand(
        "Ann/Ann/NNP/nsubj/1 met/meet/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 ././././1 "
        "Rain/rain/NN/nsubj/5 fell/fall/VBD/ROOT/5 ././././5",
        persons=((0, 1), (2, 3)),
    )
    extraction = extract_document(parsed, load_resources())
    assert [parsed.text(span) for span in extraction.sentences] == ["Ann met Bob .", "Rain fell ."]
    (found,) = reduce_extraction(extraction).sentences or ()
    assert (found.start, found.end, len(found.chains)) == (0, 13, 2)


def test_a_long_table_and_a_list_of_thousands_of_names_take_little_time() -> None:
    names = [f"Ann{number} Lee{number}" for number in range(5_000)]
    sentence = ", ".join(names) + "."
    table = "\n".join("| Ann1 Lee1 | Ann2 Lee2 |" for _ in range(20_000))
    text = f"{sentence}\n\n{table}"
    chains = []
    at = 0
    mentions = []
    for number, name in enumerate(names):
        at = text.index(name, at)
        mentions.append(mention(number, at, name, "named", "Person"))
        chains.append(Chain(index=number, mentions=(number,), kind="Person", name=name))
    document = Document(
        id="d",
        source="d.txt",
        text=text,
        start=0,
        end=len(text),
        blocks=(
            Block(kind=BlockKind.PROSE, start=0, end=len(sentence)),
            Block(kind=BlockKind.TABLE, start=len(sentence) + 2, end=len(text)),
        ),
    )
    begun = time.monotonic()
    found = find_sentences(
        Extraction(
            document=document,
            mentions=tuple(mentions),
            chains=tuple(chains),
            propositions=(),
            attributions=(),
            relations=(),
            sentences=((0, len(sentence)),),
        )
    )
    assert time.monotonic() - begun < 20
    assert (len(found[0].chains), len(found)) == (5_000, 20_001)
