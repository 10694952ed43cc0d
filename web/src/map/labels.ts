// Where names stand on a map: those of the strongest first, each where it covers nothing.

import { addTo } from "../page/groups";
import { oneLine, shorten } from "../page/text";
import type { Dot, Label } from "./scene";

const widths = new Map<string, number>();
let ruler: CanvasRenderingContext2D | null = null;

export function font(size: number, bold: boolean): string {
  return `${bold ? 600 : 400} ${size}px system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif`;
}

export function textWidth(text: string, size: number, bold: boolean): number {
  const key = `${size}${bold}${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    ruler ??= document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
    ruler.font = font(size, bold);
    width = ruler.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** A place that is taken: its sides, whose it is (-1: a label's), and the rank of that actor. */
export interface Box { left: number; top: number; right: number; bottom: number; actor: number; rank: number }

const CELL = 48;

/** Boxes by the cells of a grid that they lie in, so that few have to be compared. */
export class Taken {
  readonly #grid = new Map<number, Box[]>();

  put(box: Box): void {
    for (const cell of cellsOf(box)) {
      addTo(this.#grid, cell, box);
    }
  }

  /** Takes away a box that was put. */
  remove(box: Box): void {
    for (const cell of cellsOf(box)) {
      this.#grid.set(cell, (this.#grid.get(cell) ?? []).filter((each) => !isSame(each, box)));
    }
  }

  isFree(box: Box): boolean {
    return cellsOf(box).every((cell) => !this.#grid.get(cell)?.some((other) => bars(other, box)));
  }
}

function isSame(one: Box, other: Box): boolean {
  return one.left === other.left && one.top === other.top && one.right === other.right && one.actor === other.actor;
}

function cellsOf(box: Box): number[] {
  const cells: number[] = [];
  for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++) {
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
      cells.push(row * 4096 + column);
    }
  }
  return cells;
}

/** Whether a label may not stand over what is there; labels of the strong may lie on dots of the weak. */
function bars(other: Box, label: Box): boolean {
  if ((other.actor >= 0 && other.actor === label.actor) || label.left >= other.right || label.right <= other.left ||
    label.top >= other.bottom || label.bottom <= other.top) return false;
  const weaker = other.rank >= 0 && (label.rank < 12 || (label.rank < 60 && other.rank > label.rank * 2 + 15));
  return !weaker;
}

/** The window that labels are placed in, in pixels. */
export interface Frame { width: number; height: number; scale: number }

/**
 * Labels of the strongest first, each where it covers no dot and no other label; else it is left out. `placeMore` may
 * place others, before the names of what is faded.
 */
export function placeLabels(
  nameOf: (actor: number) => string, dots: Dot[], frame: Frame, placeMore: (taken: Taken) => Label[] = () => [],
): Label[] {
  const taken = new Taken();
  const ranks = new Map<number, number>();
  dots.forEach(({ actor, x, y, radius }, rank) => {
    const r = radius * 0.8;
    ranks.set(actor, rank);
    taken.put({ left: x - r, top: y - r, right: x + r, bottom: y + r, actor, rank });
  });
  const clear = [...dots.filter((dot) => dot.strong), ...dots.filter((dot) => !dot.strong && !dot.faded)];
  const most = Math.max(40, Math.min(260, (frame.width * frame.height) / 4200));
  const names: Label[] = [];
  const placeNames = (of: Dot[]) => {
    for (const dot of of) {
      if (names.length >= most) return;
      const label = placeLabel(dot, shorten(oneLine(nameOf(dot.actor)), dot.strong ? 60 : 26), ranks.get(dot.actor) as number, frame, taken);
      if (label) names.push(label);
    }
  };
  placeNames(clear);
  const more = placeMore(taken);
  placeNames(dots.filter((dot) => dot.faded));
  return [...more, ...names];
}

function placeLabel(dot: Dot, text: string, rank: number, frame: Frame, taken: Taken): Label | null {
  const bold = dot.strong || rank < 8;
  const size = sizeOf(rank, frame);
  const [wide, high] = [textWidth(text, size, bold), size * 1.15];
  for (const [x, y] of placesAround(dot, wide, high)) {
    if (x < 0 || y < 0 || x + wide > frame.width || y + high > frame.height) continue;
    const box = { left: x, top: y, right: x + wide, bottom: y + high };
    if (!dot.strong && !taken.isFree({ ...box, actor: dot.actor, rank })) continue;
    taken.put({ ...box, actor: -1, rank: -1 });
    return { actor: dot.actor, x, y: y + size * 0.92, text, size, bold, faded: dot.faded };
  }
  return null;
}

function sizeOf(rank: number, { width, scale }: Frame): number {
  return (rank < 8 ? 15 : rank < 30 ? 13 : rank < 90 ? 12 : 11) + (scale > 1.6 ? 1 : 0) - (width < 600 ? 2 : 0);
}

/** Left upper corners: below, above, beside, and then askew. */
function placesAround({ x, y, radius }: Dot, wide: number, high: number): [number, number][] {
  const [below, above, beside] = [y + radius + 2, y - radius - high - 2, y - high / 2];
  const [right, left] = [x + radius * 0.7, x - radius * 0.7 - wide];
  return [
    [x - wide / 2, below], [x - wide / 2, above], [x + radius + 4, beside], [x - radius - 4 - wide, beside],
    [right, below - 2], [right, above + 2], [left, below - 2], [left, above + 2],
  ];
}
