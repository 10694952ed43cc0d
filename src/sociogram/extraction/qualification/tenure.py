"""When a post is held, where no date stands beside it: by the tense of its verb, or by a year of the clause around it.

"Doe was a senator" tells of the past: the time ends with the document's date, as that of a "former senator" does; so
does that of "Doe ran against Roe".
"Senator Doe in the 1964 election" tells of that year, unless the document speaks of Doe at other times too: then the
title may be the one that he bears today.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sociogram.extraction.qualification.grammar import PARTING, VERBAL, is_negated, subordinator
from sociogram.extraction.values.intervals import is_year, read_iso, years_of
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Chain, Mention, RelationMention, TimeExpression
from sociogram.parse.tokens import Tokens

if TYPE_CHECKING:
    from sociogram.model import Span

_WORDS = load_vocabulary("qualification")
_HELD = _WORDS.words("held-relations")
_HOLDING = _WORDS.words("serving-verbs")
_LEADING = _WORDS.words("leading-verbs")
_CONTEST = "competesWith"
"""The relation of who competes with whom."""
_CONTESTING = _WORDS.words("contest-verbs")
_SINGLING = load_vocabulary("nouns").words("singling-words")
_NOUNS = frozenset({"NOUN", "PROPN"})
_BYGONE = frozenset({"once", "formerly", "previously"})
_OPEN = frozenset({"if", "unless", "until", "whether"})
"""Conjunctions before what need not have been so."""
_TITLING = frozenset({"compound", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DURING = frozenset({"in", "during", "at"})
_BESIDE_NOUN = frozenset({"nummod", "compound", "amod", "nmod"})
_LONG_AGO = 2
"""Years before the document's own from which a clause tells of another time: last year's senator is this year's too."""


class Tenures:
    """The times of the posts of one document."""

    def __init__(
        self,
        tokens: Tokens,
        published: str | None,
        mentions: Sequence[Mention] = (),
        chains: Sequence[Chain] = (),
    ) -> None:
        """Keep what is needed; nothing is searched yet."""
        self._tokens = tokens
        self._published = published
        self._mentions = mentions
        self._chain_of: Mapping[int, Chain] = {one: chain for chain in chains for one in chain.mentions}

    def of(self, relation: RelationMention, trigger: int) -> TimeExpression | None:
        """When the post of ``relation`` was held, ``None`` where it may be held today."""
        if relation.relation == _CONTEST and self._tokens.lemma[trigger] in _CONTESTING:
            words = _past_words(self._tokens, trigger)
            return (
                None
                if words is None
                else TimeExpression(start=None, end=self._published, text=" ".join(words))
            )
        if (given_up := _given_up(self._tokens, trigger)) is not None:
            return TimeExpression(start=None, end=self._published, text=given_up)
        if (once := _once(self._tokens, trigger)) is not None:
            return TimeExpression(start=None, end=self._published, text=once)
        if relation.relation not in _HELD:
            return None
        words = _past_words(self._tokens, _verb_of(self._tokens, trigger)) or _at_the_time(
            self._tokens, trigger
        )
        if words is not None:
            return TimeExpression(start=None, end=self._published, text=" ".join(words))
        return self._of_title(relation, trigger)

    def own_year(self, noun: int) -> TimeExpression | None:
        """The year that stands before the noun of a relation: "his 2008 campaign against Doe"."""
        tokens = self._tokens
        if tokens.pos[noun] not in _NOUNS:
            return None
        for child in tokens.children[noun]:
            between = range(child + 1, noun)
            if (
                child < noun
                and is_year(tokens.text[child])
                and tokens.dep[child] in _BESIDE_NOUN
                and all(tokens.head[one] == noun and tokens.pos[one] in {"ADJ", "NOUN"} for one in between)
            ):
                return _year_time(tokens, child)
        return None

    def _of_title(self, relation: RelationMention, title: int) -> TimeExpression | None:
        """The year of the clause in which a title stands before a name that the document names at no later time."""
        person = self._bearer(relation, title)
        today = read_iso(self._published)
        if person is None or today is None or not self._is_of_the_past(person, today.year - _LONG_AGO):
            return None
        tokens = self._tokens
        other = False  # whether another verb, or an "after", stands between the title and the year's clause
        years = self._years(person.head)
        for node in tokens.climb(person.head):
            if tokens.dep[node] in _SUBJECTS and not other:
                # "President Doe was born in 1961": what somebody did may be told with the title of today.
                return None
            other = other or tokens.dep[node] in {"acl", "relcl"} or tokens.lower[node] in PARTING
            year = years.get(tokens.head[node])
            if year is not None and tokens.pos[tokens.head[node]] in VERBAL:
                time = _year_time(tokens, year)
                return TimeExpression(start=None, end=None, text=time.text) if other else time
            if tokens.dep[node] in {"ccomp", "advcl", "parataxis"}:
                return None
        return None

    def _bearer(self, relation: RelationMention, title: int) -> Mention | None:
        """The end of the relation before whose name the title stands."""
        tokens = self._tokens
        for end in (relation.subject, relation.object):
            mention = self._mentions[end] if end is not None else None
            if (
                mention is not None
                and mention.form == "named"
                and mention.kind == "Person"
                and title < mention.tokens[0]
                and tokens.dep[title] in _TITLING
                and tokens.head[title] == mention.head
            ):
                return mention
        return None

    def _is_of_the_past(self, person: Mention, last: int) -> bool:
        """Whether each sentence that speaks of the person has a year, and none after ``last``."""
        chain = self._chain_of.get(person.index)
        members = chain.mentions if chain is not None else (person.index,)
        return all(self._is_past_sentence((one.start, one.end), last) for one in map(self._mention, members))

    def _mention(self, index: int) -> Mention:
        return self._mentions[index]

    def _is_past_sentence(self, span: Span, last: int) -> bool:
        tokens = self._tokens
        place = min(bisect_left(tokens.begin, span[0]), len(tokens) - 1)
        years = [int(tokens.text[one]) for one in range(*tokens.bounds(place)) if is_year(tokens.text[one])]
        return bool(years) and max(years) <= last

    def _years(self, token: int) -> dict[int, int]:
        """The years of a sentence that tell when something was, by the verbs they hang on."""
        tokens = self._tokens
        found: dict[int, int] = {}
        for year in range(*tokens.bounds(token)):
            if not is_year(tokens.text[year]):
                continue
            node = year
            while tokens.dep[node] in _BESIDE_NOUN and tokens.head[node] > node:
                node = tokens.head[node]  # "in the 1964 election"
            preposition = tokens.head[node]
            if tokens.dep[node] == "pobj" and tokens.lower[preposition] in _DURING:
                found.setdefault(tokens.head[preposition], year)
        return found


def _given_up(tokens: Tokens, trigger: int) -> str | None:
    """The words by which a verb or a predicate tells what is over: "used to lead", "used to be married"."""
    verb = tokens.head[trigger] if tokens.dep[trigger] in {"acomp", "attr"} else trigger
    used = tokens.head[verb]
    bare = tokens.tag[verb] in {"VB", "VBN"} and tokens.dep[verb] == "xcomp"
    if bare and tokens.lower[used] == "used" and tokens.lower[used + 1] == "to":
        return " ".join(tokens.text[used : verb + 1])
    return None


def _once(tokens: Tokens, trigger: int) -> str | None:
    """The adverb by which what the verb at ``trigger`` says is over: "was *once* married", "*formerly* owned"."""
    if tokens.pos[trigger] not in VERBAL and tokens.tag[trigger] not in {"JJ", "VBN"}:
        return None
    verb = tokens.head[trigger] if tokens.lemma[tokens.head[trigger]] == "be" else trigger
    subject = tokens.child(verb, *_SUBJECTS)
    for child in (*tokens.children[trigger], *tokens.children[verb]):
        if (subject is not None and child < subject) or child > trigger:
            continue  # "once she left, he sued", "sued him once and for all"
        if (
            tokens.lower[child] in _BYGONE
            and tokens.dep[child] == "advmod"
            and tokens.lower[child + 1] != "a"
        ):
            return tokens.text[child]
    return None


def _past_words(tokens: Tokens, verb: int | None) -> Sequence[str] | None:
    """The words of the verb by which a post was held: "was", "had been", "used to be", "served"."""
    if verb is None or is_negated(tokens, verb) or subordinator(tokens, verb) in _OPEN:
        return None
    helpers = [child for child in tokens.children[verb] if tokens.dep[child] in {"aux", "auxpass"}]
    if tokens.tag[verb] == "VB" and tokens.dep[verb] == "xcomp" and tokens.lower[tokens.head[verb]] == "used":
        return tokens.text[tokens.head[verb] : verb + 1]
    if tokens.tag[verb] == "VBN" and any(tokens.lower[one] == "had" for one in helpers):
        return ("had", tokens.text[verb])
    if tokens.tag[verb] != "VBD" or helpers or _is_backshifted(tokens, verb):
        return None
    return (tokens.text[verb],)


def _verb_of(tokens: Tokens, trigger: int) -> int | None:
    """The verb by which somebody holds the post: "be" over a predicate, "serve" over its "as", or the trigger."""
    if tokens.pos[trigger] in VERBAL:
        return trigger if tokens.lemma[trigger] in _HOLDING | _LEADING else None
    noun = trigger
    while tokens.dep[noun] == "conj" and tokens.pos[tokens.head[noun]] in _NOUNS:
        noun = tokens.head[noun]
    head = tokens.head[noun]
    there = tokens.child(head, "expl") is not None  # "then there was the host Doe": he is host still
    if (
        tokens.dep[noun] == "attr"
        and tokens.lemma[head] == "be"
        and not there
        and not _is_singled_out(tokens, noun)
    ):
        return head
    verb = tokens.behind_as(noun)
    return verb if verb is not None and tokens.lemma[verb] in _HOLDING else None


def _is_singled_out(tokens: Tokens, noun: int) -> bool:
    """Whether the predicate says who did something, and not that a time is over: "was the senator who", "the first"."""
    beside = [tokens.lower[child] for child in tokens.children[noun] if child < noun]
    clause = tokens.child(noun, "relcl", "acl") is not None
    return ("the" in beside and clause) or not _SINGLING.isdisjoint(beside)


def _is_backshifted(tokens: Tokens, verb: int) -> bool:
    """Whether the verb is past as that of saying above it is: "Roe said that Doe was the mayor", in no quotation."""
    for node in tokens.climb(verb):
        above = tokens.head[node]
        if tokens.dep[node] == "relcl" and tokens.text[tokens.left[node] - 1] == ",":
            return False  # "Doe, who was the mayor," is the writer's own
        if tokens.dep[node] != "ccomp" or tokens.quote[node] != tokens.quote[above]:
            continue
        if tokens.tag[above] == "VBD" or any(
            tokens.tag[child] == "VBD" and tokens.dep[child] in {"aux", "auxpass"}
            for child in tokens.children[above]
        ):
            return True
    return False


def _at_the_time(tokens: Tokens, noun: int) -> Sequence[str] | None:
    """The words "at the time" beside an apposition or behind "serving as": "Doe, at the time chairman"."""
    verb = tokens.behind_as(noun)
    holders = (noun,) if verb is None else (noun, tokens.head[noun], verb)
    if tokens.dep[noun] != "appos" and (verb is None or tokens.lemma[verb] not in _HOLDING):
        return None
    before = tokens.left[noun] - (tokens.text[tokens.left[noun] - 1] == ",")
    places = [before - 3]
    for above in holders:
        places += [child for child in tokens.children[above] if tokens.dep[child] == "prep"]
    for place in places:
        words = tokens.lower[place : place + 3] if place >= 0 else ()
        if words in {("at", "the", "time"), ("at", "that", "time")}:
            return tokens.text[place : place + 3]
    return None


def _year_time(tokens: Tokens, year: int) -> TimeExpression:
    first, last = years_of(int(tokens.text[year]))
    end = last.isoformat() if last is not None else None
    return TimeExpression(start=first.isoformat(), end=end, text=tokens.text[year])
