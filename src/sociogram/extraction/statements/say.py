"""What a clause says of its subject in the text's own words, and what an agent did to a thing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sociogram.extraction.statements.antecedents import Antecedents
from sociogram.extraction.statements.ends import Ends
from sociogram.extraction.statements.gaps import gap_of, is_any, is_narrowed, narrows, stranded_of, tokens_of
from sociogram.extraction.statements.identities import Identity, find_identity
from sociogram.extraction.statements.parts import other_parts
from sociogram.extraction.statements.relations import SAID, WORDS, RelationMaker
from sociogram.extraction.statements.remainder import before_times, is_mere_date, remainder, why_unfit
from sociogram.extraction.statements.told import Told
from sociogram.extraction.statements.untold import Untold
from sociogram.extraction.statements.verb import opens_with_preposition, part_helper, with_preposition
from sociogram.extraction.verbs.pairs import share_of
from sociogram.extraction.verbs.roles import Participant, RoleReader, Roles
from sociogram.knowledge.confidence import OPEN
from sociogram.knowledge.cues import load_cues
from sociogram.knowledge.ontology import FALLBACK
from sociogram.model import Mention, Proposition, RelationMention, Role, Span
from sociogram.parse.tokens import Range, Tokens

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument

BETWEEN_AGENT = frozenset({"prep", "dobj", "oprd", "xcomp", "attr", "ccomp"})
"""What stands between a passive and its agent and changes what was done: "banned from the square by Acme"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A proposition that is told: its roles, the words of its predicate, and all its parts.

    ``doers`` act, ``surface`` stands before the predicate; in the active both are the same.
    """

    proposition: Proposition
    roles: Roles
    words: Range
    parts: tuple[Role, ...]
    doers: Sequence[Participant]
    surface: Sequence[Participant]


class Sayer:
    """Makes the relations to words of the clauses of one document.

    ``governed`` are the infinitives that a governor stands above, ``silent`` those that say nothing by themselves.
    """

    def __init__(
        self,
        parsed: ParsedDocument,
        mentions: Sequence[Mention],
        roles: RoleReader,
        ends: Ends,
        antecedents: Antecedents,
        told: Told,
        spoken: Collection[int],
        untold: Untold,
    ) -> None:
        self.governed: set[int] = set()
        self.silent: set[int] = set()
        self._tokens: Tokens = parsed.tokens_raised
        self._in_names = {
            token
            for one in mentions
            if one.form == "named"
            for token in range(one.tokens[0] + 1, one.tokens[1])
        }
        """Tokens of names behind their first: what is told neither begins nor ends there."""
        self._roles, self._ends, self._antecedents, self._told = roles, ends, antecedents, told
        self._spoken, self._untold = frozenset(spoken), untold
        self._cues, self._make = load_cues(), RelationMaker(parsed)

    def say(
        self,
        clause: Clause,
        subject: Participant,
        words: Range,
        lemma: str,
        pairs: Sequence[RelationMention] = (),
    ) -> Iterator[RelationMention]:
        """The relation of ``subject`` to the words that the clause says of it."""
        tokens, proposition = self._tokens, clause.proposition
        verb = proposition.head
        if self._told.says(verb):
            return
        identity = find_identity(verb, subject, self._roles, tokens)
        if identity is not None:
            yield from self._say_identity(clause, subject, identity, lemma, words)
            return
        gap = gap_of(proposition, self._tokens)
        if gap is not None and is_narrowed(gap, self._tokens):
            self._untold.skip(proposition, "it tells only which one is meant")
            return
        stranded = None if gap is not None or proposition.passive else stranded_of(proposition, tokens)
        rest = gap
        if stranded is not None:
            if pairs:
                return  # "Doe is a man she worked for": of Doe it is told
            rest, left = stranded
            words, lemma = (words[0], left + 1), f"{lemma} {tokens.lower[left]}"
        elif rest is None:
            rest = remainder(verb, words[1], tokens)
            bare = rest is None or is_mere_date(rest, verb, tokens)
            parted = part_helper(verb, words, tokens) if bare else None
            if parted is not None:
                words, rest = parted  # "was | arrested"
            elif rest is not None and opens_with_preposition(rest, verb, tokens):
                words, lemma, rest = with_preposition(words, lemma, rest, tokens)
        share = share_of(subject, clause.surface, proposition, tokens)
        if share is not None:
            rest = tokens_of(share[1], share[0], tokens)
            start, end = share[1]
            others = (part for part in clause.parts if not part.span[0] <= start < end <= part.span[1])
            clause = replace(clause, parts=tuple(others))
        if rest is None and verb in self.governed:
            self.silent.add(verb)
        elif rest is None:
            self._untold.skip(proposition, "it says nothing but its predicate")
        elif not self._told.covers(verb, subject, before_times(rest, verb, tokens), pairs):
            own = self._antecedents.pronouns(subject)
            spoken = verb in self._spoken
            reason = self._ends.why_empty(rest, own) or why_unfit(
                rest, verb, proposition.lemma, self._cues, tokens, spoken=spoken
            )
            if reason is None and not self._in_names.isdisjoint(rest):
                reason = "its words cut a name in two"
            if reason is not None:
                self._untold.skip(proposition, reason)
            else:
                yield self._words(clause, subject, lemma, words, rest)

    def _say_identity(
        self, clause: Clause, subject: Participant, identity: Identity, lemma: str, words: Range
    ) -> Iterator[RelationMention]:
        """What role "is" gives to a name, if no other rule told it: "the buyer was Acme"."""
        phrase = identity.phrase
        reason = self._ends.why_empty(phrase)
        both = (subject, identity.named)
        if reason is None and any(self._told.names(token, one) for one in both for token in range(*phrase)):
            reason = "it says no more than the name of a role"
        if reason is not None:
            self._untold.skip(clause.proposition, reason)
        else:
            yield self._words(replace(clause, parts=()), identity.named, lemma, words, phrase)

    def _words(
        self, clause: Clause, subject: Participant, lemma: str, words: Range, rest: Range
    ) -> RelationMention:
        spans: tuple[Span, ...] = ((subject.mention.start, subject.mention.end),)
        sure = clause.proposition.confidence * OPEN
        parts = other_parts(clause.parts, spans)
        head = clause.proposition.head
        # Who is told something does not say it.
        relation = SAID if head in self._spoken and not clause.proposition.passive else FALLBACK
        return self._make.to_words(head, subject, rest, lemma, words, sure, WORDS, parts, relation=relation)

    def say_done(self, clause: Clause) -> Iterator[RelationMention]:
        """What the agent of a passive did to a thing: "the bridge was built by Acme"."""
        proposition = clause.proposition
        if not clause.doers:
            return
        tokens, verb = self._tokens, proposition.head
        by = next((child for child in tokens.children[verb] if tokens.dep[child] == "agent"), verb)
        if any(verb < child < by and tokens.dep[child] in BETWEEN_AGENT for child in tokens.children[verb]):
            # "was banned from the square by Acme": only the whole tells what Acme did.
            self._untold.skip(proposition, "what an agent did is told in more words than one phrase")
            return
        for patient in proposition.arguments:
            if patient.role != "object" or patient.head > proposition.head:
                continue
            rest = tokens_of(patient.span, patient.head, tokens)
            # An actor is the other end of a pair already.
            acts = any(
                self._ends.is_end(one, patient.head, nested=False)
                or any(
                    self._told.joins(verb, (doer.mention.index, one.mention.index)) for doer in clause.doers
                )
                for one in self._roles.participants(patient.head)
            )
            reason = None if acts else self._ends.why_empty(rest)
            if (
                narrows(verb, tokens)
                and is_narrowed(rest, tokens)
                and not is_any(rest, patient.head, verb, tokens)
            ):
                reason = "it tells only which one is meant"
            if reason is not None:
                self._untold.skip(proposition, reason)
            elif not acts:
                words = proposition.head, clause.words[1]
                for subject in clause.doers:
                    yield self._words(clause, subject, proposition.lemma, words, rest)
