"""What somebody is by the noun before or behind the name: "rapper Jane Doe", "Jane Doe, a practising homeopath".

Posts at a body are for ``posts``; here the words stand for themselves, as a post that is at no body the text names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from sociogram.extraction.nouns.phrases import ENDED, NOT_YET, Phrases
from sociogram.knowledge.confidence import OCCUPATION
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Argument, Origin, Proposition, RelationMention, Span

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists

RULES = frozenset({"title", "apposition"})
"""Propositions that set a noun beside a name."""
ROLES = frozenset({"Person", "Post"})
"""Kinds of nouns that say what a person is."""
_WORDS = load_vocabulary("nouns")
NO_OCCUPATIONS = _WORDS.words("no-occupations")
UNREAL = _WORDS.words("unreal-modifiers")
OVER = _WORDS.words("over-modifiers")
HYPHENS = frozenset({"-", "‐", "‑"})
LONGEST = 80
"""Characters of the words; a longer description is no occupation."""


def find_occupations(
    phrases: Phrases,
    propositions: Sequence[Proposition],
    lists: ActorLists,
    told: Collection[tuple[int, int]],
) -> Iterator[RelationMention]:
    """The occupations of named persons; ``told`` are chains of persons with the ends of nouns that posts have read."""
    for proposition in propositions:
        if proposition.rule not in RULES:
            continue
        subject, complement = proposition.arguments
        person = phrases.mention(subject.head)
        if person is None or phrases.mentions[person].form != "named" or phrases.kind(person) != "Person":
            continue
        if _is_role(phrases, complement, lists) and not _is_told(phrases, person, complement, told):
            yield _made(phrases, person, complement, proposition.rule)


def _is_role(phrases: Phrases, complement: Argument, lists: ActorLists) -> bool:
    tokens, head = phrases.tokens, complement.head
    if tokens.lower[head] in lists.words["honorific"] or tokens.text[head] in lists.words["honorific"]:
        return False
    if complement.span[1] - complement.span[0] > LONGEST or tokens.tag[head] in ("NNS", "NNPS"):
        return False
    noun = tokens.lemma[head].lower()
    if noun in NO_OCCUPATIONS or _is_unreal(phrases, complement):
        return False
    return lists.nouns.get(noun) in ROLES or lists.nouns.get(tokens.lower[head]) in ROLES


def _is_unreal(phrases: Phrases, complement: Argument) -> bool:
    """Whether the words before the noun deny it or make it another: "no expert", "fake doctor", "would-be actor"."""
    tokens, head = phrases.tokens, complement.head
    start = complement.span[0]
    text = phrases.parsed.document.text
    if text[max(0, start - 1) : start] in HYPHENS:
        return True  # the parser cut a word in two: "Ex-boxer"
    first = next((token for token in range(tokens.left[head], head) if tokens.begin[token] >= start), head)
    before = {tokens.lower[token] for token in range(max(0, first - 1), head)}
    return not (before.isdisjoint(NOT_YET) and before.isdisjoint(UNREAL))


def _is_told(phrases: Phrases, person: int, complement: Argument, told: Collection[tuple[int, int]]) -> bool:
    end = phrases.tokens.end[complement.head]
    return (phrases.chain_of[person], end) in told


def _alone(phrases: Phrases, complement: Argument) -> Span:
    """The words without what is coordinated: "the chief executive, and Bob Ray, his deputy"."""
    tokens, head = phrases.tokens, complement.head
    joined = [
        child for child in tokens.children[head] if child > head and tokens.dep[child] in ("cc", "conj")
    ]
    last = min([tokens.left[child] for child in joined], default=tokens.right[head])
    while last - 1 > head and tokens.dep[last - 1] in ("punct", "preconj"):
        last -= 1
    return complement.span[0], min(complement.span[1], tokens.end[last - 1])


def _made(phrases: Phrases, person: int, complement: Argument, rule: str) -> RelationMention:
    tokens, head = phrases.tokens, complement.head
    before = {tokens.lower[token] for token in range(tokens.left[head], head)}
    ended = not (ENDED.isdisjoint(before) and OVER.isdisjoint(before))
    span = _alone(phrases, complement)
    words = " ".join(phrases.parsed.text(span).split())
    return RelationMention(
        subject=person,
        relation="holdsPost",
        object=None,
        literal=("Text", words, span),
        lemma=tokens.lemma[head].lower(),
        trigger=tokens.span(head, head + 1),
        sentence=phrases.sentence(head),
        time=phrases.former() if ended else None,
        confidence=OCCUPATION,
        rule=f"occupation.{rule}@1",
        origin=Origin.GRAMMAR,
    )
