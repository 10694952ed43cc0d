// A small map as SVG, drawn in whole numbers alone: src/sociogram/write/story/small_map.py draws the same, to the letter.

import { type Content, e, type Piece } from "./markup";
import { layOut, type Point } from "./small_layout";

const WIDTH = 6800;
/** How high it is at most; one that needs less is less high. */
const HEIGHT = 4200;
const LEAST = 1000;
/** Room at the left and right, above and below, for names. */
const SIDE = 900;
const EDGE = 320;
/** Tenths of a pixel for a unit of the picture at most. */
const CLOSEST = 16;
/** How far apart ties of one pair are. */
const BEND = 160;
/** Pieces of a line between the places that are looked at. */
const CUTS = 16;
/** Ties beyond which names lie on lines as they will. */
const TOLD_APART = 150;
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

type Box = [left: number, top: number, right: number, bottom: number];
/** What is taken of a picture of a height, and where its lines are. */
interface Frame { height: number; boxes: Box[]; along: Point[] }

const over = (a: number, b: number) => Math.floor(a / b);
const root = (n: number) => Math.floor(Math.sqrt(n));

export function smallMap(dots: SmallDot[], lines: SmallLine[], title: string): Piece {
  const { places, height } = fit(layOut(dots.map(({ x, y }): Point => [x, y]), lines.map(({ start, end }) => [start, end])));
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
  const along: Point[] = [];
  const lanes = new Map<string, number>();
  for (const line of lines) {
    const pair = `${Math.min(line.start, line.end)} ${Math.max(line.start, line.end)}`;
    const lane = (lanes.get(pair) ?? -1) + 1;
    lanes.set(pair, lane);
    const { parts, points } = drawLine(line, places, radii, lane);
    drawn.push(...parts);
    middles.push(points[over(points.length, 2)]);
    if (lines.length <= TOLD_APART) along.push(...points);
  }
  const boxes = (part === 1 ? order : order.slice(0, KEPT_FREE)).map((at): Box => {
    const [[x, y], radius] = [places[at], radii[at]];
    return [x - radius, y - radius, x + radius, y + radius];
  });
  const shapes = dots.map((dot, at) => e("path", {
    transform: `translate(${places[at].join(" ")})scale(${over(radii[at], 10)}.${radii[at] % 10})`, d: OUTLINES[dot.shape], fill: dot.colour,
  }));
  const frame = { height, boxes, along };
  const names = nameDots(dots, places, radii, order, frame);
  const labels = lines.length <= LABELS ? labelLines(lines, middles, frame) : [];
  return e("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": title },
    drawn, shapes, labels, names);
}

function fit(places: Point[]): { places: Point[]; height: number } {
  const [left, right] = [Math.min(...places.map(([x]) => x)), Math.max(...places.map(([x]) => x))];
  const [top, bottom] = [Math.min(...places.map(([, y]) => y)), Math.max(...places.map(([, y]) => y))];
  let across = Math.min(WIDTH - 2 * SIDE, (right - left) * CLOSEST);
  let down = Math.min(HEIGHT - 2 * EDGE, (bottom - top) * CLOSEST);
  // One scale for both: that of the direction which has less room.
  if ((right - left) * down > (bottom - top) * across) down = over((bottom - top) * across, right - left);
  else if (bottom > top) across = over((right - left) * down, bottom - top);
  const height = Math.min(HEIGHT, Math.max(LEAST, down + 2 * EDGE));
  return { height, places: places.map(([x, y]): Point => [
    over(WIDTH - across, 2) + (right > left ? over((x - left) * across, right - left) : 0),
    over(height - down, 2) + (bottom > top ? over((y - top) * down, bottom - top) : 0),
  ]) };
}

function drawLine(line: SmallLine, places: Point[], radii: number[], lane: number): { parts: Piece[]; points: Point[] } {
  const [[x1, y1], [x2, y2]] = [places[line.start], places[line.end]];
  const dashes: Record<string, string>[] = !line.mark ? [] : line.mark === "unsettled"
    ? [{ "stroke-dasharray": "1 50", "stroke-linecap": "round" }] : [{ "stroke-dasharray": "50 40" }];
  const stroke = Object.assign({ fill: "none", stroke: line.colour, "stroke-width": "16" }, ...dashes);
  if (line.start === line.end) {
    const size = 200 + 60 * lane;
    return { parts: [e("circle", { cx: x1, cy: y1 - size, r: size, ...stroke })], points: [[x1, y1 - 2 * size]] };
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
  const points = Array.from({ length: CUTS - 1 }, (_, at): Point => {
    const [a, b, c] = [(CUTS - at - 1) ** 2, 2 * (at + 1) * (CUTS - at - 1), (at + 1) ** 2];
    return [over(a * sx + b * cx + c * ex, CUTS ** 2), over(a * sy + b * cy + c * ey, CUTS ** 2)];
  });
  return { parts, points };
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

/** Names of those with the most ties, where they lie on nothing but on as few lines as can be. */
function nameDots(dots: SmallDot[], places: Point[], radii: number[], order: number[], frame: Frame): Piece[] {
  return order.slice(0, NAMES).flatMap((at) => {
    const label = short(dots[at].name);
    const [[x, y], radius] = [places[at], radii[at]];
    const wide = 75 * [...label].length;
    const corners: Point[] = [
      [x + radius + 40, y + 45], [x - radius - 40 - wide, y + 45], [x - over(wide, 2), y - radius - 40], [x - over(wide, 2), y + radius + 130],
    ];
    const free = corners.map(([left, baseline]): Box => [left, baseline - 110, left + wide, baseline + 30]).filter((box) => isFree(box, frame));
    if (!free.length) return [];
    const counts = free.map((box) => countLines(box, frame));
    const best = free[counts.indexOf(Math.min(...counts))];
    frame.boxes.push(best);
    return [text(best[0], best[3] - 30, label, "name")];
  });
}

function labelLines(lines: SmallLine[], middles: Point[], frame: Frame): Piece[] {
  const signs: Record<string, string> = { disputed: "? ", denied: "not: ", unsettled: "~ " };
  return lines.flatMap((line, at) => {
    const label = short((signs[line.mark] ?? "") + line.words);
    const wide = 65 * [...label].length;
    const [x, y] = middles[at];
    const left = x - over(wide, 2);
    const box: Box = [left, y - 100, x + over(wide, 2), y + 30];
    if (!isFree(box, frame)) return [];
    frame.boxes.push(box);
    return [text(left, y, label, "tie")];
  });
}

/** Whether a place for words is inside the frame and lies on nothing. */
function isFree(box: Box, { height, boxes }: Frame): boolean {
  const [left, top, right, bottom] = box;
  if (left < 0 || top < 0 || right > WIDTH || bottom > height) return false;
  return !boxes.some((other) => left < other[2] && right > other[0] && top < other[3] && bottom > other[1]);
}

/** How much of lines words there would lie on. */
function countLines([left, top, right, bottom]: Box, { along }: Frame): number {
  return along.filter(([x, y]) => left < x && x < right && top < y && y < bottom).length;
}

function text(x: number, y: number, label: Content, kind: string): Piece {
  return e("text", { x, y, class: kind }, label);
}

function short(words: string): string {
  const points = [...words.split(/\s+/).filter(Boolean).join(" ")];
  return points.length <= LONGEST ? points.join("") : `${points.slice(0, LONGEST - 1).join("")}…`;
}
