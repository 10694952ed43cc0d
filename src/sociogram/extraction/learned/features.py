"""What the learned relations see of two mentions in one sentence: the path between them and the words around.

The features are those of classical supervised relation extraction (Zhou et al. 2005, "Exploring
various knowledge in relation extraction"): shortest dependency path, words between, kinds, and the
words that hang on the path. All are strings; the model holds a weight for those it knows.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sociogram.extraction.nouns.phrases import Phrases
    from sociogram.parse.tokens import Tokens

LONGEST_PATH = 7
"""Tokens of the dependency path between the two; the weights were trained on such pairs, so with another limit they
must be trained anew. So with the next two."""
LONGEST_GAP = 45
"""Tokens between the heads of the two."""
WORDS_BETWEEN = 8
"""Words between the two of which the whole sequence is a feature; longer ones never come twice."""
GROUPS = {
    ("P", "O"): "person-organization",
    ("P", "L"): "person-place",
    ("P", "P"): "person-person",
    ("P", "D"): "person-date",
    ("O", "L"): "organization-place",
    ("O", "O"): "organization-organization",
    ("O", "D"): "organization-date",
}
_MOST_CHILDREN = 40
"""Words that hang on one word of which features are made: in a row of five hundred each pair would have them all."""
_LETTERS = {"Person": "P", "Country": "L", "Place": "L", "Date": "D"}
_FUNCTION = frozenset({"aux", "auxpass", "neg", "prep", "mark", "agent", "prt", "poss", "attr", "dobj",
                       "acomp", "oprd", "amod", "compound", "nsubj", "nsubjpass", "advmod", "npadvmod",
                       "appos", "nmod"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class CandidatePair:
    """An ordered pair of mentions in one sentence, with the tokens of the path between their heads."""

    group: str
    subject: int
    object: int
    up: tuple[int, ...]
    down: tuple[int, ...]


def letter(phrases: Phrases, organization_kinds: frozenset[str], mention: int) -> str:
    """The letter of the mention's kind in ``GROUPS``, or an empty string."""
    found = phrases.mentions[mention]
    if found.form == "nominal":
        return ""
    kind = phrases.kind(mention)
    if found.demonym:
        return "L"
    if kind in organization_kinds or (
        kind == "Thing" and found.form == "pronoun" and found.name in {"it", "its", "which", "that"}
    ):
        return "O"
    return _LETTERS.get(kind, "")


def iter_candidates(phrases: Phrases, organization_kinds: frozenset[str]) -> Iterator[CandidatePair]:
    """The pairs that the model judges: near each other by path and by words, of fitting kinds."""
    tokens = phrases.tokens
    by_sentence: dict[int, list[tuple[int, str]]] = {}
    for mention in phrases.mentions:
        if mention.head >= 0:
            kind = letter(phrases, organization_kinds, mention.index)
            if kind:
                by_sentence.setdefault(tokens.sentence[mention.head], []).append((mention.index, kind))
    for members in by_sentence.values():
        near = _Near([(phrases.mentions[mention].head, mention, kind) for mention, kind in members])
        for subject, left in members:
            for object_, right in near.within(LONGEST_GAP, phrases.mentions[subject].head):
                group = GROUPS.get((left, right))
                if subject == object_ or group is None:
                    continue
                first, second = phrases.mentions[subject], phrases.mentions[object_]
                if first.head == second.head:
                    continue
                path = _path(phrases, first.head, second.head)
                if path is not None and not (left != right and _possessed(phrases, path[0])):
                    yield CandidatePair(group, subject, object_, *path)


class _Near:
    """Mentions of a sentence as heads, indices and kinds, asked by their heads: a list may name thousands."""

    def __init__(self, members: Iterable[tuple[int, int, str]]) -> None:
        self._members = sorted(members)
        self._heads = [head for head, *_ in self._members]

    def within(self, gap: int, head: int) -> list[tuple[int, str]]:
        """The mentions at most ``gap`` tokens from ``head``, with their kinds, in the order of the indices."""
        first, last = bisect_left(self._heads, head - gap), bisect_right(self._heads, head + gap)
        return sorted((mention, kind) for _, mention, kind in self._members[first:last])


def _path(phrases: Phrases, start: int, end: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The tokens from ``start`` up to the lowest common ancestor and from ``end`` up to it; it ends both."""
    head = phrases.tokens.head
    up = list(phrases.tokens.climb(start, LONGEST_PATH + 1))
    places = {token: place for place, token in enumerate(up)}
    down, token = [end], end
    while token not in places:
        if head[token] == token or len(down) > LONGEST_PATH:
            return None
        token = head[token]
        down.append(token)
    up = up[: places[token] + 1]
    if len(up) + len(down) > LONGEST_PATH + 1:
        return None
    return tuple(up), tuple(down)


def _possessed(phrases: Phrases, up: tuple[int, ...]) -> bool:
    """Whether the person is but the owner of another one: "her" in "her husband Doe lives in Bonn"."""
    if len(up) < 2 or phrases.tokens.dep[up[0]] != "poss":
        return False
    owned = phrases.mention(up[1])
    return owned is not None and phrases.kind(owned) == "Person"


def features(phrases: Phrases, candidate: CandidatePair) -> list[str]:
    """The features of ``candidate``, without repetition, in a fixed order."""
    tokens = phrases.tokens
    lemma, dep = tokens.lemma, tokens.dep
    first, second = phrases.mentions[candidate.subject], phrases.mentions[candidate.object]
    up, down = candidate.up, candidate.down
    top = up[-1]
    up_deps = [dep[token] for token in up[:-1]]
    down_deps = [dep[token] for token in down[:-1]]
    inner = [*up[1:-1], *([top] if len(up) > 1 and len(down) > 1 else []), *reversed(down[1:-1])]
    words = " ".join(lemma[token].lower() for token in inner)
    shape = ">".join(up_deps) + "|" + "<".join(reversed(down_deps))
    found = [
        "bias",
        f"kinds={phrases.kind(first.index)}/{phrases.kind(second.index)}",
        f"forms={first.form}/{second.form}",
        f"shape={shape}",
        f"path={shape}={words}",
        f"words={words}",
        f"top={lemma[top].lower()}",
        f"length={len(up)}/{len(down)}",
        f"subject={_word(phrases, first.index)}",
        f"object={_word(phrases, second.index)}",
        f"demonym={second.demonym}",
    ]
    found += [f"on={lemma[token].lower()}" for token in inner]
    found += [f"edge={dep[token]}:{lemma[tokens.head[token]].lower()}" for token in (*up[:-1], *down[:-1])]
    on_path = {*up, *down}
    for token in {top: None, **dict.fromkeys(inner)}:
        found += [
            f"off={dep[child]}:{lemma[child].lower()}"
            for child in _hanging(tokens, token)
            if child not in on_path
        ]
    for side, token in (("s", first.head), ("o", second.head)):
        found += [f"{side}child={dep[child]}:{lemma[child].lower()}" for child in _hanging(tokens, token)
                  if child not in on_path and tokens.pos[child] != "PROPN"]  # fmt: skip
    found += _around(phrases, candidate)
    found.append(f"order={first.head < second.head}")
    return list(dict.fromkeys(found))


def _hanging(tokens: Tokens, token: int) -> Iterator[int]:
    """The first words that hang on ``token`` by one of the relations of which features are made."""
    return (child for child in tokens.children[token][:_MOST_CHILDREN] if tokens.dep[child] in _FUNCTION)


def _word(phrases: Phrases, mention: int) -> str:
    found = phrases.mentions[mention]
    return found.name if found.form == "pronoun" else found.name.rsplit(" ", 1)[-1].lower()


def _around(phrases: Phrases, candidate: CandidatePair) -> list[str]:
    """The words between the two mentions, before the first and behind the second."""
    tokens = phrases.tokens
    first, second = phrases.mentions[candidate.subject], phrases.mentions[candidate.object]
    forward = first.tokens[0] < second.tokens[0]
    left, right = (first, second) if forward else (second, first)
    side = "f" if forward else "b"
    start, end = left.tokens[1], right.tokens[0]
    low, high = phrases.tokens.bounds(first.head)
    gap = end - start
    result = [f"gap{side}={min(gap, 3) if gap < 4 else 5 if gap < 8 else 10 if gap < 16 else 20}"]
    if 0 <= gap <= 25:
        between = [tokens.lemma[token].lower() for token in range(start, end)]
        result += [f"btw{side}={word}" for word in between]
        if gap <= WORDS_BETWEEN:
            result.append(f"all{side}={' '.join(between)}")
            result += [f"two{side}={one} {two}" for one, two in itertools.pairwise(between)]
        if any(phrases.covering[token] >= 0 and phrases.mentions[phrases.covering[token]].form == "named"
               for token in range(start, end)):  # fmt: skip
            result.append("name between")
    result += [
        f"pre{side}={tokens.lower[token]}" for token in range(max(low, left.tokens[0] - 2), left.tokens[0])
    ]
    result += [
        f"post{side}={tokens.lower[token]}"
        for token in range(right.tokens[1], min(high, right.tokens[1] + 2))
    ]
    return result
