// The scene of an answer's graph, drawn like the explorer's map.

import type { Lanes } from "../data/lanes";
import { placeLabels, textWidth } from "../map/labels";
import { along, lay, middle } from "../map/lines";
import { type Dot, type Label, type Line, lineWidth, radiusOf, type Scene } from "../map/scene";
import type { Looks } from "./looks";
import type { Net } from "./net";

/** Edges up to which their words are written beside them. */
const WORDED = 45;
const SMALL = 11;
/** How much smaller texts, dates and numbers are than nodes of the case. */
const LITERAL = 0.7;

export interface Frame {
  /** Where each node is on the canvas. */
  places: [number, number][];
  /** The node that is selected, or -1. */
  chosen: number;
  width: number; height: number; scale: number;
}

export function makeScene(net: Net, lanes: Lanes, looks: Looks, frame: Frame): Scene {
  const dots = makeDots(net, looks, frame);
  const lines = makeLines(net, lanes, looks, frame.chosen, dots);
  const labels = placeLabels((node) => net.nodes[node].label, dots, frame);
  if (lines.filter((line) => !line.faded).length <= WORDED) labels.push(...edgeWords(net, lines, dots, labels));
  return { width: frame.width, height: frame.height, dots, lines, labels };
}

function makeDots({ nodes, edges }: Net, { palette, group }: Looks, { places, chosen, scale }: Frame): Dot[] {
  const near = new Set([chosen, ...edges.filter(({ from }) => from === chosen).map(({ to }) => to), ...edges.filter(({ to }) => to === chosen).map(({ from }) => from)]);
  const top = Math.max(1, ...nodes.map(({ degree }) => degree));
  return nodes.map(({ term, kind, degree }, actor) => {
    const [x, y] = places[actor];
    const isLiteral = term.type === "literal";
    const look = isLiteral ? "Work" : group(kind);
    return {
      actor, x, y, radius: radiusOf(degree, top, scale) * (isLiteral ? LITERAL : 1), shape: palette.shape(look),
      colour: palette.group(look), faded: chosen >= 0 && !near.has(actor), strong: actor === chosen,
    };
  });
}

function makeLines({ edges }: Net, { lane, lanes }: Lanes, { palette, sentiment }: Looks, chosen: number, dots: Dot[]): Line[] {
  return edges.map(({ from, to, relation, count, both }, tie) => {
    const [one, other] = [dots[from], dots[to]];
    const isLit = chosen < 0 || from === chosen || to === chosen;
    const line: Line = {
      tie, x1: one.x, y1: one.y, cx: 0, cy: 0, x2: other.x, y2: other.y, loop: 0, width: lineWidth(count),
      colour: palette.sentiment(sentiment(relation)), mark: "", arrow: !both, faded: !isLit, strong: chosen >= 0 && isLit,
    };
    lay(line, from === to, { lane: lane[tie], lanes: lanes[tie], side: from < to ? 1 : -1, from: one.radius, to: other.radius });
    return line;
  });
}

/** A rectangle by its left, top, right and bottom. */
type Box = [number, number, number, number];

/** Words of edges, each at the first place along its line where it covers no node and no other words. */
function edgeWords(net: Net, lines: Line[], dots: Dot[], labels: Label[]): Label[] {
  const boxes = [
    ...labels.map(({ text, x, y, size, bold }): Box => [x, y - size, x + textWidth(text, size, bold), y + size * 0.25]),
    ...dots.map(({ x, y, radius }): Box => [x - radius, y - radius, x + radius, y + radius]),
  ];
  const words: Label[] = [];
  for (const line of lines) {
    const text = net.edges[line.tie].label;
    if (line.faded || !text) continue;
    const wide = textWidth(text, SMALL, false);
    for (const [x, y] of line.loop ? [middle(line)] : [0.5, 0.4, 0.6, 0.3, 0.7].map((t) => along(line, t))) {
      const box: Box = [x - wide / 2, y + 4 - SMALL, x + wide / 2, y + 7];
      if (boxes.some((other) => overlap(box, other))) continue;
      boxes.push(box);
      words.push({ actor: -1, x: box[0], y: y + 4, text, size: SMALL, bold: false, faded: false });
      break;
    }
  }
  return words;
}

function overlap(one: Box, other: Box): boolean {
  return one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
}
