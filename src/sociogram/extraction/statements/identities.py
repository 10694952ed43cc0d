"""Sentences that only name who has a role, "the buyer was Acme": of Acme it is told, and nothing of a "buyer"."""

from __future__ import annotations

from dataclasses import dataclass

from sociogram.extraction.verbs.roles import Participant, RoleReader
from sociogram.parse.tokens import Range, Tokens


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is named, and the tokens of the phrase for the role."""

    named: Participant
    phrase: Range


def find_identity(verb: int, subject: Participant, roles: RoleReader, tokens: Tokens) -> Identity | None:
    """The name that "is" gives to ``subject``, a noun phrase before it for the same actor; ``None`` elsewhere."""
    said = tokens.child(verb, "attr") if tokens.lemma[verb] == "be" else None
    noun = subject.mention.head
    if said is None or said < verb or noun > verb or subject.mention.form != "nominal":
        return None
    for token in (said, *(child for child in tokens.children[said] if tokens.dep[child] == "appos")):
        for one in roles.participants(token):
            if one.mention.form == "named" and one.chain == subject.chain:
                return Identity(one, subject.mention.tokens)
    return None
