// A small map as SVG, in whole numbers alone: src/sociogram/write/story/small_map.py draws the same, to the letter.

import { type Content, e, type Piece } from "./markup";

const WIDTH = 6800;
const HEIGHT = 4200;
/** Room at the left and right, above and below, for names. */
const SIDE = 900;
const EDGE = 320;
/** Tenths of a pixel for a unit of the picture at most. */
const CLOSEST = 16;
/** How far apart ties of one pair are. */
const BEND = 160;
const NAMES = 40;
const LABELS = 14;
/** Actors beyond which dots are half as large, and beyond which they are a third; names then lie over weak ones. */
const FEW = 50;
const MANY = 120;
/** The dots of a full picture on which no name lies. */
const KEPT_FREE = 15;
const LONGEST = 32;
export const OUTLINES: Record<string, string> = {
  circle: "M-10 0A10 10 0 1 1 10 0A10 10 0 1 1-10 0Z",
  square: "M-9-9H9V9H-9Z",
  diamond: "M0-12L12 0L0 12L-12 0Z",
  triangle: "M0-12L11 9H-11Z",
  hexagon: "M11 0L5 10H-5L-11 0L-5-10H5Z",
  page: "M-7-10H3L7-6V10H-7Z",
  star: "M0-13L4-5L12-4L6 2L8 10L0 6L-8 10L-6 2L-12-4L-4-5Z",
  ring: "M-10 0A10 10 0 1 1 10 0A10 10 0 1 1-10 0Z",
};

/** An actor: its place in the picture of the whole graph. */
export interface SmallDot { id: string; name: string; shape: string; colour: string; x: number; y: number }
/** A tie from one dot to another, by their numbers. */
export interface SmallLine { start: number; end: number; words: string; colour: string; mark: string; arrow: boolean }

type Point = [x: number, y: number];
type Box = [left: number, top: number, right: number, bottom: number];

const over = (a: number, b: number) => Math.floor(a / b);
const root = (n: number) => Math.floor(Math.sqrt(n));

export function smallMap(dots: SmallDot[], lines: SmallLine[], title: string): Piece {
  const places = placesOf(dots);
  const ends = dots.map(() => 0);
  for (const line of lines) {
    ends[line.start]++;
    ends[line.end]++;
  }
  const part = dots.length <= FEW ? 1 : dots.length <= MANY ? 2 : 3;
  const radii = ends.map((count) => over(60 + Math.min(120, root(400 * count)), part));
  const order = dots.map((_, at) => at).sort((a, b) => ends[b] - ends[a] || (dots[a].id < dots[b].id ? -1 : 1));
  const drawn: Piece[] = [];
  const middles: Point[] = [];
  const lanes = new Map<string, number>();
  for (const line of lines) {
    const pair = `${Math.min(line.start, line.end)} ${Math.max(line.start, line.end)}`;
    const lane = (lanes.get(pair) ?? -1) + 1;
    lanes.set(pair, lane);
    const { parts, middle } = drawLine(line, places, radii, lane);
    drawn.push(...parts);
    middles.push(middle);
  }
  const boxes = (part === 1 ? order : order.slice(0, KEPT_FREE)).map((at): Box => {
    const [[x, y], radius] = [places[at], radii[at]];
    return [x - radius, y - radius, x + radius, y + radius];
  });
  const shapes = dots.map((dot, at) => e("path", {
    transform: `translate(${places[at].join(" ")})scale(${over(radii[at], 10)}.${radii[at] % 10})`, d: OUTLINES[dot.shape], fill: dot.colour,
  }));
  const names = nameDots(dots, places, radii, order, boxes);
  const labels = lines.length <= LABELS ? labelLines(lines, middles, boxes) : [];
  return e("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": title },
    drawn, shapes, labels, names);
}

function placesOf(dots: SmallDot[]): Point[] {
  const [left, right] = [Math.min(...dots.map((dot) => dot.x)), Math.max(...dots.map((dot) => dot.x))];
  const [top, bottom] = [Math.min(...dots.map((dot) => dot.y)), Math.max(...dots.map((dot) => dot.y))];
  let across = Math.min(WIDTH - 2 * SIDE, (right - left) * CLOSEST);
  let down = Math.min(HEIGHT - 2 * EDGE, (bottom - top) * CLOSEST);
  // One scale for both: that of the direction which has less room.
  if ((right - left) * down > (bottom - top) * across) down = over((bottom - top) * across, right - left);
  else if (bottom > top) across = over((right - left) * down, bottom - top);
  return dots.map((dot): Point => [
    over(WIDTH - across, 2) + (right > left ? over((dot.x - left) * across, right - left) : 0),
    over(HEIGHT - down, 2) + (bottom > top ? over((dot.y - top) * down, bottom - top) : 0),
  ]);
}

function drawLine(line: SmallLine, places: Point[], radii: number[], lane: number): { parts: Piece[]; middle: Point } {
  const [[x1, y1], [x2, y2]] = [places[line.start], places[line.end]];
  const dashes: Record<string, string>[] = !line.mark ? [] : line.mark === "unsettled"
    ? [{ "stroke-dasharray": "1 50", "stroke-linecap": "round" }] : [{ "stroke-dasharray": "50 40" }];
  const stroke = Object.assign({ fill: "none", stroke: line.colour, "stroke-width": "16" }, ...dashes);
  if (line.start === line.end) {
    const size = 200 + 60 * lane;
    return { parts: [e("circle", { cx: x1, cy: y1 - size, r: size, ...stroke })], middle: [x1, y1 - 2 * size] };
  }
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.max(1, root(dx * dx + dy * dy));
  // Of several ties of two actors every second one is bent to the other side; a line back is bent from its own end.
  const bend = BEND * over(lane + 1, 2) * (lane % 2 ? 1 : -1) * (line.start < line.end ? 1 : -1);
  const [cx, cy] = [over(x1 + x2, 2) - over(dy * bend, length), over(y1 + y2, 2) + over(dx * bend, length)];
  const [sx, sy] = toward(x1, y1, cx, cy, radii[line.start]);
  const [ex, ey] = toward(x2, y2, cx, cy, radii[line.end] + (line.arrow ? 80 : 0));
  const parts = [e("path", { d: `M${sx} ${sy}Q${cx} ${cy} ${ex} ${ey}`, ...stroke })];
  if (line.arrow) parts.push(arrow(toward(x2, y2, cx, cy, radii[line.end]), [ex, ey], line.colour));
  return { parts, middle: [over(sx + 2 * cx + ex, 4), over(sy + 2 * cy + ey, 4)] };
}

/** The place so far from (x, y) on the way to (cx, cy). */
function toward(x: number, y: number, cx: number, cy: number, far: number): Point {
  const length = Math.max(1, root((cx - x) ** 2 + (cy - y) ** 2));
  return [x + over((cx - x) * far, length), y + over((cy - y) * far, length)];
}

function arrow(tip: Point, back: Point, colour: string): Piece {
  const [dx, dy] = [over(tip[0] - back[0], 2), over(tip[1] - back[1], 2)];
  return e("path", { d: `M${tip[0]} ${tip[1]}L${back[0] - dy} ${back[1] + dx}L${back[0] + dy} ${back[1] - dx}Z`, fill: colour });
}

/** Names of those with the most ties, where they lie on nothing. */
function nameDots(dots: SmallDot[], places: Point[], radii: number[], order: number[], boxes: Box[]): Piece[] {
  return order.slice(0, NAMES).flatMap((at) => {
    const label = short(dots[at].name);
    const [[x, y], radius] = [places[at], radii[at]];
    const wide = 75 * [...label].length;
    const corners: Point[] = [
      [x + radius + 40, y + 45], [x - radius - 40 - wide, y + 45], [x - over(wide, 2), y - radius - 40], [x - over(wide, 2), y + radius + 130],
    ];
    for (const [left, baseline] of corners) {
      if (take([left, baseline - 110, left + wide, baseline + 30], boxes)) return [text(left, baseline, label, "name")];
    }
    return [];
  });
}

function labelLines(lines: SmallLine[], middles: Point[], boxes: Box[]): Piece[] {
  const signs: Record<string, string> = { disputed: "? ", denied: "not: ", unsettled: "~ " };
  return lines.flatMap((line, at) => {
    const label = short((signs[line.mark] ?? "") + line.words);
    const wide = 65 * [...label].length;
    const [x, y] = middles[at];
    const left = x - over(wide, 2);
    return take([left, y - 100, x + over(wide, 2), y + 30], boxes) ? [text(left, y, label, "tie")] : [];
  });
}

/** Takes a place for words if it is inside the frame and lies on nothing. */
function take(box: Box, boxes: Box[]): boolean {
  const [left, top, right, bottom] = box;
  if (left < 0 || top < 0 || right > WIDTH || bottom > HEIGHT) return false;
  if (boxes.some((other) => left < other[2] && right > other[0] && top < other[3] && bottom > other[1])) return false;
  boxes.push(box);
  return true;
}

function text(x: number, y: number, label: Content, kind: string): Piece {
  return e("text", { x, y, class: kind }, label);
}

function short(words: string): string {
  const points = [...words.split(/\s+/).filter(Boolean).join(" ")];
  return points.length <= LONGEST ? points.join("") : `${points.slice(0, LONGEST - 1).join("")}…`;
}
