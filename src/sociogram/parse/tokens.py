"""One parse as one table: what all finders read of a document's tokens.

A finder asks for some ten attributes of every token, many times; from spaCy's own tokens that is slow, so they are
read once into columns. The table is made once a document and never altered. Three layers of it are kept with the parse
(``sociogram.parse.parsed``); the second and third are the first with repairs, and share the columns that these leave:

=================  ======================================  =========================================================
layer              read by                                 why
=================  ======================================  =========================================================
``tokens``         mentions, coreference, nouns, learned   the parse as the model gave it but for years before names
                                                           (``repairs.part_years``), places that open a sentence
                                                           (``openings.part_openings``), groups that are called by a
                                                           preposition (``groups.join_groups``), names and places
                                                           before "and other" (``couples.rehang_others``), figures
                                                           behind "No.", reports of what stands before, subjects
                                                           behind a fronted phrase (``repairs.part_fronted``)
                                                           and the few clauses of which grammar tells that they hang
                                                           wrong (``clause_repairs``): their rules, and the learned
                                                           weights, were made on its mistakes too
``tokens_mended``  attribution, qualification              cues are looked up by lemma, and who says what needs each
                                                           conjunct on its own verb: ``repairs.mend_lemmas`` and
                                                           ``repairs.rehang_conjuncts``
``tokens_raised``  propositions, verbs                     a clause is read from its verb, so what the parser hung on
                                                           an auxiliary or a particle hangs there:
                                                           ``repairs.raise_from_auxiliaries`` and
                                                           ``repairs.raise_from_particles``; so do the sums of a
                                                           row: ``sums.rehang_sums``
=================  ======================================  =========================================================

In the second and third, ``repairs.mend_noun_clauses`` has mended which clause is what a noun says, and
``clause_repairs.mend_openings`` which first word is a verb.

No layer can stand for another: of 613 texts, attributions change in 4 if they read what is raised from auxiliaries,
propositions in 18 if conjuncts are moved for them, and in 36 if lost letters of lemmas are given back to them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sociogram.model import Span
from sociogram.parse.quotations import number_quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sociogram.parse.view import View

Range = tuple[int, int]
"""Tokens from the first to behind the last."""

HIGHEST = 30
"""How many tokens a climb visits at most; no sentence that a reader can follow is nested so deep."""
_NEAR = 6
"""How many tokens a relative pronoun's clause is looked for among, itself first; from further up it is another's."""
_NUMERAL = re.compile(r"\d{1,4}(?:\.\d{1,2})?|[A-Za-z]+")
"""A number as it stands in a name: no thousands ("2,000"), no clock."""
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
_AFTER_COUNT = frozenset({"-", "–", "—", ":", "%", "percent", "per", "/", "to", "x"})
"""Words behind a number that make it a score, a share or a range."""

_NAMES = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_NUMBERS = ("HEAD", "IDX", "LENGTH", "SENT_START")


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs and modal verbs in the present or past."""
DATED = frozenset({"DATE", "TIME"})
"""The model's kinds of times."""
PLURALS = frozenset({"NNS", "NNPS"})
"""Tags of nouns and names in the plural."""
APART = frozenset({"but", "not", "or", "nor", "neither", "either"})
"""Words by which those who are named with one another do not all do it."""
PERSONAL = frozenset({"who", "whom"})
"""Relative pronouns for persons, and never for the place before them: see ``Tokens.person_before``."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
"""The model's kinds of places."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that the model found: the tokens ``first`` to ``last``, half-open, and the model's label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Columns over the tokens of a document; item ``i`` of each is of token ``i``, all indices are of tokens.

    ``text`` and ``lower`` are the document's own words, also where the view has a plain name in their place;
    ``lemma``, ``pos``, ``tag``, ``dep`` and ``ent`` are the model's, and empty where it gives none. A root is its
    own ``head``. ``children`` are in text order; what is below a token lies in ``left`` to ``right``, half-open.
    ``offset`` is the first character in the view; the document's characters are ``begin`` to ``end``, half-open.
    ``sentence`` and ``paragraph`` are numbers that grow; a paragraph begins where the view forces a sentence to.
    ``quote`` is the number of the marked quotation that holds the token, or -1.

    Beside the columns, ``sentences`` has the tokens of each sentence and ``entities`` the model's names in text order.
    """

    text: tuple[str, ...]
    lower: tuple[str, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    ent: tuple[str, ...]
    head: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    offset: tuple[int, ...]
    begin: tuple[int, ...]
    end: tuple[int, ...]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]
    quote: tuple[int, ...]
    sentences: tuple[Range, ...]
    entities: tuple[Entity, ...]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, first: int, last: int) -> Span:
        """The document's characters for the tokens ``first`` to ``last``, half-open."""
        return self.begin[first], self.end[last - 1]

    def bounds(self, token: int) -> Range:
        """The tokens of the sentence that holds ``token``."""
        return self.sentences[self.sentence[token]]

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of ``token`` with one of the labels ``deps``."""
        for other in self.children[token]:
            if self.dep[other] in deps:
                return other
        return None

    def behind_as(self, noun: int) -> int | None:
        """What the "as" before ``noun`` hangs on, "*hired* Roe as counsel", or ``None`` where no "as" holds it."""
        link = self.head[noun]
        return self.head[link] if self.dep[noun] == "pobj" and self.lower[link] == "as" else None

    def conjuncts(self, token: int) -> list[int]:
        """``token`` and what is coordinated with it behind it, in text order."""
        found = [token]
        for one in found:
            found.extend(child for child in self.children[one] if self.dep[child] == "conj")
        return sorted(found)

    def joined(self, head: int, spans: Sequence[Span]) -> list[int]:
        """``head`` and those with it in ``spans`` who do it together: "Ann Lee *and Bob Ray*".

        Only ``head`` where a word parts them: "Ann Lee but not Bob Ray", "Ann Lee or Bob Ray".
        """
        found = [
            each
            for each in self.conjuncts(head)
            if any(start <= self.begin[each] < end for start, end in spans)
        ]
        parted = any(self.lower[child] in APART for each in found for child in self.children[each])
        return [head] if parted or not found else found

    def tells_which(self, subject: int, noun: int) -> bool:
        """Whether ``subject`` is that of a clause that tells which one ``noun`` means: "the lawyer *Roe* hired"."""
        verb = self.head[subject]
        told = self.dep[verb] == "relcl" and self.head[verb] == noun
        return told and self.dep[subject] in {"nsubj", "nsubjpass"}

    def climb(self, token: int, limit: int = HIGHEST) -> Iterator[int]:
        """``token``, its head, the head of that and so on up to the root, at most ``limit`` tokens."""
        for _ in range(limit):
            yield token
            head = self.head[token]
            if head == token:
                return
            token = head

    def finite(self, verb: int) -> int:
        """The word that bears the tense of ``verb``: its first helper, or the verb itself."""
        helper = self.child(verb, "aux", "auxpass")
        return verb if helper is None else helper

    def far_above(self, token: int, known: Container[int]) -> list[int]:
        """The verbs above a deeply nested ``token``, up to one that is ``known``, from the top; of others none.

        Whoever asks of a verb what depends on those above asks of these first, and none of them waits for many others.
        """
        found: list[int] = []
        while self.head[token] != token:
            token = self.head[token]
            if token in known:
                break
            if self.pos[token] in {"VERB", "AUX"}:
                found.append(token)
        return found[::-1] if len(found) > HIGHEST else []

    def numeral(self, token: int) -> int | None:
        """The number right behind the noun or name at ``token`` that says which it is: "Factor *1*", "Chapter *two*".

        No score ("Panama 3 – 0"), no share and nothing with a unit of its own: there the number counts.
        """
        behind = token + 1
        if (
            behind >= len(self)
            or self.head[behind] != token
            or self.dep[behind] != "nummod"
            or self.ent[behind] in _MEASURES
            or not _NUMERAL.fullmatch(self.text[behind])
        ):
            return None
        return None if behind + 1 < len(self) and self.text[behind + 1] in _AFTER_COUNT else behind

    def relative_clause(self, token: int) -> int | None:
        """The verb of the relative clause that a relative pronoun at ``token`` opens, or that itself is ``token``."""
        return next((above for above in self.climb(token, _NEAR) if self.dep[above] == "relcl"), None)

    def person_before(self, noun: int) -> int:
        """Whom "who" behind a place or a title stands for: the member of "a member in Bonn, Ohio, who voted"."""
        titled = noun
        while self.ent[noun] == "WORK_OF_ART" and self.dep[noun] == "appos" and self.head[noun] != noun:
            noun = self.head[noun]
        if titled != noun and self.dep[noun] == "pobj" and self.dep[self.head[noun]] == "prep":
            above = self.head[self.head[noun]]  # "a guest on the show “Roe”, who"
            return above if self.pos[above] in {"NOUN", "PROPN"} else noun
        while (
            self.ent[noun] in PLACES and self.dep[noun] in {"appos", "npadvmod"} and self.head[noun] != noun
        ):
            noun = self.head[noun]
        preposition = self.head[noun]
        if self.ent[noun] not in PLACES or self.dep[noun] != "pobj" or self.dep[preposition] != "prep":
            return noun
        above = self.head[preposition]
        return above if self.pos[above] in {"NOUN", "PROPN"} else noun


def read_tokens(doc: Doc, view: View, own: dict[int, str]) -> Tokens:
    """The table of ``doc``, the parse of ``view``, in time linear in its tokens.

    ``own`` gives the document's own word for each token in whose place the view has a plain name.
    """
    size = len(doc)
    keys = doc.to_array([*_NAMES, *_NUMBERS]).reshape(size, len(_NAMES) + len(_NUMBERS))
    text, lower, lemma, pos, tag, dep, ent = _words(doc, keys[:, : len(_NAMES)].T.tolist())
    heads, places, lengths, starts = keys[:, len(_NAMES) :].astype("int64").T.tolist()
    for position, word in own.items():
        text[position], lower[position] = word, word.lower()
    head = [position + distance for position, distance in enumerate(heads)]
    children, left, right = read_subtrees(head)
    sentence = _number_sentences(starts)
    paragraph = [bisect_right(view.breaks, place) for place in places]
    offsets = view.offsets
    return Tokens(
        text=tuple(text),
        lower=tuple(lower),
        lemma=tuple(lemma),
        pos=tuple(pos),
        tag=tuple(tag),
        dep=tuple(dep),
        ent=tuple(ent),
        head=tuple(head),
        children=children,
        left=left,
        right=right,
        offset=tuple(places),
        begin=tuple(offsets[place] for place in places),
        end=tuple(offsets[place + length - 1] + 1 for place, length in zip(places, lengths, strict=True)),
        sentence=tuple(sentence),
        paragraph=tuple(paragraph),
        quote=tuple(number_quotations(lower, paragraph)),
        sentences=_bounds(sentence),
        entities=tuple(Entity(span.start, span.end, span.label_) for span in doc.ents),
    )


def read_subtrees(
    head: Sequence[int],
) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...], tuple[int, ...]]:
    """``children``, ``left`` and ``right`` of a table whose heads are ``head``."""
    size = len(head)
    children: list[list[int]] = [[] for _ in range(size)]
    order: list[int] = []
    for token, above in enumerate(head):
        if above == token:
            order.append(token)
        else:
            children[above].append(token)
    for token in order:  # grows while it is walked: heads come before what hangs on them
        order.extend(children[token])
    left, right = list(range(size)), list(range(1, size + 1))
    for token in reversed(order):
        above = head[token]
        left[above] = min(left[above], left[token])
        right[above] = max(right[above], right[token])
    return tuple(map(tuple, children)), tuple(left), tuple(right)


def rehung(tokens: Tokens, head: Sequence[int], dep: Sequence[str]) -> Tokens:
    """``tokens`` with other heads and labels, one for each token."""
    if tuple(head) == tokens.head:
        return replace(tokens, dep=tuple(dep))
    children, left, right = read_subtrees(head)
    return replace(tokens, head=tuple(head), dep=tuple(dep), children=children, left=left, right=right)


def with_heads(tokens: Tokens, moves: dict[int, tuple[int, str]]) -> Tokens:
    """``tokens`` with new heads and labels for some of them."""
    if not moves:
        return tokens
    head, dep = list(tokens.head), list(tokens.dep)
    for token, (above, label) in moves.items():
        head[token], dep[token] = above, label
    return rehung(tokens, head, dep)


def _words(doc: Doc, columns: list[list[int]]) -> list[list[str]]:
    """The strings of the columns of keys; an attribute that is not set is empty."""
    strings = doc.vocab.strings
    names = {key: strings[key] if key else "" for key in {key for column in columns for key in column}}
    return [[names[key] for key in column] for column in columns]


def _number_sentences(starts: list[int]) -> list[int]:
    """The number of each token's sentence, where ``starts`` is 1 for a sentence's first token."""
    result: list[int] = []
    number = -1
    for position, mark in enumerate(starts):
        number += mark == 1 or position == 0
        result.append(number)
    return result


def _bounds(sentence: list[int]) -> tuple[Range, ...]:
    """The tokens of each sentence."""
    firsts = [
        position
        for position, number in enumerate(sentence)
        if not position or number != sentence[position - 1]
    ]
    return tuple(pairwise([*firsts, len(sentence)]))
