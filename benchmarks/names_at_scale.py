"""Identity at sizes that nobody waits for the parser at: millions of names, of documents that are made when asked for.

    python -m benchmarks.names_at_scale [--names 1000000 2000000] [--skew 400]

Each document has twenty names: people in full, one of them again by surname alone, another one's surname, companies
and an acronym; and somebody's wife. Who is named is drawn by a power law from a quarter as many people as there are
names, so that most are rare; one name in ``--skew`` is John Smith, which is 50,000 of twenty million. Given names and
surnames are drawn by power laws too, so that people share them. Identity runs over them as in a build, each size in a
process of its own. Printed are its seconds of the processor and the peak of its memory beside what it began with.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, overload

from benchmarks.corpus import words
from sociogram.extraction.reading import DocumentRecord
from sociogram.model import Gender, Number, Origin

NAMES_OF_DOCUMENT = 20
PEOPLE, COMPANIES = 14, 3
SYLLABLES = words(
    "ba be bo bri ca co da de do dra el fa fen ga gor ha hel in ja jo ka ko la len lo ma mer mi mo na nor o pa "
    "pe qui ra ren ro sa sel so ta tel to tri u va vel vo wa wen ya yo za"
)
GIVEN, SURNAMES = 3000, 150_000
"""How many given names and surnames there are."""


class Mention(NamedTuple):
    """A mention by its words."""

    text: str
    pronoun: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain as identity sees it."""

    index: int
    name: str
    kind: str
    form: str = "named"
    number: Number = "singular"
    gender: Gender = "unknown"
    known: str | None = None
    role: str | None = None
    demonym: bool = False
    names: tuple[tuple[str, int], ...] = ()
    owner: int | None = None
    owned: str = ""
    mentions: tuple[Mention, ...] = (Mention("", pronoun=False),)
    phrase: str = ""
    candidates: tuple[str, ...] = ()


class Ends(NamedTuple):
    """The ends of a relation."""

    subject: int
    object: int | None
    asserters: tuple[int, ...] = ()
    origin: Origin = Origin.GRAMMAR


class Paper(NamedTuple):
    """A document as identity sees it."""

    document: DocumentRecord
    chains: tuple[Chain, ...]
    relations: tuple[Ends, ...]


class Papers(Sequence[Paper]):
    """Documents with as many ``names``, made of their numbers whenever they are asked for."""

    def __init__(self, names: int, skew: int) -> None:
        self._count = names // NAMES_OF_DOCUMENT
        self._people = names // 4
        self._skew = skew

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, number: int) -> Paper: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Paper]: ...
    def __getitem__(self, number: int | slice) -> Paper | Sequence[Paper]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        if not 0 <= number < self._count:
            raise IndexError(number)
        chosen = random.Random(number)  # noqa: S311 - names, no secrets
        people = [self._person(chosen) for _ in range(PEOPLE)]
        companies = [self._company(chosen) for _ in range(COMPANIES)]
        lone = [people[0].split()[-1], self._person(chosen).split()[-1]]
        called = [
            *((name, "Person") for name in (*people, *lone)),
            *((name, "Organization") for name in companies),
        ]
        short = "".join(word[0] for word in companies[0].split())
        called.append((short, "Organization"))
        chains = [Chain(index, name, kind) for index, (name, kind) in enumerate(called)]
        chains.append(
            Chain(
                len(chains),
                "wife",
                "Person",
                form="nominal",
                owner=0,
                owned="wife",
                mentions=(Mention("his wife", pronoun=False),),
            )
        )
        relations = [Ends(chosen.randrange(len(chains)), chosen.randrange(len(chains))) for _ in range(10)]
        return Paper(_record(number), tuple(chains), tuple(relations))

    def _person(self, chosen: random.Random) -> str:
        if chosen.randrange(self._skew) == 0:
            return "John Smith"
        return person(int(self._people * chosen.random() ** 2))

    def _company(self, chosen: random.Random) -> str:
        return company(int(self._people / 8 * chosen.random() ** 2))


@lru_cache(maxsize=20_000)
def person(number: int) -> str:
    """The name of person ``number``, of two words or with an initial."""
    chosen = random.Random(f"person {number}")  # noqa: S311
    given, surname = _word(GIVEN, chosen), _word(SURNAMES, chosen)
    initial = f" {chosen.choice('ABCDEFGHJKLMNPRSTW')}." if chosen.random() < 0.2 else ""
    return f"{given}{initial} {surname}"


@lru_cache(maxsize=20_000)
def company(number: int) -> str:
    """The name of company ``number``, of three words."""
    chosen = random.Random(f"company {number}")  # noqa: S311
    return " ".join(_word(SURNAMES, chosen) for _ in range(3))


def _word(count: int, chosen: random.Random) -> str:
    """One of ``count`` words, the first ones far more often."""
    number = int(count * chosen.random() ** 3) + len(SYLLABLES)
    syllables = ""
    while number:
        number, place = divmod(number, len(SYLLABLES))
        syllables += SYLLABLES[place]
    return syllables.capitalize()


def _record(number: int) -> DocumentRecord:
    return DocumentRecord(
        id=f"d{number:08}", source="", title=None, authors=(), publisher=None, recipients=(), published=None,
        genre="article", start=0, end=1, characters=1, digest="",
    )  # fmt: skip


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=int, nargs="+", default=[1_000_000, 2_000_000])
    parser.add_argument("--skew", type=int, default=400)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        _measure(given.names[0], given.skew)
        return
    for names in given.names:
        command = [sys.executable, "-m", "benchmarks.names_at_scale", "--one"]
        subprocess.run([*command, "--names", str(names), "--skew", str(given.skew)], check=True)


def _measure(names: int, skew: int) -> None:
    from sociogram.knowledge.actor_lists import load_actor_lists
    from sociogram.resolve import resolve_actors

    lists, papers = load_actor_lists(), Papers(names, skew)
    gc.disable()  # as a build does
    begin, before = time.process_time(), _peak()
    for _ in papers:
        pass
    made = time.process_time() - begin
    resolution = resolve_actors(papers, lists)
    seconds, memory = time.process_time() - begin - made, _peak() - before
    actors = len(resolution.actors)
    print(
        f"{names:,} names of {len(papers):,} documents: {actors:,} actors, load {os.getloadavg()[0]:.1f}\n"
        f"  {seconds:,.0f} s of the processor (to make the documents, three times, takes {3 * made:,.0f} s of it)\n"
        f"  {memory:,.0f} MB: {memory * 1e6 / actors:,.0f} bytes an actor, {memory * 1e6 / names:,.0f} a name",
        flush=True,
    )


def _peak() -> float:
    """Megabytes that the process had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
