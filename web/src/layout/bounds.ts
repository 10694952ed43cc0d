// The least rectangle of the plane with some places in it.

export interface Bounds { left: number; top: number; right: number; bottom: number }

/** Around those of the places `x`, `y` that have these numbers, of which there is at least one. */
export function boundsOf(numbers: Iterable<number>, x: number[], y: number[]): Bounds {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const number of numbers) {
    bounds.left = Math.min(bounds.left, x[number]);
    bounds.top = Math.min(bounds.top, y[number]);
    bounds.right = Math.max(bounds.right, x[number]);
    bounds.bottom = Math.max(bounds.bottom, y[number]);
  }
  return bounds;
}
