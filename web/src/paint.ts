// A scene on a canvas, and the same scene as SVG.

import { svg } from "./dom";
import { outline, type Palette, type Shape } from "./palette";
import { dashesOf, font, middle, SIGNS, type Line, type Mark, type Scene } from "./scene";

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

export function paint(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  context.fillStyle = palette.background;
  context.fillRect(0, 0, scene.width, scene.height);
  context.lineCap = "round";
  const light = scene.lines.length > 4000;
  paintLines(context, scene.lines.filter((line) => line.faded), palette, 0.12, true);
  paintLines(context, scene.lines.filter((line) => !line.faded), palette, scene.lines.length > 900 ? 0.55 : 0.75, light);
  for (const faded of [true, false]) {
    context.globalAlpha = faded ? 0.25 : 1;
    for (const dot of scene.dots) {
      if (dot.faded !== faded) continue;
      context.translate(dot.x, dot.y);
      const path = shapePath(dot.shape, dot.radius);
      context.fillStyle = dot.shape === "ring" ? palette.background : dot.colour;
      context.strokeStyle = dot.strong ? palette.accent : dot.shape === "ring" ? dot.colour : palette.background;
      context.lineWidth = dot.strong ? 4 : dot.shape === "ring" ? 2.5 : 1.2;
      context.fill(path);
      context.stroke(path);
      context.translate(-dot.x, -dot.y);
    }
  }
  context.globalAlpha = 1;
  context.lineJoin = "round";
  context.textBaseline = "alphabetic";
  context.lineWidth = 3.5;
  context.strokeStyle = palette.background;
  for (const label of scene.labels) {
    context.globalAlpha = label.faded ? 0.35 : 1;
    context.font = font(label.size, label.bold);
    context.fillStyle = palette.ink;
    context.strokeText(label.text, label.x, label.y);
    context.fillText(label.text, label.x, label.y);
  }
  context.globalAlpha = 1;
}

/** Lines of one look are drawn as one path, which is what makes panning smooth. */
function paintLines(context: CanvasRenderingContext2D, lines: Line[], palette: Palette, alpha: number, light: boolean): void {
  const looks = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.colour}|${(line.width + (line.strong ? 1 : 0)).toFixed(1)}|${line.mark === "disputed" ? "denied" : line.mark}`;
    const like = looks.get(key);
    if (like) like.push(line);
    else looks.set(key, [line]);
  }
  context.globalAlpha = alpha;
  for (const [key, like] of looks) {
    const [colour, width, mark] = key.split("|");
    context.strokeStyle = context.fillStyle = colour;
    context.lineWidth = Number(width);
    context.setLineDash(dashesOf(mark as Mark, Number(width)));
    context.beginPath();
    for (const line of like) {
      if (line.loop) {
        context.moveTo(line.x1 + line.loop, line.y1 - line.loop);
        context.arc(line.x1, line.y1 - line.loop, line.loop, 0, 2 * Math.PI);
      } else {
        context.moveTo(line.x1, line.y1);
        if (light) context.lineTo(line.x2, line.y2);
        else context.quadraticCurveTo(line.cx, line.cy, line.x2, line.y2);
      }
    }
    context.stroke();
    context.setLineDash([]);
    if (light) continue;
    context.beginPath();
    for (const line of like) {
      if (!line.arrow) continue;
      const corners = arrow(line);
      context.moveTo(corners[0], corners[1]);
      context.lineTo(corners[2], corners[3]);
      context.lineTo(corners[4], corners[5]);
    }
    context.fill();
  }
  if (alpha < 0.2) return;
  context.globalAlpha = 1;
  context.font = font(11, true);
  for (const line of lines) {
    if (!line.mark) continue;
    const [x, y] = middle(line);
    context.beginPath();
    context.arc(x, y, 6.5, 0, 2 * Math.PI);
    context.fillStyle = palette.background;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = context.fillStyle = line.colour;
    context.stroke();
    context.textAlign = "center";
    context.fillText(SIGNS[line.mark], x, y + 4);
    context.textAlign = "start";
  }
}

function arrow(line: Line): number[] {
  const dx = line.x2 - line.cx;
  const dy = line.y2 - line.cy;
  const length = Math.hypot(dx, dy) || 1;
  const size = 5 + line.width;
  const [ux, uy] = [dx / length, dy / length];
  const [bx, by] = [line.x2 - ux * size, line.y2 - uy * size];
  return [line.x2 + ux * 2, line.y2 + uy * 2, bx - uy * size * 0.45, by + ux * size * 0.45, bx + uy * size * 0.45, by - ux * size * 0.45];
}

export function toSvg(scene: Scene, palette: Palette): string {
  const n = (value: number) => value.toFixed(1);
  const root = svg("svg", {
    xmlns: "http://www.w3.org/2000/svg", width: scene.width, height: scene.height,
    viewBox: `0 0 ${scene.width} ${scene.height}`,
  }, svg("rect", { width: scene.width, height: scene.height, fill: palette.background }));
  for (const line of scene.lines) {
    const path = line.loop
      ? `M${n(line.x1)} ${n(line.y1)}a${n(line.loop)} ${n(line.loop)} 0 1 1 0.1 0`
      : `M${n(line.x1)} ${n(line.y1)}Q${n(line.cx)} ${n(line.cy)} ${n(line.x2)} ${n(line.y2)}`;
    const opacity = line.faded ? 0.12 : 0.75;
    const drawn = svg("path", { d: path, fill: "none", stroke: line.colour, "stroke-width": n(line.width), opacity });
    if (line.mark) drawn.setAttribute("stroke-dasharray", dashesOf(line.mark, line.width).map(n).join(" "));
    if (line.mark === "unsettled") drawn.setAttribute("stroke-linecap", "round");
    root.append(drawn);
    if (line.arrow) {
      const c = arrow(line).map(n);
      root.append(svg("path", { d: `M${c[0]} ${c[1]}L${c[2]} ${c[3]}L${c[4]} ${c[5]}Z`, fill: line.colour, opacity }));
    }
    if (line.mark) {
      const [x, y] = middle(line);
      const sign = svg("text", { x: n(x), y: n(y + 4), "text-anchor": "middle", "font-size": 11, fill: line.colour, "font-family": "sans-serif" });
      sign.textContent = SIGNS[line.mark];
      root.append(svg("circle", { cx: n(x), cy: n(y), r: 6.5, fill: palette.background, stroke: line.colour }), sign);
    }
  }
  for (const dot of scene.dots) {
    root.append(svg("path", {
      d: outline(dot.shape, dot.radius), transform: `translate(${n(dot.x)} ${n(dot.y)})`, opacity: dot.faded ? 0.25 : 1,
      fill: dot.shape === "ring" ? palette.background : dot.colour,
      stroke: dot.strong ? palette.accent : dot.shape === "ring" ? dot.colour : palette.background,
      "stroke-width": dot.strong ? 4 : dot.shape === "ring" ? 2.5 : 1.2,
    }));
  }
  for (const label of scene.labels) {
    const text = svg("text", {
      x: n(label.x), y: n(label.y), "font-size": label.size, "font-weight": label.bold ? 600 : 400, fill: palette.ink,
      stroke: palette.background, "stroke-width": 3.5, "paint-order": "stroke", "font-family": "system-ui, sans-serif",
      opacity: label.faded ? 0.35 : 1,
    });
    text.textContent = label.text;
    root.append(text);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}
