// Places of actors that come onto a map later: who is there stays, newcomers stand beside their neighbours.

import type { Graph } from "../data/graph";
import { type Bounds, boundsOf } from "./bounds";

/** Units between neighbouring places, as in src/sociogram/write/picture/layout.py. */
const UNIT = 70;
const CELL = UNIT * 0.8;
/** Turns by the golden angle fill a spiral evenly. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Steps of the spiral after which a place that is taken has to do. */
const LAST_STEP = 20_000;

type Place = [x: number, y: number];

/**
 * Gives the actors of `after` that `before` has their places there, and the others free places near their
 * neighbours; or, where there are more of the strongest (`grown`), their own places in the same drawing.
 */
export function keepPlaces(before: Graph, after: Graph, grown = false): void {
  const known = knownActors(before, after);
  const { x, y } = after.data.actors;
  const same = known.filter(([actor, old]) => x[actor] === before.data.actors.x[old] && y[actor] === before.data.actors.y[old]);
  const drawing = new Drawing(after);
  for (const [actor, old] of known) drawing.put(actor, [before.data.actors.x[old], before.data.actors.y[old]]);
  // Of another case, or nearly: its own drawing is better.
  if (!known.length || (grown && same.length > known.length / 2)) return;
  const frame = drawing.frame();
  for (const actor of after.ranking) {
    if (!drawing.isPlaced(actor)) drawing.putNear(actor, drawing.amongNeighbours(actor) ?? drawing.within(frame, actor));
  }
}

/** Free places for newcomers beside their neighbours, the others being where `places` has them. */
export function freePlaces(graph: Graph, places: Map<number, Place>, newcomers: number[]): Map<number, Place> {
  const { x, y } = graph.data.actors;
  const found = new Map<number, Place>();
  if (!newcomers.length) return found;
  const kept = [...places.keys(), ...newcomers].map((actor): [number, number, number] => [actor, x[actor], y[actor]]);
  const drawing = new Drawing(graph);
  for (const [actor, place] of places) drawing.put(actor, place);
  const frame = drawing.frame();
  for (const actor of newcomers) {
    [x[actor], y[actor]] = [graph.home.x[actor], graph.home.y[actor]];
    drawing.putNear(actor, drawing.amongNeighbours(actor) ?? drawing.within(frame, actor));
    found.set(actor, [x[actor], y[actor]]);
  }
  // Where all are drawn now is for who moves them.
  for (const [actor, left, top] of kept) [x[actor], y[actor]] = [left, top];
  return found;
}

/** The actors of `after` that `before` has, with their numbers there. */
function knownActors(before: Graph, after: Graph): [actor: number, old: number][] {
  return after.data.actors.id.map((id, actor): [number, number] => [actor, before.actor(id)]).filter(([, old]) => old >= 0);
}

/** The places of a graph while they are being given. */
class Drawing {
  readonly #placed = new Set<number>();
  readonly #taken = new Set<string>();
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  isPlaced(actor: number): boolean {
    return this.#placed.has(actor);
  }

  put(actor: number, [x, y]: Place, cell = cellOf(x, y)): void {
    const { actors } = this.#graph.data;
    actors.x[actor] = x;
    actors.y[actor] = y;
    this.#taken.add(cell);
    this.#placed.add(actor);
  }

  /** The least rectangle around all that is placed. */
  frame(): Bounds {
    const { x, y } = this.#graph.data.actors;
    return boundsOf(this.#placed, x, y);
  }

  /** The middle of an actor's neighbours that are placed; nothing where there are none. */
  amongNeighbours(actor: number): Place | null {
    const graph = this.#graph;
    const { actors } = graph.data;
    let [x, y, weight] = [0, 0, 0];
    for (const tie of graph.tiesOfActor[actor]) {
      const other = graph.otherEnd(tie, actor);
      if (other < 0 || other === actor || !this.#placed.has(other)) continue;
      // The stronger the neighbour, the more others want to stand beside it: the weaker tells more.
      const share = graph.claimsOfTie[tie].length / (1 + graph.degree[other]);
      x += actors.x[other] * share;
      y += actors.y[other] * share;
      weight += share;
    }
    return weight ? [x / weight, y / weight] : null;
  }

  /** Without a neighbour an actor keeps to the side where its own drawing has it, but not far out. */
  within({ left, top, right, bottom }: Bounds, actor: number): Place {
    const { actors } = this.#graph.data;
    const [mx, my] = [(left + right) / 2, (top + bottom) / 2];
    const [dx, dy] = [actors.x[actor] - mx, actors.y[actor] - my];
    const out = Math.max(1, Math.abs(dx) / Math.max(1, mx - left), Math.abs(dy) / Math.max(1, my - top));
    return [mx + dx / out, my + dy / out];
  }

  /** Puts an actor on the free place that is nearest to one, as a spiral finds it. */
  putNear(actor: number, [cx, cy]: Place): void {
    for (let step = 0; ; step++) {
      const reach = CELL * Math.sqrt(step);
      const [x, y] = [cx + reach * Math.cos(step * GOLDEN), cy + reach * Math.sin(step * GOLDEN)];
      const cell = cellOf(x, y);
      if (!this.#taken.has(cell) || step >= LAST_STEP) return this.put(actor, [Math.round(x), Math.round(y)], cell);
    }
  }
}

function cellOf(x: number, y: number): string {
  return `${Math.round(x / CELL)} ${Math.round(y / CELL)}`;
}
