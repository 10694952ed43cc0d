"""Posts as words: "served as mayor" makes a holder of the post "mayor", not of a person."""

from __future__ import annotations

from sociogram.knowledge.posts import load_posts
from sociogram.model import Mention

POST = "Post"
POST_ROLES = frozenset({"complement", "prep:as"})
"""Where a noun for a person may name a post: "became mayor", "served as mayor"."""


def names_post(mention: Mention) -> bool:
    """Whether a noun phrase without a name ends in the words of a post."""
    if mention.form != "nominal" or mention.number == "plural":
        return False
    words = mention.name.lower().split()
    posts = load_posts()
    phrases = [" ".join(words[first:]) for first in range(len(words))]
    return any(post.post for phrase in phrases for post in posts.get(phrase, ()))
