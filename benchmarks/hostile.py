"""Inputs that are made to stop a reader: structures that nest or run on, and samples that were damaged.

Everything is drawn from a ``random.Random``, so that a seed gives the same bytes for good.
"""

from __future__ import annotations

import csv
import importlib
import io
import json
import random
import re
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import words

ROOT = Path(__file__).resolve().parents[1]
_LONGEST_SAMPLE = 3_000
"""Bytes of a sample of text that are used, so that many inputs can be read in little time."""
_LARGEST_SAMPLE = 40_000
_DATE = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_PACKED = (".docx", ".odt", ".pptx", ".xlsx", ".zip")

_SYLLABLES = words("ba de fi go lu ma ne pi ro su ta ve wi zo ka le")


def made_name(number: int) -> str:
    """A name of its own for each number below 65,536: "Tabamasu"."""
    mixed = number * 40_503 % 65_536
    return "".join(_SYLLABLES[mixed >> shift & 15] for shift in (0, 4, 8, 12)).capitalize()


def told_of_each(count: int, sentence: str) -> str:
    """``sentence`` for each of ``count``, each time with other names in the place of A, B, C and D in brackets."""
    return "".join(
        sentence.format(
            n=number, **{letter: made_name(4 * number + place) for place, letter in enumerate("ABCD")}
        )
        for number in range(count)
    )


CONSTRUCTS: Mapping[str, Callable[[int], str]] = {
    "opening brackets": lambda n: "Ann Lee met " + "(" * n + " Bob Ray.",
    "nested brackets": lambda n: "Ann Lee " + "(" * n + "CEO" + ")" * n + " sued Bob Ray.",
    "spaced brackets": lambda n: "Ann Lee " + "( x " * n + ") " * n + "sued Bob Ray.",
    "square brackets": lambda n: "Ann Lee met Bob Ray" + "[1]" * n + " x",
    "closing marks": lambda n: "Ann Lee met Bob Ray." + ")]\"”’"[n % 5] * n + " x",
    "opening quotes": lambda n: "Ann Lee said: " + "“" * n + "we won.",
    "nested quotes": lambda n: "“‘" * n + "we won" + "’”" * n + ", Ann Lee said.",
    "many quotes": lambda n: "“We won,” Ann Lee said. " * n,
    "owners": lambda n: "Ann" + "'s friend" * n + " sued Bob Ray.",
    "of": lambda n: "The head" + " of the board" * n + " sued Bob Ray.",
    "appositions": lambda n: "Ann Lee" + ", the head of Acme Corp." * n + ", sued Bob Ray.",
    "relative clauses": lambda n: "Ann Lee sued" + " the man who met" * n + " Bob Ray.",
    "shared verbs": lambda n: "Ann Lee " + "sued and " * n + "met Bob Ray.",
    "infinitives": lambda n: "Ann Lee wanted " + "to want " * n + "to sue Bob Ray.",
    "prepositions": lambda n: "Ann Lee got " + "out of " * n + "Acme Corp.",
    "some of": lambda n: "Ann Lee met " + "some of " * n + "the members of Acme Corp.",
    "to come": lambda n: "President" + "-elect" * n + " Ann Lee met Bob Ray.",
    "nicknames": lambda n: "Ann " + "“Annie” " * n + "Lee met Bob Ray.",
    "members of": lambda n: "The " + "members of the " * n + "Senate sued Bob Ray.",
    "that": lambda n: "Ann Lee said" + " that Bob Ray said" * n + " that it rained.",
    "names": lambda n: "Ann Lee, Bob Ray, Cleo Fox, " * n + "and Dan Poe met.",
    "and": lambda n: "Ann Lee " + "and Bob Ray " * n + "met.",
    "initials": lambda n: "A B " * n + "sued Bob Ray.",
    "one long name": lambda n: "Ann " + "Maria Lee " * n + "sued Bob Ray.",
    "shouted": lambda n: "THE BOARD WARNED " * n + "Ann Lee.",
    "capitals inside": lambda n: "Ab" + "XXX" * n + "1 met Ann Lee.",
    "letters": lambda n: "Ann Lee met " + "abcdefghij" * n + ".",
    "underscores": lambda n: "Several snake" + "__case" * n + " engineers sued Ann Lee.",
    "hyphens": lambda n: "The left" + "-right" * n + " party sued Ann Lee.",
    "digits": lambda n: "Ann Lee paid $" + "1" * n + " to Bob Ray.",
    "grouped digits": lambda n: "Ann Lee paid $1" + ",000" * n + " to Bob Ray.",
    "amounts": lambda n: "Ann Lee paid $5 million to Bob Ray in May 2020. " * n,
    "dates": lambda n: "On 5 May 2020, " * n + "Ann Lee sued Bob Ray.",
    "full stops": lambda n: "Ann Lee met Bob Ray" + " ." * n + " She left.",
    "dots": lambda n: "Ann Lee met Bob Ray" + "." * n + " She left.",
    "commas": lambda n: "Ann Lee" + ", " * n + "met Bob Ray.",
    "spaces": lambda n: "Ann Lee" + " " * n + "met" + "\t" * n + "Bob Ray.",
    "short lines": lambda n: "Ann Lee\n" * n,
    "blank lines": lambda n: "Ann Lee met Bob Ray." + "\n" * n + "She left.",
    "headings": lambda n: "# Ann Lee\n\nShe met Bob Ray.\n\n" * n,
    "deep headings": lambda n: "\n".join("#" * (1 + i % 6) + f" Part {i}" for i in range(n)),
    "list items": lambda n: "- Ann Lee met Bob Ray\n" * n,
    "nested list": lambda n: "".join("  " * min(i, 1_000) + "- Ann Lee met Bob Ray\n" for i in range(n)),
    "numbered": lambda n: "".join(f"{i}. Ann Lee met Bob Ray.\n" for i in range(n)),
    "quoted lines": lambda n: "> Ann Lee met Bob Ray.\n" * n,
    "quote levels": lambda n: "".join(">" * i + " Ann Lee met Bob Ray.\n" for i in range(min(n, 1_000))),
    "one deep quote": lambda n: "> " * n + "Ann Lee met Bob Ray.\n",
    "forwarded": lambda n: "From: Ann Lee\nTo: Bob Ray\nSubject: loan\n\n" * n,
    "wrote": lambda n: "On 5 May 2020, Ann Lee wrote:\n> I met Bob Ray.\n" * n,
    "speakers": lambda n: "ANN LEE: We won.\nBOB RAY: We lost.\n" * n,
    "table": lambda n: "| Name | Role |\n|---|---|\n" + "| Ann Lee | CEO |\n" * n,
    "wide table": lambda n: "| Ann Lee " * n + "|\n" + "|---" * n + "|\n" + "| CEO " * n + "|\n",
    "emphasis": lambda n: "Ann Lee met " + "*_" * n + "Bob Ray" + "_*" * n + ".",
    "open emphasis": lambda n: "**Ann Lee " * n,
    "links": lambda n: "[Ann Lee](http://a.example) met Bob Ray. " * n,
    "open links": lambda n: "[" * n + "Ann Lee](x",
    "code": lambda n: "`" * n + "Ann Lee" + "`" * n + " met Bob Ray.",
    "entities": lambda n: "Ann Lee &lt; Bob Ray &amp;amp; " * n,
    "tags": lambda n: "<b>" * n + "Ann Lee met Bob Ray." + "</b>" * n,
    "front matter": lambda n: "---\ntitle: " + "[" * n + "]" * n + "\n---\nAnn Lee met Bob Ray.\n",
    "signatures": lambda n: "Best regards,\nAnn Lee\nCEO, Acme Corp.\n\n" * n,
    "bylines": lambda n: "By Ann Lee\n" * n,
    "pronouns": lambda n: "Ann Lee met Bob Ray. " + "She told him that he had seen her. " * n,
    "cues": lambda n: "WEBVTT\n\n" + "00:00:01.000 --> 00:00:02.000\n<v Ann Lee>We met Bob Ray.\n\n" * n,
    "addresses": lambda n: "To: " + "Ann Lee <ann@a.example>, " * n + "\n\nI met Bob Ray.",
    "combining": lambda n: "Ann Lé" + "\u0301" * n + "e met Bob Ray.",
    "invisible": lambda n: "Ann\u200b Lee" + "\u200b\u202e\u2028" * n + " met Bob Ray.",
    "emoji": lambda n: "Ann Lee " + "👩‍👩‍👧 " * n + "met Bob Ray.",
    "footnotes": lambda n: "".join(f"Ann Lee met Bob Ray.{i} " for i in range(n)),
    "semicolons": lambda n: "Ann Lee met Bob Ray; she left" * n + ".",
    "denials": lambda n: "Ann Lee did" + " not" * n + " meet Bob Ray.",
    "posts": lambda n: "President " * n + "Ann Lee met Bob Ray.",
    "abbreviations": lambda n: "Dr. " * n + "Ann Lee met Bob Ray.",
    "slashes": lambda n: "Ann Lee" + "/Bob Ray" * n + " met Cleo Fox.",
    "identifiers": lambda n: "http://" + "a." * n + "example met Ann Lee.",
    "kin": lambda n: "Ann Lee met his wife" + "'s brother" * n + ".",
    "told kin": lambda n: told_of_each(n, "{A} Lee's husband, Bob {B}, met her father. "),
    "kin of one": lambda n: "Ann Lee's son, Bob, met his father. Her son left his wife. " * n,
    "untold kin": lambda n: "His wife met her brother. " * n,
    "roles beside names": lambda n: told_of_each(n, "{A} Lee, the former mayor of Acme, sued Bob Ray. "),
    "roles of one": lambda n: "Ann Lee" + ", a senator, a mayor, a governor" * n + ", sued Bob Ray.",
    "the former": lambda n: "Former President Ann Lee met Bob Ray. " + "The former president sued him. " * n,
    "former ones": lambda n: told_of_each(n, "Former President {A} Lee met Bob Ray. The former president sued him. "),
    "party brackets": lambda n: told_of_each(n, "Sen. {A} Lee (R-Fla.) met Bob Ray. The Florida senator sued him. "),
    "bracket behind bracket": lambda n: "Sen. Ann Lee" + " (R-Fla.)" * n + " met Bob Ray.",
    "namesakes": lambda n: told_of_each(n, "Mr. {A} Lee met Bob Ray. Ms. Lee sued Mr. Lee. "),
    "titles of one": lambda n: "Mr. Lee met Ms. Lee. Mrs. Lee sued Dr. Lee. " * n,
    "shared surname": lambda n: "Ann and Bob and " * n + "Cleo Lee met Dan Poe.",
    "shared surnames": lambda n: "Ann and Bob Lee, Cleo and Dan Poe, " * n + "and Eve Fox met.",
    "surnames of a row": lambda n: told_of_each(n, "{A}, ") + "and Ann Lee met Dan Poe.",
    "different names": lambda n: told_of_each(n, "{A} {B}, ") + "and Ann Lee met.",
    "different sentences": lambda n: told_of_each(n, "{A} {B} sued {C} {D}. "),
    "names in names": lambda n: told_of_each(n, "The {A} Group sued the {A} {B} Group and the {A} {B} {C} Group. "),
    "one name in all": lambda n: told_of_each(n, "The Acme {A} Group sued the Acme {A} {B} Group. "),
    "alike names": lambda n: told_of_each(n, "Ann Leeberg{n} sued Bob Rayberg{n}. "),
    "middle names": lambda n: told_of_each(n, "Ann {A} Lee sued Bob Ray. "),
    "nicknamed": lambda n: told_of_each(n, "Ann “{A}” Lee sued Bob Ray. "),
    "campaigns": lambda n: told_of_each(n, "{A} {B} met Bob Ray. The {B} campaign sued him. "),
    "bodies": lambda n: told_of_each(n, "Unit {n} of Police Battalion {n} sued Teamsters Local {n}. "),
    "acronyms": lambda n: told_of_each(n, "The {A} Relief Board ({A[0]}RB) sued Bob Ray. The {A[0]}RB left. "),
    "also known": lambda n: "Ann Lee" + ", also known as Bob Ray" * n + ", met Cleo Fox.",
    "former and latter": lambda n: "Ann Lee met Bob Ray. The former sued the latter. " * n,
    "candidates for they": lambda n: told_of_each(n, "{A} Lee met Bob. ") + "They said they had sued them. " * n,
    "speaker goes on": lambda n: "“We won,” Ann Lee said. " + "“They lied,” she added. " * n,
    "speakers in turn": lambda n: told_of_each(n, "“We won,” {A} Lee said. “He lied,” she added. "),
    "shares": lambda n: "46 percent of voters said they had won, and many said that they left. " * n,
    "according to": lambda n: "According to Ann Lee, according to Bob Ray, " * n + "Cleo Fox sued Dan Poe.",
    "colons": lambda n: "Ann Lee: Bob Ray: " * n + "Cleo Fox met Dan Poe.",
    "participles": lambda n: "Ann Lee left" + ", saying she met Bob Ray" * n + ".",
    "because": lambda n: "Ann Lee fired Bob Ray" + " because he sued her" * n + ".",
    "if": lambda n: "If Ann Lee sued Bob Ray, " * n + "she left.",
    "without": lambda n: "Ann Lee left" + " without meeting Bob Ray" * n + ".",
    "or": lambda n: "Either Ann Lee or Bob Ray " + "or Cleo Fox " * n + "sued Dan Poe.",
    "not only": lambda n: "Not only Ann Lee but also Bob Ray " * n + "sued Dan Poe.",
    "versus": lambda n: "Lee v. Ray, " * n + "and Fox v. Poe were heard.",
    "places in places": lambda n: "Ann Lee met Bob Ray in Acme" + ", Springfield, Ohio" * n + ".",
    "times behind times": lambda n: "Ann Lee met Bob Ray two days" + " after three weeks before" * n + " May 2020.",
    "ranges": lambda n: "Ann Lee paid between $1 and $2" + " and $3 million" * n + " to Bob Ray.",
    "things": lambda n: "Ann Lee called Bob Ray a liar" + ", a thief, a cheat" * n + ".",
    "fillers": lambda n: "Ann Lee spoke" + " to Bob Ray about Acme" * n + ".",
    "objects": lambda n: "Ann Lee gave " + "the money, the house, " * n + "and the car to Bob Ray.",
    "compounds": lambda n: "The " + "Acme board " * n + "head sued Bob Ray.",
    "is": lambda n: "Ann Lee is a senator. Bob Ray was the mayor of Acme. " * n,
}  # fmt: skip
"""Structures that nest or run on for ``n`` times, most of them with a few actors and some with ever more."""

_TOKENS = words(
    "\0 \ufeff \u2028 \u200d \u202e \ufffd ￿ ( ) [ ] { } < > </p> <!-- --> ]]> <![CDATA[ &lt; &#x110000; &#0; %PDF- "
    "endobj stream xref /Kids /Length << >> 'S ’s “ ” « \" \\ \\u0000 \\r \\par {\\* | |--- > >> --- ... *** ``` # ## "
    "- 1. From From: To: Subject: Date: Content-Type: boundary= charset=x =?utf-8?q? =E9 \t\t , ; : :: --> 00:00 "
    "WEBVTT NaN 1e999 -1 99999999999999999999 null true & * ! % @ {{ ../ ё 名 İ ß ſ Ǆ ﬁ ÅÅ \u0301 𝔄 __ --",
    " ",
)
_WORDS = words(
    "Ann Lee|Bob Ray|the head of|Acme Corp.|the board|she|who|said|met|sued|did not|paid $5 million to|on 5 May 2020|"
    "in|'s|,|.|“|”|(|)|and|or|of|that|which|former|President|Dr.|allegedly|according to|by|was|been|to|his|their|"
    "U.S.|the U.S. Senate|Lee|LEE|ann lee|—|-|;|:|?|!|\n|\n\n|# |- |> |1. |By |From: |Best regards,\n|not|no|never|"
    "because|if|would|will|accused|of fraud|a friend of|its|them|each other|himself|the former|the latter|Jr.|III|"
    "Inc.|&|/|@ann|#tag|http://a.example|ann@a.example|2020|5 %|$|€1,5|twelve|first",
    "|",
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file to be read: its name, its bytes, and how it was made."""

    name: str
    content: bytes
    made: str


def wrap(suffix: str, text: str) -> bytes:
    """``text`` as what a file with that suffix of a format of text holds."""
    if suffix in (".html", ".htm"):
        paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
        text = f"<html><head><title>Loan</title></head><body><article>{paragraphs}</article></body></html>"
    elif suffix == ".eml":
        text = f"From: Ann Lee <ann@a.example>\nTo: Bob Ray <bob@b.example>\nSubject: loan\n\n{text}"
    elif suffix == ".mbox":
        text = f"From ann Mon May  6 08:00:00 2024\nFrom: Ann Lee <ann@a.example>\n\n{text}\n"
    elif suffix == ".jsonl":
        text = json.dumps({"title": "Loan", "text": text}) + "\n"
    elif suffix == ".json":
        text = json.dumps([{"title": "Loan", "text": text}])
    elif suffix == ".csv":
        held = io.StringIO()
        csv.writer(held).writerows([["title", "text"], ["Loan", text]])
        text = held.getvalue()
    elif suffix == ".rtf":
        text = "{\\rtf1\\ansi " + text.replace("\n", "\\par\n") + "}"
    elif suffix in (".srt", ".vtt"):
        text = f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n"
    return text.encode("utf-8", "replace")


WRAPPED = (".txt", ".md", ".html", ".eml", ".mbox", ".jsonl", ".json", ".csv", ".rtf", ".srt", ".vtt")


def load_samples() -> list[tuple[str, bytes]]:
    """Good files of every format, by suffix: those of ``data/documents``, cut where they may be, and made ones."""
    if str(ROOT / "tests") not in sys.path:
        sys.path.append(str(ROOT / "tests"))
    read_samples = importlib.import_module("support.read_samples")
    office = importlib.import_module("support.office_samples")
    found: list[tuple[str, bytes]] = []
    with tempfile.TemporaryDirectory() as folder:
        read_samples.write_all(Path(folder))
        for path in sorted([*Path(folder).iterdir(), *(ROOT / "data" / "documents").iterdir()]):
            content = path.read_bytes()
            if path.suffix not in (".pdf", *_PACKED):
                content = content[:_LONGEST_SAMPLE]
            if len(content) < _LARGEST_SAMPLE:
                found.append((path.suffix, content))
    found += [
        (".xlsx", office.xlsx_bytes()),
        (".pptx", office.pptx_bytes()),
        (".odt", office.odt_bytes()),
        (".msg", office.msg_bytes("Ann Lee", "Bob Ray", "Loan", "Ann Lee met Bob Ray. She sued Cleo Fox.")),
        (
            ".zip",
            office.archive_bytes({"a.txt": "Ann Lee met Bob Ray.", "b/c.md": "# Loan\n\nShe sued him."}),
        ),
        (".rtf", wrap(".rtf", "Ann Lee met Bob Ray.\n{\\b She} sued {\\i Cleo Fox}.\\u8212? Gus Hale left.")),
        (
            ".vtt",
            wrap(".vtt", "<v Ann Lee>We met Bob Ray.\n\n2\n00:00:03,000 --> 00:00:04,000\nShe sued him."),
        ),
    ]
    return [(suffix, _plain(content) if suffix in _PACKED else content) for suffix, content in found]


def _plain(content: bytes) -> bytes:
    """An archive without its own dates and packing, so that it is the same in every run."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), _DATE.sub(b"2024-05-06T08:00:00Z", old.read(name)))
    return held.getvalue()


def draw(chosen: random.Random, samples: list[tuple[str, bytes]]) -> Hostile:
    """One input: half of them damaged samples, the rest sentences and structures in some format."""
    kind = chosen.random()
    if kind < 0.5:
        suffix, content = chosen.choice(samples)
        content = _damage(chosen, suffix, content, samples)
        return Hostile(f"damaged{suffix}", content, "damaged")
    suffix = chosen.choice(WRAPPED)
    if kind < 0.75:
        text, made = _sentences(chosen), "words"
    else:
        names = [chosen.choice(list(CONSTRUCTS)) for _ in range(chosen.choice((1, 1, 2, 3)))]
        text = chosen.choice(("\n\n", " ", "")).join(CONSTRUCTS[name](_length(chosen)) for name in names)
        made = " + ".join(names)
    content = wrap(suffix, text)
    if chosen.random() < 0.2:
        content = _damage_bytes(chosen, content, content)
    return Hostile(f"made{suffix}", content, made)


def _length(chosen: random.Random) -> int:
    return int(2 ** chosen.uniform(0, 6))


def _sentences(chosen: random.Random) -> str:
    words = [chosen.choice(_WORDS) for _ in range(chosen.randrange(3, 60))]
    joined = chosen.choice((" ", " ", " ", "")).join(words)
    return joined + chosen.choice((".", "", "\n"))


def _damage(chosen: random.Random, suffix: str, content: bytes, samples: list[tuple[str, bytes]]) -> bytes:
    other = chosen.choice([each for form, each in samples if form == suffix])
    if suffix in _PACKED and chosen.random() < 0.85:
        return _damage_packed(chosen, content)
    return _damage_bytes(chosen, content, other)


def _damage_packed(chosen: random.Random, content: bytes) -> bytes:
    """The archive with one of its files damaged, and packed again so that the damage is met."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w") as new:
        names = old.namelist()
        hit = chosen.choice([name for name in names if name.endswith((".xml", ".txt", ".md"))] or names)
        for name in names:
            part = old.read(name)
            new.writestr(zipfile.ZipInfo(name), _damage_bytes(chosen, part, part) if name == hit else part)
    return held.getvalue()


def _damage_bytes(chosen: random.Random, content: bytes, other: bytes) -> bytes:
    found = bytearray(content)
    for _ in range(chosen.choice((1, 1, 1, 2, 3, 8))):
        size = len(found)
        start = chosen.randrange(size + 1)
        end = min(size, start + int(2 ** chosen.uniform(0, 8)))
        way = chosen.randrange(8)
        if way == 0 and size:
            found[chosen.randrange(size)] = chosen.randrange(256)
        elif way == 1:
            del found[start:end]
        elif way == 2:
            del found[start:]
        elif way == 3:
            found[start:start] = bytes(found[start:end]) * int(2 ** chosen.uniform(0, 6))
        elif way == 4:
            begin = chosen.randrange(len(other) + 1)
            found[start:end] = other[begin : begin + 200]
        elif way == 5:
            token = chosen.choice(_TOKENS).encode("utf-8", "replace")
            found[start:start] = token * int(2 ** chosen.uniform(0, 5))
        elif way == 6:
            text = chosen.choice(_WORDS).encode()
            found[start:end] = text
        else:
            middle = (start + end) // 2
            found[start:end] = bytes(found[middle:end]) + bytes(found[start:middle])
    return bytes(found[:60_000])
