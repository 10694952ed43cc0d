"""The document's vote: one kind for each name, surnames with the kind of their full name, names seen again.

The statistical model labels a surname differently from line to line; a name keeps its kind within
one document, so its labels are counted together with what its words, titles and the lists say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.board import Name, NameBoard
from sociogram.extraction.mentions.called import people_called_like_countries
from sociogram.extraction.mentions.clubs import find_clubs
from sociogram.extraction.mentions.entities import (
    AGAINST,
    NUMBER_SIGNS,
    is_elided,
    person_end,
    without_generation,
)
from sociogram.extraction.mentions.evidence import CALLED_AFTER, evidence
from sociogram.extraction.mentions.families import (
    mark_families,
    mark_founders_firms,
    mark_sister_firms,
    side_with_firms,
    side_with_surnames,
)
from sociogram.extraction.mentions.kinds import ORGANIZATIONS, PLACES, name_kind
from sociogram.extraction.mentions.runs import title_case_sentences
from sociogram.knowledge.ontology import VALUES
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_LEGAL_FORMS = load_vocabulary("mentions").words("legal-forms")
_LONGEST_FORM = 4
"""Letters of a legal form; longer heads ("Group") are what a firm is called by."""
_MOST_WORDS = 30
"""Words of the longest name that is sought in another one; what has more is a run of capitals."""
_SHORTEST_ECHO = 3
"""Letters of a name that is looked for again; shorter ones are found in other words."""


def settle(names: list[Name], tokens: Tokens, lists: ActorLists) -> list[Name]:
    """``names`` with one kind for each text, and the places where a name stands again, in text order."""
    names = without_headline_names(names, tokens, lists)
    texts = [" ".join(tokens.text[name.first : name.last]).lstrip("-–— ") for name in names]
    scores: dict[str, dict[str, float]] = {}
    known: dict[str, str] = {}
    for name, text in zip(names, texts, strict=True):
        if name.kind in VALUES or name.demonym:
            continue
        if name.known is not None:
            known[text] = name.known
        tally = scores.setdefault(text, {})
        for kind, weight in evidence(name, tokens, lists):
            tally[kind] = tally.get(kind, 0.0) + weight
    kinds = {text: decide(tally) for text, tally in scores.items()}
    for text, entry in known.items():
        # A listed name of several words is what the list says, whatever stands around it; but "the group Some Ruling"
        # is called like the ruling.
        if " " in text and not (lists.entries[entry].kind in CALLED_AFTER and kinds[text] in ORGANIZATIONS):
            kinds[text] = lists.entries[entry].kind
    for text in people_called_like_countries(names, texts, kinds, tokens, lists):
        kinds[text] = "Person"
        known.pop(text, None)
    mark_sister_firms(names, texts, kinds, tokens)
    mark_families(names, texts, kinds, tokens)
    mark_founders_firms(texts, kinds, scores)
    inherit(kinds, known, scores, lists)
    plurals = {
        text for name, text in zip(names, texts, strict=True) if tokens.tag[name.first] in {"NNPS", "NNS"}
    }
    side_with_surnames(kinds, known, scores, plurals, lists.words["title"])
    side_with_firms(names, texts, kinds, known)
    clubs = find_clubs(names, texts, tokens, lists)
    for text, entry in clubs.items():
        kinds[text] = "SportsTeam"
        if entry:
            known[text] = entry
        else:
            known.pop(text, None)
    settled = []
    for name, text in zip(names, texts, strict=True):
        if text in kinds and name.kind not in VALUES and not name.demonym:
            kind = kinds[text]
            listing = known.get(text)
            if listing is not None and not agrees(lists.entries[listing].kind, kind):
                listing = None
            last = name.last
            if kind == "Person" and name.source == "model":
                last = max(name.first + 1, person_end(name.first, name.last, tokens, lists))
            candidates = (
                [] if listing else [one for one in name.candidates if agrees(lists.entries[one].kind, kind)]
            )
            settled.append(replace(name, last=last, kind=kind, known=listing, candidates=tuple(candidates)))
        else:
            settled.append(name)
    return add_echoes(settled, kinds, known, tokens)


def without_headline_names(names: list[Name], tokens: Tokens, lists: ActorLists) -> list[Name]:
    """``names`` without those that only the model saw, and only in a line where all words are capitalised."""
    titled = title_case_sentences(tokens)
    if not titled:
        return names
    prose = {
        word
        for name in names
        if tokens.sentence[name.first] not in titled
        for word in (" ".join(tokens.text[name.first : name.last]), tokens.text[name.last - 1])
    }
    people = {
        tokens.text[name.last - 1]
        for name in names
        if name.kind == "Person" and tokens.sentence[name.first] not in titled
    }
    small = set(tokens.lower).intersection(tokens.text)
    kept = []
    for name in names:
        if (
            tokens.sentence[name.first] not in titled
            or name.source == "list"
            or name.kind in VALUES
            or is_party(name, tokens)
            or not NUMBER_SIGNS.isdisjoint(tokens.text[name.first : name.last])
            or " ".join(tokens.text[name.first : name.last]) in prose
        ):
            kept.append(name)
            continue
        parts = parts_in_prose(name, prose, tokens, lists)
        if parts:
            kept.extend(parts)
        elif not any(
            lower in small or lower in lists.nouns or (word in people and name.kind == "Organization")
            for word, lower in zip(
                tokens.text[name.first : name.last], tokens.lower[name.first : name.last], strict=True
            )
        ):
            kept.append(name)
    return kept


def is_party(name: Name, tokens: Tokens) -> bool:
    """Whether a name stands beside the "v." of a case."""
    behind = name.last < len(tokens) and tokens.text[name.last] in AGAINST
    return behind or (name.first > 0 and tokens.text[name.first - 1] in AGAINST)


def parts_in_prose(name: Name, prose: set[str], tokens: Tokens, lists: ActorLists) -> list[Name]:
    """The parts of a headline's name that the prose has as names: "Acme" and "Ajax" of "Acme Buys Ajax".

    None where the prose only has its last word: "Ann Lee" may be the "Lee" of the prose.
    """
    words = tokens.text[name.first : name.last]
    if len(words) == 1 or name_kind(words, name.kind, lists) is not None:
        return []
    parts = []
    first = name.first
    while first < name.last:
        for last in range(min(name.last, first + _MOST_WORDS), first, -1):
            text = " ".join(tokens.text[first:last])
            if text in prose and text not in lists.demonyms and text not in lists.words["no_name"]:
                parts.append(replace(name, first=first, last=last, kind="Thing"))
                first = last
                break
        else:
            first += 1
    return [] if len(parts) == 1 and parts[0].last == name.last else parts


def decide(tally: dict[str, float]) -> str:
    """The kind with most weight; a finer kind of organization takes the weight of the coarse one."""
    finer = [kind for kind in tally if kind in ORGANIZATIONS and kind != "Organization"]
    if finer and "Organization" in tally:
        best = max(finer, key=lambda kind: tally[kind])
        tally = {**tally, best: tally[best] + tally["Organization"]}
        del tally["Organization"]
    if "Country" in tally and "Place" in tally:
        tally = {**tally, "Country": tally["Country"] + tally["Place"]}
        del tally["Place"]
    return max(sorted(tally), key=lambda kind: tally[kind]) if tally else "Thing"


def agrees(listed: str, kind: str) -> bool:
    """Whether the kind of a list's entry can be the kind that the vote gave."""
    return (
        listed == kind
        or (listed in ORGANIZATIONS and kind in ORGANIZATIONS)
        or (listed in PLACES and kind in PLACES)
    )


def inherit(
    kinds: dict[str, str], known: dict[str, str], scores: dict[str, dict[str, float]], lists: ActorLists
) -> None:
    """Give a last or first name the kind of the full name that has it, and drop what the lists said of it."""
    owners: dict[str, set[str]] = {}
    firsts: dict[str, set[str]] = {}
    for text, kind in kinds.items():
        words = without_generation(text.split())
        if kind != "Person" or len(words) < 2:
            continue
        for width in range(1, min(len(words), _MOST_WORDS + 1)):
            owners.setdefault(surname_key(" ".join(words[-width:])), set()).add(text)
        firsts.setdefault(words[0], set()).add(text)
    firms = {
        text: full.rpartition(" ")[0]
        for full in kinds
        for text in (full, full.split(" ", 1)[0])
        if kinds[full] == "Company" and is_legal_form(full.rpartition(" ")[2], lists)
    }
    for full in list(firms.values()):
        # "Acme Marine" is what "Acme Marine AB" is.
        if full in kinds and full not in known:
            kinds[full] = "Company"
    for text in list(kinds):
        if (
            text in firms
            and len(text.split()) == 1
            and spoken_more(firms[text], owners.get(surname_key(text), ()), scores)
        ):
            kinds[text] = "Company"
        elif surname_key(text) in owners:
            entry = known.get(text)
            place = entry is not None and lists.entries[entry].kind in {"Country", "Place"}
            if entry is not None and lists.entries[entry].kind == "Country" and text not in lists.first_names:
                continue
            if (
                place
                and kinds[text] != "Person"
                and scores[text].get("Person", 0.0) <= scores[text].get(kinds[text], 0.0) / 3
            ):
                continue
            body = entry is not None and not place and lists.entries[entry].kind != "Person"
            if body and not any(full.split()[0] in lists.first_names for full in owners[surname_key(text)]):
                continue  # "Acme" beside "Bilad Acme" is the Acme of the lists
            kinds[text] = "Person"
            if (
                entry is not None
                and len(owners[surname_key(text)])
                and not any(known.get(full) == entry for full in owners[surname_key(text)])
            ):
                del known[text]
        elif len(firsts.get(text, ())) == 1 and text not in known:
            kinds[text] = "Person"
        elif (
            len(text.split()) == 1
            and kinds[text] in {"Thing", "Person", "Place", "Organization"}
            and text not in known
        ):
            longer = {
                kinds[full] for full in kinds if full.startswith(text + " ") and kinds[full] in ORGANIZATIONS
            }
            if longer:
                kinds[text] = longer.pop() if len(longer) == 1 else "Organization"


def surname_key(text: str) -> str:
    """A surname as it is compared: with a straight apostrophe, and "*De* Roo" like "Jan *de* Roo"."""
    text = text.replace("’", "'")
    return text[0].lower() + text[1:] if " " in text else text


def is_legal_form(word: str, lists: ActorLists) -> bool:
    """Whether the last word of a name is a firm's legal form."""
    return word in _LEGAL_FORMS or (
        len(word) <= _LONGEST_FORM and lists.name_heads.get(word.lower(), ("",))[0] == "Company"
    )


def spoken_more(firm: str, people: Collection[str], scores: dict[str, dict[str, float]]) -> bool:
    """Whether a document speaks more of a firm than of the people whose surname it bears."""
    return sum(scores.get(firm, {}).values()) > sum(sum(scores[name].values()) for name in people)


def add_echoes(names: list[Name], kinds: dict[str, str], known: dict[str, str], tokens: Tokens) -> list[Name]:
    """``names`` and further places where one of them, or the last name of a person among them, stands."""
    wanted: dict[str, tuple[str, str | None]] = {}
    for text, kind in kinds.items():
        words = text.split()
        if len(text) >= _SHORTEST_ECHO and any(character.isupper() for character in text) and kind != "Thing":
            wanted.setdefault(text, (kind, known.get(text)))
        bare = without_generation(words)
        if kind == "Person" and len(bare) > 1 and len(bare[-1]) >= _SHORTEST_ECHO and is_name_like(bare[-1]):
            for surname in (bare[-1], bare[-1].replace("’", "'"), bare[-1].replace("'", "’")):
                wanted.setdefault(surname, (kind, None))
        if kind == "Person" and is_surname_first(words):
            wanted.setdefault(words[0], (kind, None))
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for text in sorted(wanted, key=lambda text: (-len(text), text)):
        parts = tuple(text.split(" "))
        by_first.setdefault(parts[0], []).append(parts)
    board = NameBoard([False] * len(tokens), [])
    starts = {name.first: name for name in names}
    ends = {name.last for name in names}
    for name in names:
        for sought in by_first.get(tokens.text[name.first], ()):
            last = name.first + len(sought)
            if last <= name.last or last not in ends or tuple(tokens.text[name.first : last]) != sought:
                continue
            if any(starts[token].demonym for token in range(name.first, last) if token in starts):
                continue
            kind, entry = wanted[" ".join(sought)]
            board.place(Name(name.first, last, kind, known=entry, source="echo"))
            break
        board.place(name)
    for token, word in enumerate(tokens.text):
        if board.taken[token]:
            continue
        for sought in by_first.get(word, ()):
            last = token + len(sought)
            if tuple(tokens.text[token:last]) != sought or not board.is_free(token, last):
                continue
            if len(sought) == 1 and not stands_as_name(token, tokens):
                continue
            kind, entry = wanted[" ".join(sought)]
            board.place(Name(token, last, kind, known=entry, source="echo"))
            break
    return sorted(board.names, key=lambda name: name.first)


def is_surname_first(words: Sequence[str]) -> bool:
    """Whether the words of a name end in a hyphened given name, as in Korea and Taiwan: "*Moon* Jae - in"."""
    hyphened = len(words) > 3 and words[-2] == "-" and words[-1].islower() and words[-1].isalpha()
    return hyphened and len(words[0]) >= _SHORTEST_ECHO


def is_name_like(word: str) -> bool:
    """Whether a word is written like a name: with a capital, first or behind a swallowed article."""
    return word[0].isupper() or is_elided(word)


def stands_as_name(token: int, tokens: Tokens) -> bool:
    """Whether one capitalised word is likely the name that it is elsewhere in the document."""
    word = tokens.text[token]
    if not is_name_like(word):
        return False
    if is_elided(word) or tokens.pos[token] in {"PROPN", "NOUN", "ADJ", "X"}:
        return True
    starts = token == 0 or tokens.sentence[token - 1] != tokens.sentence[token]
    return not starts
