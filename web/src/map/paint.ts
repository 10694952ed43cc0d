// A scene on a canvas.

import { addTo } from "../page/groups";
import { font } from "./labels";
import { arrowHead, middle, tickPlace } from "./lines";
import { outline, type Palette, type Shape } from "./palette";
import { dashesOf, type Dot, type Label, type Line, type Mark, type Scene, SIGNS } from "./scene";

/** Lines beyond which they are drawn straight and without arrows. */
const CROWDED = 4000;
/** Lines beyond which they are drawn paler. */
const MANY = 900;

export function paint(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  context.fillStyle = palette.background;
  context.fillRect(0, 0, scene.width, scene.height);
  context.lineCap = "round";
  const clear = scene.lines.filter((line) => !line.faded);
  paintLines(context, scene.lines.filter((line) => line.faded), 0.12, true);
  paintLines(context, clear, scene.lines.length > MANY ? 0.55 : 0.75, scene.lines.length > CROWDED);
  paintSigns(context, clear, palette);
  if (clear.length <= CROWDED) paintTicks(context, clear);
  context.globalAlpha = 0.25;
  paintDots(context, scene.dots.filter((dot) => dot.faded), palette);
  context.globalAlpha = 1;
  paintDots(context, scene.dots.filter((dot) => !dot.faded), palette);
  paintLabels(context, scene.labels, palette);
  context.globalAlpha = 1;
}

const shapes = new Map<string, Path2D>();

function shapePath(shape: Shape, radius: number): Path2D {
  const r = Math.round(radius * 2) / 2;
  const key = `${shape}${r}`;
  let path = shapes.get(key);
  if (!path) {
    path = new Path2D(outline(shape, r));
    shapes.set(key, path);
  }
  return path;
}

/** How a dot is filled and rimmed: rings are hollow, what is selected has a rim that shows. */
export function dotLook(dot: Dot, palette: Palette): { fill: string; stroke: string; width: number } {
  const hollow = dot.shape === "ring";
  return {
    fill: hollow ? palette.background : dot.colour,
    stroke: dot.strong ? palette.accent : hollow ? dot.colour : palette.background,
    width: dot.strong ? 4 : hollow ? 2.5 : 1.2,
  };
}

function paintDots(context: CanvasRenderingContext2D, dots: Dot[], palette: Palette): void {
  for (const dot of dots) {
    const { fill, stroke, width } = dotLook(dot, palette);
    const path = shapePath(dot.shape, dot.radius);
    context.translate(dot.x, dot.y);
    context.fillStyle = fill;
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.fill(path);
    context.stroke(path);
    if (dot.pinned) paintPin(context, dot, palette);
    context.translate(-dot.x, -dot.y);
  }
}

/** The head of a pin on a dot that was put where it is. */
function paintPin(context: CanvasRenderingContext2D, { radius }: Dot, palette: Palette): void {
  context.beginPath();
  context.arc(radius * 0.7, -radius * 0.7, 3.2, 0, 2 * Math.PI);
  context.fillStyle = palette.ink;
  context.strokeStyle = palette.background;
  context.lineWidth = 1.2;
  context.fill();
  context.stroke();
}

function paintLabels(context: CanvasRenderingContext2D, labels: Label[], palette: Palette): void {
  context.lineJoin = "round";
  context.textBaseline = "alphabetic";
  context.lineWidth = 3.5;
  context.strokeStyle = palette.background;
  for (const label of labels) {
    context.globalAlpha = label.faded ? 0.35 : 1;
    context.font = font(label.size, label.bold);
    context.fillStyle = label.colour ?? palette.ink;
    context.strokeText(label.text, label.x, label.y);
    context.fillText(label.text, label.x, label.y);
  }
}

/** Lines of one look are drawn as one path, which is what makes panning smooth. */
function paintLines(context: CanvasRenderingContext2D, lines: Line[], alpha: number, plain: boolean): void {
  context.globalAlpha = alpha;
  for (const [look, like] of byLook(lines)) {
    const [colour, width, mark] = look.split("|");
    context.strokeStyle = context.fillStyle = colour;
    context.lineWidth = Number(width);
    context.setLineDash(dashesOf(mark as Mark, Number(width)));
    context.beginPath();
    for (const line of like) trace(context, line, plain);
    context.stroke();
    context.setLineDash([]);
    if (plain) continue;
    context.beginPath();
    for (const line of like) if (line.arrow) traceArrow(context, line);
    context.fill();
  }
}

function byLook(lines: Line[]): Map<string, Line[]> {
  const looks = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.colour}|${(line.width + (line.strong ? 1 : 0)).toFixed(1)}|${line.mark === "disputed" ? "denied" : line.mark}`;
    addTo(looks, key, line);
  }
  return looks;
}

function trace(context: CanvasRenderingContext2D, line: Line, straight: boolean): void {
  if (line.loop) {
    context.moveTo(line.x1 + line.loop, line.y1 - line.loop);
    context.arc(line.x1, line.y1 - line.loop, line.loop, 0, 2 * Math.PI);
    return;
  }
  context.moveTo(line.x1, line.y1);
  if (straight) context.lineTo(line.x2, line.y2);
  else context.quadraticCurveTo(line.cx, line.cy, line.x2, line.y2);
}

function traceArrow(context: CanvasRenderingContext2D, line: Line): void {
  const corners = arrowHead(line);
  context.moveTo(corners[0], corners[1]);
  context.lineTo(corners[2], corners[3]);
  context.lineTo(corners[4], corners[5]);
}

/** A tick on each line of which a person confirmed something. */
function paintTicks(context: CanvasRenderingContext2D, lines: Line[]): void {
  context.lineWidth = 1.6;
  for (const line of lines) {
    if (!line.reviewed) continue;
    const [x, y] = tickPlace(line);
    context.strokeStyle = line.colour;
    context.beginPath();
    context.moveTo(x - 4, y);
    context.lineTo(x - 1, y + 3);
    context.lineTo(x + 5, y - 5);
    context.stroke();
  }
}

function paintSigns(context: CanvasRenderingContext2D, lines: Line[], palette: Palette): void {
  context.globalAlpha = 1;
  context.font = font(11, true);
  context.textAlign = "center";
  context.lineWidth = 1.5;
  for (const line of lines) {
    if (!SIGNS[line.mark]) continue;
    const [x, y] = middle(line);
    context.beginPath();
    context.arc(x, y, 6.5, 0, 2 * Math.PI);
    context.fillStyle = palette.background;
    context.fill();
    context.strokeStyle = context.fillStyle = line.colour;
    context.stroke();
    context.fillText(SIGNS[line.mark], x, y + 4);
  }
  context.textAlign = "start";
}
