"""How the time of reading grows with what was made to be slow: every structure of ``benchmarks.hostile``, ever longer.

    python -m benchmarks.lengths [--length 250] [--doublings 2] [--only TEXT] [--most 2.3]

Each structure is read, parsed, extracted and joined as a text (and as Markdown, HTML or a mailbox where it is of those)
of ``length`` times, twice as many, and so on, in a process with a budget: seconds of the processor, and the factor of
the last doubling. Told apart are those that raise, that end their process, and that take more than ``--most`` times as
long for twice as much, also when measured again; where less than half a second is taken, the factor tells nothing.
Exit code 1 if there are any.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.hostile import CONSTRUCTS, wrap
from benchmarks.trial import loaded
from sociogram.graph.assemble import make_graph
from sociogram.model import Document, Skipped
from sociogram.pipeline import read_documents
from sociogram.processes.budget import Budget
from sociogram.processes.child import Child, Tell
from sociogram.processes.crew import gather
from sociogram.read import ReadOptions
from sociogram.read.documents import read_content
from sociogram.read.files.sources import Source

_FORMATS = {
    "entities": (".html", ".txt"),
    "tags": (".html", ".txt"),
    "headings": (".md", ".html"),
    "forwarded": (".eml", ".txt"),
    "wrote": (".eml", ".txt"),
    "signatures": (".mbox", ".txt"),
    "addresses": (".eml", ".txt"),
    "cues": (".vtt", ".srt"),
    "quoted lines": (".md", ".eml", ".txt"),
}
"""Formats in which a structure means something of its own; for the others Markdown and plain text."""
_PLAIN = (".txt", ".md")
_BUDGET = 20.0
_AGAIN = 2
"""How often the last two lengths are measured again where the factor is over what it should be; the least counts."""
_LEAST = 0.5
"""Seconds below which a factor is noise."""

Timed = tuple[float, float, float, str]
"""Seconds of reading, of parsing and extracting, and of joining; and what went wrong."""


def measure(tell: Tell, name: str, content: bytes) -> Iterator[Timed]:
    """How long the file ``name`` takes."""
    nlp, resources = loaded()
    tell("read", len(content))
    begun = time.process_time()
    source = Source(name=name, id="in", path=Path(name))
    found = list(read_content(source, content, ReadOptions()))
    read = time.process_time()
    tell("parse", len(content))
    readings = list(read_documents([each for each in found if isinstance(each, Document)], nlp, resources))
    parsed = time.process_time()
    tell("join", len(content))
    graph = make_graph(readings, (), resources, ())
    joined = time.process_time()
    # What is left out and told is no failure: a front matter of thousands of levels, the 501st message of a mail.
    left_out = [*(each for each in found if isinstance(each, Skipped)), *graph.skipped]
    wrong = [each for each in left_out if each.trace]
    yield (
        read - begun,
        parsed - read,
        joined - parsed,
        "; ".join(f"{each.stage}: {each.reason}" for each in wrong),
    )


def time_lengths(child: Child, name: str, suffix: str, lengths: list[int]) -> tuple[list[Timed], str]:
    """The times of ever longer inputs, up to one that ends its process or fails, and what is wrong with that."""
    timed: list[Timed] = []
    for length in lengths:
        found, died = gather(child, measure, f"in{suffix}", wrap(suffix, CONSTRUCTS[name](length)))
        if died is not None:
            return timed, f"ended in {died.stage} for {died.cause} at {length}"
        timed += found
        if found[0][3]:
            return timed, f"{found[0][3][:160]} at {length}"
    return timed, ""


def factor(timed: list[Timed], sizes: list[int]) -> float:
    """How many times as long twice as many characters take as the ones before; 0 where that is noise.

    Some structures have four times as many characters at twice the length: each of their lines is longer.
    """
    if len(timed) < 2 or sum(timed[-1][:3]) < _LEAST:
        return 0.0
    more = sizes[len(timed) - 1] / sizes[len(timed) - 2]
    return 2 / more * sum(timed[-1][:3]) / max(sum(timed[-2][:3]), 1e-3)


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--length", type=int, default=250)
    parser.add_argument("--doublings", type=int, default=2)
    parser.add_argument("--only", default="")
    parser.add_argument("--most", type=float, default=2.3)
    given = parser.parse_args()
    lengths = [given.length * 2**power for power in range(given.doublings + 1)]
    child = Child(Budget(_BUDGET))
    gather(child, measure, "warm.txt", b"Ann Lee met Bob Ray.")
    steep = 0
    for name in CONSTRUCTS:
        for suffix in _FORMATS.get(name, _PLAIN):
            if given.only not in f"{name}{suffix}":
                continue
            sizes = [len(CONSTRUCTS[name](length)) for length in lengths]
            timed, wrong = time_lengths(child, name, suffix, lengths)
            for _ in range(_AGAIN):
                if wrong or factor(timed, sizes) <= given.most:
                    break
                # Other work on the machine makes some times longer, and none shorter.
                again, wrong = time_lengths(child, name, suffix, lengths[-2:])
                timed[-2:] = [
                    min(pair, key=lambda one: sum(one[:3])) for pair in zip(timed[-2:], again, strict=False)
                ]
            last = timed[-1] if timed else (0.0, 0.0, 0.0, "")
            times = factor(timed, sizes)
            bad = wrong or (f"{times:.1f} times" if times > given.most else "")
            steep += bool(bad)
            print(
                f"{name + suffix:24} read {last[0]:6.2f} s  parse {last[1]:6.2f} s  join {last[2]:6.2f} s  "
                f"x{times:4.1f}  {'! ' + bad if bad else ''}",
                flush=True,
            )
    child.close()
    child.join()
    print(f"{steep} too slow, or failing")
    sys.exit(1 if steep else 0)


if __name__ == "__main__":
    main()
