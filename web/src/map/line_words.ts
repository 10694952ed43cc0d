// Words of lines on a map: each beside its own curve, where it covers nothing; else one for all between two.

import { addTo } from "../page/groups";
import { shorten } from "../page/text";
import { type Box, type Taken, textWidth } from "./labels";
import { along, middle } from "./lines";
import { type Label, type Line, SIGNS } from "./scene";

const SIZE = 11;
const LONGEST = 34;
/** Where along a line its words may stand, the best first. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
/** The share of its words' width that a line has to be long, so that one sees whose they are. */
const LONG_ENOUGH = 0.62;
/** Half the side of what the sign in the middle of a line covers. */
const SIGN = 7;

export interface Worded {
  line: Line;
  words: string;
  /** The same for all lines between two ends. */
  pair: string;
}

/** Labels of lines; of several between two ends each has its own, or all have one that says how many they are. */
export function placeLineWords(worded: Worded[], taken: Taken): Label[] {
  const pairs = new Map<string, Worded[]>();
  for (const each of worded) {
    addTo(pairs, each.pair, each);
    if (SIGNS[each.line.mark]) {
      const [x, y] = middle(each.line);
      taken.put({ left: x - SIGN, top: y - SIGN, right: x + SIGN, bottom: y + SIGN, actor: -1, rank: -1 });
    }
  }
  return [...pairs.values()].flatMap((pair) => placePair(pair, taken));
}

function placePair(pair: Worded[], taken: Taken): Label[] {
  const own = pair.map(({ line, words }): Label | null => place(line, words, taken));
  const placed = own.filter((label) => label !== null);
  if (placed.length === pair.length || pair.length === 1) return placed;
  // Some of them would look like all of them.
  for (const label of placed) taken.remove(boxOf(label));
  const all = pair.map(({ line }) => line);
  for (const line of [...all].sort((a, b) => Math.hypot(a.cx - a.x1, a.cy - a.y1) - Math.hypot(b.cx - b.x1, b.cy - b.y1))) {
    const label = place(line, `${pair.length} relations`, taken, false);
    if (label) return [label];
  }
  return [];
}

function place(line: Line, words: string, taken: Taken, coloured = true): Label | null {
  const text = shorten(words, LONGEST);
  const wide = textWidth(text, SIZE, false);
  if (!text || (!line.loop && Math.hypot(line.x2 - line.x1, line.y2 - line.y1) < wide * LONG_ENOUGH)) return null;
  for (const [x, y] of line.loop ? [middle(line)] : SHARES.map((share) => along(line, share))) {
    const label: Label = {
      actor: -1, x: x - wide / 2, y: y + SIZE * 0.36, text, size: SIZE, bold: false, faded: line.faded,
      ...(coloured && { colour: line.colour }),
    };
    const box = boxOf(label);
    if (!taken.isFree({ ...box, rank: Infinity })) continue;
    taken.put(box);
    return label;
  }
  return null;
}

function boxOf({ x, y, text, size }: Label): Box {
  return { left: x - 1, top: y - size * 0.95, right: x + textWidth(text, size, false) + 1, bottom: y + size * 0.3, actor: -1, rank: -1 };
}
