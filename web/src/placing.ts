// Places of actors that come onto a map later: who is there stays, newcomers stand beside their neighbours.

import type { Case } from "./data";

/** Units between neighbouring places, as in src/sociogram/write/picture/layout.py. */
const UNIT = 70;
const CELL = UNIT * 0.8;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Gives the actors of `after` that `before` has their places there, and the others free places near their
 * neighbours; or, where there are more of the strongest (`grown`), their own places in the same drawing.
 */
export function keepPlaces(before: Case, after: Case, grown = false): void {
  const { actors, ties } = after.data;
  const placed = new Uint8Array(actors.id.length);
  const taken = new Set<string>();
  const cell = (x: number, y: number) => `${Math.round(x / CELL)} ${Math.round(y / CELL)}`;
  let [known, same] = [0, 0];
  const frame = [Infinity, Infinity, -Infinity, -Infinity];
  for (let actor = 0; actor < placed.length; actor++) {
    const old = before.actor(actors.id[actor]);
    if (old < 0) continue;
    if (actors.x[actor] === before.data.actors.x[old] && actors.y[actor] === before.data.actors.y[old]) same++;
    actors.x[actor] = before.data.actors.x[old];
    actors.y[actor] = before.data.actors.y[old];
    taken.add(cell(actors.x[actor], actors.y[actor]));
    placed[actor] = 1;
    known++;
    const [x, y] = [actors.x[actor], actors.y[actor]];
    [frame[0], frame[1], frame[2], frame[3]] = [Math.min(frame[0], x), Math.min(frame[1], y), Math.max(frame[2], x), Math.max(frame[3], y)];
  }
  // Of another case, or nearly: its own drawing is better.
  if (!known || (grown && same > known / 2)) return;
  const [mx, my] = [(frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2];
  for (const actor of after.ranking) {
    if (placed[actor]) continue;
    let [x, y, weight] = [0, 0, 0];
    for (const tie of after.tiesOfActor[actor]) {
      const other = ties.subject[tie] === actor ? ties.object[tie] : ties.subject[tie];
      if (other < 0 || other === actor || !placed[other]) continue;
      // The stronger the neighbour, the more others want to stand beside it: the weaker tells more.
      const share = after.claimsOfTie[tie].length / (1 + after.degree[other]);
      x += actors.x[other] * share;
      y += actors.y[other] * share;
      weight += share;
    }
    // Without a neighbour there it keeps to the side where its own drawing has it, but not far out.
    const [dx, dy] = [actors.x[actor] - mx, actors.y[actor] - my];
    const out = Math.max(1, Math.abs(dx) / Math.max(1, mx - frame[0]), Math.abs(dy) / Math.max(1, my - frame[1]));
    const [cx, cy] = weight ? [x / weight, y / weight] : [mx + dx / out, my + dy / out];
    for (let step = 0; ; step++) {
      const reach = CELL * Math.sqrt(step);
      const [px, py] = [cx + reach * Math.cos(step * GOLDEN), cy + reach * Math.sin(step * GOLDEN)];
      const key = cell(px, py);
      if (taken.has(key) && step < 20_000) continue;
      taken.add(key);
      actors.x[actor] = Math.round(px);
      actors.y[actor] = Math.round(py);
      break;
    }
    placed[actor] = 1;
  }
}
