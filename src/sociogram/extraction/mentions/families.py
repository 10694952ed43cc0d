"""Kinds that names of one document give each other: sister firms, a founder's firm, a family, a surname alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.entities import is_initials, without_generation
from sociogram.extraction.mentions.evidence import INITIALS, MODEL, SPEAKER
from sociogram.extraction.mentions.kinds import ORGANIZATIONS
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sociogram.extraction.mentions.board import Name
    from sociogram.parse.tokens import Tokens

_FIRM_ENDINGS = load_vocabulary("mentions").words("firm-endings")
_FULL_NAME = 2
"""Words of a given name and a surname."""


def mark_sister_firms(
    names: Sequence[Name], texts: Sequence[str], kinds: dict[str, str], tokens: Tokens
) -> None:
    """Make "Acme Kettles" a body beside "Acme Steel Inc", though the model took its two words for a person's."""
    begun = {text.split()[0] for text, kind in kinds.items() if kind in ORGANIZATIONS and " " in text}
    for name, text in zip(names, texts, strict=True):
        if kinds.get(text) == "Person" and tokens.tag[name.last - 1] == "NNPS" and text.split()[0] in begun:
            kinds[text] = "Organization"


def mark_founders_firms(
    texts: Sequence[str], kinds: dict[str, str], scores: dict[str, dict[str, float]]
) -> None:
    """Make "C.V. Roe" the firm of "C. V. Roe & Company, Inc." beside it, where nothing but its initials is a person's.

    A full first name stays the founder's, and so do initials with a title, a life or a "who".
    """
    founders = {
        "".join(founder.split())
        for text, kind in kinds.items()
        if kind in ORGANIZATIONS
        for founder, and_, rest in (text.partition(" & "),)
        if and_ and rest.split(" ")[0].lower() in _FIRM_ENDINGS
    }
    counts = Counter(texts) if founders else {}
    for text, kind in kinds.items():
        words = text.split()
        if kind == "Person" and "".join(words) in founders and all(map(is_initials, words[:-1])):
            bare = counts[text] * (MODEL + INITIALS + SPEAKER)
            if len(words) > 1 and scores[text]["Person"] <= bare:
                kinds[text] = "Company"


def mark_families(names: Sequence[Name], texts: Sequence[str], kinds: dict[str, str], tokens: Tokens) -> None:
    """Make "the *Quills*" people beside "Ann *Quill*", whatever the model took them for."""
    surnames = {
        without_generation(text.split())[-1]
        for text, kind in kinds.items()
        if kind == "Person" and " " in text
    }
    for name, text in zip(names, texts, strict=True):
        behind_article = name.first > 0 and tokens.lower[name.first - 1] == "the"
        if (
            behind_article
            and name.known is None
            and not surnames.isdisjoint({text.removesuffix("s"), text.removesuffix("es")} - {text})
        ):
            kinds[text] = "Collective"


def side_with_surnames(
    kinds: dict[str, str],
    known: dict[str, str],
    scores: dict[str, dict[str, float]],
    plurals: Collection[str],
    titles: Collection[str],
) -> None:
    """Make a person of a name whose last word alone the document takes for one, and that only the model calls a body.

    "Prossy Nabuka" is none beside "Nabuka", if no other name ends so and its own words say no more. But no first name
    is a plural: beside "Congelados Ribera" it is "Ribera" that is none. A title is no first name either.
    """
    bearers: dict[str, list[str]] = {}
    for text in kinds:
        words = text.split()
        if len(words) == _FULL_NAME and words[0] not in titles and all(word[0].isupper() for word in words):
            bearers.setdefault(words[1], []).append(text)
    for surname, full in bearers.items():
        if len(full) > 1 or kinds.get(surname) != "Person" or full[0] in known or surname in known:
            continue
        tally = scores.get(full[0], {})
        unsure = set(tally) <= {"Organization", "Place", "Facility", "Product", "Person"}
        own = max(tally.values(), default=0.0)
        if unsure and own <= MODEL + SPEAKER and scores[surname].get("Person", 0.0) >= own:
            if full[0] not in plurals:
                kinds[full[0]] = "Person"
            elif kinds[full[0]] in ORGANIZATIONS and set(scores[surname]) <= {"Person"}:
                kinds[surname] = kinds[full[0]]


def side_with_firms(
    names: Sequence[Name], texts: Sequence[str], kinds: dict[str, str], known: Mapping[str, str]
) -> None:
    """Make a firm of a word by which a text goes on about it before it names a person of that surname.

    "Delcour Valves is sold. *Delcour* has made pumps", until then, and then "its heir, Bertrand Delcour, stays".
    """
    first: dict[str, int] = {}
    for name, text in zip(names, texts, strict=True):
        first.setdefault(text, name.first)
    firms: dict[str, list[str]] = {}
    people: dict[str, list[str]] = {}
    for text, kind in kinds.items():
        words = text.split()
        if len(words) > 1 and kind in ORGANIZATIONS:
            firms.setdefault(words[0], []).append(text)
        elif len(words) > 1 and kind == "Person":
            people.setdefault(without_generation(words)[-1], []).append(text)
    for surname in firms.keys() & people.keys() & kinds.keys():
        begun = min(first[text] for text in firms[surname])
        met = min(first[text] for text in people[surname])
        if surname not in known and len(firms[surname]) == 1 and begun < first[surname] < met:
            kinds[surname] = kinds[firms[surname][0]]
