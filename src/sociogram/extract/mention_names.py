"""Names, dates and quantities as spans of tokens: the model's, mended; the lists'; and what both left."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sociogram.extract.mention_kinds import ORGANIZATIONS, VALUES, name_kind
from sociogram.extract.mention_known import KnownSpan, find_known
from sociogram.extract.mention_works import find_quoted_works

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sociogram.actor_lists import ActorLists
    from sociogram.extract.mention_tokens import TokenColumns

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
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april june july august september october november december "
    "jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.".split()
)
DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_NUMERIC_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}")
_INNER = frozenset(
    "of for the and de von van der den al el bin ibn la le du di da dos del zu y ben ter ten &".split()
)
_DROP_FIRST = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "our",
        "its",
        "his",
        "her",
        "their",
        "former",
        "late",
        "ex",
    }
)
_DROP_LAST = frozenset({"'s", "’s", "'", "’", "s", "and", "the", "of", "for", "in", "a"})
_CUTS = frozenset({",", "(", ")", "/", ";", ":", "--", "–", "—", '"', "“", "”", "|"})
_UPRIGHT_INNER = frozenset({"of", "for"})


@dataclass(frozen=True, slots=True)
class Name:
    """A named span, half-open in tokens, with its kind.

    ``source`` is ``model``, ``list``, ``capitals`` or ``echo`` (a name of the same document, seen again).
    """

    first: int
    last: int
    kind: str
    known: str | None = None
    demonym: bool = False
    source: str = "model"


@dataclass(slots=True)
class NameBoard:
    """The tokens that names have taken so far."""

    taken: list[bool]
    names: list[Name]

    def is_free(self, first: int, last: int) -> bool:
        return not any(self.taken[first:last])

    def place(self, name: Name) -> None:
        if name.first < name.last and self.is_free(name.first, name.last):
            self.names.append(name)
            self.taken[name.first : name.last] = [True] * (name.last - name.first)


def find_names(doc: Doc, text: str, columns: TokenColumns, lists: ActorLists) -> list[Name]:
    """The named spans of ``doc`` in text order, without overlaps, before the document's vote on their kinds."""
    board = NameBoard([False] * len(columns), [])
    known = find_known(text, columns, lists)
    at = {}
    for span in known:
        for token in range(span.first, span.last):
            at[token] = span
    entities = model_names(doc, columns, lists)
    starts = {token: entity for entity in entities for token in range(entity.first, entity.last)}
    place_party_states(board, columns, lists)
    for first, last in find_quoted_works(columns, lists):
        board.place(Name(first, last, "Work"))
    for span in known:
        if span.last - span.first > 1 and not _inside_longer(span, entities, columns, lists):
            board.place(listed(span, columns, lists))
    for token in range(len(columns)):
        place_demonym(token, board, columns, lists, known_at=at, entities=starts)
    for entity in entities:
        for part in resolve_overlap(entity, at, board, columns, lists):
            board.place(part)
    for span in known:
        board.place(listed(span, columns, lists))
    place_dates(board, columns)
    place_capitals(board, columns, lists)
    return without_offices(sorted(board.names, key=lambda name: name.first), columns)


def without_offices(names: list[Name], columns: TokenColumns) -> list[Name]:
    """``names`` without those that belong to the title of the next one ("Secretary of *State* Jane Doe")."""
    starts = {name.first for name in names}
    return [
        name
        for name in names
        if not (
            name.last - name.first == 1
            and name.first > 1
            and columns.lower[name.first - 1] == "of"
            and columns.lower[name.first - 2] in {"secretary", "undersecretary", "minister"}
            and name.last in starts
        )
    ]


def listed(span: KnownSpan, columns: TokenColumns, lists: ActorLists) -> Name:
    """The name of a span of the lists, without the title that a person's may begin with ("Pope")."""
    kind = lists.entries[span.known].kind
    first = span.first
    while kind == "Person" and first + 1 < span.last and columns.text[first] in TITLE_WORDS:
        first += 1
    return Name(first, span.last, kind, known=span.known, source="list")


def model_names(doc: Doc, columns: TokenColumns, lists: ActorLists) -> list[Name]:
    """The entities of the model with mended boundaries."""
    names = []
    for entity in doc.ents:
        kind = LABEL_KINDS.get(entity.label_)
        if kind is None:
            continue
        if kind == "Event" and (columns.lower[entity.start] in MONTHS or columns.lower[entity.start] in WEEKDAYS):
            names.append(Name(*calendar_part(entity.start, entity.end, columns), "Date"))
            continue
        if kind in VALUES:
            first, last = strip_value(entity.start, entity.end, columns)
            if first < last:
                names.append(Name(first, last, kind))
            continue
        for first, last in cut(entity.start, entity.end, columns):
            trimmed = trim(first, last, kind, columns, lists)
            if trimmed is not None:
                names.append(trimmed)
    return names


def calendar_part(first: int, last: int, columns: TokenColumns) -> tuple[int, int]:
    """The month, day and year at the start of the span."""
    end = first + 1
    while end < last and (columns.text[end].isdigit() or (columns.text[end] == "," and end + 1 < last and columns.text[end + 1].isdigit())):
        end += 1
    return first, end


def strip_value(first: int, last: int, columns: TokenColumns) -> tuple[int, int]:
    """A date or quantity without punctuation around it."""
    while first < last and columns.pos[first] == "PUNCT" and columns.text[first] not in {"$", "'", "’"}:
        first += 1
    while last > first and (columns.pos[last - 1] == "PUNCT" or columns.lower[last - 1] in {"'s", "’s"}):
        last -= 1
    return first, last


def cut(first: int, last: int, columns: TokenColumns) -> list[tuple[int, int]]:
    """The span cut at sentence ends, brackets, commas and slashes."""
    parts = []
    start = first
    for token in range(first, last):
        crosses = token > start and columns.sentence[token] != columns.sentence[token - 1]
        if crosses:
            parts.append((start, token))
            start = token
        if columns.text[token] in _CUTS:
            parts.append((start, token))
            start = token + 1
    parts.append((start, last))
    return [part for part in parts if part[0] < part[1]]


def trim(first: int, last: int, kind: str, columns: TokenColumns, lists: ActorLists) -> Name | None:
    """The name without determiners, titles, possessive endings and lower-case words at its ends."""
    while first < last and (
        columns.lower[first] in _DROP_FIRST
        or columns.pos[first] in {"PUNCT", "PART"}
        or (
            columns.text[first][0].islower()
            and columns.lower[first] not in _INNER
            and not _is_lower_name(columns.text[first], lists)
        )
        or columns.text[first] in {"'s", "’s"}
    ):
        first += 1
    while last > first and (
        columns.lower[last - 1] in _DROP_LAST
        or columns.pos[last - 1] == "PUNCT"
        or (
            columns.text[last - 1][0].islower()
            and kind not in {"Event", "Work", "Law", "Organization"}
            and last - 1 > first
        )
    ):
        last -= 1
    if kind == "Person":
        while last - first > 1 and is_title(columns, first, lists):
            first += 1
    if first >= last:
        return None
    lower = columns.lower[first]
    if last - first == 1 and (lower in WEEKDAYS or lower in MONTHS):
        return Name(first, last, "Date")
    if last - first == 1 and columns.text[first] in NO_NAMES:
        return None
    if not any(character.isalnum() for token in range(first, last) for character in columns.text[token]):
        return None
    return Name(first, last, kind)


def _is_lower_name(word: str, lists: ActorLists) -> bool:
    return word in lists.names or any(character.isupper() for character in word)


def is_title(columns: TokenColumns, token: int, lists: ActorLists) -> bool:
    """Whether the token is a title or a noun for a person that can stand before a name."""
    word, lower = columns.text[token], columns.lower[token]
    if word in TITLE_WORDS:
        return True
    return lists.nouns.get(lower) == "Person" and word not in lists.first_names


NO_NAMES = frozenset("UTC GMT EDT EST PDT PST CET CEST AM PM A.M. P.M. BST MST CDT CST EET MEST OK TV PR IT PC DVD CD ID IQ FAQ PDF URL AIDS HIV DNA UFO VIP BC AD".split())  # fmt: skip
TITLE_WORDS = frozenset(
    "Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Sir Dame Lord Lady Rep. Reps. Sen. Sens. Gov. Gov Lt. Gen. Gen Col. Col Capt. "
    "Sgt. Sgt Maj. Brig. Adm. Cpl. Spc. Pvt. Cmdr. Rev. Rev Hon. Amb. St. HE Frau Herr Pope President Chancellor Minister Prime "
    "Vice Chief Justice Secretary Attorney General Senator Representative Congressman Congresswoman Governor Mayor Ambassador "
    "Speaker Chairman Chairwoman Judge King Queen Prince Princess Emperor Sheikh Sheik Ayatollah Imam Mullah Rabbi Cardinal "
    "Archbishop Bishop Father Reverend Pastor Saint Professor Doctor Captain Colonel Major Lieutenant Sergeant Admiral Commander "
    "CEO Premier Foreign Defense Defence Interior Finance Deputy Ranking Member Commissioner Director Spokesman Spokeswoman Coach".split()
)


def _inside_longer(span: KnownSpan, entities: list[Name], columns: TokenColumns, lists: ActorLists) -> bool:
    """Whether a longer name of the model holds ``span`` and says by its head word that it is something else."""
    for entity in entities:
        if (
            entity.first <= span.first
            and span.last <= entity.last
            and entity.last - entity.first > span.last - span.first
        ):
            words = columns.text[entity.first : entity.last]
            if entity.last > span.last and name_kind(words, entity.kind) is not None:
                return True
            if entity.first < span.first and entity.last > span.last:
                return True
    return False


def resolve_overlap(
    entity: Name, at: dict[int, KnownSpan], board: NameBoard, columns: TokenColumns, lists: ActorLists
) -> list[Name]:
    """``entity``, or its free parts where known names have taken some of it."""
    inside: list[KnownSpan] = []
    for token in range(entity.first, entity.last):
        span = at.get(token)
        if span is not None and span not in inside:
            inside.append(span)
    if len(inside) == 1 and (inside[0].first, inside[0].last) == (entity.first, entity.last):
        return [listed(inside[0], columns, lists)] if entity.kind not in VALUES else [entity]
    if board.is_free(entity.first, entity.last):
        return split_off_known(entity, inside, columns, lists)
    parts = []
    start = entity.first
    for token in range(entity.first, entity.last + 1):
        if token == entity.last or board.taken[token]:
            if start < token:
                part = trim(start, token, entity.kind, columns, lists) if entity.kind not in VALUES else None
                if part is not None and not _only_nouns(part, columns, lists):
                    parts.append(part)
            start = token + 1
    return parts


def _only_nouns(name: Name, columns: TokenColumns, lists: ActorLists) -> bool:
    return all(
        is_title(columns, token, lists)
        or lists.nouns.get(columns.lower[token])
        or columns.text[token][0].islower()
        for token in range(name.first, name.last)
    )


def split_off_known(
    entity: Name, inside: list[KnownSpan], columns: TokenColumns, lists: ActorLists
) -> list[Name]:
    """An entity whose first word is a nation's adjective, a party or the like before a title is two names."""
    if entity.kind in VALUES or entity.last - entity.first == 1:
        return [entity]
    first = entity.first
    if entity.kind == "Person":
        while first + 1 < entity.last and (
            columns.text[first] in lists.demonyms
            or is_title(columns, first, lists)
            or any(
                span.first == first
                and lists.entries[span.known].kind != "Person"
                and columns.text[first] not in lists.first_names
                for span in inside
            )
        ):
            first += 1
        return [replace(entity, first=first)]
    if columns.text[first] in lists.demonyms and all(
        columns.text[token][0].islower() or is_title(columns, token, lists)
        for token in range(first + 1, entity.last)
    ):
        return []
    if len(inside) > 1 and sum(span.last - span.first for span in inside) >= entity.last - entity.first - 1:
        return []
    return [entity]


def place_demonym(
    token: int,
    board: NameBoard,
    columns: TokenColumns,
    lists: ActorLists,
    known_at: dict[int, KnownSpan],
    entities: dict[int, Name],
) -> None:
    """An adjective or people of a nation or region, as a name that stands for the nation.

    Inside a longer name it is part of that name ("German Football Association"), unless all that
    follows there are titles and nouns ("German Chancellor").
    """
    if not columns.text[token][0].isupper() or board.taken[token]:
        return
    for width in (3, 2, 1):
        known = lists.demonyms.get(" ".join(columns.text[token : token + width]))
        if known is None or token + width > len(columns) or not board.is_free(token, token + width):
            continue
        last = token + width
        entity = entities.get(token)
        if entity is not None and entity.kind not in VALUES and (entity.first < token or entity.last > last):
            rest = Name(last, entity.last, entity.kind)
            if entity.first < token or (entity.kind != "Person" and not _only_nouns(rest, columns, lists)):
                return
        span = known_at.get(token)
        if span is not None and span.last > last:
            return
        board.place(Name(token, last, lists.entries[known].kind, known=known, demonym=True, source="list"))
        return


def place_party_states(board: NameBoard, columns: TokenColumns, lists: ActorLists) -> None:
    """Party and state behind the name of an American politician: "(D-Conn.)", ", R-Texas,"."""
    for token in range(1, len(columns) - 1):
        party = PARTY_LETTERS.get(columns.text[token])
        if party is None or columns.text[token - 1] not in {"(", ","} or token < 2 or columns.pos[token - 2] != "PROPN":
            continue
        if party not in lists.entries:
            continue
        after = columns.text[token + 1]
        if after == ")" and columns.text[token - 1] == "(":
            board.place(Name(token, token + 1, "PoliticalParty", known=party, source="list"))
            continue
        if after not in {"-", "–", ","}:
            continue
        state, last = state_at(token + 2, columns, lists)
        if state is None:
            continue
        board.place(Name(token, token + 1, "PoliticalParty", known=party, source="list"))
        board.place(Name(token + 2, last, "Place", known=state, source="list"))


PARTY_LETTERS = {"D": "democratic-party", "D.": "democratic-party", "R": "republican-party", "R.": "republican-party"}


def state_at(token: int, columns: TokenColumns, lists: ActorLists) -> tuple[str | None, int]:
    """The American state whose name or abbreviation begins at ``token``, and the token behind it."""
    for width in (2, 1):
        if token + width > len(columns):
            continue
        words = columns.text[token : token + width]
        for text in ("".join(words), " ".join(words)):
            for known in (*lists.by_name.get(text, ()), *lists.by_name.get(text + ".", ())):
                entry = lists.entries[known]
                if entry.type == "state" and entry.country == "United States":
                    return known, token + width
    state = lists.postal.get(columns.text[token][:2]) if token < len(columns) and columns.text[token][:2].isupper() else None
    return state, token + 1


def place_dates(board: NameBoard, columns: TokenColumns) -> None:
    """Weekdays, months with their days, and years that the model left."""
    for token in range(len(columns)):
        if board.taken[token]:
            continue
        word, lower = columns.text[token], columns.lower[token]
        if lower in WEEKDAYS and word[0].isupper():
            parted = token + 1 < len(columns) and columns.lower[token + 1] in DAY_PARTS and not board.taken[token + 1]
            board.place(Name(token, token + 2 if parted else token + 1, "Date"))
        elif word[0].isdigit() and _NUMERIC_DATE.fullmatch(word):
            board.place(Name(token, token + 1, "Date"))
        elif (lower in MONTHS or word == "May") and word[0].isupper() and columns.pos[token] == "PROPN":
            last = token + 1
            while last < len(columns) and columns.text[last].isdigit() and not board.taken[last]:
                last += 1
            board.place(Name(token, last, "Date"))
        elif (
            len(word) == 4
            and word.isdigit()
            and word[:2] in {"18", "19", "20"}
            and token
            and columns.lower[token - 1]
            in {"in", "since", "until", "by", "of", "from", "early", "late", "during", "before", "after"}
        ):
            board.place(Name(token, token + 1, "Date"))


def place_capitals(board: NameBoard, columns: TokenColumns, lists: ActorLists) -> None:
    """Runs of capitalised words that are tagged as names and that nothing else took."""
    token, count = 0, len(columns)
    titled = title_case_sentences(columns)
    while token < count:
        if board.taken[token] or not is_name_word(token, columns) or columns.sentence[token] in titled:
            token += 1
            continue
        last = token + 1
        while last < count and not board.taken[last] and columns.sentence[last] == columns.sentence[token]:
            if is_name_word(last, columns):
                last += 1
            elif (
                columns.lower[last] in _INNER
                and last + 1 < count
                and not board.taken[last + 1]
                and is_name_word(last + 1, columns)
            ):
                last += 2
            else:
                break
        place_run(token, last, board, columns, lists)
        token = last


def is_name_word(token: int, columns: TokenColumns) -> bool:
    """Whether the token is capitalised and tagged as a name."""
    word = columns.text[token]
    return columns.pos[token] == "PROPN" and word[0].isupper() and word[-1].isalnum()


def title_case_sentences(columns: TokenColumns) -> frozenset[int]:
    """The sentences in which most longer words are capitalised: headlines, in which capitals say little."""
    upper: dict[int, int] = {}
    total: dict[int, int] = {}
    for token, word in enumerate(columns.text):
        if len(word) > 3 and word[0].isalpha():
            sentence = columns.sentence[token]
            total[sentence] = total.get(sentence, 0) + 1
            upper[sentence] = upper.get(sentence, 0) + word[0].isupper()
    return frozenset(
        sentence for sentence, count in total.items() if count >= 4 and upper[sentence] >= 0.75 * count
    )


def place_run(first: int, last: int, board: NameBoard, columns: TokenColumns, lists: ActorLists) -> None:
    """One run of capitals as a name, if it is more than titles and nouns."""
    while first < last and is_title(columns, first, lists):
        first += 1
    if first >= last or _only_nouns(Name(first, last, "Thing"), columns, lists):
        return
    words = columns.text[first:last]
    if last - first == 1 and words[0] in NO_NAMES:
        return
    if last - first == 1 and (columns.lower[first] in WEEKDAYS or columns.lower[first] in MONTHS):
        return
    kind = name_kind(words, "Organization")
    if kind is None and 1 < len(words) <= 4 and words[0] in lists.first_names:
        kind = "Person"
    board.place(Name(first, last, kind or "Thing", source="capitals"))


def is_organization(name: Name) -> bool:
    """Whether the name's kind is an organization's."""
    return name.kind in ORGANIZATIONS
