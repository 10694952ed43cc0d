"""Statements of nouns: "Biden's embrace of unionization", "her plan for the schools", "Rosneft, the state oil firm"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sociogram.extraction.statements.ends import Ends
from sociogram.extraction.statements.remainder import trimmed
from sociogram.extraction.statements.told import DETERMINER
from sociogram.extraction.verbs.roles import Participant, RoleReader
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import DATED, Range, Tokens

LEADING = frozenset({"of", "for", "to", "with", "against", "on", "about", "over", "from", "into", "toward", "towards",
                     "between"})  # fmt: skip
"""Prepositions behind a noun of doing that lead to whom or what it is done to."""
ATTRIBUTES = load_vocabulary("statements").words("attribute-nouns")
LONGEST_NOUN = 8
"""Tokens of the noun with its modifiers and preposition."""
OWNED_KINDS = frozenset(
    {"Thing", "Work", "Event", "Programme", "Law", "Letter", "Speech", "Book", "Article", ""}
)
"""Kinds of nouns that may be what the owner does or makes; who or what is owned else is a bond of another room."""


@dataclass(frozen=True, slots=True)
class NominalStatement:
    """Who owns the noun, the words that lead from him to what it is about, an actor there, and all the words there."""

    subject: Participant
    noun: int
    words: Range
    lemma: str
    target: Participant | None
    rest: Range


def find_nominal_statements(tokens: Tokens, roles: RoleReader, ends: Ends) -> Iterator[NominalStatement]:
    """The statements of the nouns that have an owner and lead on to something, in text order."""
    for noun in range(len(tokens)):
        if tokens.pos[noun] != "NOUN":
            continue
        owner = tokens.child(noun, "poss")
        if owner is None or owner > noun:
            continue
        # "challenged his bid with the board": the verb has it
        leading = LEADING - {"with"} if tokens.dep[noun] == "dobj" else LEADING
        for child in tokens.children[noun]:
            if child > noun and tokens.dep[child] == "prep" and tokens.lower[child] in leading:
                found = _read(noun, child, tokens, roles, ends)
                if found is not None:
                    yield found
                break


def owner_of(noun: int, tokens: Tokens, roles: RoleReader, ends: Ends) -> tuple[Participant, int] | None:
    """Who owns ``noun``, and the first token behind him: "Biden's embrace"; ``None`` for whom nothing is told of."""
    owner = tokens.child(noun, "poss")
    if owner is None or owner > noun:
        return None
    people = [one for one in roles.participants(owner) if ends.is_actor(one) and ends.is_subject(one)]
    return (people[0], tokens.right[owner]) if len(people) == 1 else None


def _read(
    noun: int, preposition: int, tokens: Tokens, roles: RoleReader, ends: Ends
) -> NominalStatement | None:
    owned = owner_of(noun, tokens, roles, ends)
    filler = tokens.child(preposition, "pobj", "pcomp")
    if owned is None or filler is None or tokens.lemma[noun].lower() in ATTRIBUTES:
        return None
    subject, first = owned
    own = roles.participants(noun)
    if any(one.kind not in OWNED_KINDS or one.mention.form == "named" for one in own):
        return None
    if preposition + 1 - first > LONGEST_NOUN or tokens.left[filler] <= preposition:
        return None
    rest = trimmed(tokens.left[filler], tokens.right[filler], tokens)
    if tokens.ent[filler] in DATED:
        return None  # "Doe's win on Tuesday" is a win of another
    if rest is None or ends.why_empty(rest) is not None:
        return None
    lemma = f"{tokens.lemma[noun].lower()} {tokens.lower[preposition]}"
    target = _named(filler, rest, tokens, roles, ends)
    return NominalStatement(subject, noun, (first, preposition + 1), lemma, target, rest)


def _named(filler: int, rest: Range, tokens: Tokens, roles: RoleReader, ends: Ends) -> Participant | None:
    """The one actor with a name that is all that stands behind the preposition."""
    found = roles.participants(filler)
    if len(found) != 1 or found[0].mention.form != "named" or not ends.is_actor(found[0]):
        return None
    first, last = found[0].mention.phrase
    start, end = tokens.span(*rest)
    return found[0] if first <= start + DETERMINER and end <= last else None
