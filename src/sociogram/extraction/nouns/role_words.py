"""The words of a role: which nouns say what somebody is, and how far what they say of him reaches.

"the former mayor of Bonn, who left" has the words "former mayor of Bonn": without the article before, and cut before a
clause, an aside, a date, and what is coordinated with the noun.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from sociogram.knowledge.ontology import VALUES
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.extraction.nouns.phrases import Phrases
    from sociogram.knowledge.actor_lists import ActorLists

Words = tuple[int, int]
"""Tokens from the first to behind the last."""

UNKNOWN = frozenset({"Thing", "Post"})
"""Kinds of a name that may be no name."""
ROLES = frozenset({"Person", "Post"})
"""Kinds of nouns that say what a person is."""
_WORDS = load_vocabulary("nouns")
NO_OCCUPATIONS = _WORDS.words("no-occupations")
ENDINGS = tuple(sorted(_WORDS.words("role-endings")))
TITLES = _WORDS.words("titles-before-names")
STANDINGS = _WORDS.words("standings")
ENDING = _WORDS.words("ending-verbs")
_REPLACING = frozenset({"succeed", "replace", "supplant", "supersede"})
"""Verbs by whose passive somebody loses the post behind "as"."""
OUTWARD = frozenset({"down", "aside", "back"})
"""Particles by which a step ends a post; who steps in or up "as mayor" begins to be one."""
TO_COME = _WORDS.words("posts-to-come")
HYPHENS = frozenset({"-", "‐", "‑", "–"})
LOOSE_SIGNS = frozenset('!?”“"$€£:;')
MODIFIERS = frozenset({"compound", "amod", "nmod", "nn", "advmod", "npadvmod", "nummod", "punct"})
FOLLOWING = frozenset(
    {
        "of",
        "at",
        "for",
        "in",
        "to",
        "from",
        "on",
        "with",
        "by",
        "under",
        "against",
        "over",
        "and",
        "&",
        "'s",
        "’s",
        "-",
    }
)
"""Words that carry a role on: "fellow for arms control at the Ohio institute"."""
NO_BEGINNING = frozenset({"PUNCT", "ADV", "SCONJ", "CCONJ"})
CARRIED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
LOOSE = frozenset({"ADP", "DET", "CCONJ", "ADJ", "PUNCT", "NUM", "PART"})
SHORTEST_UNKNOWN = 6
"""Letters of a noun outside the lists that may be a role by its ending: "homeopath", not "mist"."""
MOST_BEFORE = 12
"""Tokens before a noun that can belong to a role; more is no title that anybody bears."""
LONGEST = 80
"""Characters of the words; what is longer is cut."""


def is_role(phrases: Phrases, token: int, lists: ActorLists) -> bool:
    """Whether the noun at ``token`` says what a person is or does."""
    tokens = phrases.tokens
    while tokens.lower[token] in TO_COME:
        if not _is_joined(phrases, token):
            return False
        token -= 2
    if tokens.pos[token] not in {"NOUN", "PROPN"} or (
        phrases.in_name(token) and not _is_false_name(phrases, token)
    ):
        return False
    if tokens.text[token].istitle() and token + 1 < len(tokens) and tokens.text[token + 1] in TITLES:
        return False  # "Attorney General Lee": the last word has them all
    if tokens.text[token : token + 2] == ("Chief", "Executive"):
        return False  # the last word has them both
    if tokens.text[token] in lists.words["honorific"] or tokens.lower[token] in lists.words["honorific"]:
        return False
    noun = singular(phrases, token)
    if noun in NO_OCCUPATIONS or tokens.lower[token] in NO_OCCUPATIONS:
        return False
    kind = lists.nouns.get(noun) or lists.nouns.get(tokens.lower[token])
    if kind is None:
        return tokens.text[token] in TITLES or (noun.endswith(ENDINGS) and len(noun) >= SHORTEST_UNKNOWN)
    return kind in ROLES


def _is_false_name(phrases: Phrases, token: int) -> bool:
    """Whether the model took a title right before a person's name for a name: "Immigration Minister Jane Doe"."""
    name, last = phrases.covering[token], token + 1
    if (
        phrases.kind(name) not in UNKNOWN
        or phrases.mentions[name].tokens[1] != last
        or last >= len(phrases.tokens)
    ):
        return False
    behind = phrases.covering[last]
    return behind >= 0 and phrases.kind(behind) == "Person" and phrases.mentions[behind].tokens[0] == last


def singular(phrases: Phrases, token: int) -> str:
    """The lemma in lower case; of a plural with a capital, which the tagger takes for a name, without its ending."""
    tokens = phrases.tokens
    lemma = tokens.lemma[token].lower()
    if tokens.tag[token] == "NNPS" and lemma == tokens.lower[token] and lemma.endswith("s"):
        return lemma[:-1]
    return lemma


def words_before(phrases: Phrases, token: int) -> int:
    """The first token of the noun group of ``token``, without article; with an owner's name, not his pronoun."""
    tokens = phrases.tokens
    first = token
    while first > 0 and token - first < MOST_BEFORE and tokens.sentence[first - 1] == tokens.sentence[token]:
        previous = first - 1
        if tokens.lower[previous] == "ago" or not _modifies(phrases, previous, first):
            break
        first = previous
    if (
        first > 0
        and tokens.lower[first - 1] in STANDINGS
        and tokens.sentence[first - 1] == tokens.sentence[token]
    ):
        first -= 1  # often hung on something else
    while first < token and _cannot_begin(phrases, first):
        first += 1
    if first > 0 and _grades(phrases, first - 1):
        first -= 1
    if (
        first > 0
        and tokens.lower[first - 1] in {"this", "that"}
        and tokens.dep[tokens.head[first - 1]] == "poss"
    ):
        first -= 1  # "this year's entertainer"
    return first


def _grades(phrases: Phrases, adverb: int) -> bool:
    """Whether the adverb says how much of what the adjective behind it says: "*most* gifted", "*newly* elected"."""
    tokens = phrases.tokens
    lower, graded = tokens.lower[adverb], tokens.head[adverb]
    return (
        graded == adverb + 1
        and tokens.dep[adverb] == "advmod"
        and tokens.pos[graded] in {"ADJ", "VERB"}
        and (lower in _DEGREES or lower.endswith("ly"))
    )


_DEGREES = frozenset({"most", "least", "more", "less", "very"})


def is_given_up(phrases: Phrases, token: int) -> bool:
    """Whether the role ``token`` behind "as" is one that the verb above ends: "resigned as mayor"."""
    tokens = phrases.tokens
    preposition = tokens.head[token]
    verb = tokens.head[preposition]
    lemma = tokens.lemma[verb].lower()
    if tokens.lower[preposition] != "as":
        return False
    if lemma in _REPLACING and tokens.child(verb, "auxpass", "nsubjpass") is not None:
        return True  # "was succeeded by Roe as mayor"
    if lemma not in ENDING:
        return False
    return lemma != "step" or any(tokens.lower[child] in OUTWARD for child in tokens.children[verb])


def is_of_ended_list(phrases: Phrases, token: int, ended: AbstractSet[str]) -> bool:
    """Whether a word of ``ended`` before the first of a list holds for a bare noun in it: "a former mayor and senator".

    A noun with words of its own may be meant by itself: "the former mayor and head of Acme".
    """
    tokens = phrases.tokens
    if any(tokens.dep[child] in {"prep", "advmod"} for child in tokens.children[token]):
        return False
    while tokens.dep[token] == "conj" and words_before(phrases, token) == token:
        if any(tokens.dep[child] in {"det", "poss"} for child in tokens.children[token]):
            return False
        token = tokens.head[token]
        if tokens.pos[token] not in {"NOUN", "PROPN"} or phrases.is_name(token):
            return False
        if not ended.isdisjoint(tokens.lower[words_before(phrases, token) : token]):
            return True
    return False


def prefix_of(phrases: Phrases, first: int) -> str:
    """The word that a hyphen joins to the first of a role, "then" of "then-Senator Doe"; else nothing."""
    tokens = phrases.tokens
    joined = first > 1 and tokens.text[first - 1] in HYPHENS and tokens.end[first - 1] == tokens.begin[first]
    return tokens.lower[first - 2] if joined else ""


def prefix_of_name(phrases: Phrases, first: int) -> str:
    """The same of the name right before a role: "then" of "then-Acme chief executive Doe"."""
    name = phrases.covering[first - 1] if first else -1
    if name < 0 or phrases.mentions[name].form != "named":
        return ""
    return prefix_of(phrases, phrases.mentions[name].tokens[0])


def _cannot_begin(phrases: Phrases, token: int) -> bool:
    tokens = phrases.tokens
    if tokens.pos[token] in NO_BEGINNING or tokens.text[token] in HYPHENS or tokens.lower[token] == "fellow":
        return True
    # "Big guns' Vice President Doe": a headline has run into the sentence
    return tokens.tag[token] == "POS" or (tokens.tag[token] == "NNS" and tokens.dep[token] == "poss")


def _modifies(phrases: Phrases, previous: int, first: int) -> bool:
    """Whether the token ``previous`` belongs to the group that goes on with ``first``."""
    tokens = phrases.tokens
    if tokens.dep[previous] == "poss" or tokens.tag[previous] == "POS":
        return tokens.pos[previous] != "PRON"
    if not LOOSE_SIGNS.isdisjoint(tokens.text[previous]):
        return False  # a word that the sentence before runs into, or a sum
    if (
        tokens.pos[previous] == "NUM"
        and previous > 0
        and not LOOSE_SIGNS.isdisjoint(tokens.text[previous - 1])
    ):
        return False
    if tokens.text[previous] in HYPHENS:
        return tokens.end[previous] == tokens.begin[first]
    if tokens.pos[previous] == "PUNCT" or tokens.dep[previous] not in MODIFIERS:
        return False
    if tokens.text[first].istitle() and tokens.pos[previous] == "NOUN" and not _is_joined(phrases, previous):
        return tokens.text[previous][0].isupper()  # "candidate Texas Senator Lee": two titles
    if tokens.tag[previous] in {"VB", "VBP", "VBZ", "VBD"}:
        return False
    return tokens.head[previous] >= first or tokens.text[previous + 1] in HYPHENS


def _is_joined(phrases: Phrases, token: int) -> bool:
    """Whether a hyphen joins the token to the one before it."""
    tokens = phrases.tokens
    return token > 0 and tokens.text[token - 1] in HYPHENS and tokens.end[token - 1] == tokens.begin[token]


def words_behind(phrases: Phrases, token: int, limit: int) -> int:
    """The token behind what is said with the noun at ``token``, at most ``limit``."""
    tokens = phrases.tokens
    last = token + 1
    limit = min(limit, tokens.bounds(token)[1])
    while (
        last < limit
        and tokens.end[last - 1] - tokens.begin[token] <= LONGEST
        and _carries_on(phrases, token, last)
    ):
        last += 1
    while last - 1 > token and _is_loose_end(phrases, token, last):
        last -= 1
    return last


def _is_loose_end(phrases: Phrases, token: int, last: int) -> bool:
    """Whether the words of the role at ``token`` cannot end before ``last``: too long, amid a name, with "of"."""
    tokens, name = phrases.tokens, phrases.covering[last - 1]
    if tokens.end[last - 1] - tokens.begin[token] > LONGEST or tokens.pos[last - 1] in LOOSE:
        return True
    if name < 0 or phrases.mentions[name].form != "named":
        return tokens.dep[last - 1] in MODIFIERS | {"poss", "case"} and tokens.head[last - 1] >= last
    head = phrases.mentions[name].head
    owner = tokens.dep[head] in MODIFIERS | {"poss"} and tokens.head[head] >= last
    return owner or phrases.mentions[name].tokens[1] > last


def is_to_come(phrases: Phrases, last: int) -> bool:
    """Whether a post that ends before ``last`` is one to come: "President" of "President-elect"."""
    tokens = phrases.tokens
    return last + 1 < len(tokens) and tokens.lower[last + 1] in TO_COME and _is_joined(phrases, last + 1)


def is_cut_short(phrases: Phrases, token: int, last: int) -> bool:
    """Whether what is left of the role does not say of what: "architect" of "architect of what he had planned"."""
    tokens = phrases.tokens
    return (
        last == token + 1 and last < len(tokens) and tokens.lower[last] == "of" and tokens.head[last] == token
    )


def _carries_on(phrases: Phrases, role: int, token: int) -> bool:
    tokens = phrases.tokens
    if not tokens.left[role] <= token < tokens.right[role]:
        return False
    clause = tokens.child(role, "relcl")
    if clause is not None and role < tokens.left[clause] <= token:
        return False  # "the candidate Republican voters trust"
    mention = phrases.covering[token]
    if mention >= 0 and phrases.mentions[mention].kind in VALUES:
        return False
    if mention >= 0 and phrases.mentions[mention].form == "named" and tokens.dep[token] != "appos":
        return True
    if tokens.tag[token] == "PRP$":
        return True
    if tokens.lower[token] == "with" and tokens.head[token] == role:
        # An official is with a body; "the minister with the Spanish villa" has no such post.
        noun = tokens.child(token, "pobj")
        return noun is not None and tokens.pos[noun] == "PROPN"
    if tokens.lower[token] in FOLLOWING:
        return tokens.dep[token] != "cc" or not _begins_role(phrases, role, token)
    if tokens.pos[token] == "VERB" and tokens.dep[token] == "amod":
        return True
    return tokens.pos[token] in CARRIED and tokens.dep[token] not in {"relcl", "appos", "acl", "advcl"}


def _begins_role(phrases: Phrases, role: int, conjunction: int) -> bool:
    """Whether "and" goes on with something else than what the role is of: "chairman of Acme and a former envoy"."""
    tokens = phrases.tokens
    host = tokens.head[conjunction]
    joined = [child for child in tokens.children[host] if tokens.dep[child] == "conj" and child > conjunction]
    if host == role or not joined:
        return True
    mention = phrases.at_head.get(joined[0])
    return (
        mention is not None and phrases.mentions[mention].kind == "Person" and not phrases.is_name(joined[0])
    )
