"""Matching a lexicon's frames against the roles of a proposition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sociogram.extraction.verbs.pairs import pair_up
from sociogram.extraction.verbs.roles import Participant, RoleArgument, Roles
from sociogram.knowledge.confidence import MUTUAL, NESTED
from sociogram.knowledge.lexicon import Frame, Sense
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import Tokens

COMPANIONS = ("object", "prep:with", "prep:against")
"""Roles that say with whom, so that the subjects don't act on each other."""

ANYTHING = "*"
"""In a frame's ``needs``: the role must be filled, whatever by."""

_MONEY = "$MONEY"
_AMOUNTS = load_vocabulary("amounts")
_CURRENCIES = frozenset(name.split()[-1] for name in _AMOUNTS.values("currencies"))
_CODES = _AMOUNTS.words("codes")
SenseFrames = Sequence[tuple[Sense, Frame]]
Rank = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Ends:
    """A subject and an object that a frame's roles give, and how sure that is."""

    subject: Participant
    object: Participant
    weight: float
    prepositional: bool
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A sense that fits, with its two ends; ``rank`` orders the senses that fit the same pair."""

    frame: Frame
    sense: Sense
    ends: Ends
    rank: Rank

    @property
    def pair(self) -> tuple[int, int]:
        """The indices of the two mentions."""
        return self.ends.subject.mention.index, self.ends.object.mention.index


def find_matches(candidates: SenseFrames, roles: Roles, tokens: Tokens) -> list[Match]:
    """For each two mentions the most specific sense of ``candidates`` that fits, in one direction.

    A sense is more specific the more words it needs, then where it names a preposition, then the
    fewer kinds it admits. Of equals the first in the lexicon's order wins.
    """
    best: dict[tuple[int, int], Match] = {}
    for sense, frame in candidates:
        for match in _matches(sense, frame, roles, tokens):
            key = match.pair if match.ends.mutual else (min(match.pair), max(match.pair))
            kept = best.get(key)
            if kept is None or match.rank > kept.rank:
                best[key] = match
    return [match for match in best.values() if not _is_outdone(match, best)]


def _is_outdone(match: Match, best: dict[tuple[int, int], Match]) -> bool:
    """Whether a sense that needs more words tells of the same object with another subject.

    "The club replaced Bob with Ann" says that Ann succeeded Bob, and not that the club did.
    """
    return any(
        other.rank[:2] > match.rank[:2]
        and other.pair[1] == match.pair[1]
        and other.pair[0] != match.pair[0]
        and other.frame.subject != match.frame.subject
        for other in best.values()
    )


def _matches(sense: Sense, frame: Frame, roles: Roles, tokens: Tokens) -> Iterator[Match]:
    if not all(_has(roles, role, wanted, tokens) for role, wanted in frame.needs.items()):
        return
    if any(role in roles for role in frame.without):
        return
    narrowness = -len(sense.subject_kinds) - len(sense.object_kinds)
    for ends_of_role in _alternatives(frame, roles, tokens):
        found = False
        for ends in ends_of_role:
            if sense.admits(ends.subject.kind, ends.object.kind):
                found = True
                yield Match(frame, sense, ends, (len(frame.needs), int(ends.prepositional), narrowness))
        if found:
            return


def _alternatives(frame: Frame, roles: Roles, tokens: Tokens) -> Iterator[Iterator[Ends]]:
    """The pairs of each alternative, in the frame's order; "mutual" pairs those of one role."""
    for object_role in frame.object:
        if object_role != "mutual":
            for subject_role in frame.subject:
                if any(argument.mutual for argument in roles.get(object_role, ())):
                    yield _each_other(subject_role, roles)
                else:
                    yield _ends(frame, subject_role, object_role, roles, tokens)
        elif not any(role in roles and role not in frame.needs for role in (*COMPANIONS, *frame.object)):
            # "Ann and Bob met Carol" does not say that Ann met Bob, but who "held talks" held them together.
            yield _mutual(frame.subject, roles)


def _ends(frame: Frame, subject_role: str, object_role: str, roles: Roles, tokens: Tokens) -> Iterator[Ends]:
    prepositional = object_role[:5] == "prep:" or subject_role[:5] == "prep:"
    for subject in roles.get(subject_role, ()):
        for object_ in roles.get(object_role, ()):
            if _is_set_before(object_role, object_, subject, tokens):
                continue
            if subject is not object_ and _may_hang(frame, subject_role, subject, object_role, object_):
                yield from _pairs(subject, object_, prepositional, tokens)


def _is_set_before(role: str, argument: RoleArgument, subject: RoleArgument, tokens: Tokens) -> bool:
    """Whether it only tells where or when, before a comma: "On Acme News Friday, Doe called for a strike".

    What stands behind its own verb does not: "Born in Bonn, Doe left".
    """
    if role not in _WHERE or "," not in tokens.text[argument.head : subject.head]:
        return False
    preposition = tokens.head[argument.head]
    return tokens.head[preposition] > preposition


_WHERE = frozenset({"prep:on", "prep:in", "prep:at"})


def _may_hang(
    frame: Frame, subject_role: str, subject: RoleArgument, object_role: str, object_: RoleArgument
) -> bool:
    """Whether a role that hangs on a noun may be one of the verb's.

    It may where the frame names that noun; else the parser may have hung it there by
    mistake, but "of" belongs to its noun.
    """
    for role, argument in ((subject_role, subject), (object_role, object_)):
        loose = argument.under == "object" and role != "prep:of"
        if argument.under and argument.under not in frame.needs and not loose:
            return False
    return True


def _pairs(
    subjects: RoleArgument, objects: RoleArgument, prepositional: bool, tokens: Tokens
) -> Iterator[Ends]:
    weight = NESTED if objects.under or subjects.under else 1.0
    for subject, object_ in pair_up(subjects.participants, objects.participants, tokens, subjects.head):
        if not is_same(subject, object_):
            yield Ends(subject, object_, weight, prepositional)


def _each_other(role: str, roles: Roles) -> Iterator[Ends]:
    """Each two of the role's actors in both directions: "Ann and Bob accused each other"."""
    for ends in _mutual([role], roles):
        yield replace(ends, mutual=True)
        yield replace(ends, mutual=True, subject=ends.object, object=ends.subject)


def _mutual(roles_of_frame: Sequence[str], roles: Roles) -> Iterator[Ends]:
    """Each two of the role's actors, in text order: "Xi and Putin met"."""
    for role in roles_of_frame:
        participants = [one for argument in roles.get(role, ()) for one in argument.participants]
        for left, right in combinations(participants, 2):
            if not is_same(left, right):
                yield Ends(left, right, MUTUAL, False)


def is_same(left: Participant, right: Participant) -> bool:
    """Whether both are one mention, or mentions of one chain, or one pronoun twice in a clause."""
    if left.mention.form == "pronoun" and left.mention.text.lower() == right.mention.text.lower():
        return True
    return left.mention.index == right.mention.index or (left.chain >= 0 and left.chain == right.chain)


def _has(roles: Roles, role: str, wanted: Sequence[str], tokens: Tokens) -> bool:
    return any(_is_one_of(argument, wanted, tokens) for argument in roles.get(role, ()))


def _is_one_of(argument: RoleArgument, wanted: Sequence[str], tokens: Tokens) -> bool:
    """Whether the phrase's head, or one coordinated with it, is among the lemmas or ``$KIND``s."""
    if ANYTHING in wanted:
        return True
    kinds = {one.kind.upper() for one in argument.participants} | {argument.kind.upper()}
    if any(word[0] == "$" and word[1:].upper() in kinds for word in wanted):
        return True
    heads = tokens.conjuncts(argument.head)
    if any(word.upper() == _MONEY for word in wanted) and any(_is_money(token, tokens) for token in heads):
        return True
    return any(tokens.lemma[token].lower() in wanted or tokens.lower[token] in wanted for token in heads)


def _is_money(token: int, tokens: Tokens) -> bool:
    """Whether ``token`` is a currency with its figures: "40,000 Swiss francs", of which the model may see no money."""
    counted = tokens.child(token, "nummod") is not None
    named = tokens.lower[token].removesuffix("s") in _CURRENCIES
    return counted and (named or tokens.text[token] in _CODES)
