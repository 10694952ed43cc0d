// The legend of the map: shapes of kinds, colours of ties.

import { checkbox, fill, h, svg } from "../page/dom";
import type { State } from "../state/state";
import { communityKeys } from "./communities";
import { GROUPS, outline, SENTIMENTS, type Palette } from "./palette";
import { dashesOf, type Mark, SIGNS } from "./scene";

/** Actors, the strongest, whose kinds the legend names: of more it would take long to make it. */
const LOOKED_AT = 3000;

export function drawLegend(legend: HTMLElement, state: State, palette: Palette): void {
  const { graph } = state;
  const groups = new Set(graph.ranking.slice(0, LOOKED_AT).map((actor) => graph.group(actor)));
  const { relations, ties, tones } = graph.data;
  const sentiments = new Set(relations.map((relation) => relation[2]));
  // Ties of no known sense have the colour of their tone.
  for (const tone of new Set(ties.tone)) if (tone) sentiments.add(tones[tone] === "contact" ? "contact" : tones[tone].endsWith("conflict") ? "conflict" : "support");
  const key = (picture: Node, words: string, title?: string) => h("span", { class: "key", title }, picture, words);
  const restoreFocus = keepFocus(legend);
  fill(legend, h("summary", {}, "Legend"), h("div", { class: "keys" },
    communitySwitch(state),
    state.colours === "community" ? communityKeys(state, palette, drawSwatch) : GROUPS.filter((row) => groups.has(row[0])).map((row) => key(drawShape(row, palette), row[1])),
    h("hr"),
    SENTIMENTS.filter((row) => sentiments.has(row[0])).map((row) => key(drawStroke(palette.sentiment(row[0]), row[0] === "contact" ? "contact" : "", palette), row[1])),
    key(drawStroke(palette.faint, "disputed", palette), "disputed"),
    key(drawStroke(palette.faint, "denied", palette), "denied or negated"),
    key(drawStroke(palette.faint, "unsettled", palette), "only alleged …",
      "Only alleged, possible, hypothetical, intended, demanded or predicted")));
  restoreFocus();
}

/** Remembers what in the legend has the focus; the function gives it to what stands in its place after a drawing. */
function keepFocus(legend: HTMLElement): () => void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !legend.contains(focused)) return () => undefined;
  const { community } = focused.dataset;
  return () => (legend.querySelector<HTMLElement>(community === undefined ? focused.id === "by-community" ? "#by-community" : "summary" : `[data-community="${Number(community)}"]`)
    ?? legend.querySelector<HTMLElement>("#by-community"))?.focus();
}

function drawSwatch(colour: string): Node {
  return svg("svg", { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" }, svg("circle", { r: 5.6, fill: colour }));
}

function drawShape(row: (typeof GROUPS)[number], palette: Palette): Node {
  const colour = palette.group(row[0]);
  const ring = row[4] === "ring";
  return svg("svg", { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" },
    svg("path", { d: outline(row[4], ring ? 4.6 : 5.6), fill: ring ? "none" : colour, stroke: colour, "stroke-width": ring ? 2 : 0 }));
}

function drawStroke(colour: string, mark: Mark, palette: Palette): Node {
  const picture = svg("svg", { width: 26, height: 14, viewBox: "0 0 26 14", "aria-hidden": "true" }, svg("path", {
    d: "M1 7H25", stroke: colour, "stroke-width": 2.5, fill: "none", "stroke-linecap": mark === "unsettled" ? "round" : "butt",
    "stroke-dasharray": dashesOf(mark, 2.5).join(" ") || "none",
  }));
  if (SIGNS[mark]) {
    const sign = svg("text", { x: 13, y: 11, "text-anchor": "middle", "font-size": 11, fill: colour });
    sign.textContent = SIGNS[mark];
    picture.append(svg("circle", { cx: 13, cy: 7, r: 6, fill: palette.background, stroke: colour }), sign);
  }
  return picture;
}

function communitySwitch(state: State): HTMLElement {
  return checkbox("by-community", state.colours === "community",
    (checked) => state.change((each) => (each.colours = checked ? "community" : "kind")), " colour by community");
}
