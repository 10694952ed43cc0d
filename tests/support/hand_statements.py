"""Parses, mentions, chains and propositions written by hand, as the tests of open reading need them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sociogram.extraction.mentions.phrases import phrase_end
from sociogram.extraction.propositions.find import find_propositions
from sociogram.extraction.statements.ends import Ends
from sociogram.extraction.statements.find import Statements, find_statements
from sociogram.extraction.verbs.roles import Participant, RoleReader
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Chain, Form, Mention, Proposition, RelationMention
from sociogram.parse.parsed import ParsedDocument
from sociogram.parse.tokens import Tokens
from support.parses import parse_by_hand

ONTOLOGY = load_ontology()
Told = tuple[str, str, str]
Place = int | tuple[int, int]
"""A mention's token, or its first token and the one behind its last, which is its head."""


@dataclass(frozen=True, slots=True)
class HandRead:
    """What the stages before open reading give of one text."""

    parsed: ParsedDocument
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    propositions: tuple[Proposition, ...]

    @property
    def tokens(self) -> Tokens:
        return self.parsed.tokens_raised

    @property
    def roles(self) -> RoleReader:
        return RoleReader(self.tokens, self.mentions, self.chains)

    @property
    def ends(self) -> Ends:
        return Ends(self.tokens, ONTOLOGY)

    def at(self, head: int) -> Proposition:
        """The proposition of the verb ``head``."""
        return next(one for one in self.propositions if one.head == head)

    def who(self, head: int) -> Participant:
        """The one participant of the phrase of ``head``."""
        (one,) = self.roles.participants(head)
        return one

    def words(self, span: tuple[int, int] | None) -> str | None:
        """The words of a range of tokens."""
        return None if span is None else self.parsed.text(self.tokens.span(*span))

    def find(self, told: Sequence[RelationMention] = (), spoken: Sequence[int] = ()) -> Statements:
        return find_statements(
            self.parsed, self.mentions, self.chains, self.propositions, told, ONTOLOGY, spoken=spoken
        )

    def told(self, told: Sequence[RelationMention] = ()) -> list[Told]:
        """Each statement's subject, words and object."""
        return [
            (self.mentions[one.subject].text, self.parsed.text(one.trigger), self.object_of(one))
            for one in self.find(told).relations
        ]

    def object_of(self, one: RelationMention) -> str:
        """An actor's words between brackets, or the words of the text alone."""
        if one.object is not None:
            return f"[{self.mentions[one.object].text}]"
        return one.literal[1] if one.literal is not None else ""

    def reasons(self) -> list[str]:
        return [one.reason for one in self.find().skipped]


def read_by_hand(
    text: str, who: Mapping[Place, str] | None = None, *, same: Sequence[Sequence[int]] = ()
) -> HandRead:
    """``who`` gives each mention's kind, and beside it what is not as in a name of somebody: "Person pronoun female".

    Other words are a form, a number, a gender, "demonym" and "first" or "second" person. ``same`` are tokens of which
    the mentions are one chain.
    """
    parsed = parse_by_hand(text)
    places = sorted((_range(place), words) for place, words in (who or {}).items())
    mentions = tuple(
        _mention(parsed, index, place, words.split()) for index, (place, words) in enumerate(places)
    )
    chains = _chains(mentions, same)
    return HandRead(parsed, mentions, chains, tuple(find_propositions(parsed)))


def _range(place: Place) -> tuple[int, int]:
    return (place, place + 1) if isinstance(place, int) else place


def _mention(parsed: ParsedDocument, index: int, place: tuple[int, int], words: list[str]) -> Mention:
    start, end = parsed.span(*place)
    text = parsed.document.text[start:end]
    head = place[1] - 1
    form: Form = "nominal" if "nominal" in words else "pronoun" if "pronoun" in words else "named"
    tokens = parsed.tokens
    return Mention(
        index=index,
        start=start,
        end=end,
        text=text,
        phrase=(start, end)
        if form == "pronoun"
        else tokens.span(tokens.left[head], phrase_end(tokens, head)),
        tokens=place,
        head=head,
        form=form,
        kind=words[0],
        name=text.lower() if form == "pronoun" else text,
        number="plural" if "plural" in words else "singular",
        gender="male" if "male" in words else "female" if "female" in words else "unknown",
        person=1 if "first" in words else 2 if "second" in words else 3,
        demonym="demonym" in words,
    )  # fmt: skip


def _chains(mentions: Sequence[Mention], same: Sequence[Sequence[int]]) -> tuple[Chain, ...]:
    """A chain has the kind, number and gender of its first mention with a name, or of its first."""
    at = {mention.head: mention.index for mention in mentions}
    groups = [[at[head] for head in heads] for heads in same]
    joined = {index for group in groups for index in group}
    groups = sorted([*groups, *([one.index] for one in mentions if one.index not in joined)])
    found = []
    for index, group in enumerate(groups):
        best = next((mentions[one] for one in group if mentions[one].form == "named"), mentions[group[0]])
        found.append(
            Chain(
                index=index,
                mentions=tuple(group),
                kind=best.kind,
                name=best.name,
                gender=best.gender,
                number=best.number,
            )
        )
    return tuple(found)
