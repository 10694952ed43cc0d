"""Places and measures of a whole case, taken from its ``index.html``, for which the build made them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sociogram.errors import SociogramError
from sociogram.knowledge.case_files import PAGE_FILE
from sociogram.write.explorer.data import FORMAT
from sociogram.write.explorer.pictured import Picture

if TYPE_CHECKING:
    from sociogram.case import CaseSnapshot
    from sociogram.graph.values import Graph

# In the page's JSON a quotation mark inside of a text is escaped, so these words can only be the table's key.
_TABLE = ',"actors":{"id":['
_HEAD = f'<script type="application/json" id="data">{{"format":{FORMAT},'


def read_picture(snapshot: CaseSnapshot, graph: Graph) -> Picture | None:
    """The picture in the case's explorer page; nothing where there is no page, or one of another graph."""
    try:
        with snapshot.open_file(PAGE_FILE) as file:
            text = file.read().decode("utf-8")
    except (SociogramError, OSError, UnicodeDecodeError):
        return None
    place = text.find(_TABLE, text.find(_HEAD)) if _HEAD in text else -1
    if place < 0:
        return None
    try:
        columns, _ = json.JSONDecoder().raw_decode(text, place + _TABLE.index("{"))
        return _picture(columns, graph)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _picture(columns: dict[str, Any], graph: Graph) -> Picture | None:
    if columns["id"] != [actor.id for actor in graph.actors]:
        return None
    picture = Picture(
        x=columns["x"],
        y=columns["y"],
        communities=columns["community"],
        betweenness=columns["betweenness"],
        pagerank=columns["pagerank"],
    )
    rows = (picture.x, picture.y, picture.communities, picture.betweenness, picture.pagerank)
    return picture if all(len(column) == len(graph.actors) for column in rows) else None
