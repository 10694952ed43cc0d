// The scene of an answer's graph, drawn like the explorer's map.

import type { Lanes } from "../data/lanes";
import { placeLabels } from "../map/labels";
import { placeLineWords } from "../map/line_words";
import { lay } from "../map/lines";
import { type Dot, type Line, lineWidth, radiusOf, type Scene } from "../map/scene";
import type { Looks } from "./looks";
import type { Net } from "./net";

/** Edges up to which their words are written beside them. */
const WORDED = 45;
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
  const clear = lines.filter((line) => !line.faded);
  const worded = clear.length > WORDED ? [] : clear.map((line) => ({ line, words: net.edges[line.tie].label, pair: String(line.tie) }));
  const labels = placeLabels((node) => net.nodes[node].label, dots, frame, (taken) => placeLineWords(worded, taken));
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
      colour: palette.sentiment(sentiment(relation)), mark: sentiment(relation) === "contact" ? "contact" : "", arrow: !both, faded: !isLit, strong: chosen >= 0 && isLit,
    };
    lay(line, from === to, { lane: lane[tie], lanes: lanes[tie], side: from < to ? 1 : -1, from: one.radius, to: other.radius });
    return line;
  });
}
