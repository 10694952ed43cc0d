"""Search over a whole case: names, quotes, titles, and the documents' texts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, Any

from sociogram.model import LiteralObject
from sociogram.serve.explorer.folded_text import FoldedTexts, fold, fold_words
from sociogram.serve.explorer.full_text import FullText, find_in_original
from sociogram.serve.explorer.tables import document_words

if TYPE_CHECKING:
    from sociogram.model import Claim
    from sociogram.serve.explorer.whole_case import WholeCase

MOST_HITS = 100
"""Actors, claims and documents of one answer."""
_MOST_CANDIDATES = 20_000
"""Actors that are ranked; those of so common a word beyond are not looked at."""
_BEFORE, _BEHIND = 30, 50
"""Characters around a hit in a text that are shown with it."""
Texts = Callable[[str], str | None]


class Finder:
    """What of one state of a case contains some words; every word must occur."""

    def __init__(self, whole: WholeCase, texts: Texts) -> None:
        graph = whole.graph
        self._whole = whole
        self._texts = texts
        self._claims = [claim for claim in graph.claims if claim.id in whole.tie_of_claim]
        self._names = FoldedTexts("\n".join((one.name, *one.aliases, one.id)) for one in graph.actors)
        self._quotes = FoldedTexts(claim.evidence.quote for claim in self._claims)
        self._titles = FoldedTexts(document_words(document) for document in graph.documents)
        self._full = FullText(texts(document.id) for document in graph.documents)

    def close(self) -> None:
        """Give back what is held on disk."""
        self._full.close()

    def find(self, query: str, most: int) -> dict[str, Any]:
        """Actors, claims and documents, ``most`` of each."""
        most = max(1, min(most, MOST_HITS))
        words = fold_words(query)
        if not words:
            return {"actors": [], "claims": [], "documents": []}
        phrase = " ".join(fold(query).split())
        return {
            "actors": self._actors(words, phrase, most),
            "claims": self._some_claims(words, most),
            "documents": self._documents(words, phrase, most),
        }

    def _actors(self, words: list[str], phrase: str, most: int) -> list[dict[str, Any]]:
        found = islice(self._names.matching(words), _MOST_CANDIDATES)
        ranked = sorted(found, key=lambda number: (-self._rank(number, phrase), number))[:most]
        actors = self._whole.graph.actors
        return [
            {
                "id": actors[number].id,
                "name": actors[number].name,
                "kind": actors[number].kind,
                "claims": self._whole.claims_of_actor[number],
            }
            for number in ranked
        ]

    def _rank(self, number: int, phrase: str) -> float:
        """The whole name first, then names with a word that begins so, then by strength; as on the page."""
        name = self._names.text(number)
        place = name.find(phrase)
        begins = place == 0 or (place > 0 and not name[place - 1].isalnum())
        whole = name.split("\n", 1)[0] == phrase
        return 5e6 * whole + 1e6 * (2 * begins or place > 0) + self._whole.strengths[number]

    def _some_claims(self, words: list[str], most: int) -> list[dict[str, Any]]:
        seen: set[str] = set()
        hits: list[dict[str, Any]] = []
        for number in self._quotes.matching(words):
            claim = self._claims[number]
            if claim.evidence.quote not in seen:
                seen.add(claim.evidence.quote)
                hits.append(self._claim(claim))
            if len(hits) >= most:
                break
        return hits

    def _claim(self, claim: Claim) -> dict[str, Any]:
        return {
            "id": claim.id,
            "tie": self._whole.graph.ties[self._whole.tie_of_claim[claim.id]].id,
            "subject": claim.subject,
            "object": None if isinstance(claim.object, LiteralObject) else claim.object,
            "quote": claim.evidence.quote,
            "document": claim.evidence.document,
        }

    def _documents(self, words: list[str], phrase: str, most: int) -> list[dict[str, Any]]:
        places = dict(islice(self._full.matching(phrase), most))
        titled = islice(self._titles.matching(words), most)
        numbers = sorted({*places, *titled})[:most]
        return [self._document(number, places.get(number), len(phrase)) for number in numbers]

    def _document(self, number: int, place: int | None, length: int) -> dict[str, Any]:
        document = self._whole.graph.documents[number]
        start, around = 0, ""
        if place is None:
            length = 0
        else:
            text = self._texts(document.id) or ""
            start, length = find_in_original(text, place, length)
            around = text[max(0, start - _BEFORE) : start + length + _BEHIND]
        return {
            "id": document.id,
            "title": document.title or "",
            "source": document.source,
            "start": start,
            "length": length,
            "around": around,
        }
