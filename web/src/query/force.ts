// Places for a small graph: springs and repulsion (Fruchterman and Reingold 1991), always the same for the same graph.

const ROUNDS = 260;
/** How strongly edges pull against the push of all nodes; less than 1, for their words want room. */
const PULL = 0.5;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Places in a plane, an edge about 1 long; nodes in the order given begin on a spiral. */
export function placeNodes(count: number, edges: [number, number][]): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    x[node] = Math.sqrt(node + 0.5) * Math.cos(node * GOLDEN);
    y[node] = Math.sqrt(node + 0.5) * Math.sin(node * GOLDEN);
  }
  const dx = new Float64Array(count);
  const dy = new Float64Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    dx.fill(0);
    dy.fill(0);
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++) {
        const [ux, uy] = [x[a] - x[b], y[a] - y[b]];
        const square = Math.max(0.01, ux * ux + uy * uy);
        if (square > 64) continue;
        dx[a] += ux / square;
        dy[a] += uy / square;
        dx[b] -= ux / square;
        dy[b] -= uy / square;
      }
    }
    for (const [a, b] of edges) {
      const [ux, uy] = [x[a] - x[b], y[a] - y[b]];
      const length = Math.hypot(ux, uy) * PULL;
      dx[a] -= ux * length;
      dy[a] -= uy * length;
      dx[b] += ux * length;
      dy[b] += uy * length;
    }
    const most = 0.9 * (1 - round / ROUNDS) + 0.01;
    for (let node = 0; node < count; node++) {
      // A little toward the middle, so that parts without ties stay in sight; more across than up, as windows are wide.
      const mx = dx[node] - x[node] * 0.035;
      const my = dy[node] - y[node] * 0.1;
      const length = Math.hypot(mx, my) || 1;
      const step = Math.min(most, length);
      x[node] += (mx / length) * step;
      y[node] += (my / length) * step;
    }
  }
  return { x, y };
}
