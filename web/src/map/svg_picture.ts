// A scene as SVG.

import { svg } from "../page/dom";
import { arrowHead, middle, tickPlace } from "./lines";
import { dotLook } from "./paint";
import { outline, type Palette } from "./palette";
import { dashesOf, type Dot, type Label, type Line, type Scene, SIGNS } from "./scene";

export function toSvg(scene: Scene, palette: Palette): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawScene(scene, palette))}\n`;
}

export function drawScene(scene: Scene, palette: Palette): SVGElement {
  const root = svg("svg", {
    xmlns: "http://www.w3.org/2000/svg", width: scene.width, height: scene.height,
    viewBox: `0 0 ${scene.width} ${scene.height}`,
  }, svg("rect", { width: scene.width, height: scene.height, fill: palette.background }));
  for (const line of scene.lines) root.append(...drawLine(line, palette));
  for (const dot of scene.dots) root.append(drawDot(dot, palette));
  for (const label of scene.labels) root.append(drawLabel(label, palette));
  return root;
}

function fixed(value: number): string {
  return value.toFixed(1);
}

function drawLine(line: Line, palette: Palette): SVGElement[] {
  const opacity = line.faded ? 0.12 : 0.75;
  const drawn = svg("path", { d: pathOf(line), fill: "none", stroke: line.colour, "stroke-width": fixed(line.width), opacity });
  if (line.mark) drawn.setAttribute("stroke-dasharray", dashesOf(line.mark, line.width).map(fixed).join(" "));
  if (line.mark === "unsettled") drawn.setAttribute("stroke-linecap", "round");
  const parts = [drawn];
  if (line.arrow) {
    const c = arrowHead(line).map(fixed);
    parts.push(svg("path", { d: `M${c[0]} ${c[1]}L${c[2]} ${c[3]}L${c[4]} ${c[5]}Z`, fill: line.colour, opacity }));
  }
  if (SIGNS[line.mark]) {
    const [x, y] = middle(line);
    const sign = svg("text", { x: fixed(x), y: fixed(y + 4), "text-anchor": "middle", "font-size": 11, fill: line.colour, "font-family": "sans-serif" });
    sign.textContent = SIGNS[line.mark];
    parts.push(svg("circle", { cx: fixed(x), cy: fixed(y), r: 6.5, fill: palette.background, stroke: line.colour }), sign);
  }
  if (line.reviewed) {
    const [x, y] = tickPlace(line);
    parts.push(svg("path", { d: `M${fixed(x - 4)} ${fixed(y)}L${fixed(x - 1)} ${fixed(y + 3)}L${fixed(x + 5)} ${fixed(y - 5)}`, fill: "none", stroke: line.colour, "stroke-width": 1.6 }));
  }
  return parts;
}

function pathOf(line: Line): string {
  if (line.loop) return `M${fixed(line.x1)} ${fixed(line.y1)}a${fixed(line.loop)} ${fixed(line.loop)} 0 1 1 0.1 0`;
  return `M${fixed(line.x1)} ${fixed(line.y1)}Q${fixed(line.cx)} ${fixed(line.cy)} ${fixed(line.x2)} ${fixed(line.y2)}`;
}

function drawDot(dot: Dot, palette: Palette): SVGElement {
  const { fill, stroke, width } = dotLook(dot, palette);
  return svg("path", {
    d: outline(dot.shape, dot.radius), transform: `translate(${fixed(dot.x)} ${fixed(dot.y)})`, opacity: dot.faded ? 0.25 : 1,
    fill, stroke, "stroke-width": width,
  });
}

function drawLabel(label: Label, palette: Palette): SVGElement {
  const text = svg("text", {
    x: fixed(label.x), y: fixed(label.y), "font-size": label.size, "font-weight": label.bold ? 600 : 400, fill: label.colour ?? palette.ink,
    stroke: palette.background, "stroke-width": 3.5, "paint-order": "stroke", "font-family": "system-ui, sans-serif",
    opacity: label.faded ? 0.35 : 1,
  });
  text.textContent = label.text;
  return text;
}
