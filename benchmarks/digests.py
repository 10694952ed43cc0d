"""Digests of all that a user gets from some documents, so that a change meant to change nothing can be held to it.

    python -m benchmarks.digests PATH… [--bench NAME=GOLD …] [--count 40] [--workers 1 2] [--save FILE] [--against FILE]

Each PATH is built into a case; so are the first ``--count`` texts of each gold file (of which ids and texts are
read, nothing else). Of each case a digest is made of every file, of every export, of the answer to every named
question (asked of all, and of and between the strongest actors), of what the command line says about it, and, of a
part of it and of the whole, of every form of their difference; then it is judged (merged, renamed, parted,
rejected) and looked at again. With ``--against`` only lines that differ from those of an earlier run are printed,
and the exit code is 1 if there are any.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from click.testing import CliRunner

from benchmarks.quality import read_texts
from sociogram.cli import group
from sociogram.errors import SociogramError

_STRONGEST = 4
_EXPORTS = ("trig", "turtle", "nquads", "jsonld", "gexf", "graphml", "csv", "html", "ftm", "neo4j", "cypher", "dossier",
            "rocrate", "dcat")  # fmt: skip
_PARAMETERS = {"{actor}": 1, "{speaker}": 1, "{first}": 2}
_TRIED = (
    "Ann Lee, a former minister, did not fund the campaign of Bob Ray, the mayor of Leeds.",
    'The senator told Acme Corp on Monday that "we will sue Bob Ray". He allegedly paid $3 million to it.',
)


def digest(content: bytes) -> str:
    """The SHA-256 of ``content``, shortened."""
    return hashlib.sha256(content).hexdigest()[:24]


def run(*words: str) -> bytes:
    """Exit code and both streams of ``sociogram WORDS``."""
    result = CliRunner().invoke(group, list(words))
    if isinstance(result.exception, SociogramError):
        return str(result.exception).encode()
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return f"{result.exit_code}\n{result.stdout}\n{result.stderr}".encode()


def file_digests(folder: Path) -> Iterator[tuple[str, str]]:
    """Names and digests of the files of a case or an export, without the store, which has no one form."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder)
        if name.parts[0] != "store":
            yield name.as_posix(), digest(path.read_bytes())


def strongest(case: Path) -> list[str]:
    """Ids of the actors with the most mentions in claims."""
    counts: dict[str, int] = {}
    with (case / "claims.jsonl").open(encoding="utf-8") as lines:
        for claim in map(json.loads, lines):
            for end in (claim["subject"], claim["object"]):
                if "id" in end:
                    counts[end["id"]] = counts.get(end["id"], 0) + 1
    return sorted(counts, key=lambda actor: (-counts[actor], actor))[:_STRONGEST]


def answers(case: Path) -> Iterator[tuple[str, str]]:
    """What each named question is answered, in each form, asked of all and of the strongest actors."""
    from sociogram.rdf.questions.catalogue import load_questions

    actors = strongest(case)
    for name, question in load_questions().items():
        asked: list[tuple[str, ...]] = [()] if not question.required else []
        if question.required == 2:
            asked += [(one, other) for one in actors for other in actors if one < other]
        elif question.parameters:
            asked += [(actor,) for actor in actors]
        for arguments in asked:
            for form in ("table", "csv", "json"):
                said = run("query", "--case", str(case), "--format", form, name, *arguments)
                yield f"{name} {' '.join(arguments)} ({form})", digest(said)


def exports(case: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Every form that ``sociogram export`` writes."""
    folder.mkdir()
    for form in _EXPORTS:
        run("export", form, "--case", str(case), "-o", str(folder / form))
    run("export", "gexf", "--merged", "--case", str(case), "-o", str(folder / "merged.gexf"))
    for actor in strongest(case)[:1]:
        run("export", "dossier", "--actor", actor, "--case", str(case), "-o", str(folder / "one.md"))
    return file_digests(folder)


def words(case: Path) -> Iterator[tuple[str, str]]:
    """What the command line says of a case."""
    yield "check", digest(run("check", str(case)))
    for one in strongest(case):
        for other in strongest(case):
            if one < other:
                yield f"explain {one} {other}", digest(run("explain", one, other, "--case", str(case)))


def differences(before: Path, after: Path) -> Iterator[tuple[str, str]]:
    """Every form of what is different between two cases, and the case and the graph that they have in common."""
    for form in ("text", "jsonl", "html"):
        page = after.with_name(f"{after.name}-diff.{form}")
        run("diff", str(before), str(after), "--format", form, "-o", str(page))
        yield f"diff {form}", digest(page.read_bytes())
    for verb in ("union", "intersect"):
        out = after.with_name(f"{after.name}-{verb}")
        yield verb, digest(run(verb, str(before), str(after), "-o", str(out), "--quiet"))
        yield from ((f"{verb} {name}", found) for name, found in file_digests(out))


def judge(case: Path) -> None:
    """Say something about the strongest actors and the first claim, and something that fits nothing."""
    actors = strongest(case)
    with (case / "claims.jsonl").open(encoding="utf-8") as lines:
        claim = json.loads(next(lines))["id"]
    rows = [
        "verdict,left,right,who,when",
        f"same,{actors[0]},{actors[1]},ann,2026-01-02",
        f"rename,{actors[2]},A Name of Their Own,ann,2026-01-02",
        f"wrong,{claim},,ann,2026-01-02",
        "different,nobody-of-this-name,nobody-else,ann,2026-01-02",
    ]
    (case / "judgements.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def look(name: str, documents: str, workers: list[int], place: Path) -> Iterator[tuple[str, str]]:
    """All digests of the case that ``documents`` give."""
    first = place / f"{name}-{workers[0]}"
    for number in workers:
        case = place / f"{name}-{number}"
        said = run("build", documents, "-o", str(case), "--workers", str(number), "--quiet")
        yield f"{number} workers: build", digest(said)
        yield from ((f"{number} workers: {file}", found) for file, found in file_digests(case))
    yield from answers(first)
    yield from words(first)
    yield from exports(first, place / f"{name}-exports")
    part = place / f"{name}-part"
    sources = sorted(
        {json.loads(line)["source"] for line in (first / "documents.jsonl").open(encoding="utf-8")}
    )
    kept = sorted({source.split("#")[0] for source in sources})[::2]
    run("build", *kept, "-o", str(part), "--quiet")
    yield from differences(part, first)
    judge(first)
    yield "judged: build", digest(run("build", documents, "-o", str(first), "--quiet"))
    yield from ((f"judged: {file}", found) for file, found in file_digests(first))
    yield (
        "judged: diff",
        digest(run("diff", str(place / f"{name}-{workers[-1]}"), str(first), "--format", "jsonl")),
    )


def write_texts(bench: str, count: int) -> tuple[str, str]:
    """A benchmark's first texts as files below the working folder: its name, and their folder."""
    name, _, gold = bench.partition("=")
    folder = Path("texts", name)
    folder.mkdir(parents=True)
    for text in islice(read_texts(name, Path(gold)), count):
        (folder / f"{text.id}.txt").write_text(text.text, encoding="utf-8")
    return name, folder.as_posix()


def main() -> None:
    """Look at all cases; print, save or compare their digests."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--bench", action="append", default=[], metavar="NAME=GOLD")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path)
    options = parser.parse_args()
    earlier = (
        dict(line.split("\t") for line in options.against.read_text().splitlines()) if options.against else {}
    )
    save = options.save.resolve() if options.save else None
    paths = [path.resolve() for path in options.paths]
    benches = [
        f"{name}={Path(gold).resolve()}" for name, _, gold in (one.partition("=") for one in options.bench)
    ]
    found = {f"try {number}": digest(run("try", text)) for number, text in enumerate(_TRIED)}
    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)  # so that the same documents have the same sources wherever they lie
        cases = []
        for path in paths:
            Path(path.name).symlink_to(path)
            cases.append((path.name, path.name))
        cases += [write_texts(bench, options.count) for bench in benches]
        for name, documents in cases:
            found |= {
                f"{name}: {line}": value
                for line, value in look(name, documents, options.workers, Path("cases"))
            }
            print(f"{name}: {len(found)} digests", file=sys.stderr, flush=True)
    lines = [f"{name}\t{value}" for name, value in found.items()]
    if save:
        save.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if not options.against:
        print("\n".join(lines))
        return
    differing = [name for name in {**earlier, **found} if earlier.get(name) != found.get(name)]
    for name in differing:
        print(f"{name}: {earlier.get(name, 'was not there')} became {found.get(name, 'nothing')}")
    print(f"{len(found) - len(differing)} of {len(found)} digests are equal")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
