"""Documents made by a script from our own templates, for measuring at sizes that nobody writes by hand.

    python -m benchmarks.corpus 1000 FOLDER [--seed 1] [--first 0]

Each document is a news report of some 580 words, as long as real ones, with headline, byline, dateline and
paragraphs in which actors fund, sue, appoint and meet each other between sentences of no interest. Actors are
drawn by a power law, so that a few are everywhere and most are rare. The same numbers give the same bytes;
document ``n`` does not depend on how many there are, so that 1,000 documents are the first of 10,000.
"""

from __future__ import annotations

import argparse
import random
from datetime import date, timedelta
from pathlib import Path


def words(text: str, divider: str | None = None) -> tuple[str, ...]:
    """The words of ``text``."""
    return tuple(text.split(divider))


FIRST = words(
    "Ada Amir Anna Arthur Beatrice Boris Carla Cyrus Dana Daniel Edith Elena Felix Fiona George Greta Hana Hugo "
    "Ingrid Isaac Jana Jonas Karen Karl Laura Leon Maria Martin Nadia Nora Oscar Paula Peter Quentin Rosa Ruth "
    "Samuel Sofia Thomas Ursula Victor Vera Walter Wanda Xavier Yusuf Zoe"
)
ONSETS = words(
    "Al Bar Cor Dun El Fal Gar Hol In Jar Kel Lor Mar Nor Ol Per Quin Ros Sel Tor Ul Ver Wil Yar Zel"
)
ENDINGS = words(
    "by dale den field gate ham hurst ley low man mere mont more ner quist rick sen ski son stead ton well wick"
)
TRADES = words("Energy Steel Motors Foods Media Bank Shipping Software Airlines Pharma Insurance Mining")
FORMS = words("Corp. Inc. Group Ltd. Holdings")
CITIES = words(
    "London Paris Berlin Madrid Rome Vienna Warsaw Oslo Lisbon Athens Dublin Prague Ottawa Nairobi"
)
BODIES = words(
    "Ministry of Finance|Ministry of Transport|Senate Ethics Committee|Federal Trade Commission|"
    "European Commission|Supreme Court|Central Election Board|Port Authority",
    "|",
)
SENTENCES = (
    "{a} accused {b} of hiding losses at {c}.",
    "{c} donated ${m} million to the campaign of {a}.",
    "{a} did not meet {b} before the vote, a spokesman for {c} said.",
    "In {y}, {c} bought {d} for ${m} million.",
    "{a} wrote a letter to {b} and demanded an answer from {c}.",
    "{a}, who founded {c}, supports {b}.",
    "The {body} fined {c} ${m} million after {a} had warned its investigators.",
    "{a} criticised {b} for the deal with {d}.",
    "{c} appointed {a} as chief executive, and {b} left the company.",
    "According to {a}, {b} promised to fund {c}.",
    "{a} reportedly threatened {b} during a meeting in {city}.",
    "{c} sued {d} over unpaid licences; {a} denied that {c} had broken the contract.",
    "{a} praised {b} and called the decision of the {body} a success.",
    "“We will not sell {c},” {a} told reporters in {city}.",
    "{b} married {a} in {y}, and both moved to {city}.",
    "{a} may challenge {b} in the next election, analysts of {c} believe.",
    "The {body} is investigating whether {c} paid {b}.",
    "{c}, a subsidiary of {d}, employs {a} as an adviser.",
    "{a} urged the {body} to ban {d}.",
    "{b} rejected the claim that {a} had received money from {c}.",
)
FILLERS = (
    "The talks went on for {n} hours and ended without a joint statement or a date for the next round.",
    "Shares fell by {n} per cent in early trading before they recovered some ground in the afternoon.",
    "Observers had expected a quieter week after the long dispute of the spring and the summer.",
    "Nobody was hurt, and the building was opened again on the same evening after a short inspection.",
    "A second hearing is planned for the end of the month, when more papers and witnesses are due.",
    "The figures were published late on {day}, together with a short note on how they had been made.",
    "Local residents complained about the noise and asked for a later start and longer breaks.",
    "It was the delay number {n} in a year for a project that had once been called simple.",
    "Rain and strong wind had kept the streets almost empty since the early hours of {day}.",
    "The report runs to {n}0 pages, of which most are tables that few people will ever read.",
    "What this means for prices is an open question, and forecasts differ by a wide margin.",
    "Earlier plans had been dropped after protests, and a new draft took another {n} months.",
    "Tickets were sold out within {n} minutes, and a waiting list was closed soon afterwards.",
    "The rules, which are older than most of those who apply them, say little about such a case.",
    "Similar cases in the past took between {n} and 20 weeks until a first decision was made.",
    "On {day} the archive was closed, so that some of the older files could not be seen.",
)
WEEKDAYS = words("Monday Tuesday Wednesday Thursday Friday")
PERSONS, COMPANIES, FIRST_DAY, DAYS = 4000, 1200, date(2019, 1, 1), 2500
PARAGRAPHS, IDLE = 7, 4


def person(number: int) -> str:
    """The name of person ``number``."""
    chosen = random.Random(f"person {number}")  # noqa: S311 - names, no secrets
    return f"{chosen.choice(FIRST)} {chosen.choice(ONSETS)}{chosen.choice(ENDINGS)}{chosen.choice(('', '', 'er', 's'))}"


def company(number: int) -> str:
    """The name of company ``number``."""
    chosen = random.Random(f"company {number}")  # noqa: S311
    return f"{chosen.choice(ONSETS)}{chosen.choice(ENDINGS)} {chosen.choice(TRADES)} {chosen.choice(FORMS)}"


def draw(chosen: random.Random, count: int) -> int:
    """A number below ``count``, small ones far more often (a power law)."""
    return min(count - 1, int(count * chosen.random() ** 3))


def make_document(number: int, seed: int = 1, length: int = PARAGRAPHS) -> str:
    """Document ``number`` as text, ``length`` paragraphs long."""
    chosen = random.Random(f"{seed} document {number}")  # noqa: S311
    people = [person(draw(chosen, PERSONS)) for _ in range(5)]
    companies = [company(draw(chosen, COMPANIES)) for _ in range(3)]
    day = FIRST_DAY + timedelta(days=chosen.randrange(DAYS))
    city = chosen.choice(CITIES)
    paragraphs = []
    for _ in range(length):
        lines = [
            line.format(n=chosen.randrange(2, 9), day=chosen.choice(WEEKDAYS))
            for line in chosen.sample(FILLERS, IDLE)
        ]
        a, b = chosen.sample(people, 2)
        c, d = chosen.sample(companies, 2)
        told = chosen.choice(SENTENCES).format(
            a=a, b=b, c=c, d=d, m=chosen.randrange(2, 900), y=chosen.randrange(1995, 2019),
            city=chosen.choice(CITIES), body=chosen.choice(BODIES),
        )  # fmt: skip
        lines.insert(chosen.randrange(IDLE), told)
        paragraphs.append(" ".join(lines))
    head = f"{people[0]} and {companies[0]} before a decision"
    credit = f"By {person(draw(chosen, 60))}\nPublished: {day.isoformat()}"
    return f"{head}\n\n{credit}\n\n{city} — " + "\n\n".join(paragraphs) + "\n"


def write_corpus(
    count: int, folder: Path, *, seed: int = 1, first: int = 0, length: int = PARAGRAPHS
) -> list[Path]:
    """Documents ``first`` to ``first + count`` as files below ``folder``, a thousand in each subfolder."""
    paths = []
    for number in range(first, first + count):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        path = place / f"report-{number:06}.txt"
        path.write_text(make_document(number, seed, length), encoding="utf-8")
        paths.append(path)
    return paths


def main() -> None:
    """Write the documents that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args()
    write_corpus(given.count, given.folder, seed=given.seed, first=given.first)


if __name__ == "__main__":
    main()
