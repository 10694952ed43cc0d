// Forces between the nodes of one connected part: ties pull, all nodes push, hubs the more (Jacomy et al. 2014), but by
// the root of their ties, so that those of hundreds of ties stay in one picture.

/** A part of a graph. Lengths are in units of the distance of two tied nodes. */
export interface Part {
  /** Where its nodes begin; they are moved. */
  x: Float64Array;
  y: Float64Array;
  /** The ends of its ties, and how strongly each pulls. */
  from: Int32Array;
  to: Int32Array;
  pull: Float64Array;
  /** 1 for nodes that stay where they are. */
  fixed: Uint8Array;
}

const PUSH = 0.4;
const GRAVITY = 0.12;
/** The share of a force that a node follows in one round. */
const STEP = 0.45;
/** A cell as wide as this share of its distance is taken for one node (Barnes and Hut 1986). */
const THETA = 0.9;
/** Nodes up to which each is pushed by each. */
const FEW = 90;

/** Rounds that a part of so many nodes gets: fixed numbers, so that every run ends alike. */
export function roundsFor(count: number): number {
  return count <= 100 ? 300 : count <= 500 ? 220 : count <= 2500 ? 150 : 90;
}

/** Moves the nodes of a part until they are at rest, and yields after each round. `aspect` is width to height. */
export function* settle(part: Part, aspect: number): Generator<void> {
  const count = part.x.length;
  const inertia = new Float64Array(count).fill(1);
  part.from.forEach((from, tie) => {
    inertia[from]++;
    inertia[part.to[tie]]++;
  });
  const mass = inertia.map(Math.sqrt);
  const fx = new Float64Array(count);
  const fy = new Float64Array(count);
  const rounds = roundsFor(count);
  const farthest = 1 + Math.sqrt(count) * 0.35;
  for (let round = 0; round < rounds; round++) {
    fx.fill(0);
    fy.fill(0);
    if (count <= FEW) pushEach(part, mass, fx, fy);
    else new Quadtree(part.x, part.y, mass).push(fx, fy);
    pullTies(part, fx, fy);
    move(part, inertia, fx, fy, { most: farthest * (1 - round / rounds) ** 2 + 0.02, aspect });
    yield;
  }
}

function pushEach({ x, y }: Part, mass: Float64Array, fx: Float64Array, fy: Float64Array): void {
  for (let a = 0; a < x.length; a++) {
    for (let b = a + 1; b < x.length; b++) {
      const [dx, dy] = [x[a] - x[b], y[a] - y[b]];
      const force = (PUSH * mass[a] * mass[b]) / Math.max(0.01, dx * dx + dy * dy);
      fx[a] += dx * force;
      fy[a] += dy * force;
      fx[b] -= dx * force;
      fy[b] -= dy * force;
    }
  }
}

function pullTies({ x, y, from, to, pull }: Part, fx: Float64Array, fy: Float64Array): void {
  for (let tie = 0; tie < from.length; tie++) {
    const [a, b] = [from[tie], to[tie]];
    const [dx, dy] = [(x[b] - x[a]) * pull[tie], (y[b] - y[a]) * pull[tie]];
    fx[a] += dx;
    fy[a] += dy;
    fx[b] -= dx;
    fy[b] -= dy;
  }
}

interface Bound { most: number; aspect: number }

function move({ x, y, fixed }: Part, inertia: Float64Array, fx: Float64Array, fy: Float64Array, { most, aspect }: Bound): void {
  for (let node = 0; node < x.length; node++) {
    if (fixed[node]) continue;
    // Toward the middle, from above and below more where the window is wide.
    const mx = (fx[node] / inertia[node] - (x[node] * GRAVITY) / aspect) * STEP;
    const my = (fy[node] / inertia[node] - y[node] * GRAVITY * aspect) * STEP;
    const length = Math.hypot(mx, my);
    const share = length > most ? most / length : 1;
    x[node] += mx * share;
    y[node] += my * share;
  }
}

/** Cells of a plane, each of which is quartered until it has one node. */
class Quadtree {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #mass: Float64Array;
  /** Four children a cell, 0 for none; then its mass, its middle of mass, its half side, and its node or -1. */
  readonly #child: Int32Array;
  readonly #weight: Float64Array;
  readonly #cx: Float64Array;
  readonly #cy: Float64Array;
  readonly #half: Float64Array;
  readonly #node: Int32Array;
  #cells = 1;

  constructor(x: Float64Array, y: Float64Array, mass: Float64Array) {
    [this.#x, this.#y, this.#mass] = [x, y, mass];
    const room = x.length * 12 + 64;
    this.#child = new Int32Array(room * 4);
    [this.#weight, this.#cx, this.#cy, this.#half] = Array.from({ length: 4 }, () => new Float64Array(room));
    this.#node = new Int32Array(room).fill(-1);
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let node = 0; node < x.length; node++) {
      [left, right] = [Math.min(left, x[node]), Math.max(right, x[node])];
      [top, bottom] = [Math.min(top, y[node]), Math.max(bottom, y[node])];
    }
    this.#half[0] = Math.max(right - left, bottom - top) / 2 + 1e-6;
    const middle: [number, number] = [(left + right) / 2, (top + bottom) / 2];
    for (let node = 0; node < x.length; node++) this.#insert(node, ...middle);
  }

  #insert(node: number, mx: number, my: number): void {
    let cell = 0;
    for (let depth = 0; ; depth++) {
      const held = this.#node[cell];
      const isLeaf = this.#weight[cell] > 0 && held >= 0;
      if (this.#weight[cell] === 0) {
        this.#node[cell] = node;
        return this.#weigh(cell, node);
      }
      // Nodes that lie on each other share a cell, as do all where there is no more room.
      if (isLeaf && (depth > 40 || this.#cells + 8 > this.#node.length)) return this.#weigh(cell, node);
      if (isLeaf) {
        this.#node[cell] = -1;
        const inner = this.#quarter(cell, this.#x[held] >= mx, this.#y[held] >= my);
        this.#node[inner] = held;
        [this.#weight[inner], this.#cx[inner], this.#cy[inner]] = [this.#weight[cell], this.#cx[cell], this.#cy[cell]];
      }
      this.#weigh(cell, node);
      const [right, below] = [this.#x[node] >= mx, this.#y[node] >= my];
      const quarter = this.#half[cell] / 2;
      mx += right ? quarter : -quarter;
      my += below ? quarter : -quarter;
      cell = this.#quarter(cell, right, below);
    }
  }

  #quarter(cell: number, right: boolean, below: boolean): number {
    const place = cell * 4 + Number(right) + 2 * Number(below);
    if (!this.#child[place]) {
      this.#child[place] = this.#cells;
      this.#half[this.#cells++] = this.#half[cell] / 2;
    }
    return this.#child[place];
  }

  #weigh(cell: number, node: number): void {
    const more = this.#mass[node];
    const all = this.#weight[cell] + more;
    this.#cx[cell] += ((this.#x[node] - this.#cx[cell]) * more) / all;
    this.#cy[cell] += ((this.#y[node] - this.#cy[cell]) * more) / all;
    this.#weight[cell] = all;
  }

  push(fx: Float64Array, fy: Float64Array): void {
    const stack = new Int32Array(512);
    for (let node = 0; node < this.#x.length; node++) {
      let [high, sumX, sumY] = [1, 0, 0];
      stack[0] = 0;
      while (high) {
        const cell = stack[--high];
        const [dx, dy] = [this.#x[node] - this.#cx[cell], this.#y[node] - this.#cy[cell]];
        const square = dx * dx + dy * dy;
        const isLeaf = this.#node[cell] >= 0;
        if (isLeaf || (2 * this.#half[cell]) ** 2 < square * THETA * THETA) {
          const force = this.#weight[cell] / Math.max(0.01, square);
          sumX += dx * force;
          sumY += dy * force;
          continue;
        }
        for (let quarter = cell * 4; quarter < cell * 4 + 4; quarter++) if (this.#child[quarter]) stack[high++] = this.#child[quarter];
      }
      fx[node] += sumX * PUSH * this.#mass[node];
      fy[node] += sumY * PUSH * this.#mass[node];
    }
  }
}
