"""Which time and which amount of a sentence belong to a trigger."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sociogram.extraction.qualification.grammar import VERBAL, is_apart
from sociogram.extraction.qualification.paired_amounts import PairedAmounts, Sum
from sociogram.extraction.values.amounts import FoundAmount, find_amounts
from sociogram.extraction.values.intervals import is_year
from sociogram.extraction.values.times import FoundTime, find_times
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Amount, TimeExpression
from sociogram.parse.tokens import Tokens

_SAME_CLAUSE = frozenset(
    {"dobj", "pobj", "prep", "attr", "oprd", "acomp", "dative", "npadvmod", "advmod", "nummod", "quantmod", "appos",
     "conj", "amod", "compound", "nmod", "agent", "pcomp", "nsubj", "nsubjpass", "poss", "det", "punct", "dep", "tmod"}
)  # fmt: skip
_IN_PASSING = frozenset(
    {
        "compound",
        "appos",
        "nmod",
        "amod",
        "poss",
        "nsubj",
        "nsubjpass",
        "pobj",
        "parataxis",
        "dep",
        "npadvmod",
    }
)
_PARTS = frozenset(
    {"half", "halves", "third", "thirds", "quarter", "quarters", "fourths", "fifth", "fifths", "tenths"}
)
"""Parts of a whole, by which nobody is counted."""
_NAMING = frozenset({"compound", "amod", "poss", "nmod"})
_JUNIORS = frozenset({"sr.", "jr.", "sr", "jr", "ii", "iii", "ph.d.", "m.d."})
"""What stands behind a person's name and belongs to it."""
_DEFINITE = frozenset({"the", "these", "those", "both", "his", "her", "their", "its"})
_MONEY_VERBS = load_vocabulary("qualification").words("money-verbs")
_LEAST_SUM = 1000
"""A bare number below it counts things: "spent three on ads" tells no money."""
_SAMPLE = 20000
"""Characters from the beginning of a document in which its usual currency is looked for."""
_BEHIND = 24
"""Characters behind a number that hold the whole next word."""


_TIME_NOUNS = load_vocabulary("verbs").words("time-nouns")
_CAPITAL = r"[A-Z0-9][\w’'-]{0,30}"
_WORD = rf"(?:{_CAPITAL}|of|the|and|in|a|to|for|with)"
_TITLE = re.compile(rf"(?<!\w)(?:''|[\"“‘])(?:{_CAPITAL}(?:\s{_WORD}){{0,5}})[,.!?]?(?:''|[\"”’])(?!\w)")
"""The title of a work or a programme in quotation marks: "This Week", "Hawaii Five-0"."""
_NAMED_TIME = re.compile(r"(?<=[a-z’'] )(?:This|Last|Next) (?:Week|Weekend|Month|Year|Decade)")
"""A programme's name that would be a time in small letters, behind a word in small letters: "told ABC's This Week"."""


def _lies_in(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in spans)


@dataclass(frozen=True, slots=True)
class SentenceValues:
    """A sentence's times and amounts, each with the token that carries it."""

    times: tuple[tuple[int, FoundTime], ...]
    amounts: tuple[tuple[int, FoundAmount], ...]
    begin: int


class NearestValues:
    """The times and amounts of the sentences of one document, each sentence read when first asked for."""

    def __init__(self, tokens: Tokens, view: str, published: str | None) -> None:
        """Keep what is needed; nothing is searched yet."""
        self._tokens = tokens
        self._view = view
        self._published = published
        self._read: dict[tuple[int, bool], SentenceValues] = {}
        # Counted when first asked for: most documents name no bare sum.
        self._currency: tuple[str | None] | None = None

    def _sentence(self, token: int, *, future: bool) -> SentenceValues:
        first, last = self._tokens.bounds(token)
        known = self._read.get((first, future))
        if known is None:
            known = self._read[first, future] = self._search(first, last, future)
        return known

    def _search(self, first: int, last: int, future: bool) -> SentenceValues:
        tokens = self._tokens
        begin = tokens.offset[first]
        text = self._view[begin : tokens.offset[last] if last < len(tokens) else len(self._view)]
        titles = [match.span() for match in _TITLE.finditer(text)]
        times = [
            found
            for found in find_times(text, self._published, future=future)
            if not _lies_in(found.start, found.end, titles)
            and not _NAMED_TIME.search(text, found.start - 1, found.end)
        ]
        amounts = [
            found
            for found in find_amounts(text)
            if not any(time.start < found.end and found.number < time.end for time in times)
            and not _lies_in(found.number, found.end, titles)
        ]
        return SentenceValues(
            tuple((self._carrier(begin + found.start, begin + found.end), found) for found in times),
            tuple((self._carrier(begin + found.number, begin + found.end), found) for found in amounts),
            begin,
        )

    def _carrier(self, start: int, end: int) -> int:
        """The token among the characters ``start`` to ``end`` of the view whose head stands outside."""
        tokens = self._tokens
        first = max(bisect_right(tokens.offset, start) - 1, 0)
        last = max(bisect_left(tokens.offset, end), first + 1)
        for position in range(first, last):
            above = tokens.head[position]
            if not first <= above < last or above == position:
                # The day of "Thursday night" hangs on the night, and that on the verb.
                return (
                    above if tokens.dep[position] == "compound" and tokens.ent[above] == "TIME" else position
                )
        return first

    def time(self, trigger: int, *, future: bool, own: bool = False) -> TimeExpression | None:
        """The time of the clause of ``trigger``, else that of the clause which governs it.

        With ``own`` only one that hangs on the trigger itself.
        """
        best: tuple[int, int] | None = None
        chosen: TimeExpression | None = None
        ahead = self._sentence(trigger, future=future).times
        for number, (carrier, found) in enumerate(self._sentence(trigger, future=False).times):
            rank = self._rank(carrier, trigger, naming=False)
            if rank is None or self._is_of_a_life(carrier, trigger):
                continue
            if own and not self._hangs_on(carrier, trigger):
                continue
            if (
                future
                and rank > 0
                and (self._is_asked_of_another(trigger) or self._is_of_the_promise(carrier, trigger))
            ):
                continue  # "on Monday she urged him to leave": that is when she urged
            key = (rank, abs(carrier - trigger))
            if found.time.start is None and found.time.end is None:
                key = (rank + 3, key[1])
            if best is None or key < best:
                # "In May she promised to leave on Friday": only what hangs on the trigger itself lies ahead.
                best, chosen = key, ahead[number][1].time if rank == 0 else found.time
        return chosen

    def _is_asked_of_another(self, trigger: int) -> bool:
        """Whether the trigger, or what governs it, is what another is urged to do: "urged him to try to leave"."""
        tokens = self._tokens
        for node in tokens.climb(trigger):
            head = tokens.head[node]
            if tokens.dep[node] == "acl" and tokens.tag[node] == "VBG":
                return True  # "a petition asking him to leave"
            if tokens.dep[node] not in {"xcomp", "ccomp", "conj", "advcl"} or tokens.pos[node] not in VERBAL:
                return False
            if tokens.tag[node] == "VB" and any(
                tokens.dep[child] in {"dobj", "dative"} and child < node for child in tokens.children[head]
            ):
                return tokens.dep[node] != "conj"
        return False

    def _is_of_the_promise(self, carrier: int, trigger: int) -> bool:
        """Whether the time stands right before the infinitive that the trigger is in: "vowed on Monday to leave"."""
        tokens = self._tokens
        for node in tokens.climb(trigger):
            if tokens.dep[node] not in {"xcomp", "conj"} or tokens.pos[node] not in VERBAL:
                return False
            if tokens.tag[node] == "VB":
                return tokens.head[node] < carrier < tokens.left[node]
        return False

    def _hangs_on(self, carrier: int, noun: int) -> bool:
        return any(
            node == noun for node in self._tokens.climb(carrier) if self._tokens.pos[node] not in VERBAL
        )

    def _is_of_a_life(self, carrier: int, trigger: int) -> bool:
        """Whether the time stands in brackets right behind a person's name, and the trigger outside of them.

        "Doe (1870 – 1930) built the hall": the dates are those of his life.
        """
        tokens = self._tokens
        first, last = tokens.bounds(carrier)
        opening = next((token for token in range(carrier, first, -1) if tokens.text[token] in "(["), first)
        closing = next((token for token in range(carrier, last) if tokens.text[token] in ")]"), last)
        if opening == first or closing == last or opening < trigger < closing:
            return False
        if any(tokens.text[token] in ")]" for token in range(opening, carrier)):
            return False
        before = opening - 1
        while before > first and tokens.pos[before] == "PUNCT":
            before -= 1
        return tokens.ent[before] == "PERSON" or tokens.lower[before] in _JUNIORS

    def amount(self, trigger: int, ends: Sequence[int], lemma: str) -> Amount | None:
        """The amount of the clause of ``trigger``: money first, else what counts one of the ``ends``."""
        sentence = self._sentence(trigger, future=False)
        paired, own = self._paired(sentence, trigger).of(ends, trigger)
        if paired:
            return own.amount if own else None
        candidates: list[tuple[tuple[int, int, int], FoundAmount]] = []
        for carrier, found in sentence.amounts:
            rank = self._rank(carrier, trigger, naming=True)
            if rank is None or rank > 1:
                continue
            if found.amount.currency is None:
                counted = self._counts(carrier, ends, trigger)
                if not counted:
                    continue
                candidates.append(((1, rank, abs(carrier - trigger)), found))
            else:
                candidates.append(((0, rank, abs(carrier - trigger)), found))
        if not candidates:
            return None
        found = min(candidates, key=lambda item: item[0])[1]
        return self._with_currency(
            found, lemma, self._view[sentence.begin + found.end : sentence.begin + found.end + _BEHIND]
        )

    def _paired(self, sentence: SentenceValues, trigger: int) -> PairedAmounts:
        tokens = self._tokens
        sums = [
            Sum(
                found,
                (
                    max(bisect_right(tokens.offset, sentence.begin + found.start) - 1, 0),
                    bisect_left(tokens.offset, sentence.begin + found.end),
                ),
            )
            for _, found in sentence.amounts
            if found.amount.currency is not None
        ]
        return PairedAmounts(tokens, *tokens.bounds(trigger), sums)

    def _with_currency(self, found: FoundAmount, lemma: str, after: str) -> Amount:
        """As in "spending a quarter-billion": the money of the document, where no unit is named."""
        amount = found.amount
        if (
            amount.currency is not None
            or lemma.split(" ", maxsplit=1)[0] not in _MONEY_VERBS
            or amount.value < _LEAST_SUM
        ):
            return amount
        if after.lstrip().split(" ", 1)[0].rstrip(".,;") not in {
            "on",
            "to",
            "for",
            "in",
            "into",
            "at",
            "toward",
            "towards",
            "by",
            "",
        }:
            return amount
        return replace(amount, currency=self._usual_currency())

    def _usual_currency(self) -> str | None:
        if self._currency is None:
            counts = Counter(
                found.amount.currency for found in find_amounts(self._view[:_SAMPLE]) if found.amount.currency
            )
            self._currency = (min(counts, key=lambda code: (-counts[code], code)) if counts else None,)
        return self._currency[0]

    def _counts(self, carrier: int, ends: Sequence[int], trigger: int) -> bool:
        """Whether a bare number counts an end of the relation or the object of its verb."""
        tokens = self._tokens
        if tokens.lower[carrier] in {"one", "a", "an"}:
            return False
        if tokens.numeral(tokens.head[carrier]) == carrier:
            # "Factor 1" is one factor.
            return False
        if any(
            tokens.tag[child] == "PRP$" and child > carrier for child in tokens.children[tokens.head[carrier]]
        ):
            # "When I was ten my father": ten of something else.
            return False
        if any(tokens.lower[child] in _DEFINITE for child in tokens.children[tokens.head[carrier]]):
            # "the two leaders" counts nothing new.
            return False
        if tokens.lemma[tokens.head[carrier]].lower() in _TIME_NOUNS:
            return False  # "spent two years in prison"
        if is_year(tokens.text[carrier]) and tokens.tag[tokens.head[carrier]] in {"NN", "NNP"}:
            return False  # "his 2011 intervention"
        if tokens.lower[tokens.head[carrier]] in _PARTS:
            return False  # "two-thirds of the voters"
        for noun in tokens.climb(carrier):
            if noun in ends or (tokens.head[noun] == trigger and tokens.dep[noun] in {"dobj", "nsubjpass"}):
                return True
            if tokens.dep[noun] not in {"nummod", "quantmod", "compound", "amod"}:
                return False
        return False

    def _rank(self, carrier: int, trigger: int, *, naming: bool) -> int | None:
        """How near the clause of ``carrier`` is to ``trigger``: 0 the same, 1 or 2 a governing one, or ``None``."""
        tokens = self._tokens
        node = carrier
        first = True
        while node != trigger and tokens.pos[node] not in VERBAL:
            if tokens.head[node] == node or tokens.dep[node] not in _SAME_CLAUSE:
                break
            if (
                not naming
                and tokens.dep[node] in _NAMING
                and tokens.pos[tokens.head[node]] in {"NOUN", "PROPN"}
            ):
                # "the 2016 election": the year names the noun, unless the noun is the trigger.
                return 0 if tokens.head[node] == trigger else None
            if not naming and not first and tokens.dep[node] in {"nsubj", "nsubjpass"}:
                return None
            if not naming and tokens.pos[node] == "NOUN" and self._is_of_a_mood(node):
                return None
            if not naming and (is_apart(tokens, node) or (first and self._is_of_a_thing(node, trigger))):
                return None
            node = tokens.head[node]
            first = False
        if node == trigger:
            return 0
        return self._governs(node, trigger, carrier)

    def _is_of_a_thing(self, time: int, trigger: int) -> bool:
        """Whether a "from" makes it the time of a thing: "attacked his scandals from the 1990s"."""
        tokens = self._tokens
        preposition = time if tokens.dep[time] == "prep" else tokens.head[time]
        above, last = tokens.head[preposition], tokens.right[preposition] - 1
        if tokens.lower[preposition] != "from" or preposition == 0:
            return False
        if above != trigger:
            return tokens.pos[above] == "NOUN"
        # Behind a verb it may be when that began: "led the bank from 2003", not "read a letter from 2003".
        noun = preposition - 1
        single = tokens.text[last].endswith("0s") or tokens.lower[tokens.left[noun]] in {"a", "an"}
        return single and tokens.tag[noun] in {"NN", "NNS"}

    def _is_of_a_mood(self, noun: int) -> bool:
        """Whether an adjective's preposition holds the noun: "hopeful about the talks in July" is so before."""
        tokens = self._tokens
        preposition = tokens.head[noun]
        return (
            tokens.dep[noun] == "pobj"
            and tokens.pos[tokens.head[preposition]] == "ADJ"
            and tokens.dep[tokens.head[preposition]] == "acomp"
        )

    def _governs(self, verb: int, trigger: int, carrier: int) -> int | None:
        """0 where ``verb`` is the trigger's own verb, 1 or 2 where it governs it without a clause of its own."""
        tokens = self._tokens
        rank = 0
        for node in tokens.climb(trigger):
            if node == verb:
                return rank
            dep = tokens.dep[node]
            if dep == "pcomp" and tokens.lower[tokens.head[node]] == "for":
                # "On Saturday he assailed her for backing the war": what is held against her lies before.
                return None
            if tokens.head[node] == node or dep in {"ccomp", "relcl", "advcl", "acl", "parataxis", "csubj"}:
                if dep in {"acl", "advcl"} and tokens.tag[node] in {"VBG", "VBN"} and not self._marked(node):
                    rank = 2
                else:
                    return None
            elif tokens.pos[node] not in VERBAL and dep in _IN_PASSING:
                return None
            elif tokens.pos[node] in VERBAL:
                own = any(tokens.dep[child] in {"nsubj", "nsubjpass"} for child in tokens.children[node])
                if own and dep == "conj" and carrier > verb:
                    # "She left in May, and he stayed": the date is that of the first clause.
                    return None
                if dep == "conj" and carrier > verb and self._is_now(node) and not self._is_now(verb):
                    return None  # "was elected in 2008 and chairs the panel"
                if dep == "conj" and verb < carrier < node and not self._shares_helper(node):
                    return None  # "married her in 1940 and had two daughters"
                rank = max(rank, 2 if own else 1)
        return None

    def _shares_helper(self, second: int) -> bool:
        """Whether a second verb has no tense without the first: "was arrested on Monday and charged"."""
        return self._tokens.tag[second] in {"VBN", "VB", "VBG"} and self._tokens.finite(second) == second

    def _is_now(self, verb: int) -> bool:
        """Whether the verb has the present tense by itself: "chairs", not "is leading"."""
        return self._tokens.tag[verb] in {"VBZ", "VBP"}

    def is_main(self, trigger: int) -> bool:
        """Whether ``trigger`` stands in a main clause of its sentence, and is not only named in passing."""
        first = self._tokens.bounds(trigger)[0]
        root = next(
            (node for node in self._tokens.climb(trigger) if self._tokens.head[node] == node), trigger
        )
        return self._governs(root, trigger, first) is not None

    def _marked(self, node: int) -> bool:
        return any(self._tokens.dep[child] == "mark" for child in self._tokens.children[node])
