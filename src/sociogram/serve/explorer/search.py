"""Search over a whole case: names, quotes, titles and texts; pairs of names, names with mistakes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

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
_MOST_SPELLINGS = 64
_MOST_NEAR = 8
_LONGEST_WORD = 40
"""Ways to spell a query with mistakes, words that each may stand for, and letters that are compared."""
_PAIR_WORDS, _PAIR_ACTORS, _MOST_PAIRS = 8, 4, 3
"""Words up to which a query may name two actors, actors of either name that are looked at, and pairs of an answer."""
_BETWEEN = frozenset({"and", "&", "vs", "vs.", "versus", "with", "to", "-", "–", "—", "+"})
"""What stands between two names."""
_PARTING = re.compile(r"[\s,;/|]")
"""Marks that part two names with or without blanks beside them: "Lee, Ray", "Lee/Ray"."""
_WORD = re.compile(r"\w+")
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
            return {"actors": [], "guessed": False, "pairs": [], "claims": [], "documents": []}
        phrase = " ".join(fold(query).split())
        named = self._named(words, phrase, most)
        guessed: list[int] = []
        # Names that have the words, but not side by side as they were typed: two names may be meant.
        is_loose = bool(named) and not any(phrase in self._names.text(number) for number in named)
        pairs = self._pairs(_PARTING.split(phrase)) if is_loose or not named else []
        if is_loose:
            pairs = [pair for pair in pairs if pair["claims"]]
        elif not named and not pairs:
            guessed = self._names_near(words, most)
        return {
            "actors": [self._actor(number) for number in named or guessed],
            "guessed": bool(guessed),
            "pairs": pairs,
            "claims": self._some_claims(words, most),
            "documents": self._documents(words, phrase, most),
        }

    def _named(self, words: list[str], phrase: str, most: int) -> list[int]:
        """The actors whose names have all ``words``, the best first."""
        found = islice(self._names.matching(words), _MOST_CANDIDATES)
        return sorted(found, key=lambda number: (-self._rank(number, phrase), number))[:most]

    def _actor(self, number: int) -> dict[str, Any]:
        actor = self._whole.graph.actors[number]
        claims = self._whole.claims_of_actor[number]
        return {"id": actor.id, "name": actor.name, "kind": actor.kind, "claims": claims}

    def _names_near(self, words: list[str], most: int) -> list[int]:
        """The strongest actors whose names have, of each word, itself or one that is nearly it; as on the page."""
        found: set[int] = set()
        for chosen in islice(product(*map(self._near, words)), _MOST_SPELLINGS):
            found.update(islice(self._names.matching(list(chosen)), _MOST_CANDIDATES))
        return sorted(found, key=lambda number: (-self._whole.strengths[number], number))[:most]

    def _near(self, word: str) -> list[str]:
        """``word``, if a name has it, and the words of names that are nearest to it within a mistake or two."""
        known = [word] if next(self._names.matching([word]), None) is not None else []
        limit = 0 if len(word) < 3 else 1 if len(word) < 6 else 2
        found = process.extract(
            word, self._vocabulary, scorer=OSA.distance, score_cutoff=limit, limit=_MOST_NEAR, processor=None
        )
        least = min((away for _, away, _ in found if away), default=0)
        return known + [near for near, away, _ in found if away == least and away]

    @cached_property
    def _vocabulary(self) -> list[str]:
        """All words of names, each once; made by the first query that has a mistake."""
        names = (self._names.text(number) for number in range(len(self._names)))
        return sorted({word[:_LONGEST_WORD] for name in names for word in _WORD.findall(name)})

    def _pairs(self, words: list[str]) -> list[dict[str, Any]]:
        """The actors that ``words`` name one after the other, and how many claims join them, most first."""
        words = [word for word in words if word and word not in _BETWEEN]
        claims: dict[tuple[int, int], int] = {}
        for cut in range(1, len(words)) if len(words) <= _PAIR_WORDS else ():
            firsts, seconds = (self._strongest(part) for part in (words[:cut], words[cut:]))
            for first, second in product(firsts, seconds):
                if first != second and (second, first) not in claims:
                    claims[first, second] = self._claims_between(first, second)
        strengths = self._whole.strengths
        ranked = sorted(
            claims, key=lambda pair: (-claims[pair], -strengths[pair[0]] - strengths[pair[1]], pair)
        )
        kept = [pair for place, pair in enumerate(ranked) if claims[pair] or not place][:_MOST_PAIRS]
        return [
            {"first": self._actor(first), "second": self._actor(second), "claims": claims[first, second]}
            for first, second in kept
        ]

    def _strongest(self, words: list[str]) -> list[int]:
        return self._named(words, " ".join(words), _PAIR_ACTORS)

    def _claims_between(self, first: int, second: int) -> int:
        whole = self._whole
        ties = (whole.graph.ties[number] for number in whole.ties_of_actor[first])
        return sum(len(tie.claims) for tie in ties if set(whole.ends(tie)) == {first, second})

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
