"""Statements: what every predicate says of an actor, between two actors or of one and the words of the text.

Each statement is one predicate. It gives a relation to each other actor that stands in one of its roles, and one to the
words that it says of its subject, where these are more than an actor that is told already. What cannot be told
rightly is given back with its reason, and never in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from sociogram.extraction.propositions.bullets import RULE as BULLET
from sociogram.extraction.statements.antecedents import Antecedents
from sociogram.extraction.statements.clauses import why_unsure, why_untold
from sociogram.extraction.statements.ends import Ends
from sociogram.extraction.statements.headings import find_headings
from sociogram.extraction.statements.nominal import ATTRIBUTES, find_nominal_statements, owner_of
from sociogram.extraction.statements.parts import find_parts, other_parts
from sociogram.extraction.statements.predicate import is_means, is_plain, predicate_words
from sociogram.extraction.statements.relations import BETWEEN, NOUNS, RelationMaker
from sociogram.extraction.statements.remainder import remainder
from sociogram.extraction.statements.say import Clause, Sayer
from sociogram.extraction.statements.told import Told
from sociogram.extraction.statements.untold import Untold
from sociogram.extraction.statements.verb import (
    IDLE_GOVERNORS,
    has_complement,
    has_role_of,
    is_half_told,
    says_of_object,
)
from sociogram.extraction.statements.ways import find_way
from sociogram.extraction.verbs.comparisons import compares_subjects
from sociogram.extraction.verbs.lemma import with_lemma_mended
from sociogram.extraction.verbs.pairs import pair_up
from sociogram.extraction.verbs.roles import Participant, RoleReader, Roles
from sociogram.knowledge.confidence import CLAUSE, NOUN, OPEN
from sociogram.knowledge.cues import load_cues
from sociogram.knowledge.ontology import Ontology
from sociogram.knowledge.scope_words import load_scope_words
from sociogram.model import Chain, Mention, Proposition, RelationMention, Role, Skipped, Span
from sociogram.parse.tokens import FINITE, Range, Tokens

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument

CLAUSES = frozenset({"verb", "copula", BULLET})
"""Rules of propositions that are clauses of their own; a governor is told with its infinitive."""
GOVERNOR = "governor"
"""The rule of the verbs above an infinitive, which is told with them unless it says nothing: "threatened to sue"."""
DIRECT = frozenset({"object", "indirect"})
"""Roles that need no preposition."""
NO_ENDS = frozenset({"subject", "clause", "adverb", "complement"})
"""Roles that hold no other end of a relation."""
MOST = 40
"""Relations a sentence; of a list of names that did the same to a list of others nobody reads more."""
LONGEST_OWNED = 9
"""Tokens of what an owner's thing does: "embrace of unionization angered"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The relations of the statements of a document, and what was not told.

    ``parts`` are the roles of the predicates that tell more of their object, by the span of the predicate's head.
    """

    relations: tuple[RelationMention, ...]
    skipped: tuple[Skipped, ...]
    parts: Mapping[Span, tuple[Role, ...]]


def find_statements(
    parsed: ParsedDocument,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    propositions: Sequence[Proposition],
    told: Sequence[RelationMention],
    ontology: Ontology,
    *,
    spoken: Collection[int] = (),
) -> Statements:
    """The statements of the clauses and nouns of ``parsed``, without what ``told`` says already.

    ``spoken`` are the tokens of the verbs by which something is said; their words are ``said``.
    """
    reader = _Reader(parsed, mentions, chains, told, ontology, spoken)
    relations: list[RelationMention] = []
    governors = [one for one in propositions if one.rule == GOVERNOR]
    below = {id(one): {each.head for each in one.arguments if each.role == "clause"} for one in governors}
    reader.sayer.governed.update(*below.values())
    told_alone = {one.head for one in propositions if one.rule in CLAUSES}
    for proposition in propositions:
        if proposition.rule in CLAUSES:
            relations.extend(reader.read(with_lemma_mended(proposition, parsed)))
    for governor in governors:
        if below[id(governor)].isdisjoint(told_alone - reader.sayer.silent):
            relations.extend(reader.read(with_lemma_mended(of_its_own(governor, parsed), parsed)))
    relations.extend(reader.read_nouns())
    return Statements(
        relations=tuple(reader.bounded(relations)), skipped=tuple(reader.untold.skipped), parts=reader.parts
    )


def of_its_own(governor: Proposition, parsed: ParsedDocument) -> Proposition:
    """``governor`` as sure as a clause of its own, if it is finite and says something of its subject."""
    tokens = parsed.tokens_raised
    tensed = tokens.tag[tokens.finite(governor.head)] in FINITE | {"MD"}
    idle = governor.lemma in IDLE_GOVERNORS
    return replace(governor, confidence=CLAUSE["own"]) if tensed and not idle else governor


class _Reader:
    """What is read once of a document, for all its clauses."""

    def __init__(
        self,
        parsed: ParsedDocument,
        mentions: Sequence[Mention],
        chains: Sequence[Chain],
        told: Sequence[RelationMention],
        ontology: Ontology,
        spoken: Collection[int],
    ) -> None:
        self.untold = Untold(parsed)
        self.parts: dict[Span, tuple[Role, ...]] = {}
        self._parsed = parsed
        self._tokens: Tokens = parsed.tokens_raised
        self._ontology = ontology
        self._roles = RoleReader(self._tokens, mentions, chains)
        self._ends = Ends(self._tokens, ontology)
        self._antecedents = Antecedents(self._tokens, mentions, chains, ontology)
        self._scope_words, self._cues = load_scope_words(), load_cues()
        self._told = Told(told, mentions, self._tokens)
        self._make = RelationMaker(parsed)
        self._headings = find_headings(parsed.document, mentions)
        self.sayer = Sayer(
            parsed, mentions, self._roles, self._ends, self._antecedents, self._told, spoken, self.untold
        )

    def read(self, proposition: Proposition) -> Iterator[RelationMention]:
        """The relations of one clause."""
        roles = self._roles.roles(proposition)
        doers = [
            one
            for argument in roles.get("subject", ())
            for one in argument.participants
            if self._is_subject(one) and not self._ends.is_some(one, argument.head)
        ]
        surface = self._surface(proposition, roles) if proposition.passive else doers
        if proposition.rule == BULLET:
            surface = self._heading(proposition)
            doers = doers if proposition.passive else surface
        reason = why_untold(proposition, self._tokens)
        if (doers or surface) and compares_subjects(roles, proposition.head, self._tokens):
            reason = "it tells how many do it beside others, and of nobody in particular"
        if reason is None and not doers and not surface:
            unfit = self._ends.why_no_subject(roles)
            if unfit is not None:
                self.untold.skip(proposition, unfit)
            yield from self._read_owned(proposition)
        elif reason is not None and (doers or surface):
            self.untold.skip(proposition, reason)
        elif reason is None:
            sure_doers, sure = self._sure(doers, proposition), self._sure(surface, proposition)
            unsure = map(partial(self._why_unsure, proposition), [*doers, *surface])
            for reason in sorted(set(unsure) - {None}, key=str):
                self.untold.skip(proposition, str(reason))
            words = predicate_words(proposition, self._tokens, self._scope_words)
            if words[1] > proposition.head + 1 and self._tokens.dep[words[1] - 1] == "advmod":
                particle = self._tokens.lower[words[1] - 1]
                proposition = replace(proposition, lemma=f"{proposition.lemma} {particle}")
            parts = find_parts(proposition, roles, self._ontology, self._tokens)
            if says_of_object(proposition.head, self._tokens):
                self.parts[self._tokens.span(proposition.head, proposition.head + 1)] = parts
            yield from self._tell(Clause(proposition, roles, words, parts, sure_doers, sure))

    def _tell(self, clause: Clause) -> Iterator[RelationMention]:
        pairs = list(self._pairs(clause))
        yield from pairs
        for subject in clause.surface:
            yield from self.sayer.say(clause, subject, clause.words, clause.proposition.lemma, pairs)
        if clause.proposition.passive:
            yield from self.sayer.say_done(clause)

    def _surface(self, proposition: Proposition, roles: Roles) -> list[Participant]:
        """Whom the passive is about: who stands before it, though another acts."""
        return [
            one
            for role in ("object", "indirect")
            for argument in roles.get(role, ())
            if argument.head < proposition.head and not argument.under
            for one in argument.participants
            if self._is_subject(one) and not self._ends.is_some(one, argument.head)
        ]

    def _is_subject(self, one: Participant) -> bool:
        """Whether ``one`` may be who a statement is about, a pronoun also where a noun tells for whom it stands."""
        return self._ends.is_subject(one) or (
            self._ends.is_actor(one) and self._antecedents.is_described(one)
        )

    def _heading(self, proposition: Proposition) -> list[Participant]:
        """The actor whom the heading above the bullet names."""
        block = self._parsed.token_blocks[proposition.head]
        mention = self._headings.get(block.start)
        return [] if mention is None else [self._roles.participant(mention)]

    def _sure(self, subjects: Sequence[Participant], proposition: Proposition) -> list[Participant]:
        """Those of ``subjects`` of which the clause is surely said."""
        return [one for one in subjects if self._why_unsure(proposition, one) is None]

    def _why_unsure(self, proposition: Proposition, one: Participant) -> str | None:
        reason = why_unsure(one, proposition, self._tokens)
        if reason is None and not self._antecedents.is_sure(one):
            return "its subject is a pronoun beside another who could be meant"
        return reason

    def _pairs(self, clause: Clause) -> Iterator[RelationMention]:
        """The relations of who acts to each other actor in the clause."""
        proposition = clause.proposition
        agentless = proposition.passive and not clause.doers
        if proposition.passive and not agentless and has_complement(proposition.head, self._tokens):
            return  # "was taken prisoner by them": only the whole tells what they did
        subjects = clause.surface if agentless else clause.doers
        # Of who acts a passive is told without its "was": "Acme built the bridge".
        acts = proposition.passive and not agentless
        words = (max(clause.words[0], proposition.head), clause.words[1]) if acts else clause.words
        for role, arguments in clause.roles.items():
            for argument in arguments:
                if role in NO_ENDS or (agentless and argument.head < proposition.head):
                    continue
                way = find_way(proposition, role, argument, clause.roles, words, self._tokens, self._cues)
                if way is None:
                    continue
                pairs = list(pair_up(subjects, argument.participants, self._tokens, proposition.head))
                for target in argument.participants:
                    if not self._ends.is_end(target, argument.head, nested=bool(argument.under)):
                        continue
                    moved = argument.head < proposition.head
                    if role in DIRECT or moved or self._is_all(clause, way[1], target):
                        own = [subject for subject, other in pairs if other is target]
                        yield from self._between(clause, own, target, way)

    def _is_all(self, clause: Clause, words: Range, target: Participant) -> bool:
        """Whether ``target`` is named, and all that the predicate says behind its preposition: "relies on Doe".

        Of pairs by a preposition beside other words readers signed half: what stands between or behind them was missed.
        """
        rest = remainder(clause.proposition.head, clause.words[1], self._tokens)
        if rest is None or words[1] != clause.words[1] + 1 or target.mention.form != "named":
            return False
        return self._told.is_all(target.mention.index, (words[1], rest[1]))

    def _between(
        self, clause: Clause, subjects: Sequence[Participant], target: Participant, way: tuple[str, Range]
    ) -> Iterator[RelationMention]:
        lemma, words = way
        verb = clause.proposition.head
        if has_role_of(verb, self._tokens) or is_half_told(verb, self._tokens):
            return  # "referred to Doe as a liar": only the words tell what is said of Doe
        for subject in subjects:
            ends = subject.mention.index, target.mention.index
            if subject.chain != target.chain and ends[0] != ends[1] and not self._told.joins(verb, ends):
                spans = tuple((one.mention.start, one.mention.end) for one in (subject, target))
                yield self._make.between(
                    verb, subject, target, lemma, words,
                    clause.proposition.confidence * OPEN, BETWEEN, other_parts(clause.parts, spans),
                )  # fmt: skip

    def _read_owned(self, proposition: Proposition) -> Iterator[RelationMention]:
        """What somebody's thing does or is: "Biden's embrace of unionization angered Musk"."""
        tokens, verb = self._tokens, proposition.head
        role = "object" if proposition.passive else "subject"
        heads = [one.head for one in proposition.arguments if one.role == role and one.head < verb]
        found = owner_of(heads[0], tokens, self._roles, self._ends) if heads else None
        if found is None:
            return
        subject, first = found
        words = first, predicate_words(proposition, tokens, self._scope_words)[1]
        if not self._antecedents.is_sure(subject):
            self.untold.skip(proposition, "whose it is is not sure")
        elif tokens.lemma[heads[0]].lower() in ATTRIBUTES:
            self.untold.skip(proposition, "what its subject only has is not what it does")
        elif is_means(verb, heads[0], tokens):
            self.untold.skip(proposition, "what its subject's thing is used for is not what it does")
        elif words[1] - first > LONGEST_OWNED or not is_plain(words, tokens):
            self.untold.skip(proposition, "what its subject's thing does is not told in a few plain words")
        else:
            # Told without the mark of its owner, "’s embrace angered", he would be who does it.
            marked = tokens.dep[first - 1] == "case" or subject.mention.form == "pronoun"
            words = (first - 1 if marked else first), words[1]
            lemma = f"’s {tokens.lemma[heads[0]].lower()} {proposition.lemma}"
            clause = Clause(proposition, {}, words, (), (), (subject,))
            yield from self.sayer.say(clause, subject, words, lemma)

    def read_nouns(self) -> Iterator[RelationMention]:
        """The relations of the nouns that have an owner: "Biden's embrace of unionization"."""
        for one in find_nominal_statements(self._tokens, self._roles, self._ends):
            target = one.target
            same = target is not None and target.chain == one.subject.chain
            if same or self._told.names(one.noun, one.subject):
                continue
            if not self._antecedents.is_sure(one.subject):
                span = self._tokens.span(*self._tokens.bounds(one.noun))
                self.untold.add(span, "whose it is is not sure", one.lemma)
                continue
            if target is not None:
                yield self._make.between(
                    one.noun, one.subject, target, one.lemma, one.words, NOUN * OPEN, NOUNS, ()
                )
            else:
                yield self._make.to_words(
                    one.noun, one.subject, one.rest, one.lemma, one.words, NOUN * OPEN, NOUNS, ()
                )

    def bounded(self, relations: Sequence[RelationMention]) -> Iterator[RelationMention]:
        """At most ``MOST`` relations a sentence, the first ones; how many more there are is told."""
        told = Counter[Span]()
        for one in relations:
            told[one.sentence] += 1
            if told[one.sentence] <= MOST:
                yield one
        for (start, end), count in told.items():
            if count > MOST:
                reason = f"a sentence with more than {MOST} statements"
                self.untold.add((start, end), reason, f"{count - MOST} more")
