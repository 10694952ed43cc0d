"""``index.html``: the explorer, one file that works without a network.

The page is a built bundle (``bundle/``, from ``web/``) and the data as JSON that no script of a
document can escape from. Its policy lets nothing run but the bundle and nothing be loaded at all.
Of a large case the page has the strongest part, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.knowledge.case_files import PAGE_FILE
from sociogram.suggest import MOST_IN_PAGE, suggest
from sociogram.write.explorer.data import iter_data, to_json
from sociogram.write.explorer.pictured import make_picture
from sociogram.write.explorer.strongest import MOST_ACTORS, choose_strongest
from sociogram.write.files.atomic import write_text
from sociogram.write.files.page_assets import hash_source, read_asset
from sociogram.write.picture.drawing import draw

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Judgement

_PACKAGE = "sociogram.write.explorer"
MOST_CHARACTERS = 30_000_000
"""Characters of text that a page holds; beyond, the page has the quotes alone and names the files."""
Texts = Callable[[str], str | None]
"""Gives the text of a document by its id, or nothing where it is not kept."""


@dataclass(frozen=True, slots=True)
class ExplorerWriter:
    """The explorer; the documents' texts are in it where ``texts`` gives them."""

    file_name: str = PAGE_FILE
    texts: Texts | None = None
    model: str = ""
    judgements: tuple[Judgement, ...] = ()
    """What was judged already, and is not suggested again."""
    most: int = MOST_ACTORS
    """Actors of the page: of a larger graph the strongest."""

    def write(self, graph: Graph, path: Path) -> None:
        """Write the page."""
        write_text(path, iter_page(graph, self.texts, self.judgements, self.model, self.most))


def write_explorer(
    graph: Graph,
    folder: Path,
    texts: Texts | None = None,
    judgements: Sequence[Judgement] = (),
    *,
    model: str = "",
    most: int = MOST_ACTORS,
) -> None:
    """Write the page of ``graph`` to ``folder``, piece by piece; the same graph gives the same bytes.

    Args:
        graph: What the page shows.
        folder: Where ``index.html`` goes.
        texts: Gives the documents' texts; without it the page holds quotes alone.
        judgements: What was judged already, and is not suggested again.
        model: The language model that read the documents, where it is known.
        most: Actors of the page: of a larger graph the strongest.

    Raises:
        UsageError: If the page's bundle is missing from the package, or ``folder`` is not writable.
    """
    write_text(folder / PAGE_FILE, iter_page(graph, texts, judgements, model, most))


def iter_page(
    whole: Graph,
    texts: Texts | None = None,
    judgements: Sequence[Judgement] = (),
    model: str = "",
    most: int = MOST_ACTORS,
) -> Iterator[str]:
    """The page of the ``most`` strongest actors of a graph in pieces."""
    graph, numbers = choose_strongest(whole, most)
    script, style = (read_asset(_PACKAGE, f"bundle/explorer.{kind}") for kind in ("js", "css"))
    kept = _kept_texts(graph, texts)
    yield '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(script, style)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer"><title>sociogram</title>\n'
    yield f"<style>{style}</style></head>\n"
    yield "<body><noscript>This page needs JavaScript; the same data lies beside it as claims.jsonl.</noscript>\n"
    yield '<script type="application/json" id="data">'
    suggestions = suggest(graph, judgements, limit=MOST_IN_PAGE)
    picture = make_picture(graph, draw(whole).places[numbers])
    totals = None if graph is whole else _whole(whole)
    yield from iter_data(graph, kept, picture, model=model, suggestions=suggestions, part_of=totals)
    yield "</script>\n"
    for number, (document, characters) in enumerate(zip(graph.documents, kept, strict=True)):
        if characters >= 0 and texts is not None:
            text = texts(document.id) or ""
            yield f'<script type="application/json" id="text-{number}">{to_json(text)}</script>\n'
    yield f"<script>{script}</script>\n</body></html>\n"


def _whole(graph: Graph) -> dict[str, int | str]:
    """What the page tells of the whole of which it holds a part."""
    days = sorted(document.published for document in graph.documents if document.published)
    return {
        "actors": len(graph.actors),
        "ties": len(graph.ties),
        "claims": len(graph.claims),
        "documents": len(graph.documents),
        "outlets": len({document.publisher for document in graph.documents if document.publisher}),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
    }


def _kept_texts(graph: Graph, texts: Texts | None) -> list[int]:
    """For each document the length of its text, -1 where it is not kept or the page would be too large."""
    lengths = [document.characters for document in graph.documents]
    if texts is None or sum(lengths) > MOST_CHARACTERS:
        return [-1] * len(lengths)
    kept = []
    for document in graph.documents:
        text = texts(document.id)
        kept.append(-1 if text is None or len(text) != document.characters else len(text))
    return kept


def _policy(script: str, style: str) -> str:
    """Only the bundle runs, no markup is made of text, and nothing is fetched or sent."""
    return (
        f"default-src 'none'; script-src {hash_source(script)}; style-src {hash_source(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


writer = ExplorerWriter()
