// Lines of a scene: how they are bent, where they end, and which is under a point.

import type { Line, Scene } from "./scene";

export interface Ends {
  lane: number;
  lanes: number;
  /** On which side of the straight line the first lanes lie: 1, or -1 for ties that go the other way. */
  side: 1 | -1;
  /** Radii of the dots at the two ends. */
  from: number;
  to: number;
}

/** Lays a line to its ends: parallel ones fan out, each ends at the rims of its actors; a loop stands on its actor. */
export function lay(line: Line, loop: boolean, { lane, lanes, side, from, to }: Ends): void {
  if (loop) {
    line.loop = from * 0.9 + 5 + 5 * lane;
    line.arrow = false;
    return;
  }
  const dx = line.x2 - line.x1;
  const dy = line.y2 - line.y1;
  const length = Math.hypot(dx, dy) || 1;
  const gap = Math.min(26, Math.max(9, length * 0.16), (length * 1.6) / lanes);
  const offset = lanes === 1 ? 0 : (lane - (lanes - 1) / 2) * gap * 2 * side;
  line.cx = (line.x1 + line.x2) / 2 - (dy / length) * offset;
  line.cy = (line.y1 + line.y2) / 2 + (dx / length) * offset;
  [line.x1, line.y1] = trim(line.x1, line.y1, line.cx, line.cy, from);
  [line.x2, line.y2] = trim(line.x2, line.y2, line.cx, line.cy, to + (line.arrow ? 3 : 1));
}

/** A point moved toward another by some pixels, but never quite there. */
function trim(x: number, y: number, towardX: number, towardY: number, by: number): [number, number] {
  const reach = Math.hypot(towardX - x, towardY - y) || 1;
  const share = Math.min(0.9, by / reach);
  return [x + (towardX - x) * share, y + (towardY - y) * share];
}

export function middle(line: Line): [number, number] {
  if (line.loop) return [line.x1, line.y1 - 2 * line.loop];
  return [(line.x1 + 2 * line.cx + line.x2) / 4, (line.y1 + 2 * line.cy + line.y2) / 4];
}

/** Where the tick of a reviewed line stands: beside the sign in its middle. */
export function tickPlace(line: Line): [number, number] {
  if (line.loop) return [line.x1 + line.loop, line.y1 - line.loop];
  return along(line, 0.62);
}

/** A point of a line's curve, from 0 at its first end to 1 at its other. */
export function along({ x1, y1, cx, cy, x2, y2 }: Line, t: number): [number, number] {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
  return [a * x1 + b * cx + c * x2, a * y1 + b * cy + c * y2];
}

/** The corners of the arrow at a line's other end: x and y of its tip and of the two behind it. */
export function arrowHead(line: Line): number[] {
  const dx = line.x2 - line.cx;
  const dy = line.y2 - line.cy;
  const length = Math.hypot(dx, dy) || 1;
  const size = 5 + line.width;
  const [ux, uy] = [dx / length, dy / length];
  const [bx, by] = [line.x2 - ux * size, line.y2 - uy * size];
  return [line.x2 + ux * 2, line.y2 + uy * 2, bx - uy * size * 0.45, by + ux * size * 0.45, bx + uy * size * 0.45, by - ux * size * 0.45];
}

/** Pixels from a line within which it is pointed at. */
const NEAR = 7;
/** Straight pieces that stand for a curve. */
const PIECES = 12;

/** The tie under a point, or -1. */
export function lineAt(scene: Scene, x: number, y: number): number {
  let best = -1;
  let nearest = NEAR;
  for (const line of scene.lines) {
    const distance = line.loop ? Math.abs(Math.hypot(x - line.x1, y - (line.y1 - line.loop)) - line.loop)
      : isFar(line, x, y) ? Infinity : distanceTo(line, x, y);
    if (distance < nearest) [best, nearest] = [line.tie, distance];
  }
  return best;
}

function isFar(line: Line, x: number, y: number): boolean {
  return x < Math.min(line.x1, line.x2, line.cx) - 8 || x > Math.max(line.x1, line.x2, line.cx) + 8 ||
    y < Math.min(line.y1, line.y2, line.cy) - 8 || y > Math.max(line.y1, line.y2, line.cy) + 8;
}

function distanceTo(line: Line, x: number, y: number): number {
  let nearest = Infinity;
  let [ax, ay] = [line.x1, line.y1];
  for (let piece = 1; piece <= PIECES; piece++) {
    const [bx, by] = along(line, piece / PIECES);
    const share = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1)));
    nearest = Math.min(nearest, Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)));
    [ax, ay] = [bx, by];
  }
  return nearest;
}
