"""Statements: what every predicate says of an actor, between two actors or of one and the words of the text.

Each statement is one predicate. It gives a relation to each other actor that stands in one of its roles, and one to the
words that it says of its subject, where these are more than an actor that is told already. What cannot be told
rightly is given back with its reason, and never in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.extraction.statements.antecedents import Antecedents
from sociogram.extraction.statements.clauses import why_unsure, why_untold
from sociogram.extraction.statements.ends import Ends, is_end
from sociogram.extraction.statements.nominal import find_nominal_statements, owner_of
from sociogram.extraction.statements.predicate import NEGATIVE, joined_lemma, predicate_words
from sociogram.extraction.statements.remainder import LONGEST, is_astray, is_broken, is_half, remainder, span_of
from sociogram.extraction.verbs.roles import Participant, RoleArgument, RoleReader, Roles
from sociogram.knowledge.confidence import NOUN, OPEN
from sociogram.knowledge.cues import load_cues
from sociogram.knowledge.ontology import FALLBACK, Ontology
from sociogram.knowledge.scope_words import load_scope_words
from sociogram.model import Chain, Mention, Origin, Proposition, RelationMention, Skipped, Span
from sociogram.parse.tokens import Range, Tokens

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument

TOLD = frozenset({"verb", "copula"})
"""Rules of propositions that are clauses of their own; a governor is told with its infinitive."""
BETWEEN = "statement.pair@1"
WORDS = "statement.words@1"
NOUNS = "statement.noun@1"
UNTOLD_PREPOSITIONS = frozenset({
    "of", "as", "like", "than", "since", "until", "despite", "without", "including", "because", "following", "per",
    "according to", "due to", "thanks to", "amid", "because of", "instead of", "such as", "as of", "during", "before",
    "after", "besides", "except", "regarding", "concerning",
})  # fmt: skip
"""Prepositions whose phrase compares, dates or lists, and is no end of what the predicate says."""
LONGEST_WORDS = 9
"""Tokens of a predicate with its object and preposition: "conducted air strikes in"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The relations of the statements of a document, and what was not told."""

    relations: tuple[RelationMention, ...]
    skipped: tuple[Skipped, ...]


def find_statements(
    parsed: ParsedDocument,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    propositions: Sequence[Proposition],
    told: Sequence[RelationMention],
    ontology: Ontology,
) -> Statements:
    """The statements of the clauses of ``parsed``, in text order, without what ``told`` says already."""
    reader = _Reader(parsed, mentions, chains, told, ontology)
    relations: list[RelationMention] = []
    for proposition in propositions:
        if proposition.rule in TOLD:
            relations.extend(reader.read(proposition))
    relations.extend(reader.read_nouns())
    return Statements(relations=tuple(relations), skipped=tuple(reader.skipped))


class _Reader:
    """What is read once of a document, for all its clauses."""

    def __init__(
        self,
        parsed: ParsedDocument,
        mentions: Sequence[Mention],
        chains: Sequence[Chain],
        told: Sequence[RelationMention],
        ontology: Ontology,
    ) -> None:
        self.skipped: list[Skipped] = []
        self._parsed = parsed
        self._tokens: Tokens = parsed.tokens_raised
        self._mentions = mentions
        self._roles = RoleReader(self._tokens, mentions, chains)
        self._ends = Ends(self._tokens, ontology)
        self._people = Antecedents(self._tokens, mentions, chains, ontology)
        self._words = load_scope_words()
        self._cues = load_cues()
        self._told: dict[int, set[tuple[int, int]]] = {}
        self._said: set[int] = set()
        for one in told:
            if one.object is not None:
                pairs = self._told.setdefault(one.trigger[0], set())
                pairs.update({(one.subject, one.object), (one.object, one.subject)})
            elif one.literal is not None:
                self._said.add(one.trigger[0])

    def read(self, proposition: Proposition) -> Iterator[RelationMention]:
        """The relations of one clause."""
        tokens = self._tokens
        roles = self._roles.roles(proposition)
        doers = self._actors(roles, "subject")
        surface = self._surface(proposition, roles) if proposition.passive else doers
        if not doers and not surface:
            yield from self._owned(proposition)
            return
        reason = why_untold(proposition, tokens)
        if reason is not None:
            self._skip(proposition, reason)
            return
        doers, kept = self._sure(doers, proposition), self._sure(surface, proposition)
        if len(kept) < len(surface) or (not doers and not kept):
            self._skip(proposition, "whom it is about is not sure")
        surface = kept
        words = predicate_words(proposition, tokens, self._words)
        pairs = list(self._pairs(proposition, roles, words, doers))
        yield from pairs
        for subject in surface:
            yield from self._saying(proposition, words, subject, pairs)
        if proposition.passive:
            yield from self._done(proposition, roles, words, doers, pairs)

    def read_nouns(self) -> Iterator[RelationMention]:
        """The relations of the nouns that have an owner: "Biden's embrace of unionization"."""
        tokens = self._tokens
        for one in find_nominal_statements(tokens, self._roles, self._ends):
            told = self._told.get(tokens.begin[one.noun], ())
            if any(one.subject.mention.index in pair for pair in told):
                continue
            target = one.object
            if target is not None and target.chain == one.subject.chain:
                continue
            yield self._made(
                one.noun, one.subject, one.lemma, one.words, NOUN * OPEN, NOUNS,
                target=None if target is None else target.mention, rest=one.rest if target is None else None,
            )  # fmt: skip

    def _owned(self, proposition: Proposition) -> Iterator[RelationMention]:
        """What somebody's thing does or is: "Biden's embrace of unionization angered Musk"."""
        tokens, verb = self._tokens, proposition.head
        role = "object" if proposition.passive else "subject"
        heads = [one.head for one in proposition.arguments if one.role == role and one.head < verb]
        found = owner_of(heads[0], tokens, self._roles, self._ends) if heads else None
        if found is None or why_untold(proposition, tokens) is not None:
            return
        subject, first = found
        last = predicate_words(proposition, tokens, self._words)[1]
        between = range(first, last)
        plain = all(
            tokens.lower[token] not in NEGATIVE
            and tokens.tag[token] not in ("MD", "WDT", "WP", ",")
            and tokens.dep[token] != "relcl"
            for token in between
        )
        if len(between) > LONGEST_WORDS or not plain:
            return
        lemma = f"{tokens.lemma[heads[0]].lower()} {proposition.lemma}"
        yield from self._saying(proposition, (first, last), subject, (), lemma)

    def _actors(self, roles: Roles, role: str) -> list[Participant]:
        found = [one for argument in roles.get(role, ()) for one in argument.participants]
        return [one for one in found if self._ends.is_subject(one)]

    def _sure(self, subjects: Sequence[Participant], proposition: Proposition) -> list[Participant]:
        """Those of ``subjects`` of which the clause is surely said."""
        return [one for one in subjects if why_unsure(one, proposition.head, self._tokens) is None and self._people.is_sure(one)]

    def _surface(self, proposition: Proposition, roles: Roles) -> list[Participant]:
        """Whom the passive is about: who stands before it, though another acts."""
        found = [
            one
            for role in ("object", "indirect")
            for argument in roles.get(role, ())
            if argument.head < proposition.head and not argument.under
            for one in argument.participants
        ]
        return [one for one in found if self._ends.is_subject(one)]

    def _pairs(
        self, proposition: Proposition, roles: Roles, words: Range, doers: Sequence[Participant]
    ) -> Iterator[RelationMention]:
        """The relations of who acts to each other actor in the clause."""
        tokens = self._tokens
        subjects = doers
        for role, arguments in roles.items():
            for argument in arguments:
                if role in ("subject", "clause", "adverb", "complement"):
                    continue
                if proposition.passive and not doers:
                    if argument.head < proposition.head:
                        continue
                    subjects = self._surface(proposition, roles)
                way = self._way(proposition, role, argument, roles, words)
                if way is None:
                    continue
                lemma, trigger = way
                for target in argument.participants:
                    if not is_end(target, self._ends, nested=bool(argument.under)):
                        continue
                    for subject in subjects:
                        if subject.chain == target.chain or subject.mention.index == target.mention.index:
                            continue
                        if (subject.mention.index, target.mention.index) in self._told.get(
                            tokens.begin[proposition.head], ()
                        ):
                            continue
                        yield self._told_of(
                            proposition, subject, lemma, trigger, target=target.mention, weight=target.weight
                        )

    def _way(
        self, proposition: Proposition, role: str, argument: RoleArgument, roles: Roles, words: Range
    ) -> tuple[str, Range] | None:
        """Lemma and words of the predicate that leads to the argument, or ``None`` where none does."""
        tokens, verb = self._tokens, proposition.head
        if role in ("object", "indirect"):
            if argument.under:
                return None
            return proposition.lemma, words
        preposition = role.removeprefix("prep:")
        if preposition in UNTOLD_PREPOSITIONS or argument.head < verb:
            return None
        place = self._preposition(argument.head, preposition, words[1])
        if place is None:
            return None
        between = [
            one.head
            for each in ("object", "complement")
            for one in roles.get(each, ())
            if words[1] <= one.head < place and not one.under
        ]
        noun = tokens.lemma[between[0]].lower() if between else ""
        if place + 1 - words[0] > LONGEST_WORDS:
            return None
        return joined_lemma(proposition, preposition, noun), (words[0], place + 1)

    def _preposition(self, head: int, preposition: str, behind: int) -> int | None:
        """The token of the last word of the preposition before ``head``."""
        last = preposition.rpartition(" ")[2]
        for token in range(head - 1, behind - 1, -1):
            if self._tokens.lower[token] == last and self._tokens.dep[token] in ("prep", "agent", "dative", "pcomp"):
                return token
        return None

    def _saying(
        self,
        proposition: Proposition,
        words: Range,
        subject: Participant,
        pairs: Sequence[RelationMention],
        lemma: str = "",
    ) -> Iterator[RelationMention]:
        """The relation of ``subject`` to the words that the clause says of it."""
        tokens, verb = self._tokens, proposition.head
        if tokens.begin[verb] in self._said:
            return
        lemma = lemma or proposition.lemma
        gap = self._gap(proposition)
        rest = remainder(verb, words[1], tokens) if gap is None else gap
        if gap is not None:
            pass
        elif rest is None:
            pass
        elif tokens.dep[rest[0]] in ("prep", "agent", "dative") and tokens.head[rest[0]] == verb:
            behind = rest[0] + 1
            if behind >= rest[1]:
                return
            if rest[0] == words[1]:
                words = words[0], behind
                lemma = f"{lemma} {tokens.lower[rest[0]]}"
                rest = behind, rest[1]
        if rest is None:
            self._skip(proposition, "it says nothing but its predicate")
            return
        if self._covered(subject, rest, pairs, proposition):
            return
        reason = self._ends.why_empty(rest)
        if reason is None and is_broken(rest, tokens):
            reason = "its words break off"
        if reason is None and is_half(rest, tokens):
            reason = "its words break off"
        if reason is None and is_astray(rest, verb, proposition.lemma, self._cues, tokens):
            reason = "its clause may be another's"
        if reason is None and rest[1] - rest[0] > LONGEST:
            reason = "its words are too many to be one phrase"
        if reason is not None:
            self._skip(proposition, reason)
            return
        yield self._told_of(proposition, subject, lemma, words, rest=rest)

    def _gap(self, proposition: Proposition) -> Range | None:
        """The noun before a relative clause that is its object: "the house he built"."""
        for argument in proposition.arguments:
            if argument.role == "object" and argument.head < proposition.head and not proposition.passive:
                return self._phrase(argument.span)
        return None

    def _phrase(self, span: Span) -> Range:
        tokens = self._tokens
        first = next(token for token in range(len(tokens)) if tokens.begin[token] >= span[0])
        last = first
        while last < len(tokens) and tokens.end[last] <= span[1]:
            last += 1
        return first, max(last, first + 1)

    def _covered(
        self, subject: Participant, rest: Range, pairs: Sequence[RelationMention], proposition: Proposition
    ) -> bool:
        """Whether an actor that is told already is all that the words name."""
        start, end = self._tokens.span(*rest)
        told = {one.object for one in pairs if one.subject == subject.mention.index}
        told |= {
            right
            for left, right in self._told.get(self._tokens.begin[proposition.head], ())
            if left == subject.mention.index
        }
        return any(
            self._mentions[index].phrase[0] <= start + 4 and end <= self._mentions[index].phrase[1]
            for index in told
            if index is not None and self._mentions[index].form != "pronoun"
        ) or any(
            self._mentions[index].start == start and self._mentions[index].end == end
            for index in told
            if index is not None
        )

    def _done(
        self,
        proposition: Proposition,
        roles: Roles,
        words: Range,
        doers: Sequence[Participant],
        pairs: Sequence[RelationMention],
    ) -> Iterator[RelationMention]:
        """What the agent of a passive did to a thing: "the bridge was built by Acme"."""
        patients = [
            one for one in proposition.arguments if one.role == "object" and one.head < proposition.head
        ]
        verb = proposition.head
        for patient in patients:
            if any(self._ends.is_subject(one) for one in self._roles.participants(patient.head)):
                continue
            rest = self._phrase(patient.span)
            if self._ends.why_empty(rest) is None:
                for subject in doers:
                    yield self._told_of(proposition, subject, proposition.lemma, (verb, words[1]), rest=rest)

    def _told_of(
        self,
        proposition: Proposition,
        subject: Participant,
        lemma: str,
        words: Range,
        *,
        target: Mention | None = None,
        rest: Range | None = None,
        weight: float = 1.0,
    ) -> RelationMention:
        sure = proposition.confidence * OPEN * min(1.0, weight / subject.weight)
        rule = WORDS if target is None else BETWEEN
        return self._made(proposition.head, subject, lemma, words, sure, rule, target=target, rest=rest)

    def _made(
        self,
        head: int,
        subject: Participant,
        lemma: str,
        words: Range,
        sure: float,
        rule: str,
        *,
        target: Mention | None = None,
        rest: Range | None = None,
    ) -> RelationMention:
        tokens = self._tokens
        span = None if rest is None else span_of(rest, tokens)
        first, last = tokens.bounds(head)
        return RelationMention(
            subject=subject.mention.index,
            relation=FALLBACK,
            object=None if target is None else target.index,
            literal=None if span is None else ("Text", " ".join(self._parsed.text(span).split()), span),
            lemma=lemma,
            trigger=tokens.span(*words),
            statement=tokens.span(head, head + 1),
            sentence=tokens.span(first, last),
            confidence=round(sure * subject.weight, 2),
            rule=rule,
            origin=Origin.OPEN,
        )

    def _skip(self, proposition: Proposition, reason: str) -> None:
        tokens, verb = self._tokens, proposition.head
        start, end = tokens.span(*tokens.bounds(verb))
        self.skipped.append(
            Skipped(
                document=self._parsed.document.id,
                stage="statements",
                reason=reason,
                start=start,
                end=end,
                text=f"{proposition.lemma}: {' '.join(self._parsed.text((start, end)).split())[:200]}",
            )
        )
