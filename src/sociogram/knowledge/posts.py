"""Posts, occupations and memberships: what ``ontology/vocabulary/structured/posts.yaml`` says of each noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sociogram.knowledge.entries import load_yaml
from sociogram.knowledge.vocabulary import structured_path

_ALWAYS = ("poss", "compound", "amod", "prep:of", "prep:at")
"""Where any noun may say of what it is the post: "Acme's chairman", "Acme chairman", "chairman of Acme"."""


@dataclass(frozen=True, slots=True)
class Post:
    """One entry of ``posts.yaml``.

    ``of`` pairs each kind of what the post may be of with the relation that it then gives; ``slots`` are where the noun
    says of what; ``before`` goes before ``of`` in the slots right before the noun; ``bearer`` is the kind of its
    bearer, ``deputy`` the relation of a deputy. ``inverse`` turns the relation round; ``post`` tells a post from an
    occupation or a membership.
    """

    id: str
    of: tuple[tuple[str, str], ...]
    before: tuple[tuple[str, str], ...]
    slots: frozenset[str]
    bearer: str
    deputy: str | None
    inverse: bool
    post: bool


@cache
def load_posts() -> dict[str, tuple[Post, ...]]:
    """The posts by their phrases, several where one phrase is several posts."""
    entries = load_yaml(structured_path("posts"))
    posts: dict[str, list[Post]] = {}
    for entry in entries:
        post = Post(
            id=entry["id"],
            of=tuple(entry["of"].items()),
            before=tuple(entry.get("before", {}).items()),
            slots=frozenset([*_ALWAYS, *entry.get("slots", ())]),
            bearer=entry.get("bearer", "Person"),
            deputy=entry.get("deputy"),
            inverse=entry.get("inverse", False),
            post=entry.get("post", False),
        )
        for noun in entry["nouns"]:
            posts.setdefault(noun, []).append(post)
    return {noun: tuple(found) for noun, found in posts.items()}
