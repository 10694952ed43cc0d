"""How the words hold a relation: polarity, modality, asserters, time and amount."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.qualification.beside import is_negative
from sociogram.extraction.qualification.grammar import VERBAL, is_perfect
from sociogram.extraction.qualification.line_times import LineTimes
from sociogram.extraction.qualification.nearest_values import NearestValues
from sociogram.extraction.qualification.reach import WILLED, Reach
from sociogram.extraction.qualification.scope import read_scope
from sociogram.extraction.qualification.sources import (
    Holders,
    attribution_class,
    is_source,
    modality_of,
    source_mention,
    speaks,
    tells,
)
from sociogram.extraction.qualification.state import STRENGTH, Scope
from sociogram.extraction.qualification.tenure import Tenures
from sociogram.extraction.qualification.truth import source_effects
from sociogram.knowledge.confidence import EMBEDDED
from sociogram.knowledge.cues import ACCORDING, Cues, load_cues
from sociogram.knowledge.gravity import find_topic
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.posts import load_posts
from sociogram.knowledge.scope_words import DENIED, load_scope_words
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import (
    Amount,
    Attribution,
    Chain,
    Mention,
    Modality,
    Origin,
    Polarity,
    RelationMention,
    Span,
    TimeExpression,
)
from sociogram.parse.tokens import Tokens

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument

_SPEAKERS = frozenset({"i", "we"})
_UNSAID = frozenset({Modality.DEMANDED, Modality.POSSIBLE, Modality.HYPOTHETICAL})
"""How something may be said that is not said yet."""
_AHEAD = frozenset(
    {Modality.PREDICTED, Modality.INTENDED, Modality.DEMANDED, Modality.POSSIBLE, Modality.HYPOTHETICAL}
)
_CONTENDED = frozenset({"claim", "alleged", "deny"})
"""Classes of cues by which all that is said may be in dispute, what is told beside a name too."""
_PAST = frozenset({"VBD", "VBN"})
_PREDICATES = frozenset({"attr", "oprd", "acomp", "xcomp", "ccomp"})
_TITLES = frozenset({"compound", "nmod"})
_POST = "holdsPost"
_WHO = frozenset({"who", "whom", "whose"})
_APPOINTING = load_vocabulary("propositions").words("appointing-verbs")
_HELD = ("post.", "occupation.")
"""Beginnings of the rules of posts."""
_OF_A_LIFE = frozenset({"bornIn", "diedIn"})
"""Relations to a place, told in brackets behind a name, where the dates are those of the whole life."""


def qualify(
    parsed: ParsedDocument,
    relations: Sequence[RelationMention],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    chains: Sequence[Chain] = (),
) -> list[RelationMention]:
    """``relations`` in their order, with polarity, modality, asserters, time, amount and confidence.

    ``chains`` tell whom else the document names, which decides when a title was borne.

    What a sense brings itself is combined with its surroundings: a denied sense under a negation is
    affirmed, and of two modalities the one further from fact is kept.
    """
    if not relations:
        return []
    reader = _Qualifier(parsed, mentions, attributions, chains)
    return [reader.qualified(relation) for relation in relations]


class _Qualifier:
    """What is read once of a document, for all its relations."""

    def __init__(
        self,
        parsed: ParsedDocument,
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
        chains: Sequence[Chain],
    ) -> None:
        self._tokens: Tokens = parsed.tokens_mended
        self._cues: Cues = load_cues()
        self._words = load_scope_words()
        self._holders = Holders(attributions)
        self._mentions = mentions
        self._by_head: dict[int, int] = {}
        for mention in mentions:
            if mention.head >= 0:
                self._by_head.setdefault(mention.head, mention.index)
        self._values = NearestValues(self._tokens, parsed.view.text, parsed.document.published)
        self._lines = LineTimes(parsed.document)
        self._tenures = Tenures(self._tokens, parsed.document.published, mentions, chains)
        self._scopes: dict[int, Scope] = {}
        self._reach = Reach(self._tokens, self._cues, self._words)

    def qualified(self, relation: RelationMention) -> RelationMention:
        """``relation`` with all that its sentence says of it."""
        trigger = relation.statement or relation.trigger
        token = self._trigger(trigger)
        if token is None:
            return relation
        ends = [
            self._mentions[index].head for index in (relation.subject, relation.object) if index is not None
        ]
        scope = self._scope(token)
        passing = self._is_in_passing(token, ends)
        own = self._is_kin(relation, token) or (passing and relation.rule.startswith(_HELD))
        if passing or _is_site(relation) or _is_accorded(relation):
            scope = Scope(background=True)
        holders = self._credible(self._holding(relation, token, scope), scope)
        denied = scope.denied != (relation.polarity is Polarity.DENIED)
        modality = self._modality(relation, scope, holders)
        future = modality in _AHEAD and self._tokens.tag[token] not in _PAST
        embedded = modality is not Modality.ASSERTED or denied
        return replace(
            relation,
            polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
            modality=modality,
            asserters=self._asserters(holders),
            time=self._time(relation, token, future=future, own=own),
            amount=self._amount(relation, token, ends),
            confidence=round(relation.confidence * EMBEDDED, 4) if embedded else relation.confidence,
        )

    def _time(
        self, relation: RelationMention, token: int, *, future: bool, own: bool
    ) -> TimeExpression | None:
        """When it holds; a relation to a date has none beside it, nor has a place among the dates of a life.

        With ``own`` that of the clause is none of it: "fired its editor, Doe, on Monday" does not say how long he was.
        """
        if relation.literal is not None and relation.literal[0] == "Date":
            return None
        if relation.origin is Origin.BRACKET and relation.relation in _OF_A_LIFE:
            return None
        if relation.lemma == ":":
            return None  # a speaker's label tells no time of its own
        return (
            self._tenures.own_year(token)
            or self._values.time(token, future=future, own=own)
            or self._until(relation, token)
            or relation.time
            or self._line_time(token, future=future)
            or self._tenures.of(relation, token)
        )

    def _until(self, relation: RelationMention, token: int) -> TimeExpression | None:
        """Until when a post was held by the verb that ends it: "stepped down as chair on July 24"."""
        verb = self._tokens.behind_as(token)
        if verb is None or relation.time is None or relation.time.start is not None:
            return None
        left = self._values.time(verb, future=False)
        if left is None or left.start is None:
            return None
        return replace(relation.time, end=left.end or left.start, text=left.text)

    def _is_kin(self, relation: RelationMention, token: int) -> bool:
        """Whether a noun names a relative, who is one at all times: "lost her brother in 2003"."""
        known = load_ontology().relations.get(relation.relation)
        named = known is not None and known.sentiment == "family" and self._tokens.pos[token] == "NOUN"
        return named and self._tokens.dep[token] not in _PREDICATES

    def _amount(self, relation: RelationMention, token: int, ends: Sequence[int]) -> Amount | None:
        """The sum of the clause; a title before a name, "Sen. Doe raised $20", has none."""
        if relation.relation == _POST and self._tokens.dep[token] in _TITLES:
            return relation.amount
        return self._values.amount(token, ends, relation.lemma) or relation.amount

    def _line_time(self, token: int, *, future: bool) -> TimeExpression | None:
        """The time at the head of a chronology's line, for what its main clauses tell as done."""
        past = is_perfect(self._tokens, token) and any(
            self._tokens.lower[child] == "had" for child in self._tokens.children[token]
        )
        if future or past or not self._values.is_main(token):
            return None
        return self._lines.at(self._tokens.begin[token])

    def _is_in_passing(self, token: int, ends: list[int]) -> bool:
        """Whether a noun names an end of the relation, "her husband", or has one beside it, "the mayor, Jane Doe"."""
        tokens = self._tokens
        beside = any(end >= 0 and tokens.dep[end] == "appos" and tokens.head[end] == token for end in ends)
        return (token in ends or beside) and tokens.dep[token] not in _PREDICATES

    def _trigger(self, span: Span) -> int | None:
        """The token of the trigger whose head stands outside of it."""
        first = bisect_right(self._tokens.begin, span[0]) - 1
        last = bisect_right(self._tokens.begin, span[1] - 1)
        if first < 0 or last <= first:
            return None
        head = self._tokens.head
        for position in range(first, last):
            if head[position] == position or not first <= head[position] < last:
                return position
        return first

    def _scope(self, token: int) -> Scope:
        # Sources may add to it, so that each relation has its own.
        scope = self._scopes.get(token)
        if scope is None:
            scope = self._scopes[token] = read_scope(self._tokens, self._words, token)
        return replace(scope, refuted=set(scope.refuted))

    def _holding(self, relation: RelationMention, token: int, scope: Scope) -> list[Attribution]:
        """The attributions around the trigger, outermost first; of what is said in passing, quotations alone."""
        trigger = relation.statement or relation.trigger
        beside = self._told_beside(relation, token, scope)
        found = [
            attribution
            for attribution in self._holders.of(trigger)
            if attribution.cue_head != token
            and (speaks(attribution, self._cues) or attribution.verb in self._cues.adverbs)
            and (attribution.verb in self._cues.self_speech or not self._reach.of_itself(attribution, token))
            and (attribution.direct or not self._reach.about_a_thing(attribution, token))
            and not self._reach.judges_deed(attribution, token)
            and not self._names_whom_it_is_said_of(attribution, token)
            and not (
                attribution.verb in _APPOINTING and relation.rule.startswith(_HELD) and self._is_post(token)
            )
            and not self._reach.is_dismissed(attribution, token)
            and attribution.cue_head not in scope.refuted
            and not (self._reach.is_loose(attribution) and self._reach.is_aside(attribution, token))
        ]
        return [
            attribution
            for attribution in found
            if not (scope.background or beside)
            or (attribution.direct and not self._reach.is_outside(attribution, token))
            or (not scope.background and self._is_told_with(attribution, beside))
        ]

    def _is_post(self, token: int) -> bool:
        """Whether the noun is a post, which who names somebody to it does not only say that he has."""
        return self._tokens.lemma[token].lower() in load_posts()

    def _credible(self, holders: list[Attribution], scope: Scope) -> list[Attribution]:
        """The holders without false reports and sources that are nobody; ``scope`` takes up what they do."""
        kept: list[Attribution] = []
        for holder in holders:
            head = holder.source_head
            effects = () if head is None else source_effects(self._tokens, self._words, head)
            if holder.cue_head is not None and effects:
                # What the last of several sources says is what is read; of the others it is that somebody said so.
                scope.said = scope.said and holder is not holders[-1]
                scope.refute(effects, holder.cue_head)
            nobody = head is not None and is_negative(self._tokens, self._words, head)
            if self._is_unsaid(holder):
                if scope.said:
                    scope.leave_open()
                continue
            if DENIED not in effects and not nobody and not self._is_inferred(holder):
                kept.append(holder)
        return kept

    def _is_unsaid(self, holder: Attribution) -> bool:
        """Whether the source does not say or know it, or is to: "never admitted that", "I want people to know that"."""
        if holder.direct or holder.cue_head is None or self._tokens.pos[holder.cue_head] not in VERBAL:
            return False
        head = holder.source_head
        if head is not None and self._tokens.lower[head] in _SPEAKERS:
            return False  # "I have to say", "I can tell you": it is said by that
        if attribution_class(holder, self._cues) == "deny":
            return False
        scope = self._scope(holder.cue_head)
        if scope.denied and holder.verb not in self._words.neg_raising:
            return True
        return scope.modality in _UNSAID and not scope.would

    def _is_inferred(self, holder: Attribution) -> bool:
        """Whether the writer reads it from a thing that says nothing: "her win means that", "the attack shows that"."""
        if holder.direct or attribution_class(holder, self._cues) != "show":
            return False
        source = source_mention(holder, self._tokens, self._by_head, self._mentions)
        if source is not None:
            return not is_source(self._mentions[source], self._tokens, self._cues)
        head = holder.source_head
        return (
            head is not None
            and self._tokens.pos[head] == "NOUN"
            and not tells(head, self._tokens, self._cues)
        )

    def _names_whom_it_is_said_of(self, attribution: Attribution, token: int) -> bool:
        """Whether a title is in the subject of what is expected or believed: "the mayor is expected to leave"."""
        tokens, cue = self._tokens, attribution.cue_head
        named = self._by_head.get(token)
        if named is None or self._mentions[named].kind != "Person" or attribution.source_head is not None:
            return False
        step = next((node for node in (token, *tokens.climb(token)) if tokens.head[node] == cue), None)
        return step is not None and tokens.dep[step] in {"nsubj", "nsubjpass"}

    def _is_told_with(self, attribution: Attribution, clause: range) -> bool:
        """Whether the clause beside a name is the source's: it speaks in it, or all that it says is in dispute."""
        return attribution.cue_head in clause or attribution_class(attribution, self._cues) in _CONTENDED

    def _told_beside(self, relation: RelationMention, token: int, scope: Scope) -> range:
        """The clause between commas behind a name that tells it: "Roe said that Doe, who chairs Acme, would leave".

        The writer tells by it whom the name means. What is grave or a conflict stays the words of who is quoted: it may
        be a reproach.
        """
        tokens = self._tokens
        clause = next((node for node in tokens.climb(token) if tokens.dep[node] == "relcl"), None)
        if clause is None or scope.modality is not Modality.ASSERTED:
            return range(0)
        first, last = tokens.left[clause], tokens.right[clause]
        name = self._by_head.get(tokens.head[clause])
        if name is None or self._mentions[name].form != "named" or tokens.text[first - 1] != ",":
            return range(0)
        if self._mentions[name].kind == "Person" and _WHO.isdisjoint(tokens.lower[first : clause + 1]):
            return range(0)  # "which" speaks of what happened, and not of the person before it
        known = load_ontology().relations.get(relation.relation)
        conflict = known is not None and known.sentiment == "conflict"
        words = " ".join(tokens.lower[first:last])
        grave = conflict or find_topic(relation.relation, words) is not None
        return range(0) if grave else range(first, last)

    def _modality(self, relation: RelationMention, scope: Scope, holders: list[Attribution]) -> Modality:
        candidates = [relation.modality, scope.modality]
        candidates.extend(modality_of(holder, self._cues) for holder in holders)
        if (
            scope.would
            and not scope.conditional
            and scope.modality is Modality.HYPOTHETICAL
            and any(not holder.direct for holder in holders)
        ):
            # "said he would": the future, seen from the past.
            candidates[1] = Modality.PREDICTED
        return max(candidates, key=lambda modality: STRENGTH[modality])

    def _asserters(self, holders: list[Attribution]) -> tuple[int, ...]:
        found: list[int] = []
        for attribution in holders:
            if not speaks(attribution, self._cues):
                continue
            mention = source_mention(attribution, self._tokens, self._by_head, self._mentions)
            if mention is None or self._wills_nothing(mention, attribution):
                continue
            for one in (mention, *self._beside(attribution)):
                if one not in found:
                    found.append(one)
        return tuple(found)

    def _beside(self, attribution: Attribution) -> list[int]:
        """Who says it with the first: "Doe *and Roe* wrote"."""
        head = attribution.source_head
        if head is None or attribution.speaker is not None:
            return []
        return [
            self._by_head[one]
            for one in self._tokens.joined(head, attribution.source)
            if one != head and one in self._by_head
        ]

    def _wills_nothing(self, mention: int, attribution: Attribution) -> bool:
        """Whether a thing is said to plan, hope or demand: "the errors put pressure on Roe to leave"."""
        source = self._mentions[mention]
        thing = source.form != "pronoun" and source.kind in {"Thing", "Event", "Quantity"}
        return thing and attribution_class(attribution, self._cues) in WILLED


def _is_site(relation: RelationMention) -> bool:
    """Whether it says by a comma, a bracket, an owner or "in" alone where something lies: "Clearwater, Florida".

    No plan, wish or report around it reaches that.
    """
    return relation.relation == "locatedIn" and relation.rule.partition(".")[0] in (
        "comma",
        "bracket",
        "poss",
        "in",
    )


def _is_accorded(relation: RelationMention) -> bool:
    """Whether an "according to" makes it: "they had no plan, according to Doe" denies the plan, and not Doe's words."""
    return relation.origin is Origin.SAYING and relation.lemma == ACCORDING
