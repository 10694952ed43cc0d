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
