// Places for what a map shows: each connected part by forces, room made for names, the parts side by side.

import { pack, type Shape } from "./packing";
import { type Part, settle } from "./forces";

/** What is to be placed; lengths in units of the distance of two tied nodes. */
export interface Drawn {
  /** Where the nodes begin. */
  x: Float64Array;
  y: Float64Array;
  /** Pairs of nodes with a tie, each once, and how strongly it pulls. */
  ties: [from: number, to: number, pull: number][];
  /** 1 for nodes that stay where they are. */
  fixed: Uint8Array;
  /** Width to height of the window. */
  aspect: number;
}

/** The least distance of two nodes, and how much wider than high that is, as names are. */
const APART = 0.72;
const NAME = 1.5;
const SPREADING = 30;
/** Turns by the golden angle part what lies on one place. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Moves `drawn.x` and `drawn.y`; yields every now and then, and gives the same for the same. */
export function* layOut(drawn: Drawn): Generator<void> {
  const shapes: Shape[] = [];
  const parts = componentsOf(drawn);
  for (const nodes of parts) {
    const part = partOf(drawn, nodes);
    if (nodes.length > 1) yield* settle(part, drawn.aspect);
    for (let round = 0; round < SPREADING && spread(part); round++) yield;
    shapes.push({ x: part.x, y: part.y, stays: part.fixed.includes(1) });
  }
  yield;
  pack(shapes, drawn.aspect);
  parts.forEach((nodes, place) => nodes.forEach((node, at) => {
    drawn.x[node] = shapes[place].x[at];
    drawn.y[node] = shapes[place].y[at];
  }));
}

/** The connected parts, the largest first. */
function componentsOf({ x, ties }: Drawn): number[][] {
  const root = Array.from(x, (_, node) => node);
  const find = (node: number): number => {
    while (root[node] !== node) node = root[node] = root[root[node]];
    return node;
  };
  for (const [from, to] of ties) {
    const [a, b] = [find(from), find(to)];
    root[Math.max(a, b)] = Math.min(a, b);
  }
  const members = new Map<number, number[]>();
  root.forEach((_, node) => {
    const first = find(node);
    const known = members.get(first);
    if (known) known.push(node);
    else members.set(first, [node]);
  });
  return [...members.values()].sort((a, b) => b.length - a.length || a[0] - b[0]);
}

function partOf(drawn: Drawn, nodes: number[]): Part {
  const index = new Map(nodes.map((node, at) => [node, at]));
  const own = drawn.ties.filter(([from]) => index.has(from));
  const fixed = Uint8Array.from(nodes, (node) => drawn.fixed[node]);
  const x = Float64Array.from(nodes, (node) => drawn.x[node]);
  const y = Float64Array.from(nodes, (node) => drawn.y[node]);
  const held = fixed.includes(1);
  // A free part turns around its own middle; none lies wholly on one place.
  const [mx, my] = held ? [0, 0] : [x, y].map((each) => each.reduce((sum, value) => sum + value, 0) / nodes.length);
  for (let at = 0; at < nodes.length; at++) {
    if (fixed[at]) continue;
    const off = 0.05 * Math.sqrt(at + 1);
    x[at] += off * Math.cos(at * GOLDEN) - mx;
    y[at] += off * Math.sin(at * GOLDEN) - my;
  }
  return {
    x, y, fixed, from: Int32Array.from(own, ([from]) => index.get(from) as number),
    to: Int32Array.from(own, ([, to]) => index.get(to) as number), pull: Float64Array.from(own, ([, , pull]) => pull),
  };
}

/** Moves nodes that are too near away from each other; gives whether there were any. */
function spread({ x, y, fixed }: Part): boolean {
  const cells = new Map<string, number[]>();
  const cellOf = (node: number, right = 0, down = 0) => `${Math.floor(x[node] / NAME / APART) + right} ${Math.floor(y[node] / APART) + down}`;
  for (let node = 0; node < x.length; node++) {
    const key = cellOf(node);
    const there = cells.get(key);
    if (there) there.push(node);
    else cells.set(key, [node]);
  }
  let isMoved = false;
  const [mx, my] = [new Float64Array(x.length), new Float64Array(x.length)];
  for (let node = 0; node < x.length; node++) {
    for (let right = -1; right <= 1; right++) {
      for (let down = -1; down <= 1; down++) {
        for (const other of cells.get(cellOf(node, right, down)) ?? []) {
          if (other === node) continue;
          const [dx, dy] = [(x[node] - x[other]) / NAME, y[node] - y[other]];
          const length = Math.hypot(dx, dy);
          if (length >= APART * 0.98) continue;
          isMoved = true;
          const by = (APART - length) * 0.5 / Math.max(length, 1e-3);
          mx[node] += length < 1e-3 ? Math.cos(node * GOLDEN) * 0.1 : dx * NAME * by;
          my[node] += length < 1e-3 ? Math.sin(node * GOLDEN) * 0.1 : dy * by;
        }
      }
    }
  }
  for (let node = 0; node < x.length; node++) {
    if (fixed[node]) continue;
    x[node] += mx[node] * 0.8;
    y[node] += my[node] * 0.8;
  }
  return isMoved;
}
