// The legend of the map: shapes of kinds, colours of ties.

import { fill, h, svg } from "./dom";
import { GROUPS, outline, SENTIMENTS, type Palette } from "./palette";
import { dashesOf, SIGNS, type Mark } from "./scene";
import type { State } from "./state";

export function drawLegend(legend: HTMLElement, state: State, palette: Palette): void {
  const { graph } = state;
  const groups = new Set(graph.ranking.slice(0, 3000).map((actor) => graph.group(actor)));
  const sentiments = new Set(graph.data.relations.map((relation) => relation[2]));
  const shape = (row: (typeof GROUPS)[number]) => {
    const colour = palette.group(row[0]);
    const ring = row[4] === "ring";
    return svg("svg", { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" },
      svg("path", { d: outline(row[4], ring ? 4.6 : 5.6), fill: ring ? "none" : colour, stroke: colour, "stroke-width": ring ? 2 : 0 }));
  };
  const stroke = (colour: string, mark: Mark) => {
    const picture = svg("svg", { width: 26, height: 14, viewBox: "0 0 26 14", "aria-hidden": "true" },
      svg("path", { d: "M1 7H25", stroke: colour, "stroke-width": 2.5, fill: "none", "stroke-linecap": mark === "unsettled" ? "round" : "butt", "stroke-dasharray": dashesOf(mark, 2.5).join(" ") || "none" }));
    if (mark) {
      const sign = svg("text", { x: 13, y: 11, "text-anchor": "middle", "font-size": 11, fill: colour });
      sign.textContent = SIGNS[mark];
      picture.append(svg("circle", { cx: 13, cy: 7, r: 6, fill: palette.background, stroke: colour }), sign);
    }
    return picture;
  };
  const byCommunity = h("input", { type: "checkbox", id: "by-community", on: { change: (event) =>
    state.change((each) => (each.colours = (event.target as HTMLInputElement).checked ? "community" : "kind")) } });
  byCommunity.checked = state.colours === "community";
  fill(legend, h("summary", {}, "Legend"), h("div", { class: "keys" },
    GROUPS.filter((row) => groups.has(row[0])).map((row) => h("span", { class: "key" }, shape(row) as unknown as Node, row[1])),
    h("hr"),
    SENTIMENTS.filter((row) => sentiments.has(row[0])).map((row) => h("span", { class: "key" }, stroke(palette.sentiment(row[0]), "") as unknown as Node, row[1])),
    h("span", { class: "key" }, stroke(palette.faint, "disputed") as unknown as Node, "disputed"),
    h("span", { class: "key" }, stroke(palette.faint, "denied") as unknown as Node, "only denied"),
    h("span", { class: "key", title: "Only alleged, possible, hypothetical, intended, demanded or predicted" }, stroke(palette.faint, "unsettled") as unknown as Node, "not established"),
    h("label", { for: "by-community" }, byCommunity, " colour by community")));
}
