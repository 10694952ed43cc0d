"""How fast the explorer is, and how large: 300, 2,000 and 10,000 actors in headless Chromium without a GPU.

Run ``python -m benchmarks.page``: for the explorer, pyvis with its defaults, and pyvis with physics off,
the seconds until the page can be used, frames a second while it is panned, and its size. The graphs
are made up, with an average degree of 4 and 1.5 claims a tie, each with a sentence.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.values import Graph
from sociogram.graph.worth import weigh_claims
from sociogram.model import Actor, ActorMention, Claim, Evidence, Modality, Polarity, Tie
from sociogram.write import load_writers
from sociogram.write.explorer.page import write_explorer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KINDS = ("Person", "Person", "Company", "Country", "GovernmentBody", "Work", "Event", "Collective")
RELATIONS = ("supports", "opposes", "funded", "leads", "accuses", "met", "criticises", "relatedTo")
SIZES = (300, 2000, 10_000)
GOALS = {300: 1.0, 2000: 1.5, 10_000: 3.0}
_FIRST = (
    "Ana",
    "Boris",
    "Chen",
    "Dora",
    "Emil",
    "Farah",
    "Goran",
    "Hana",
    "Ivo",
    "Jun",
    "Kofi",
    "Lena",
    "Mira",
)
_LAST = (
    "Alder",
    "Birk",
    "Castell",
    "Dunmore",
    "Eriksen",
    "Faber",
    "Garland",
    "Hollis",
    "Ibarra",
    "Jansen",
    "Kerr",
)
_FRAMES = """
() => new Promise((done) => {
  const map = window.sociogram.map;
  const began = performance.now();
  let frames = 0;
  const step = () => {
    map.pan(frames % 60 < 30 ? 6 : -6, frames % 40 < 20 ? 4 : -4);
    frames++;
    if (performance.now() - began > 2000) done(map.frames ? frames / ((performance.now() - began) / 1000) : 0);
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})
"""
_PYVIS_FRAMES = """
() => new Promise((done) => {
  const began = performance.now();
  let frames = 0;
  const step = () => {
    const at = network.getViewPosition();
    network.moveTo({position: {x: at.x + (frames % 60 < 30 ? 6 : -6), y: at.y}});
    frames++;
    if (performance.now() - began > 2000) done(frames / ((performance.now() - began) / 1000));
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})
"""


def make_graph(count: int) -> tuple[Graph, dict[str, str]]:
    """A made-up graph of ``count`` actors, and its documents' texts by their ids."""
    chance = random.Random(7)  # noqa: S311
    names = [f"{chance.choice(_FIRST)} {chance.choice(_LAST)} {number}" for number in range(count)]
    sentences: dict[str, list[str]] = {f"doc-{number:04}": [] for number in range(max(1, count // 20))}
    documents = list(sentences)
    lengths = dict.fromkeys(documents, 0)
    pool = [0]
    ties: list[Tie] = []
    claims: list[Claim] = []
    seen: set[tuple[int, str, int]] = set()
    while len(ties) < count * 2:
        left = len(ties) // 2 if chance.random() < 0.75 else chance.randrange(count)
        right = chance.choice(pool) if chance.random() < 0.6 else chance.randrange(count)
        relation = chance.choice(RELATIONS)
        if left == right or (left, relation, right) in seen:
            continue
        seen.add((left, relation, right))
        pool += [left, right]
        ids = []
        for _ in range(1 if chance.random() < 0.6 else 2):
            document = chance.choice(documents)
            date = f"20{chance.randrange(15, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            trigger = relation.lower()
            told = f"said people close to the talks of {date}, in {len(claims)}"
            quote = f"{names[left]} {trigger} {names[right]}, {told}."
            start = lengths[document]
            sentences[document].append(quote)
            lengths[document] += len(quote) + 1
            verb = start + len(names[left]) + 1
            target = verb + len(trigger) + 1
            ids.append(f"c{len(claims):06}")
            claims.append(
                Claim(
                    id=ids[-1],
                    subject=f"a{left}",
                    relation=relation,
                    lemma=trigger,
                    trigger=trigger,
                    object=f"a{right}",
                    polarity=Polarity.DENIED if chance.random() < 0.1 else Polarity.AFFIRMED,
                    modality=chance.choice(tuple(Modality)),
                    asserters=(f"a{chance.randrange(min(count, 40))}",),
                    time=None,
                    said_on=date,
                    amount=None,
                    confidence=round(chance.uniform(0.4, 0.95), 2),
                    evidence=Evidence(
                        document=document,
                        source=f"{document}.txt",
                        start=start,
                        end=start + len(quote),
                        quote=quote,
                        prefix="",
                        suffix="",
                        subject=(start, verb - 1),
                        trigger=(verb, target - 1),
                        object=(target, target + len(names[right])),
                        rule="made.up@1",
                    ),
                )
            )
        denied = sum(claims[int(each[1:])].polarity is Polarity.DENIED for each in ids)
        ties.append(
            Tie(
                id=f"t{len(ties)}",
                subject=f"a{left}",
                relation=relation,
                object=f"a{right}",
                lemma=None,
                affirmed=len(ids) - denied,
                denied=denied,
                sources=1,
                first=None,
                last=None,
                confidence=0.7,
                claims=tuple(ids),
            )
        )
    texts = {
        document: "".join(f"{sentence}\n" for sentence in lines) for document, lines in sentences.items()
    }
    actors = tuple(
        Actor(
            id=f"a{number}",
            name=name,
            kind=chance.choice(KINDS),
            mentions=(ActorMention(document=documents[0], start=0, end=3, text=name, pronoun=False),),
        )
        for number, name in enumerate(names)
    )
    records = tuple(
        DocumentRecord(
            id=document,
            source=f"{document}.txt",
            title=f"Note {document}",
            authors=(),
            publisher=None,
            recipients=(),
            published="2025-01-01",
            genre="text",
            start=0,
            end=len(text),
            characters=len(text),
            digest=document,
        )
        for document, text in texts.items()
    )
    weighed, joined = weigh_claims(claims, ties, actors, records)
    return Graph(actors=actors, claims=weighed, ties=joined, documents=records, run="made"), texts


def data_size(graph: Graph, texts: dict[str, str], folder: Path) -> int:
    """Bytes of the case's JSON Lines files and texts, which is what the page shows."""
    writers = load_writers()
    total = sum(len(text.encode()) for text in texts.values())
    for name in ("jsonl-claims", "jsonl-ties", "jsonl-actors", "jsonl-documents"):
        path = folder / writers[name].file_name
        writers[name].write(graph, path)
        total += path.stat().st_size
    return total


def measure_explorer(browser: Browser, graph: Graph, texts: dict[str, str], folder: Path) -> dict[str, float]:
    """Seconds to write and to be ready, frames a second, milliseconds a search, and sizes."""
    began = time.perf_counter()
    write_explorer(graph, folder, texts.get)
    written = time.perf_counter() - began
    path = folder / "index.html"
    content = path.read_bytes()
    island = content.index(b"</script>") - content.index(b'id="data">') - len(b'id="data">')
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-ready]", state="attached")
    ready = float(page.evaluate("Number(document.documentElement.dataset.ready)")) / 1000
    page.locator('button[data-tab="map"]').click()
    page.wait_for_timeout(600)
    frames = float(page.evaluate(_FRAMES))
    first = _search(page, "dora kerr")
    again = max(_search(page, words) for words in ("lena", "talks of 2019", "talks in 77", "goran f", "zzz"))
    page.close()
    return {
        "write": written,
        "ready": ready,
        "fps": frames,
        "first search": first,
        "search": again,
        "size": len(content),
        "island": island,
        "data": data_size(graph, texts, folder),
    }


def _search(page: Page, words: str) -> float:
    """Milliseconds for results to be found, not drawn."""
    return float(page.evaluate("(words) => window.sociogram.search.find(words).milliseconds", words))


def measure_pyvis(
    browser: Browser, graph: Graph, folder: Path, *, physics: bool, limit: float
) -> dict[str, float]:
    """Seconds until pyvis has stabilized or drawn, and frames a second; nothing where ``limit`` passes."""
    from pyvis.network import Network

    from sociogram.write.picture.layout import place_nodes

    network = Network(height="900px", width="100%", directed=True, cdn_resources="in_line")
    index = {actor.id: number for number, actor in enumerate(graph.actors)}
    if physics:
        for actor in graph.actors:
            network.add_node(actor.id, label=actor.name)
    else:
        edges = [(index[tie.subject], index[str(tie.object)], 1.0) for tie in graph.ties]
        places = place_nodes(len(index), edges, [1.0] * len(index))
        for actor, (x, y) in zip(graph.actors, places, strict=True):
            network.add_node(actor.id, label=actor.name, x=float(x), y=float(y), physics=False)
        network.toggle_physics(status=False)
        network.set_edge_smooth("continuous")
        network.options.edges.smooth.enabled = False
    for tie in graph.ties:
        network.add_edge(tie.subject, str(tie.object))
    path = folder / "pyvis.html"
    event = "stabilizationIterationsDone" if physics else "afterDrawing"
    markup = network.generate_html().replace(
        "drawGraph();",
        f"drawGraph(); network.once('{event}', () => {{ window.drawn = performance.now(); }});",
    )
    path.write_text(markup, encoding="utf-8")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(limit * 1000)
    page.route(
        "**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort()
    )
    found: dict[str, float] = {"size": float(path.stat().st_size)}
    try:
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function("window.drawn")
        found["ready"] = float(page.evaluate("window.drawn")) / 1000
        found["fps"] = float(page.evaluate(_PYVIS_FRAMES))
    except Exception as error:
        if "Timeout" not in type(error).__name__:
            raise
    page.close()
    return found


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds that pyvis gets a page")
    parser.add_argument("--no-pyvis", action="store_true")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("no Chromium on this machine: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        print("| page | actors | ready s (goal) | fps | search ms (first) | file MB | of its data |")
        print("|---|---|---|---|---|---|---|")
        for size in options.sizes:
            graph, texts = make_graph(size)
            row = measure_explorer(browser, graph, texts, Path(name))
            share = row["size"] / row["data"]
            print(
                f"| explorer | {size} | {row['ready']:.2f} ({GOALS.get(size, 0)}) | {row['fps']:.0f} | "
                f"{row['search']:.1f} ({row['first search']:.0f}) | {row['size'] / 1e6:.2f} | {share:.2f} |",
                flush=True,
            )
            for physics in () if options.no_pyvis else (False, True):
                found: dict[str, Any] = measure_pyvis(
                    browser, graph, Path(name), physics=physics, limit=options.limit
                )
                ready = f"{found['ready']:.1f}" if "ready" in found else f"not in {options.limit:.0f}"
                fps = f"{found['fps']:.0f}" if "fps" in found else "–"
                label = "pyvis defaults" if physics else "pyvis, physics off"
                print(
                    f"| {label} | {size} | {ready} | {fps} | – | {found['size'] / 1e6:.2f} | – |", flush=True
                )
        browser.close()


if __name__ == "__main__":
    main()
