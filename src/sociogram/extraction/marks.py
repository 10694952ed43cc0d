"""Marks of a reading by which readers sign it more or less often: where its words stand in their sentence.

Wrong subjects are the commonest fault, and most of them stand far from their predicate, behind punctuation, or are
shared with another predicate; objects that end in the midst of a clause are oftener cut. The marks are numbers, and
no word of the text is in them; ``knowledge.calibration`` weighs them.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sociogram.model import Chain, Mention, RelationMention, Span
from sociogram.parse.parsed import ParsedDocument
from sociogram.parse.tokens import Range

FARTHEST = 30
"""Tokens between subject and predicate, above which it is all the same how many."""
MOST_WORDS = 5
"""Words of a subject, above which it is all the same how many."""
MOST_VERBS = 2
"""Verbs in an object, likewise."""
_PARTING = frozenset(';:–—-()"“”[]')
_CLOSING = frozenset(",.!?")
MARKS = (
    "distance",
    "parted",
    "conjunct",
    "present",
    "noun",
    "once",
    "words",
    "closed",
    "verbs",
    "apposed",
    "direct",
)
"""Names of the marks, in the order of the file of weights."""


class Marks:
    """The marks of the relations of one document."""

    def __init__(self, parsed: ParsedDocument, mentions: Sequence[Mention], chains: Sequence[Chain]) -> None:
        self._tokens = parsed.tokens_raised
        self._mentions = mentions
        self._told = {index: len(chain.mentions) for chain in chains for index in chain.mentions}

    def of(self, relation: RelationMention) -> Mapping[str, float]:
        """The marks of ``relation`` by their names; those that are zero are left out.

        ``distance`` is the natural logarithm of one more than the tokens between subject and predicate;
        ``parted`` whether a dash, a quotation mark or a bracket stands there; ``conjunct`` whether the predicate is
        joined to another; ``present`` and ``noun`` whether its head is "-s" or a noun; ``once`` whether the document
        speaks of the subject once; ``words`` are its words; ``closed`` whether a comma or a stop is behind the object;
        ``verbs`` are those in it; ``apposed`` whether it stands beside a noun and ``direct`` whether it hangs on the
        predicate.
        """
        return {name: round(value, 4) for name, value in self._each(relation) if value}

    def _each(self, relation: RelationMention) -> Iterator[tuple[str, float]]:
        tokens, subject = self._tokens, self._mentions[relation.subject]
        verb = self._head(self._range(relation.statement or relation.trigger))
        between = self._between(subject.head, verb, self._range(relation.sentence))
        yield "distance", math.log1p(min(len(between) + 1, FARTHEST))
        yield "parted", float(any(tokens.text[each] in _PARTING for each in between))
        yield "conjunct", float(tokens.dep[verb] == "conj")
        yield "present", float(tokens.tag[verb] == "VBZ")
        yield "noun", float(tokens.tag[verb] == "NN")
        yield "once", float(self._told.get(relation.subject, 1) == 1)
        yield "words", float(min(subject.tokens[1] - subject.tokens[0], MOST_WORDS))
        yield from self._object(relation, verb)

    def _object(self, relation: RelationMention, verb: int) -> Iterator[tuple[str, float]]:
        tokens = self._tokens
        if relation.object is not None:
            target = self._mentions[relation.object]
            first, behind = self._range(
                (target.start, target.end) if target.form == "named" else target.phrase
            )
            head = target.head
        elif relation.literal is not None:
            first, behind = self._range(relation.literal[2])
            head = self._head((first, behind))
        else:
            return
        yield "closed", float(behind < len(tokens) and tokens.text[behind] in _CLOSING)
        verbs = sum(tokens.pos[each] == "VERB" for each in range(first, behind))
        yield "verbs", float(min(verbs, MOST_VERBS))
        yield "apposed", float(tokens.dep[head] == "appos")
        yield "direct", float(tokens.head[head] == verb)

    def _between(self, subject: int, verb: int, sentence: Range) -> range:
        """The tokens between the two, none where the subject stands in another sentence."""
        if not sentence[0] <= subject < sentence[1]:
            return range(0)
        low, high = sorted((subject, verb))
        return range(low + 1, high)

    def _range(self, span: Span) -> Range:
        """The tokens that hold the characters of ``span``, at least one."""
        begin = self._tokens.begin
        first = max(bisect_right(begin, span[0]) - 1, 0)
        return first, max(bisect_left(begin, span[1]), first + 1)

    def _head(self, tokens: Range) -> int:
        """The first token of a range that hangs on none in it."""
        head = self._tokens.head
        for each in range(*tokens):
            if head[each] == each or not tokens[0] <= head[each] < tokens[1]:
                return each
        return tokens[0]
