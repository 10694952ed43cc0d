"""Groups that are called by whom they are and what they are for: "Veterans for Peace", "Republicans Against Roe".

The parser cuts such a name at its preposition. It is one name where the words are used as one: where a common noun is
in capitals within a sentence of prose, where the preposition is in capitals, or where the group has a head or a
founder, makes a statement, or is told of in the singular. Elsewhere "Republicans for Roe" are people and whom they are
for.
"""

from __future__ import annotations

from functools import cache

from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.posts import load_posts
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import FINITE, PLURALS, Range, Tokens, with_heads

_WORDS = load_vocabulary("mentions")
_LINKS = frozenset({"for", "against", "without"})
_INSIDE = frozenset({"PROPN", "ADJ", "NOUN", "VERB", "NUM"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT"})
_NAMED = frozenset({"PERSON", "GPE", "NORP", "LOC", "FAC"})
_ARTICLES = frozenset({"the", "a", "an", "these", "those", "some", "many", "most", "all"})
_BEFORE_POST_OF = frozenset({"of", "for", "with", "at"})
_OWN_RELATIONS = frozenset({"leads", "chiefExecutiveOf", "foundedBy", "memberOf", "spokespersonFor"})
"""What a post must mean for a body if its body can be no mere crowd."""
_SINGULAR = frozenset({"is", "was", "has"})


@cache
def _posts() -> frozenset[str]:
    """Nouns for who leads, founded, belongs to or speaks for a body."""
    return frozenset(
        noun.split()[-1]
        for noun, entries in load_posts().items()
        for post in entries
        for kind, relation in post.of
        if kind == "Organization" and relation in _OWN_RELATIONS
    )


def find_groups(tokens: Tokens) -> list[Range]:
    """The tokens of each such name in text order, half-open; where one is used as a name, it is one everywhere."""
    drafts = [
        found for link, word in enumerate(tokens.lower) if word in _LINKS if (found := _draft(link, tokens))
    ]
    named = {tokens.text[first:last] for first, link, last in drafts if _is_name(first, link, last, tokens)}
    spans: list[Range] = []
    for first, _, last in drafts:
        if tokens.text[first:last] in named and (not spans or spans[-1][1] <= first):
            spans.append((first, last))
    return spans


def join_groups(tokens: Tokens) -> Tokens:
    """Hang each such name on its plural: "for Peace" of "founded Veterans for Peace" belongs to no verb."""
    moves: dict[int, tuple[int, str]] = {}
    for first, last in find_groups(tokens):
        link = next(token for token in range(first, last) if tokens.lower[token] in _LINKS)
        top = _top(range(first, last), link - 1, tokens)
        root = tokens.head[top] == top
        moves[link - 1] = (link - 1, "ROOT") if root else (tokens.head[top], tokens.dep[top])
        moves[link] = (link - 1, "prep")
        moves[last - 1] = (link, "pobj")
        moves.update((token, (link - 1, "compound")) for token in range(first, link - 1))
        moves.update((token, (last - 1, "compound")) for token in range(link + 1, last - 1))
    return with_heads(tokens, moves)


def _top(span: range, plural: int, tokens: Tokens) -> int:
    """The token of the span by which it hangs on the sentence: the plural, if it hangs on nothing of the span."""
    if tokens.head[plural] == plural or not any(token in span for token in tokens.climb(tokens.head[plural])):
        return plural
    outer = (token for token in span if tokens.head[token] == token or tokens.head[token] not in span)
    return min(outer, key=lambda token: (sum(1 for _ in tokens.climb(token)), token))


def _draft(link: int, tokens: Tokens) -> tuple[int, int, int] | None:
    """The first token, the preposition and the end of what may be a group's name around the preposition ``link``."""
    plural = link - 1
    if plural < 0 or tokens.sentence[plural] != tokens.sentence[link] or not _is_plural(plural, tokens):
        return None
    last = link + 1
    while last < len(tokens) and _goes_on(last, link, tokens):
        last += 1
    if last == link + 1 or (last < len(tokens) and tokens.text[last] in _POSSESSIVE):
        return None
    first = plural
    while first > 0 and _is_modifier(first - 1, plural, tokens):
        first -= 1
    before = first - 1
    if (
        before >= 0
        and tokens.sentence[before] == tokens.sentence[first]
        and tokens.lower[before] in _ARTICLES
    ):
        return None
    return first, link, last


def _is_plural(token: int, tokens: Tokens) -> bool:
    """Whether the token is a plural in capitals that stands for people of a sort, and for no team."""
    word = tokens.text[token]
    if not word[0].isupper() or not (tokens.tag[token] in PLURALS or _is_tagged_single(token, tokens)):
        return False
    lists = load_actor_lists()
    known = [lists.entries[one].kind for one in lists.by_name.get(word, ())]
    if known:
        return known[0] == "Collective"
    return word in lists.demonyms or _is_common(token, tokens)


def _is_tagged_single(token: int, tokens: Tokens) -> bool:
    """Whether a plural in "s" is tagged as one name, as the model tags some of them."""
    return tokens.tag[token] == "NNP" and tokens.text[token].endswith("s")


def _is_common(token: int, tokens: Tokens) -> bool:
    """Whether a plural in capitals is a common noun for people, which no rule of spelling sets in capitals."""
    lists, word = load_actor_lists(), tokens.text[token]
    if word in lists.by_name or word in lists.demonyms:
        return False
    lower = tokens.lower[token]
    return any(
        lists.nouns.get(one) in ("Person", "Collective")
        for one in (lower, tokens.lemma[token].lower(), lower.removesuffix("s"))
    )


def _goes_on(token: int, link: int, tokens: Tokens) -> bool:
    """Whether the name goes on with the word in capitals at ``token``, which is no day and no sum."""
    return (
        tokens.text[token][0].isupper()
        and tokens.pos[token] in _INSIDE
        and tokens.ent[token] not in _TIMES
        and tokens.sentence[token] == tokens.sentence[link]
        and tokens.quote[token] == tokens.quote[link]
    )


def _is_modifier(token: int, plural: int, tokens: Tokens) -> bool:
    """Whether the word in capitals before the plural belongs to it; a sentence's first word is in capitals anyway."""
    return (
        tokens.text[token][0].isupper()
        and tokens.dep[token] in _MODIFIERS
        and token <= tokens.head[token] <= plural
        and tokens.sentence[token] == tokens.sentence[plural]
        and tokens.lower[token] not in _ARTICLES
        and (not _opens(token, tokens) or tokens.pos[token] == "PROPN" or _is_common(plural, tokens))
    )


def _opens(token: int, tokens: Tokens) -> bool:
    """Whether a word has its capital by its place: at the head of a sentence, behind a mark."""
    return (
        token == 0
        or tokens.sentence[token - 1] != tokens.sentence[token]
        or (tokens.pos[token - 1] == "PUNCT" and tokens.text[token - 1] not in {",", "(", "-"})
    )


def _is_name(first: int, link: int, last: int, tokens: Tokens) -> bool:
    """Whether the words are used as the name of one body."""
    if not _is_prose(first, tokens):
        return False
    if tokens.text[link][0].isupper():
        return True
    if _is_common(link - 1, tokens):
        if not _opens(first, tokens):
            return tokens.lemma[first - 1].lower() not in _WORDS.words("exchange-verbs")
        if all(tokens.ent[token] not in _NAMED for token in range(link + 1, last)) and not any(
            tokens.text[token] in load_actor_lists().by_name for token in range(link + 1, last)
        ):
            return True
    behind = tokens.lower[last] if last < len(tokens) else ""
    governed = first > 0 and tokens.pos[first - 1] == "ADP"
    return (behind in _SINGULAR and not governed) or _has_owner(first, tokens)


def _is_prose(token: int, tokens: Tokens) -> bool:
    """Whether the sentence has a verb with a tense in small letters, and is no headline in capitals."""
    return any(
        tokens.tag[one] in FINITE and tokens.text[one].islower() for one in range(*tokens.bounds(token))
    )


def _has_owner(first: int, tokens: Tokens) -> bool:
    """Whether a post, a statement, a noun for a body or a verb of founding stands right before the name."""
    before = first - 1
    if before < 1 or tokens.sentence[before] != tokens.sentence[first]:
        return False
    word, lemma = tokens.lower[before], tokens.lemma[before].lower()
    noun = tokens.lower[before - 1]
    if word in _BEFORE_POST_OF:
        return noun in _posts() or noun.removesuffix("s") in _posts()
    if word in {"by", "from"}:
        return noun in _WORDS.words("group-statements")
    if tokens.pos[before] == "NOUN":
        kind = load_actor_lists().nouns.get(lemma)
        return tokens.tag[before] == "NN" and kind in load_ontology().below("Organization")
    return tokens.pos[before] == "VERB" and lemma in _WORDS.words("founding-verbs")
