"""Parses written by hand, one token a ``word/lemma/TAG/dep/head``, for tests without a model."""

from __future__ import annotations

from array import array

from spacy.attrs import LOWER
from spacy.tokens import Doc
from spacy.vocab import Vocab

from sociogram.model import Block, BlockKind, Document
from sociogram.parse.parsed import ParsedDocument
from sociogram.parse.view import View

POS = {
    "$": "SYM",
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WDT": "PRON", "DT": "DET", "IN": "ADP", "TO": "PART", "MD": "AUX", "RP": "ADP", "RB": "ADV", "JJ": "ADJ",
    "CC": "CCONJ", "POS": "PART", "CD": "NUM", ".": "PUNCT", ",": "PUNCT", "EX": "PRON", "WRB": "SCONJ",
    "HYPH": "PUNCT", "XX": "X", "JJR": "ADJ", "RBR": "ADV", "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip


def parse_by_hand(
    text: str,
    *,
    persons: tuple[tuple[int, int], ...] = (),
    ents: list[str] | None = None,
    joined: tuple[int, ...] = (),
    published: str | None = None,
) -> ParsedDocument:
    """The parse that ``text`` spells out; words are joined by single spaces.

    Names are given as ranges of tokens (``persons``) or as IOB labels, one a token (``ents``). No space follows the
    tokens ``joined``. ``published`` is the day of the document.
    """
    rows = [token.rsplit("/", 4) for token in text.split()]
    words = [row[0] for row in rows]
    doc = Doc(
        Vocab(lex_attr_getters={LOWER: str.lower}),
        words=words,
        lemmas=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        pos=[_pos(row) for row in rows],
        deps=[row[3] for row in rows],
        heads=[int(row[4]) for row in rows],
        spaces=[place not in (*joined, len(words) - 1) for place in range(len(words))],
        ents=ents,
    )
    assert [token.lower_ for token in doc] == [word.lower() for word in words]
    if persons:
        doc.ents = [
            doc.char_span(doc[a].idx, doc[b - 1].idx + len(doc[b - 1]), label="PERSON") for a, b in persons
        ]
    whole = doc.text
    document = Document(id="hand", source="hand", text=whole, start=0, end=len(whole), published=published)
    block = Block(kind=BlockKind.PROSE, start=0, end=len(whole))
    view = View(whole, array("l", range(len(whole) + 1)), (0,), (block,))
    return ParsedDocument(document, view, doc, (block,) * len(doc))


def _pos(row: list[str]) -> str:
    if row[2].startswith("VB"):
        return "AUX" if row[3] in ("aux", "auxpass") or row[1] == "be" else "VERB"
    return POS[row[2]]
