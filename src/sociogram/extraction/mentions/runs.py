"""What the model and the lists left: dates, first names, runs of capitalised words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.board import Name, NameBoard
from sociogram.extraction.mentions.entities import (
    GENERATIONS,
    are_common_words,
    is_initials,
    is_rank,
    is_title,
    opens_sentence,
)
from sociogram.extraction.mentions.kinds import ORGANIZATIONS, name_kind, noun_kind
from sociogram.extraction.mentions.scripts import foreign_name, is_caseless
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.couples import WIFE
from sociogram.parse.tokens import FINITE

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("mentions")
_DAY_PARTS = _WORDS.words("day-parts")
_BEFORE_YEAR = _WORDS.words("before-year")
_LONGEST_SYLLABLE = 6
"""Letters of a syllable of a Chinese or Korean name, as "Cheung"."""
_SHOUTED = 5
"""Letters of a word in capitals that is no acronym."""
_NO_SYLLABLES = _WORDS.words("no-syllables")
_ARTICLES = frozenset({"a", "an", "the"})
_NUMERIC_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}")


def place_dates(board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """Weekdays, months with their days, and years that the model left."""
    for token in range(len(tokens)):
        if board.taken[token]:
            continue
        word, lower = tokens.text[token], tokens.lower[token]
        if lower in lists.words["weekday"] and word[0].isupper():
            parted = (
                token + 1 < len(tokens)
                and tokens.lower[token + 1] in _DAY_PARTS
                and not board.taken[token + 1]
            )
            board.place(Name(token, token + 2 if parted else token + 1, "Date"))
        elif word[0].isdigit() and _NUMERIC_DATE.fullmatch(word):
            board.place(Name(token, token + 1, "Date"))
        elif (
            (lower in lists.words["month"] or word == "May")
            and word[0].isupper()
            and tokens.pos[token] == "PROPN"
        ):
            last = token + 1
            while last < len(tokens) and tokens.text[last].isdigit() and not board.taken[last]:
                last += 1
            board.place(Name(token, last, "Date"))
        elif (
            len(word) == 4
            and word.isdigit()
            and word[:2] in {"18", "19", "20"}
            and token
            and tokens.lower[token - 1] in _BEFORE_YEAR
        ):
            board.place(Name(token, token + 1, "Date"))


def extend_to_first_names(board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """Give a person's last name the capitalised word before it that hangs on it and that nothing else took."""
    for position, found in enumerate(board.names):
        name = found
        behind = generation_end(name, tokens)
        if not any(board.taken[name.last : behind]):
            board.taken[name.last : behind] = [True] * (behind - name.last)
            # "Barack Obama Sr." is another than the Barack Obama of the lists.
            known = name.known if behind == name.last else None
            name = board.names[position] = replace(name, last=behind, known=known)
        if is_hyphenated(name, tokens) and not any(board.taken[name.last : name.last + 2]):
            board.taken[name.last : name.last + 2] = [True, True]
            name = board.names[position] = replace(name, last=name.last + 2)
        name = board.names[position] = with_initials(name, board, tokens)
        before = name.first - 1
        if (
            name.kind != "Person"
            or name.known is not None
            or name.last - name.first > 1
            or before < 0
            or board.taken[before]
        ):
            continue
        if not is_name_word(before, tokens) or tokens.sentence[before] != tokens.sentence[name.first]:
            continue
        if not name.first <= tokens.head[before] < name.last or is_title(tokens, before, lists):
            continue
        if tokens.lower[before] in lists.nouns or tokens.text[before] in lists.by_name:
            continue
        if tokens.lower[before] in lists.words["before_name"] or is_opening_gerund(before, tokens, lists):
            continue
        board.names[position] = replace(name, first=before)
        board.taken[before] = True


def is_opening_gerund(token: int, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a sentence's first word is a gerund that has a name as its object: "*Blaming* Roe is cheap"."""
    return (
        tokens.lower[token].endswith("ing")
        and tokens.text[token] not in lists.first_names
        and opens_sentence(token, tokens)
    )


def with_initials(name: Name, board: NameBoard, tokens: Tokens) -> Name:
    """A person's surname with the initials right before it: "*J. R.* Roe"."""
    first = name.first
    if name.kind != "Person" or name.known is not None or name.last - first > 1:
        return name
    while first and is_initials(tokens.text[first - 1]) and not board.taken[first - 1]:
        if tokens.sentence[first - 1] != tokens.sentence[first]:
            break
        first -= 1
    board.taken[first : name.first] = [True] * (name.first - first)
    return replace(name, first=first)


def extend_to_wives(board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """Give a husband's name its "Mrs": "Mrs John Roe" is not John; of "Mr. and Mrs. John Roe" the name is his."""
    for position, name in enumerate(board.names):
        title = name.first - 1
        if (
            name.kind != "Person"
            or name.last - name.first < 2
            or title < 0
            or tokens.text[title] not in WIFE
            or (
                title
                and tokens.lower[title - 1] in {"and", "&"}
                and tokens.text[title - 2] in lists.words["title"]
            )
        ):
            continue
        if lists.first_names.get(tokens.text[name.first]) == "male":
            board.names[position] = replace(name, first=title, known=None)
            board.taken[title] = True


def generation_end(name: Name, tokens: Tokens) -> int:
    """The end of a person's full name with the generation behind it: "Jane Doe *II*", "John Doe*, Jr.*"."""
    last = name.last
    if name.kind != "Person" or last - name.first < 2:
        return last
    if last + 1 < len(tokens) and tokens.text[last] == "," and "r" in tokens.text[last + 1]:
        last += 1  # a number behind a comma is none
    return last + 1 if last < len(tokens) and is_generation(last, tokens) else name.last


def is_generation(token: int, tokens: Tokens) -> bool:
    """Whether the token is a generation; before a noun, "senior" is the noun's: "Jane Doe, *senior* adviser"."""
    if tokens.text[token] not in GENERATIONS:
        return False
    behind = token + 1
    spelled = tokens.lower[token] in {"junior", "senior"}
    return not spelled or behind == len(tokens) or tokens.pos[behind] in {"PUNCT", "VERB", "AUX", "CCONJ"}


def is_hyphenated(name: Name, tokens: Tokens) -> bool:
    """Whether a hyphen and a syllable end a person's name ("Lam Mei-ling"), and no participle ("Quill-led")."""
    if name.kind != "Person" or name.last - name.first < 2 or name.last + 1 >= len(tokens):
        return False
    if tokens.text[name.last] != "-" or len(tokens.text[name.last - 1]) > _LONGEST_SYLLABLE:
        return False
    word, start = tokens.text[name.last + 1], tokens.offset[name.last]
    joined = (
        tokens.offset[name.last - 1] + len(tokens.text[name.last - 1]) == start
        and tokens.offset[name.last + 1] == start + 1
    )
    return (
        joined
        and word.isalpha()
        and word.islower()
        and len(word) <= _LONGEST_SYLLABLE
        and not word.endswith("ed")
        and not (word.endswith("ing") and len(word) == _LONGEST_SYLLABLE)
        and word not in _NO_SYLLABLES
    )


def place_capitals(board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """Runs of capitalised words that are tagged as names and that nothing else took."""
    token, count = 0, len(tokens)
    titled = title_case_sentences(tokens)
    while token < count:
        if board.taken[token] or not is_name_word(token, tokens) or tokens.sentence[token] in titled:
            token += 1
            continue
        last = token + 1
        while (
            last < count
            and not board.taken[last]
            and (
                tokens.sentence[last] == tokens.sentence[token] or tokens.text[last - 1] in lists.first_names
            )
        ):
            if is_name_word(last, tokens):
                last += 1
            elif (
                tokens.lower[last] in lists.words["inside_name"]
                and last + 1 < count
                and not board.taken[last + 1]
                and is_name_word(last + 1, tokens)
            ):
                last += 2
            else:
                break
        number = tokens.numeral(last - 1)
        if number is not None and not board.taken[number]:
            last = number + 1
        place_run(token, last, board, tokens, lists)
        token = last


def is_name_word(token: int, tokens: Tokens) -> bool:
    """Whether the token is tagged as a name and capitalised, or of a script without capitals."""
    word = tokens.text[token]
    if tokens.pos[token] != "PROPN" or not word[-1].isalnum():
        return False
    return word[0].isupper() or is_caseless(word)


def place_run(first: int, last: int, board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """One run of capitals as a name, if it is more than titles and nouns."""
    if is_caseless(tokens.text[first]):
        foreign = foreign_name(first, last, "Thing", tokens)
        if foreign is not None:
            board.place(replace(foreign, source="capitals"))
        return
    while first < last and is_title(tokens, first, lists):
        first += 1
    if first < last and not is_name_word(first, tokens):
        # "Minister for Health" is an office and nobody's name.
        return
    before = first - 1
    if (
        0 <= before < last - 1
        and before in tokens.children[last - 1]
        and is_shouted(first, tokens)
        and is_shouted(before, tokens)
        and not board.taken[before]
        and tokens.lower[before] not in lists.nouns
        and tokens.text[before].capitalize() not in lists.words["title"]
    ):
        # "THICK RECORDS", of which the tagger saw a name in the last word only.
        first = before
    if first >= last or are_common_words(Name(first, last, "Thing"), tokens, lists):
        return
    if "of" in tokens.lower[first:last] and is_rank(first, last, tokens, lists):
        return
    words = tokens.text[first:last]
    if last - first == 1 and words[0] in lists.words["no_name"]:
        return
    if last - first == 1 and (
        tokens.lower[first] in lists.words["weekday"] or tokens.lower[first] in lists.words["month"]
    ):
        return
    starts = (
        first == 0 or tokens.sentence[first - 1] != tokens.sentence[first] or tokens.pos[first - 1] == "PUNCT"
    )
    said = apposed_kind(last - 1, tokens, lists)
    if last - first == 1 and starts and said is None:
        return
    kind = name_kind(words, "Organization", lists) or said
    if kind is None and 1 < len(words) <= 4 and words[0] in lists.first_names:
        kind = "Person"
        if "of" in words[2:]:
            last = first + words.index("of", 2)
    board.place(Name(first, last, kind or "Thing", source="capitals"))


def apposed_kind(head: int, tokens: Tokens, lists: ActorLists) -> str | None:
    """The kind of body or person that an apposition with an article says of a name: "Lumora, *a charity* that"."""
    for child in tokens.children[head]:
        if child < head or tokens.dep[child] != "appos" or tokens.tag[child] != "NN":
            continue
        if not any(tokens.lower[one] in _ARTICLES for one in tokens.children[child] if one < child):
            continue
        before = tokens.lower[child - 1] if child - 1 in tokens.children[child] else ""
        kind = noun_kind(tokens.lemma[child], tokens.lower[child], before, lists.nouns)
        if kind == "Person" or kind in ORGANIZATIONS:
            return kind
    return None


def is_shouted(token: int, tokens: Tokens) -> bool:
    """Whether the token is a longer word in capitals, no acronym."""
    word = tokens.text[token]
    return len(word) >= _SHOUTED and word.isalpha() and word.isupper()


def title_case_sentences(tokens: Tokens) -> frozenset[int]:
    """The sentences in which most longer words are capitalised: headlines, in which capitals say little.

    A headline sets its verb in capitals too: "Ann Lee *sued* Bob Roe." is a sentence of names.
    """
    upper: dict[int, int] = {}
    total: dict[int, int] = {}
    ended, told = set(), set()
    for token, word in enumerate(tokens.text):
        sentence = tokens.sentence[token]
        if is_small_verb(token, tokens):
            told.add(sentence)
        if len(word) > 3 and word[0].isalpha():
            total[sentence] = total.get(sentence, 0) + 1
            upper[sentence] = upper.get(sentence, 0) + word[0].isupper()
        if word in {".", "!", "?"}:
            ended.add(sentence)
    return frozenset(
        sentence
        for sentence, count in total.items()
        if sentence not in told
        and (count >= 4 or (count == 3 and sentence not in ended))
        and upper[sentence] >= 0.75 * count
    )


def is_small_verb(token: int, tokens: Tokens) -> bool:
    """Whether the token is a finite verb in small letters, with a main verb in small letters if it is an auxiliary."""
    if tokens.tag[token] not in FINITE or not tokens.text[token].islower():
        return False
    auxiliary = tokens.dep[token] in {"aux", "auxpass"}
    return not auxiliary or tokens.text[tokens.head[token]].islower()
