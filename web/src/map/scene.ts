// What is to be drawn, in pixels: the same for the canvas, the SVG and the search for what is under the pointer.

import type { Shape } from "./palette";

export interface Dot {
  actor: number; x: number; y: number; radius: number; shape: Shape; colour: string; faded: boolean; strong: boolean;
  /** Held where someone put it. */
  pinned?: boolean;
}

/** How a line is drawn by how its tie stands; contact, which is neither for nor against, has long dashes. */
export type Mark = "" | "contact" | "disputed" | "denied" | "unsettled";

/** From one end over a control point to the other; where `loop` is a radius, a circle at the first end. */
export interface Line {
  tie: number; x1: number; y1: number; cx: number; cy: number; x2: number; y2: number; loop: number;
  width: number; colour: string; mark: Mark; arrow: boolean; faded: boolean; strong: boolean;
  /** Whether a person confirmed some claim of it. */
  reviewed?: boolean;
}

/** A name, or the words of a line, which are no actor's (-1) and have the line's colour. */
export interface Label { actor: number; x: number; y: number; text: string; size: number; bold: boolean; faded: boolean; colour?: string }

export interface Scene { width: number; height: number; dots: Dot[]; lines: Line[]; labels: Label[] }

export const NOTHING: Scene = { width: 1, height: 1, dots: [], lines: [], labels: [] };

/** The sign in the middle of a line. */
export const SIGNS: Record<Mark, string> = { "": "", contact: "", disputed: "?", denied: "×", unsettled: "~" };

/** Long dashes for contact; dashes for what is denied; round dots, with the round caps of lines, for what is only alleged, possible, wanted or ahead. */
export function dashesOf(mark: Mark, width: number): number[] {
  if (mark === "contact") return [9 + width, 4 + width];
  return mark === "" ? [] : mark === "unsettled" ? [0.1, width + 3.5] : [5, 4];
}

/** Pixels by strength, against the strongest there is: the area grows with it. */
export function radiusOf(strength: number, top: number, scale: number): number {
  return (3.6 + 15 * Math.sqrt(strength / Math.max(16, top))) * Math.max(0.55, Math.min(1.5, Math.sqrt(scale * 1.4)));
}

/** Pixels by the number of claims. */
export function lineWidth(count: number): number {
  return 1 + 1.1 * Math.log2(count);
}

/** The actor under a point, or -1. */
export function dotAt(scene: Scene, x: number, y: number): number {
  let best = -1;
  let nearest = Infinity;
  for (const dot of scene.dots) {
    const distance = Math.hypot(dot.x - x, dot.y - y) - dot.radius;
    if (distance < 5 && distance < nearest) {
      nearest = distance;
      best = dot.actor;
    }
  }
  return best;
}
