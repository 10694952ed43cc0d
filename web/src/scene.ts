// What is to be drawn, in pixels: the same for the canvas, the SVG and the search for what is under the pointer.

import type { Palette, Shape } from "./palette";
import type { Standing, State } from "./state";
import { oneLine, shorten } from "./words";

export interface View { x: number; y: number; scale: number }

export interface Dot {
  actor: number; x: number; y: number; radius: number; shape: Shape; colour: string; faded: boolean; strong: boolean;
}

export type Mark = "" | "disputed" | "denied" | "unsettled";
const MARKS: Record<Standing, Mark> = { fact: "", disputed: "disputed", "only denied": "denied", "not established": "unsettled" };
/** The sign in the middle of a line. */
export const SIGNS: Record<Mark, string> = { "": "", disputed: "?", denied: "×", unsettled: "~" };

/** Dashes for what is denied; round dots, with the round caps of lines, for what is not established. */
export function dashesOf(mark: Mark, width: number): number[] {
  return mark === "" ? [] : mark === "unsettled" ? [0.1, width + 3.5] : [5, 4];
}

export interface Line {
  tie: number; x1: number; y1: number; cx: number; cy: number; x2: number; y2: number; loop: number;
  width: number; colour: string; mark: Mark; arrow: boolean; faded: boolean; strong: boolean;
}

export interface Label { actor: number; x: number; y: number; text: string; size: number; bold: boolean; faded: boolean }

export interface Scene { width: number; height: number; dots: Dot[]; lines: Line[]; labels: Label[] }

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

/** Area by strength, against the strongest there is. */
export function radiusOf(strength: number, top: number, scale: number): number {
  return (3.6 + 15 * Math.sqrt(strength / Math.max(16, top))) * Math.max(0.55, Math.min(1.5, Math.sqrt(scale * 1.4)));
}

/** Whom the selection and the path concern; nobody where nothing is selected. */
function highlights(state: State): { actors: Set<number>; ties: Set<number> } | null {
  const { ties } = state.graph.data;
  const actors = new Set<number>();
  const chosen = new Set<number>();
  const takeTie = (tie: number) => {
    chosen.add(tie);
    actors.add(ties.subject[tie]);
    if (ties.object[tie] >= 0) actors.add(ties.object[tie]);
  };
  if (state.path && state.pathTies.length) {
    for (const step of state.pathTies) {
      for (const tie of state.graph.tiesOfActor[ties.subject[step]]) {
        if (samePair(state, tie, step)) takeTie(tie);
      }
    }
  } else if (state.selection && "actor" in state.selection) {
    actors.add(state.selection.actor);
    for (const tie of state.graph.tiesOfActor[state.selection.actor]) if (state.tieCount[tie]) takeTie(tie);
  } else if (state.selection) takeTie(state.selection.tie);
  else return null;
  return { actors, ties: chosen };
}

export function samePair(state: State, left: number, right: number): boolean {
  const { subject, object } = state.graph.data.ties;
  return (subject[left] === subject[right] && object[left] === object[right]) ||
    (subject[left] === object[right] && object[left] === subject[right]);
}

export function makeScene(state: State, palette: Palette, view: View, width: number, height: number): Scene {
  const { graph } = state;
  const { actors, ties } = graph.data;
  const lit = highlights(state);
  const px = (actor: number) => actors.x[actor] * view.scale + view.x;
  const py = (actor: number) => actors.y[actor] * view.scale + view.y;
  const margin = 60;
  const dots: Dot[] = [];
  const radius = new Map<number, number>();
  const top = graph.strength[graph.ranking[0]] ?? 1;
  for (const actor of state.shownActors) {
    const r = radiusOf(graph.strength[actor], top, view.scale);
    radius.set(actor, r);
    const x = px(actor);
    const y = py(actor);
    if (x < -margin || y < -margin || x > width + margin || y > height + margin) continue;
    const group = graph.group(actor);
    const selected = state.selection && "actor" in state.selection && state.selection.actor === actor;
    dots.push({
      actor, x, y, radius: r, shape: palette.shape(group),
      colour: state.colours === "kind" ? palette.group(group) : palette.community(actors.community[actor]),
      faded: lit !== null && !lit.actors.has(actor), strong: Boolean(selected),
    });
  }
  const lines: Line[] = [];
  for (const tie of state.shownTies) {
    const from = ties.subject[tie];
    const to = ties.object[tie];
    const x1 = px(from), y1 = py(from), x2 = px(to), y2 = py(to);
    if (Math.max(x1, x2) < -margin || Math.max(y1, y2) < -margin || Math.min(x1, x2) > width + margin ||
      Math.min(y1, y2) > height + margin) continue;
    const count = state.tieCount[tie];
    const line: Line = {
      tie, x1, y1, cx: 0, cy: 0, x2, y2, loop: 0, width: 1 + 1.1 * Math.log2(count),
      colour: palette.sentiment(graph.sentiment(tie)),
      mark: MARKS[state.standing(tie)],
      arrow: !graph.data.relations[ties.relation[tie]][4],
      faded: lit !== null && !lit.ties.has(tie), strong: lit !== null && lit.ties.has(tie),
    };
    if (from === to) {
      line.loop = (radius.get(from) as number) * 0.9 + 5 + 5 * graph.lane[tie];
      line.arrow = false;
    } else bend(line, graph.lane[tie], graph.lanes[tie], from < to ? 1 : -1, radius.get(from) as number, radius.get(to) as number);
    lines.push(line);
  }
  return { width, height, dots, lines, labels: placeLabels((actor) => graph.name(actor), view, dots, width, height) };
}

/** Parallel ties fan out; each ends at the rims of its actors. */
export function bend(line: Line, lane: number, lanes: number, side: number, from: number, to: number): void {
  const dx = line.x2 - line.x1;
  const dy = line.y2 - line.y1;
  const length = Math.hypot(dx, dy) || 1;
  const gap = Math.min(26, Math.max(9, length * 0.16), (length * 1.6) / lanes);
  const offset = lanes === 1 ? 0 : (lane - (lanes - 1) / 2) * gap * 2 * side;
  line.cx = (line.x1 + line.x2) / 2 - (dy / length) * offset;
  line.cy = (line.y1 + line.y2) / 2 + (dx / length) * offset;
  const trim = (x: number, y: number, tx: number, ty: number, by: number): [number, number] => {
    const reach = Math.hypot(tx - x, ty - y) || 1;
    const share = Math.min(0.9, by / reach);
    return [x + (tx - x) * share, y + (ty - y) * share];
  };
  [line.x1, line.y1] = trim(line.x1, line.y1, line.cx, line.cy, from);
  [line.x2, line.y2] = trim(line.x2, line.y2, line.cx, line.cy, to + (line.arrow ? 3 : 1));
}

export function middle(line: Line): [number, number] {
  if (line.loop) return [line.x1, line.y1 - 2 * line.loop];
  return [(line.x1 + 2 * line.cx + line.x2) / 4, (line.y1 + 2 * line.cy + line.y2) / 4];
}

const CELL = 48;

/** Labels of the strongest first, each where it covers no dot and no other label; else it is left out. */
export function placeLabels(nameOf: (actor: number) => string, view: View, dots: Dot[], width: number, height: number): Label[] {
  const labels: Label[] = [];
  const grid = new Map<number, number[][]>();
  const cells = (box: number[], visit: (key: number) => boolean): boolean => {
    for (let row = Math.floor(box[1] / CELL); row <= Math.floor(box[3] / CELL); row++) {
      for (let column = Math.floor(box[0] / CELL); column <= Math.floor(box[2] / CELL); column++) {
        if (visit(row * 4096 + column)) return true;
      }
    }
    return false;
  };
  const put = (box: number[]) => cells(box, (key) => {
    const boxes = grid.get(key);
    if (boxes) boxes.push(box);
    else grid.set(key, [box]);
    return false;
  });
  // A box is its sides, its actor (-1 for a label) and its rank; labels of the strong may lie on dots of the weak.
  const covered = (box: number[]) => cells(box, (key) => (grid.get(key) ?? []).some(
    (other) => other[4] !== box[4] && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1] &&
      !(other[5] >= 0 && (box[5] < 12 || (box[5] < 60 && other[5] > box[5] * 2 + 15))),
  ));
  const rank = new Map<number, number>();
  dots.forEach((dot, place) => {
    const r = dot.radius * 0.8;
    rank.set(dot.actor, place);
    put([dot.x - r, dot.y - r, dot.x + r, dot.y + r, dot.actor, place]);
  });
  const important = dots.filter((dot) => dot.strong).concat(dots.filter((dot) => !dot.strong && !dot.faded),
    dots.filter((dot) => dot.faded));
  const most = Math.max(40, Math.min(260, (width * height) / 4200));
  for (const dot of important) {
    if (labels.length >= most) break;
    const place = rank.get(dot.actor) as number;
    const bold = dot.strong || place < 8;
    const size = (place < 8 ? 15 : place < 30 ? 13 : place < 90 ? 12 : 11) + (view.scale > 1.6 ? 1 : 0) - (width < 600 ? 2 : 0);
    const text = shorten(oneLine(nameOf(dot.actor)), dot.strong ? 60 : 26);
    const wide = textWidth(text, size, bold);
    const high = size * 1.15;
    const r = dot.radius;
    const [low, high_, beside] = [dot.y + r + 2, dot.y - r - high - 2, dot.y - high / 2];
    const places = [
      [dot.x - wide / 2, low], [dot.x - wide / 2, high_], [dot.x + r + 4, beside], [dot.x - r - 4 - wide, beside],
      [dot.x + r * 0.7, low - 2], [dot.x + r * 0.7, high_ + 2], [dot.x - r * 0.7 - wide, low - 2], [dot.x - r * 0.7 - wide, high_ + 2],
    ];
    for (const [x, y] of places) {
      if (x < 0 || y < 0 || x + wide > width || y + high > height) continue;
      if (!dot.strong && covered([x, y, x + wide, y + high, dot.actor, place])) continue;
      put([x, y, x + wide, y + high, -1, -1]);
      labels.push({ actor: dot.actor, x, y: y + size * 0.92, text, size, bold, faded: dot.faded });
      break;
    }
  }
  return labels;
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

/** The tie under a point, or -1. */
export function lineAt(scene: Scene, x: number, y: number): number {
  let best = -1;
  let nearest = 7;
  for (const line of scene.lines) {
    if (line.loop) {
      const distance = Math.abs(Math.hypot(x - line.x1, y - (line.y1 - line.loop)) - line.loop);
      if (distance < nearest) [best, nearest] = [line.tie, distance];
      continue;
    }
    if (x < Math.min(line.x1, line.x2, line.cx) - 8 || x > Math.max(line.x1, line.x2, line.cx) + 8 ||
      y < Math.min(line.y1, line.y2, line.cy) - 8 || y > Math.max(line.y1, line.y2, line.cy) + 8) continue;
    let ax = line.x1, ay = line.y1;
    for (let step = 1; step <= 12; step++) {
      const t = step / 12;
      const bx = (1 - t) ** 2 * line.x1 + 2 * t * (1 - t) * line.cx + t * t * line.x2;
      const by = (1 - t) ** 2 * line.y1 + 2 * t * (1 - t) * line.cy + t * t * line.y2;
      const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1)));
      const distance = Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
      if (distance < nearest) [best, nearest] = [line.tie, distance];
      [ax, ay] = [bx, by];
    }
  }
  return best;
}
