// The map as a picture that can stand alone: with a title, what it shows of how much, the date, and a legend.

import type { MapView } from "../map/map_view";
import { textWidth } from "../map/labels";
import { MARKS } from "../map/graph_scene";
import { GROUPS, outline, type Palette, SENTIMENTS } from "../map/palette";
import { dashesOf, type Mark, SIGNS } from "../map/scene";
import { svg } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import { figure, many } from "../page/words";
import type { State } from "../state/state";

const HEAD = 58;
const ROW = 22;
const MARGIN = 14;
/** Pixels from a key of the legend to the next, and for its sign. */
const GAP = 18;
const SIGN = 30;
const SIZE = 13;

/** A key of the legend: its sign around (0, 0), and its words. */
interface Key { sign: SVGElement[]; words: string }

export function framedMap(state: State, map: MapView, palette: Palette): SVGElement {
  const { width, height } = map.frame;
  const rows = inRows(keysOf(state, palette), width - 2 * MARGIN);
  const all = HEAD + height + MARGIN + rows.length * ROW;
  const scene = map.picture(palette);
  for (const [name, value] of Object.entries({ x: 0, y: HEAD })) scene.setAttribute(name, String(value));
  const title = text(MARGIN, 24, titleOf(state), { "font-size": 17, "font-weight": 600, fill: palette.ink });
  const facts = text(MARGIN, 45, factsOf(state), { "font-size": SIZE, fill: palette.faint });
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height: all, viewBox: `0 0 ${width} ${all}`, "font-family": "system-ui, sans-serif" },
    svg("rect", { width, height: all, fill: palette.background }), scene,
    // What the map draws past its own frame is covered.
    svg("rect", { width, height: HEAD, fill: palette.background }), title, facts,
    svg("rect", { y: HEAD + height, width, height: all - HEAD - height, fill: palette.background }),
    ...rows.flatMap((row, at) => drawRow(row, HEAD + height + MARGIN / 2 + (at + 0.5) * ROW, palette)));
}

export function svgFile(picture: SVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

/** A picture as PNG, two dots for a pixel; nothing where the browser cannot make it. */
export async function pngOf(picture: SVGElement): Promise<Blob | null> {
  const [width, height] = ["width", "height"].map((name) => Number(picture.getAttribute(name)));
  const url = URL.createObjectURL(new Blob([svgFile(picture)], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * 2, height * 2];
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}

export function titleOf({ graph, ego, path }: State): string {
  const { served } = graph.data;
  const what = path ? `Path from ${graph.name(path[0])} to ${graph.name(path[1])}` : ego >= 0 ? `The network of ${graph.name(ego)}`
    : `Actors and ties of ${many(graph.whole.documents, "document")}`;
  return shorten(oneLine(served?.title ? `${served.title}: ${what}` : what), 110);
}

/** What is shown of how much, by which filters, from which day on the picture is. */
export function factsOf(state: State): string {
  const { shownActors, shownTies, graph, filtered, worth, from, to } = state;
  const time = from || to ? `; ${from || "…"} to ${to || "…"}` : "";
  return `${figure(shownActors.length)} of ${many(graph.whole.actors, "actor")}, ${many(shownTies.length, "tie")}; worth from ${worth.toFixed(2)}` +
    `${filtered ? "; filtered" : ""}${time}; ${many(graph.whole.documents, "document")}; ${new Date().toISOString().slice(0, 10)}`;
}

function keysOf(state: State, palette: Palette): Key[] {
  const { graph } = state;
  const groups = new Set(state.shownActors.map((actor) => graph.group(actor)));
  const sentiments = new Set(state.shownTies.map((tie) => graph.sentiment(tie)));
  const marked = new Set(state.shownTies.map((tie) => MARKS[state.standing(tie)]));
  const byKind = state.colours === "kind";
  const shape = ([group, , , , form]: (typeof GROUPS)[number]) => svg("path", {
    d: outline(form, 6), fill: form === "ring" || !byKind ? "none" : palette.group(group), stroke: byKind ? palette.group(group) : palette.ink, "stroke-width": 1.5,
  });
  const marks: [mark: Mark, words: string][] = [["disputed", "disputed"], ["denied", "denied or negated"], ["unsettled", "not established"]];
  return [
    ...GROUPS.filter((row) => groups.has(row[0])).map((row): Key => ({ sign: [shape(row)], words: row[1] })),
    ...(byKind ? [] : [{ sign: [], words: "colours: communities" }]),
    ...SENTIMENTS.filter((row) => sentiments.has(row[0])).map((row): Key => ({ sign: stroke(palette.sentiment(row[0]), row[0] === "contact" ? "contact" : "", palette), words: row[1] })),
    ...marks.filter(([mark]) => marked.has(mark)).map(([mark, words]): Key => ({ sign: stroke(palette.faint, mark, palette), words })),
  ];
}

function stroke(colour: string, mark: Mark, palette: Palette): SVGElement[] {
  const drawn = svg("path", {
    d: "M-12 0H12", stroke: colour, "stroke-width": 2.5, fill: "none", "stroke-linecap": mark === "unsettled" ? "round" : "butt",
    ...(mark ? { "stroke-dasharray": dashesOf(mark, 2.5).join(" ") } : {}),
  });
  if (!SIGNS[mark]) return [drawn];
  return [drawn, svg("circle", { r: 6, fill: palette.background, stroke: colour }), text(0, 4, SIGNS[mark], { "text-anchor": "middle", "font-size": 11, fill: colour })];
}

/** Keys in rows, each as long as there is room. */
function inRows(keys: Key[], width: number): Key[][] {
  const rows: Key[][] = [[]];
  let at = 0;
  for (const key of keys) {
    const needed = widthOf(key);
    if (at + needed > width && at > 0) {
      rows.push([]);
      at = 0;
    }
    rows[rows.length - 1].push(key);
    at += needed;
  }
  return rows;
}

function widthOf({ words }: Key): number {
  return SIGN + textWidth(words, SIZE, false) + GAP;
}

function drawRow(keys: Key[], y: number, palette: Palette): SVGElement[] {
  let x = MARGIN;
  return keys.map((key) => {
    const drawn = svg("g", { transform: `translate(${(x + SIGN / 2 - 2).toFixed(1)} ${y.toFixed(1)})` }, ...key.sign,
      text(SIGN / 2 + 2, 4.5, key.words, { "font-size": SIZE, fill: palette.ink }));
    x += widthOf(key);
    return drawn;
  });
}

function text(x: number, y: number, words: string, attributes: Record<string, string | number>): SVGElement {
  const element = svg("text", { x, y, ...attributes });
  element.textContent = words;
  return element;
}
