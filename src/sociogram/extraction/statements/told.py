"""What other rules have told already of a predicate, so that a statement does not say it again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sociogram.extraction.verbs.roles import Participant
from sociogram.model import Mention, RelationMention
from sociogram.parse.tokens import Range, Tokens

DETERMINER = 4
"""Characters of "the " before a mention that leave it all that a phrase names."""


INDEFINITE = ("a ", "an ", "another ")
"""Beginnings of one who is no actor by these words alone; ``resolve.descriptions`` makes none of him."""


class Told:
    """The relations of other rules, by the first character of their trigger."""

    def __init__(self, told: Sequence[RelationMention], mentions: Sequence[Mention], tokens: Tokens) -> None:
        self._mentions = mentions
        self._tokens = tokens
        self._pairs: dict[int, set[tuple[int, int]]] = {}
        self._said: set[int] = set()
        for one in told:
            dated = one.literal is not None and one.literal[0] == "Date"
            if (one.object is not None or dated) and _is_nobody(mentions[one.subject]):
                continue  # "Acme was founded by Doe" can be told of no "a bank", but Doe's "founded a bank" can
            if one.object is not None:
                pairs = self._pairs.setdefault(one.trigger[0], set())
                pairs.update({(one.subject, one.object), (one.object, one.subject)})
            elif one.literal is not None:
                # The words of a saying begin before its verb: "*has told* us that".
                begin, last = tokens.begin, bisect_left(tokens.begin, one.trigger[1])
                self._said.update({one.trigger[0], *begin[bisect_left(begin, one.trigger[0]) : last]})

    def joins(self, verb: int, ends: tuple[int, int]) -> bool:
        """Whether a relation of the verb joins the two mentions."""
        return ends in self._pairs.get(self._tokens.begin[verb], ())

    def says(self, verb: int) -> bool:
        """Whether a relation of the verb tells words."""
        return self._tokens.begin[verb] in self._said

    def names(self, noun: int, subject: Participant) -> bool:
        """Whether a relation of the noun has ``subject`` at one end."""
        pairs = self._pairs.get(self._tokens.begin[noun], ())
        return any(subject.mention.index in pair for pair in pairs)

    def covers(self, verb: int, subject: Participant, rest: Range, pairs: Sequence[RelationMention]) -> bool:
        """Whether an actor that ``subject`` is joined with already is all that the words name."""
        index = subject.mention.index
        known = self._pairs.get(self._tokens.begin[verb], ())
        ends = {one.object for one in pairs if one.subject == index}
        ends |= {one.subject for one in pairs if one.object == index}
        ends |= {right for left, right in known if left == index}
        return any(self.is_all(end, rest) for end in ends if end is not None)

    def is_all(self, index: int, rest: Range) -> bool:
        """Whether the mention ``index`` is all that the tokens ``rest`` name."""
        start, end = self._tokens.span(*rest)
        mention = self._mentions[index]
        if mention.form == "pronoun":
            return (mention.start, mention.end) == (start, end)
        return mention.phrase[0] <= start + DETERMINER and end <= mention.phrase[1]


def _is_nobody(mention: Mention) -> bool:
    """Whether a noun brings up somebody new: "a bank"."""
    return mention.form == "nominal" and mention.text.lower().startswith(INDEFINITE)
