"""Lists of well-known actors, demonyms, first names and nouns: CSV files that a user can extend."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from sociogram.errors import OntologyError
from sociogram.ids import slug
from sociogram.knowledge.folders import actor_lists_folder
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.user_tables import lines_of
from sociogram.model import Gender

_REQUIRED = ("name", "kind")
_CONTEXTS = frozenset({"office"})
"""What a line may ask of a text before its name joins."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """One line of a list.

    ``type`` is a finer sort than the kind (``city``, ``head_of_state``, ``ngo``); ``country`` and
    ``party`` are names, perhaps out of date, and so a hint for resolving, never evidence. ``context`` says what a text
    must tell beside the name, which others bear too, before the name means this actor: ``office``, the actor's own.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    type: str | None = None
    country: str | None = None
    party: str | None = None
    context: str | None = None
    demonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name, or alias, as it is written, and the entry that bears it."""

    text: str
    known: str


@dataclass(frozen=True, slots=True)
class ActorLists:
    """All lists, indexed for reading texts.

    ``names`` is keyed by the first word of a name, longest name first; ``by_name`` by the whole
    name, in the order of the lists; ``demonyms`` gives the entry of a nation or region for its
    adjective and its people; ``first_names`` gives ``male``, ``female`` or ``unknown``, and
    ``word_names`` are those that are words or places, too; ``nouns`` gives the kind of a lemma.
    """

    entries: dict[str, KnownActor]
    names: dict[str, tuple[KnownName, ...]]
    by_name: dict[str, tuple[str, ...]]
    demonyms: dict[str, str]
    first_names: dict[str, Gender]
    word_names: frozenset[str]
    nouns: dict[str, str]
    surnames: frozenset[str]
    """The last words of the names of known persons that are no name of their own in the lists."""
    words: dict[str, frozenset[str]]
    """Closed sets of words (months, titles, words of sport) by the set's name."""
    name_heads: dict[str, tuple[str, bool]]
    """The kind that the head of a name says ("Ministry"), and whether only where an organization is likely."""
    postal: dict[str, str]
    """The entry of an American state for its two letters."""
    seats: dict[str, tuple[tuple[str, str], ...]]
    """For a person's entry the offices that he holds or held, each with an entry that its state may be, or ``""``."""

    def entry(self, known: str) -> KnownActor | None:
        """The entry with the id ``known``, or ``None``."""
        return self.entries.get(known)

    def find(self, name: str) -> KnownActor | None:
        """The first entry that goes by exactly ``name``, or ``None``."""
        ids = self.by_name.get(name)
        return self.entries[ids[0]] if ids else None


@cache
def actor_kinds() -> frozenset[str]:
    """The kinds that a line of a list may have: all classes of the ontology that are not abstract."""
    return frozenset(name for name, kind in load_ontology().classes.items() if not kind.abstract)


@cache
def load_capitals() -> dict[str, str]:
    """For each capital, as it is written, the name of the country whose government it can stand for."""
    path = actor_lists_folder() / "words" / "capitals.csv"
    return {row["city"]: row["country"] for _, row in _rows(path, ("city", "country"))}


def first_word(name: str) -> str:
    """The first run of letters and digits of ``name``: what ``ActorLists.names`` is keyed by."""
    match = _WORD.search(name)
    return match.group() if match else ""


def _rows(path: Path, required: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines of a CSV file as dictionaries, with their numbers."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(
            f"{path}: cannot be read as a UTF-8 CSV file ({error}); check the path and encoding"
        ) from error
    reader = csv.DictReader(lines_of(text), restkey="", restval="")
    try:
        yield from _checked(reader, path, required)
    except csv.Error as error:
        raise OntologyError(f"{path}:{reader.line_num}: is no CSV ({error}); mend the line") from error


def _checked(
    reader: csv.DictReader[str], path: Path, required: tuple[str, ...]
) -> Iterator[tuple[int, dict[str, str]]]:
    header = [column.strip() for column in reader.fieldnames or ()]
    for column in required:
        if column not in header:
            raise OntologyError(
                f"{path}:1: no column '{column}'; the first line must name the columns: {', '.join(required)}"
            )
    reader.fieldnames = header
    for row in reader:
        if "" in row:
            raise OntologyError(
                f"{path}:{reader.line_num}: more fields than columns; quote a field that holds a comma"
            )
        yield reader.line_num, {key: value.strip() for key, value in row.items()}


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _actor(path: Path, line: int, row: dict[str, str]) -> KnownActor:
    """The actor of one line; raises ``OntologyError`` with the line where it is wrong."""
    name, kind = row["name"], row["kind"]
    if not first_word(name):
        raise OntologyError(
            f"{path}:{line}: the name is empty; every line needs a name with a letter or digit"
        )
    kinds = actor_kinds()
    if kind not in kinds:
        near = get_close_matches(kind, sorted(kinds), n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(sorted(kinds))}"
        raise OntologyError(f"{path}:{line}: unknown kind '{kind}'; {hint}")
    identifiers = []
    for part in _parts(row.get("identifiers", "")):
        scheme, equals, value = part.partition("=")
        if not equals or not scheme.strip() or not value.strip():
            raise OntologyError(
                f"{path}:{line}: identifier '{part}' is not of the form scheme=value, as in wikidata=Q42"
            )
        identifiers.append((scheme.strip(), value.strip()))
    context = row.get("context") or None
    if context is not None and context not in _CONTEXTS:
        raise OntologyError(
            f"{path}:{line}: unknown context '{context}'; use one of {', '.join(sorted(_CONTEXTS))}, or leave it empty"
        )
    return KnownActor(
        id=slug(name),
        name=name,
        kind=kind,
        aliases=_parts(row.get("aliases", "")),
        identifiers=tuple(identifiers),
        type=row.get("type") or None,
        country=row.get("country") or None,
        party=row.get("party") or None,
        context=context,
        demonyms=_parts(row.get("demonyms", "")),
    )


def _read_seats(path: Path) -> dict[str, tuple[tuple[str, str], ...]]:
    """Offices by the entry of the person; a state whose name a city has too has both, none has ``""``."""
    seats: dict[str, tuple[tuple[str, str], ...]] = {}
    for _, row in _rows(path, ("name", "state", "office")):
        held = tuple((row["office"], slug(state) if state else "") for state in _parts(row["state"]) or ("",))
        seats[slug(row["name"])] = seats.get(slug(row["name"]), ()) + held
    return seats


def _read_actors(paths: Iterable[Path]) -> dict[str, KnownActor]:
    """Entries by id. A later file replaces an entry of the same name and kind; another kind gets an id of its own."""
    entries: dict[str, KnownActor] = {}
    for path in paths:
        for line, row in _rows(path, _REQUIRED):
            actor = _actor(path, line, row)
            held = entries.get(actor.id)
            if held is not None and held.kind != actor.kind:
                fields = {name: getattr(actor, name) for name in KnownActor.__slots__}
                actor = KnownActor(**{**fields, "id": f"{actor.id}-{slug(actor.kind)}"})
            entries[actor.id] = actor
    return entries


def _index(
    entries: dict[str, KnownActor], first: tuple[str, ...]
) -> tuple[dict[str, tuple[KnownName, ...]], dict[str, tuple[str, ...]]]:
    """``names`` and ``by_name``; the entries with the ids ``first`` come before the others."""
    by_name: dict[str, dict[str, None]] = {}
    leading = set(first)
    order = [*first, *(known for known in entries if known not in leading)]
    for known in order:
        actor = entries[known]
        for text in (actor.name, *actor.aliases):
            by_name.setdefault(text, {})[known] = None
    names: dict[str, list[KnownName]] = {}
    for text, holders in by_name.items():
        names.setdefault(first_word(text), []).append(KnownName(text, next(iter(holders))))
    ordered = {
        word: tuple(sorted(found, key=lambda name: (-len(name.text), name.text)))
        for word, found in names.items()
    }
    return ordered, {text: tuple(holders) for text, holders in by_name.items()}


def _demonyms(entries: dict[str, KnownActor]) -> dict[str, str]:
    found: dict[str, str] = {}
    for known, actor in entries.items():
        for word in actor.demonyms:
            found.setdefault(word, known)
    return found


def check_actor_list(path: Path) -> None:
    """See that every line of a user's list can be understood.

    Raises:
        OntologyError: If the file cannot be read or a line is wrong; the message has file and line.
    """
    _read_actors((path,))


def load_actor_lists(extra: Iterable[Path] = ()) -> ActorLists:
    """The lists of the package, then those of ``extra``, whose names come first where two lists share one.

    Raises:
        OntologyError: If a file cannot be read or a line is wrong; the message has file and line.
    """
    return _load(tuple(Path(path) for path in extra))


@cache
def _load(extra: tuple[Path, ...]) -> ActorLists:
    folder = actor_lists_folder()
    own = _read_actors(sorted(folder.glob("*.csv"), key=_rank))
    added = _read_actors(extra)
    entries = {**own, **added}
    names, by_name = _index(entries, tuple(added))
    words = folder / "words"
    first_names: dict[str, Gender] = {}
    word_names = set()
    for line, row in _rows(words / "first_names.csv", ("name", "gender")):
        first_names[row["name"]] = _gender(words / "first_names.csv", line, row["gender"])
        if row.get("ambiguous"):
            word_names.add(row["name"])
    heads = {
        row["word"]: (row["kind"], row["of_organizations_only"] == "yes")
        for _, row in _rows(words / "name_heads.csv", ("word", "kind", "of_organizations_only"))
    }
    nouns = {row["noun"]: row["kind"] for _, row in _rows(words / "nouns.csv", ("noun", "kind"))}
    sets = _word_sets(words / "word_sets.csv")
    return ActorLists(
        entries=entries,
        names=names,
        by_name=by_name,
        demonyms=_demonyms(entries),
        first_names=first_names,
        word_names=frozenset(word_names),
        surnames=_surnames(entries, by_name, sets["no_surname"].union(nouns)),
        nouns=nouns,
        words=sets,
        name_heads=heads,
        postal={row["code"]: slug(row["state"]) for _, row in _rows(words / "postal.csv", ("code", "state"))},
        seats=_read_seats(words / "seats.csv"),
    )


def _gender(path: Path, line: int, text: str) -> Gender:
    genders: dict[str, Gender] = {"male": "male", "female": "female", "unknown": "unknown"}
    if text not in genders:
        raise OntologyError(f"{path}:{line}: unknown gender '{text}'; use one of {', '.join(genders)}")
    return genders[text]


def _surnames(
    entries: dict[str, KnownActor], by_name: dict[str, tuple[str, ...]], words: frozenset[str]
) -> frozenset[str]:
    last_words = {
        actor.name.rsplit(" ", 1)[1]
        for actor in entries.values()
        if actor.kind == "Person" and " " in actor.name and actor.context is None
    }
    return frozenset(word for word in last_words if word not in by_name and word.lower() not in words)


def _word_sets(path: Path) -> dict[str, frozenset[str]]:
    sets: dict[str, set[str]] = {}
    for _, row in _rows(path, ("set", "word")):
        sets.setdefault(row["set"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in sets.items()}


# Where lists share a name, the earlier one has it: a country before a city before a firm.
_FIRST = ("countries", "people", "government_us", "international_organizations", "places", "cities")


def _rank(path: Path) -> tuple[int, str]:
    return (_FIRST.index(path.stem) if path.stem in _FIRST else len(_FIRST), path.stem)
