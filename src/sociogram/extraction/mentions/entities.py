"""The statistical model's names, with their boundaries mended."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.board import Name
from sociogram.extraction.mentions.glued import is_pronoun, is_said_by, is_saying, verb_in_capitals
from sociogram.extraction.mentions.kinds import ORGANIZATIONS
from sociogram.extraction.mentions.months import aged_bearer, calendar_part, is_named_relative
from sociogram.extraction.mentions.nicknames import QUOTE_MARKS, nickname_end, nicknamed, quoted_end
from sociogram.extraction.mentions.scripts import caseless_run, foreign_name, is_caseless
from sociogram.knowledge.ontology import VALUES
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

LABEL_KINDS = {
    "PERSON": "Person",
    "PER": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Facility",
    "NORP": "Collective",
    "EVENT": "Event",
    "LAW": "Law",
    "PRODUCT": "Product",
    "WORK_OF_ART": "Work",
    "LANGUAGE": "Topic",
    "MISC": "Thing",
    "DATE": "Date",
    "TIME": "Date",
    "MONEY": "Money",
    "QUANTITY": "Quantity",
    "PERCENT": "Quantity",
    "CARDINAL": "Quantity",
}
_WORDS = load_vocabulary("mentions")
GENERATIONS = _WORDS.words("generations")
_EPITHETS = _WORDS.words("epithets")
_LEGAL_FORMS = _WORDS.words("legal-forms")
_MEMBERS_OF = _WORDS.words("members-of")
_PLURALS = frozenset({"NNS", "NNPS"})
_NEVER_PEOPLE = frozenset({"Product", "Work", "Law"})
"""Kinds that the model gives to a capitalised plural for people: "Soldiers"."""
_NUMBERED = frozenset({"Organization", "Facility", "Law", "Product", "Thing", "Vehicle", "Programme"})
"""Kinds whose names may end in a number; a year behind an event or a work is none."""
_RANKS = _WORDS.words("rank-words")
_CURRENCIES = frozenset("$€£¥₹₽₩₺₴¢")
"""Signs of a sum behind a name, which no name ends in."""
_MARKUP = frozenset('<>="{}')
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
"""A letter of the script of the texts that are read."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,3}")
_ELIDED = re.compile(r"(?:[dl]|dall|degl|dell|nell)['’][A-Z\u00c0-\u00de]")
"""A name behind the article or preposition that it has swallowed: "d'Orta", "dell'Acqua"."""
_NEVER_FIRST = frozenset({"of", "for", "and", "&"})
_CUTS = frozenset({",", "(", ")", "[", "]", "/", ";", ":", "--", "–", "—", '"', "“", "”", "|"})
AGAINST = frozenset({"v.", "vs.", "vs"})
"""What parts the parties in the name of a case."""
NUMBER_SIGNS = frozenset({"No.", "No", "#"})
"""What stands before the number in a body's name."""
_AMOUNTS = load_vocabulary("amounts")
_SIGNS = frozenset(_AMOUNTS.values("symbols"))
_CODES = _AMOUNTS.words("codes")
_SCALES = frozenset(_AMOUNTS.values("scales"))
_CURRENCY_WORDS = frozenset(_AMOUNTS.values("currencies"))


def model_names(tokens: Tokens, lists: ActorLists) -> list[Name]:
    """The entities of the model with mended boundaries."""
    names: list[Name] = []
    end = 0
    for entity in tokens.entities:
        kind = LABEL_KINDS.get(entity.label)
        if kind is None or entity.first < end:
            continue
        if kind == "Event" and (
            tokens.lower[entity.first] in lists.words["month"]
            or tokens.lower[entity.first] in lists.words["weekday"]
        ):
            names.append(Name(*calendar_part(entity.first, entity.last, tokens), "Date"))
            continue
        if kind in VALUES and is_named_relative(entity.first, entity.last, tokens, lists):
            names.append(Name(entity.first, entity.last, "Person"))
            continue
        if kind == "Date" and (bearer := aged_bearer(entity.first, tokens, lists)) is not None:
            while names and names[-1].last > bearer:
                names.pop()
            names.append(Name(bearer, entity.first + 1, "Person"))
            continue
        if kind in VALUES:
            first, last = strip_value(entity.first, entity.last, tokens)
            if first < last:
                names.append(Name(first, last, kind))
            continue
        begin, end = nicknamed(entity, tokens) if kind == "Person" else (entity.first, entity.last)
        begin, end = caseless_run(begin, end, tokens)
        while names and names[-1].last > begin:
            names.pop()  # "Hugo" of «Hugo "the Bear" Lind», which the model took for something else
        parties = kind == "Person" or kind in ORGANIZATIONS
        verb = verb_in_capitals(begin, end, tokens, lists) if kind == "Person" else None
        pieces = [(begin, end)] if verb is None else [(begin, verb), (verb + 1, end)]
        for first, last in (
            part
            for piece in pieces
            for part in cut(*piece, tokens, nicknames=kind == "Person", parties=parties)
        ):
            trimmed = trim(first, last, kind, tokens, lists)
            if trimmed is not None:
                names.append(numbered(trimmed, tokens))
                end = max(end, names[-1].last)
    return names


def numbered(name: Name, tokens: Tokens) -> Name:
    """``name`` with the number behind it that belongs to it: "Internet Explorer 6"; a person or nation has none."""
    number = tokens.numeral(name.last - 1) if name.kind in _NUMBERED else None
    return name if number is None else replace(name, last=number + 1)


def strip_value(first: int, last: int, tokens: Tokens) -> tuple[int, int]:
    """A date or quantity without punctuation around it."""
    while first < last and tokens.pos[first] == "PUNCT" and tokens.text[first] not in {"$", "'", "’"}:
        first += 1
    while last > first and (tokens.pos[last - 1] == "PUNCT" or tokens.lower[last - 1] in {"'s", "’s"}):
        last -= 1
    return first, last


def is_elided(word: str) -> bool:
    """Whether a word in small letters is a name behind a swallowed article: "d'Orsigny"."""
    return _ELIDED.match(word) is not None


def without_generation(words: Sequence[str]) -> Sequence[str]:
    """The words of a name, at least one, without the generation at its end: "John Doe*, Jr.*"."""
    last = len(words)
    while last > 1 and (words[last - 1] in GENERATIONS or words[last - 1] == ","):
        last -= 1
    return words[:last]


def is_initials(word: str) -> bool:
    """Whether ``word`` is initials with their points: "J.", "J.R."; "v." is none."""
    return word[0].isupper() and _INITIALS.fullmatch(word) is not None


def cut(
    first: int, last: int, tokens: Tokens, *, nicknames: bool = False, parties: bool = False
) -> list[tuple[int, int]]:
    """The span cut at sentence ends, brackets, commas, slashes and quotation marks but those of ``nicknames``.

    With ``parties`` the "v." between those of a case parts them too.
    """
    parts = []
    start = first
    whole = first
    for token in range(first, last):
        if nicknames:
            behind = nickname_end(token, tokens) if token > start else quoted_end(token, tokens)
            whole = max(whole, behind or first)
        if token < whole:
            continue
        crosses = token > start and tokens.sentence[token] != tokens.sentence[token - 1]
        if crosses:
            parts.append((start, token))
            start = token
        if tokens.text[token].startswith("@") and token > start:
            parts.append((start, token))
            start = token
        cut_off = (
            tokens.text[token] in _CUTS
            or is_currency(token, tokens)
            or (parties and is_pronoun(token, tokens))
        )
        if cut_off or (parties and tokens.text[token] in AGAINST):
            parts.append((start, token))
            start = token + 1
    parts.append((start, last))
    return [part for part in parts if part[0] < part[1]]


def is_currency(token: int, tokens: Tokens) -> bool:
    """Whether a sum begins at ``token``, by a sign, code or figure: "Bob Ray €1.2bn", "Bob Ray 9 euros"."""
    word = tokens.text[token]
    if word[0].isdigit():
        return _is_counted(token + 1, tokens)
    if word in _SIGNS:
        return not word[0].isalpha() or _has_figure_behind(token, tokens)
    return (word in _CODES and _has_figure_behind(token, tokens)) or _is_of_country(token, tokens)


def _is_counted(token: int, tokens: Tokens) -> bool:
    """Whether a currency or a word such as "million" stands at ``token``: "Bob Ray 900 dollars", "Acme 12 million"."""
    if token < len(tokens) and tokens.text[token] in _SCALES:
        return True
    return token < len(tokens) and (
        tokens.text[token].removesuffix("s") in _CURRENCY_WORDS or _is_of_country(token, tokens)
    )


def _is_of_country(token: int, tokens: Tokens) -> bool:
    """Whether a word tells of which country the currency behind it is: "Swiss francs" is no Switzerland."""
    words = tokens.lower[token : token + 2]
    return len(words) > 1 and " ".join(words).removesuffix("s") in _CURRENCY_WORDS


def _has_figure_behind(token: int, tokens: Tokens) -> bool:
    return token + 1 < len(tokens) and tokens.text[token + 1][0].isdigit()


def trim(first: int, last: int, kind: str, tokens: Tokens, lists: ActorLists) -> Name | None:
    """The name without determiners, titles, possessive endings and lower-case words at its ends."""
    while first < last and (
        tokens.lower[first] in lists.words["before_name"]
        or (tokens.pos[first] in {"PUNCT", "PART"} and not (kind == "Person" and quoted_end(first, tokens)))
        or (
            tokens.text[first][0].islower()
            and not is_elided(tokens.text[first])
            and tokens.lower[first] not in lists.words["inside_name"]
            and not begins_known_name(tokens.text[first], lists)
            and not is_caseless(tokens.text[first])
        )
        or tokens.text[first] in {"'s", "’s", "-"}
        or tokens.text[first] in _NEVER_FIRST
        or (kind == "Person" and last - first > 1 and is_glued_opening(first, tokens, lists))
    ):
        first += 1
    while last > first and (
        tokens.lower[last - 1] in lists.words["after_name"]
        or tokens.text[last - 1] == "&"
        or tokens.pos[last - 1] == "PUNCT"
        or tokens.text[last - 1] in _CURRENCIES
        or (
            tokens.text[last - 1][0].islower()
            and not is_elided(tokens.text[last - 1])
            and not is_caseless(tokens.text[last - 1])
            and kind not in {"Event", "Work", "Law", "Organization"}
            and last - 1 > first
        )
    ):
        last -= 1
    for token in range(first + 1, last):
        spelled = tokens.text[token].isalpha() and tokens.text[token].islower()
        if tokens.pos[token] == "NUM" and spelled and tokens.numeral(token - 1) != token:
            last = token
            break
    if last - first == 2 and tokens.lower[first] in _EPITHETS and tokens.text[first + 1] in lists.first_names:
        first, kind = first + 1, "Person"
    if kind == "Person":
        while last - first > 1 and is_title(tokens, first, lists):
            first += 1
        if first < last and tokens.lower[first] in _NEVER_FIRST:
            # "the Minister for Health" is an office.
            return None
        last = person_end(first, last, tokens, lists)
    if (
        first >= last
        or tokens.text[first] in _NEVER_FIRST
        or (kind == "Person" and is_rank(first, last, tokens, lists))
    ):
        return None
    if last - first == 1 and tokens.text[first].endswith(".") and tokens.text[first] in lists.words["title"]:
        return None
    if last - first == 1 and (
        tokens.text[first] in GENERATIONS or (kind == "Person" and tokens.text[first] in _LEGAL_FORMS)
    ):
        return None
    lower = tokens.lower[first]
    if last - first == 1 and is_pronoun(first, tokens):
        return None
    if last - first == 1 and (lower in lists.words["weekday"] or lower in lists.words["month"]):
        return Name(first, last, "Date")
    if last - first == 1 and tokens.pos[first] in {"VERB", "ADV", "ADP"} and opens_sentence(first, tokens):
        return None
    if last - first == 1 and (
        tokens.text[first] in lists.words["no_name"] or (lower in lists.words["common"] and first > 0)
    ):
        return None
    if any(
        character in _MARKUP
        for token in range(first, last)
        for character in tokens.text[token]
        if tokens.text[token] not in QUOTE_MARKS
    ):
        return None
    if kind != "Event" and not any(_LATIN.search(tokens.text[token]) for token in range(first, last)):
        # A telephone number is no product, a bracket has the name in another script; an event may be "9/11".
        return foreign_name(first, last, kind, tokens)
    if (
        last - first == 1
        and kind in _NEVER_PEOPLE
        and tokens.tag[first] in _PLURALS
        and lists.nouns.get(tokens.lemma[first].lower()) == "Person"
    ):
        return None
    if (
        last - first > 2
        and kind in ORGANIZATIONS
        and tokens.lower[first] in _MEMBERS_OF
        and tokens.lower[first + 1] == "of"
    ):
        return trim(first + 2, last, kind, tokens, lists)
    return Name(first, last, kind)


def is_rank(first: int, last: int, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether the words are a post and nobody's name: "Senior Advisor", "Assistant Secretary of State"."""
    of = tokens.lower.index("of", first, last) if "of" in tokens.lower[first:last] else last
    return (
        of - first > 1
        and last - first > 1
        and tokens.lower[first] in _RANKS
        and all(lists.nouns.get(tokens.lower[token]) == "Person" for token in range(first + 1, of))
    )


def person_end(first: int, last: int, tokens: Tokens, lists: ActorLists) -> int:
    """The end of a person's name: before a word in small letters that no name holds, and no chapter and verse."""
    for token in range(first, last):
        word = tokens.text[token]
        if (
            word[0].isdigit()
            or (word == "of" and token - first > 1)
            or (
                token > first
                and word.isalpha()
                and word.islower()
                and not is_caseless(word)
                and word not in GENERATIONS
                and tokens.text[token - 1] != "-"
                and tokens.lower[token] not in lists.words["inside_name"]
            )
        ):
            last = token
            break
    if last - first > 1 and f"{tokens.text[last - 1]}." in lists.words["title"]:
        # "Navy Capt" is the title of a name behind a wrong sentence end.
        return first
    return last


def is_glued_opening(token: int, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether the token is a sentence's first word that the model took for part of a name ("*Another* Jane Doe")."""
    if is_saying(token, tokens) and opens_sentence(token, tokens):
        return is_said_by(token, tokens, lists)
    if (
        tokens.pos[token] not in {"VERB", "DET", "ADV", "ADP", "SCONJ"}
        or tokens.text[token] in lists.first_names
    ):
        return False
    return opens_sentence(token, tokens)


def opens_sentence(token: int, tokens: Tokens) -> bool:
    """Whether the token is its sentence's first."""
    return token == 0 or tokens.sentence[token - 1] != tokens.sentence[token]


def begins_known_name(word: str, lists: ActorLists) -> bool:
    """Whether a word in small letters can begin a name ("al-Qaeda", "iPhone")."""
    return word in lists.names or any(character.isupper() for character in word)


def is_title(tokens: Tokens, token: int, lists: ActorLists) -> bool:
    """Whether the token is a title or a noun for a person that can stand before a name."""
    word, lower = tokens.text[token], tokens.lower[token]
    if word in lists.words["title"]:
        return True
    return lists.nouns.get(lower) == "Person" and word not in lists.first_names


def are_common_words(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether all words of ``name`` are titles, nouns of the vocabulary or in small letters."""
    return all(
        is_title(tokens, token, lists)
        or lists.nouns.get(tokens.lower[token])
        or tokens.text[token][0].islower()
        for token in range(name.first, name.last)
    )
