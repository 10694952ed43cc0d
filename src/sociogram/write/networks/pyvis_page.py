"""``network.html``: the strongest actors drawn by pyvis, as one page that asks nothing of any network.

pyvis 0.3.2 needs mending: it links to a CDN even with its resources in line, prints its heading
twice and unescaped, treats a tooltip with "href" in it as markup, and writes in the locale's
encoding. So it only makes the markup here; positions are given, physics is off, tooltips are set
as text by a script of ours, and the page forbids itself everything but its own scripts.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.graph.facts import is_fact
from sociogram.graph.worth import by_worth
from sociogram.knowledge.case_files import NETWORK_FILE
from sociogram.model import LiteralObject, Tie
from sociogram.write.files.atomic import write_text
from sociogram.write.files.page_assets import hash_source
from sociogram.write.picture.colours import kind_colour, kind_group, tie_colour
from sociogram.write.picture.drawing import draw
from sociogram.write.text.wording import relation_id_or_verb, tie_standing
from sociogram.write.text.xml_text import attribute, clean

if TYPE_CHECKING:
    from pyvis.network import Network

    from sociogram.graph.values import Graph
    from sociogram.model import Actor, Claim

MOST_ACTORS = 300
"""Actors of the page: as many as the explorer opens with, drawn in half a second (docs/decisions/0003)."""
MOST_TIES = 3000
"""Ties between these actors; more make a page that is slow and black."""
_LABELLED_TIES = 60
"""Ties up to which each has its relation written beside it; more labels lie on each other."""
_QUOTES = 3
"""Claims that are quoted for a tie; the others are counted."""
_LABEL_CHARACTERS = 36
"""Characters of a name on the picture; the words beside it have the whole."""
_DOTS = (1, 4)
"""Lengths of the dots and the gaps of a tie that is not established."""
_CDN = re.compile(
    r"<link\b[^>]*?https?://[^>]*>|<script\b[^>]*?src=[^>]*>\s*</script>"
    r"|<!-- <link.*?-->|<center>\s*<h1>\s*</h1>\s*</center>",
    re.DOTALL,
)
_SCRIPT = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)
_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 80, "multiselect": True, "keyboard": {"enabled": False}},
    "nodes": {
        "shape": "dot",
        "borderWidth": 1,
        "scaling": {
            "min": 5,
            "max": 24,
            "label": {"enabled": True, "min": 11, "max": 30, "drawThreshold": 7, "maxVisible": 26},
        },
    },
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.5}}, "scaling": {"min": 1, "max": 4}},
}
_STYLE = """
html, body { margin: 0; height: 100%; }
body { font: 15px/1.4 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
body { display: flex; flex-direction: column; }
header { padding: .5rem 1rem; border-bottom: 1px solid #ccc; }
header h1 { display: inline; font-size: 1.1rem; margin: 0 1rem 0 0; }
.card { flex: 1; min-height: 0; width: 100%; }
#mynetwork { border: 0 !important; height: 100% !important; float: none !important; }
.legend span { margin-right: .8rem; white-space: nowrap; }
.legend i { display: inline-block; width: .8em; height: .8em; border-radius: 50%; margin-right: .3em; }
#words { position: fixed; right: 0; bottom: 0; max-width: 32rem; max-height: 45%; overflow: auto; margin: 0;
  padding: .7rem 1rem; background: #fffffff2; border: 1px solid #ccc; white-space: pre-wrap; font: inherit; }
#words:empty { display: none; }
div.vis-tooltip { white-space: pre-wrap !important; max-width: 34rem;
  font: 14px/1.4 system-ui, sans-serif !important; }
"""
_BEHAVIOUR = """
(function () {
  function asText(words) {
    var box = document.createElement("div");
    box.textContent = words;
    return box;
  }
  [nodes, edges].forEach(function (set) {
    set.update(set.map(function (item) { return {id: item.id, title: asText(item.words)}; }));
  });
  var panel = document.getElementById("words");
  network.on("click", function (event) {
    var item = event.nodes.length ? nodes.get(event.nodes[0])
      : event.edges.length ? edges.get(event.edges[0]) : null;
    panel.textContent = item ? item.words : "";
  });
})();
"""


@dataclass(frozen=True, slots=True)
class NetworkWriter:
    """The strongest actors (300 at most) and the ties between them, with quotes."""

    file_name: str = NETWORK_FILE

    def write(self, graph: Graph, path: Path) -> None:
        """Write the page."""
        write_text(path, iter([make_page(graph)]))


def choose(graph: Graph) -> tuple[list[Actor], list[Tie]]:
    """The actors with most claims among their ties, and the ties between those, by worth and confidence."""
    weights: Counter[str] = Counter()
    between = [tie for tie in graph.ties if not isinstance(tie.object, LiteralObject)]
    for tie in between:
        for end in (tie.subject, str(tie.object)):
            weights[end] += tie.affirmed + tie.denied
    ranked = sorted(graph.actors, key=lambda actor: (-weights[actor.id], -len(actor.mentions), actor.id))
    actors = [actor for actor in ranked if weights[actor.id]][:MOST_ACTORS] or ranked[:MOST_ACTORS]
    shown = {actor.id for actor in actors}
    ties = [tie for tie in between if tie.subject in shown and tie.object in shown]
    ties.sort(key=lambda tie: (-by_worth(tie), -tie.affirmed - tie.denied, tie.id))
    return actors, ties[:MOST_TIES]


def make_page(graph: Graph) -> str:
    """The whole page."""
    actors, ties = choose(graph)
    markup = _CDN.sub("", _pyvis_markup(graph, actors, ties))
    body = markup[markup.index("<body>") + len("<body>") : markup.rindex("</body>")]
    head = markup[markup.index("<head>") + len("<head>") : markup.index("</head>")]
    head = head.replace('<meta charset="utf-8">', "", 1)
    body = (
        f"<header><h1>sociogram</h1>{_summary(graph, actors, ties)}"
        f'<div class="legend">{_legend(actors)}</div></header>'
        f'{body}<pre id="words" tabindex="0" aria-live="polite"></pre><script>{_BEHAVIOUR}</script>'
    )
    head = f"{head}<style>{_STYLE}</style>"
    return clean(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(head + body)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>sociogram: network</title>{head}</head><body>{body}</body></html>\n"
    )


def _policy(markup: str) -> str:
    """A Content Security Policy: the page's own scripts by their hashes, and nothing from outside."""
    scripts = " ".join(dict.fromkeys(hash_source(clean(script)) for script in _SCRIPT.findall(markup)))
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _summary(graph: Graph, actors: Sequence[Actor], ties: Sequence[Tie]) -> str:
    drawn = f"{len(actors)} of {len(graph.actors)} actors, {len(ties)} of {len(graph.ties)} ties"
    hint = (
        "Point at a line for its words, click to keep them. Dashed: only denied. "
        "Dotted: only alleged, possible, intended, demanded or predicted."
    )
    return f"<span>The strongest {drawn}. {hint}</span>"


def _legend(actors: Sequence[Actor]) -> str:
    colours: dict[str, str] = {}
    for actor in actors:
        group = kind_group(actor.kind)
        colours[group] = kind_colour(actor.kind)
    return "".join(
        f'<span><i style="background:{colour}"></i>{attribute(group)}</span>'
        for group, colour in sorted(colours.items())
    )


def _pyvis_markup(graph: Graph, actors: Sequence[Actor], ties: Sequence[Tie]) -> str:
    from pyvis.network import Network

    weights: Counter[str] = Counter()
    for tie in ties:
        for end in (tie.subject, str(tie.object)):
            weights[end] += tie.affirmed + tie.denied
    drawing = draw(graph)
    places = {actor.id: (x, y) for actor, (x, y) in zip(graph.actors, drawing.places.tolist(), strict=True)}
    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    for actor in actors:
        x, y = places[actor.id]
        network.add_node(
            actor.id,
            label=_shortened(clean(actor.name)),
            x=float(x),
            y=float(y),
            value=round(math.sqrt(weights[actor.id]), 2),
            color=kind_colour(actor.kind),
            physics=False,
            words=_actor_words(actor),
        )
    _add_edges(network, graph, ties)
    network.set_options(json.dumps(_OPTIONS))
    return str(network.generate_html())


def _add_edges(network: Network, graph: Graph, ties: Sequence[Tie]) -> None:
    parallel: Counter[tuple[str, ...]] = Counter()
    for tie in ties:
        pair = tuple(sorted((tie.subject, str(tie.object))))
        # Each tie of a pair bends by itself, so that all can be seen and pointed at.
        bend = 0.12 * parallel[pair]
        parallel[pair] += 1
        network.add_edge(
            tie.subject,
            str(tie.object),
            id=tie.id,
            label=_label(tie) if len(ties) <= _LABELLED_TIES else "",
            value=float(tie.affirmed + tie.denied),
            color=tie_colour(tie.relation, tie.lemma),
            dashes=_dashes(graph, tie),
            smooth={"enabled": bend > 0, "type": "curvedCW", "roundness": round(bend, 2)},
            words=_tie_words(graph, tie),
        )


def _unsettled(graph: Graph, tie: Tie) -> bool:
    """Whether some affirm the tie, but none of them as a fact."""
    return tie.affirmed > 0 and not any(is_fact(claim) for claim in graph.claims_of(tie))


def _dashes(graph: Graph, tie: Tie) -> bool | list[int]:
    return list(_DOTS) if _unsettled(graph, tie) else tie.affirmed == 0


def _label(tie: Tie) -> str:
    return clean(relation_id_or_verb(tie))


def _shortened(name: str) -> str:
    return name if len(name) <= _LABEL_CHARACTERS else name[: _LABEL_CHARACTERS - 1] + "…"


def _actor_words(actor: Actor) -> str:
    aliases = f"\nalso: {', '.join(actor.aliases)}" if actor.aliases else ""
    return clean(f"{actor.name} ({actor.kind}), {len(actor.mentions)} mentions{aliases}")


def _tie_words(graph: Graph, tie: Tie) -> str:
    names = graph.actors_by_id
    claims = sorted(graph.claims_of(tie), key=lambda claim: (-by_worth(claim), claim.id))
    counts = f"{tie_standing(graph, tie)}; {tie.affirmed} affirm, {tie.denied} deny; {tie.sources} independent sources"
    lines = [f"{names[tie.subject].name} — {_label(tie)} → {names[str(tie.object)].name}", counts]
    lines += [_quoted(claim) for claim in claims[:_QUOTES]]
    if len(claims) > _QUOTES:
        lines.append(f"and {len(claims) - _QUOTES} more")
    return clean("\n".join(lines))


def _quoted(claim: Claim) -> str:
    quote = " ".join(claim.evidence.quote.split())
    short = quote if len(quote) <= 400 else quote[:399] + "…"
    return f"“{short}” [{claim.polarity.value}, {claim.modality.value}; {claim.evidence.document}]"


writer = NetworkWriter()
