// Lines between the same two ends, side by side.

import { addTo } from "../page/groups";

export interface Lanes {
  /** For each line its place among those of its pair. */
  lane: Int32Array;
  /** How many its pair has. */
  lanes: Int32Array;
}

/** The lanes of lines by the numbers of their ends, whatever their direction; an end below 0 is no end. */
export function makeLanes(from: number[], to: number[]): Lanes {
  const pairs = new Map<string, number[]>();
  from.forEach((one, line) => {
    const other = to[line];
    if (one < 0 || other < 0) return;
    const key = one < other ? `${one} ${other}` : `${other} ${one}`;
    addTo(pairs, key, line);
  });
  const lane = new Int32Array(from.length);
  const lanes = new Int32Array(from.length).fill(1);
  for (const pair of pairs.values()) {
    pair.forEach((line, place) => {
      lane[line] = place;
      lanes[line] = pair.length;
    });
  }
  return { lane, lanes };
}
