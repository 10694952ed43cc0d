// Places for a small graph: springs and repulsion (Fruchterman and Reingold 1991), always the same for the same graph.

const ROUNDS = 260;
/** How strongly edges pull against the push of all nodes; less than 1, for their words want room. */
const PULL = 0.5;
/** Turns by the golden angle fill a spiral evenly. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** The square of a distance beyond which nodes do not push each other. */
const FAR = 64;

export interface Places { x: Float64Array; y: Float64Array }

/** Places in a plane, an edge about 1 long; nodes in the order given begin on a spiral. */
export function placeNodes(count: number, edges: [number, number][]): Places {
  const places = spiral(count);
  for (let round = 0; round < ROUNDS; round++) {
    const forces = { x: new Float64Array(count), y: new Float64Array(count) };
    push(places, forces);
    pull(places, forces, edges);
    // Steps become smaller, so that all comes to rest.
    step(places, forces, 0.9 * (1 - round / ROUNDS) + 0.01);
  }
  return places;
}

/** What a part of a graph wants around it for names, beside and above it. */
const ROOM = { beside: 1.5, above: 0.9 };
/** How much wider than high all parts together are. */
const WIDE = 1.5;

/** The like for a graph of several parts that nothing joins: each is placed for itself, and they stand in rows, the largest first. */
export function placeParts(count: number, edges: [number, number][]): Places {
  const parts = partsOf(count, edges);
  if (parts.length < 2) return placeNodes(count, edges);
  const boxes = parts.map((nodes) => placePart(nodes, edges));
  const width = Math.sqrt(boxes.reduce((area, { wide, high }) => area + wide * high, 0) * WIDE);
  const places = { x: new Float64Array(count), y: new Float64Array(count) };
  let [left, top, row] = [0, 0, 0];
  for (const { nodes, x, y, wide, high } of boxes) {
    if (left && left + wide > width) [left, top, row] = [0, top + row, 0];
    nodes.forEach((node, at) => {
      places.x[node] = left + x[at];
      places.y[node] = top + y[at];
    });
    left += wide;
    row = Math.max(row, high);
  }
  return places;
}

interface Part { nodes: number[]; x: number[]; y: number[]; wide: number; high: number }

/** The places of a part, from the left upper corner of its own room. */
function placePart(nodes: number[], edges: [number, number][]): Part {
  const numbers = new Map(nodes.map((node, at) => [node, at]));
  const own = edges.filter(([a]) => numbers.has(a)).map(([a, b]): [number, number] => [numbers.get(a) as number, numbers.get(b) as number]);
  // Two stand one above the other, so that there is room for the words between them.
  const { x, y } = nodes.length === 2 ? { x: [0, 0], y: [0, 1.3] } : placeNodes(nodes.length, own);
  const [left, right, top, bottom] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  return {
    nodes, x: Array.from(x, (value) => value - left + ROOM.beside / 2), y: Array.from(y, (value) => value - top + ROOM.above / 2),
    wide: right - left + ROOM.beside, high: bottom - top + ROOM.above,
  };
}

/** The nodes of each part, the largest part first. */
function partsOf(count: number, edges: [number, number][]): number[][] {
  const joined: number[][] = Array.from({ length: count }, () => []);
  for (const [a, b] of edges) {
    joined[a].push(b);
    joined[b].push(a);
  }
  const seen = new Uint8Array(count);
  const parts: number[][] = [];
  for (let node = 0; node < count; node++) {
    if (seen[node]) continue;
    seen[node] = 1;
    const part = [node];
    for (let at = 0; at < part.length; at++) {
      for (const other of joined[part[at]]) {
        if (!seen[other]) part.push(other);
        seen[other] = 1;
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts.sort((a, b) => b.length - a.length || a[0] - b[0]);
}

function spiral(count: number): Places {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    x[node] = Math.sqrt(node + 0.5) * Math.cos(node * GOLDEN);
    y[node] = Math.sqrt(node + 0.5) * Math.sin(node * GOLDEN);
  }
  return { x, y };
}

/** All nodes away from each other. */
function push({ x, y }: Places, forces: Places): void {
  for (let a = 0; a < x.length; a++) {
    for (let b = a + 1; b < x.length; b++) {
      const [ux, uy] = [x[a] - x[b], y[a] - y[b]];
      const square = Math.max(0.01, ux * ux + uy * uy);
      if (square > FAR) continue;
      forces.x[a] += ux / square;
      forces.y[a] += uy / square;
      forces.x[b] -= ux / square;
      forces.y[b] -= uy / square;
    }
  }
}

/** The ends of edges toward each other. */
function pull({ x, y }: Places, forces: Places, edges: [number, number][]): void {
  for (const [a, b] of edges) {
    const [ux, uy] = [x[a] - x[b], y[a] - y[b]];
    const length = Math.hypot(ux, uy) * PULL;
    forces.x[a] -= ux * length;
    forces.y[a] -= uy * length;
    forces.x[b] += ux * length;
    forces.y[b] += uy * length;
  }
}

/** Moves each node by its force, but no farther than `most`. */
function step({ x, y }: Places, forces: Places, most: number): void {
  for (let node = 0; node < x.length; node++) {
    // A little toward the middle, so that parts without ties stay in sight; more across than up, as windows are wide.
    const mx = forces.x[node] - x[node] * 0.035;
    const my = forces.y[node] - y[node] * 0.1;
    const length = Math.hypot(mx, my) || 1;
    const reach = Math.min(most, length);
    x[node] += (mx / length) * reach;
    y[node] += (my / length) * reach;
  }
}
