// The graph of an answer as a picture that can be moved, zoomed and pointed at, drawn like the explorer's map.

import { button, download, fill, h, name } from "../dom";
import { paint, toSvg } from "../paint";
import type { Palette } from "../palette";
import { bend, dotAt, type Dot, type Label, type Line, lineAt, middle, placeLabels, radiusOf, type Scene, textWidth, type View } from "../scene";
import { many } from "../words";
import { placeNodes } from "./force";
import type { Net } from "./triples";

export interface Looks {
  palette: Palette;
  group(kind: string): string;
  sentiment(relation: string): string;
}
/** Pixels that an edge is about long at scale 1. */
const UNIT = 105;
/** Edges up to which their words are written beside them. */
const WORDED = 45;
const SMALL = 11;

export class Picture {
  readonly element: HTMLElement;
  private readonly canvas = h("canvas", { tabindex: "0", role: "img" });
  private readonly tip = h("div", { class: "tip", hidden: true });
  private readonly about = h("p", { class: "about", role: "status" });
  private readonly view: View = { x: 0, y: 0, scale: 1 };
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly lanes: { lane: number; lanes: number }[];
  private scene: Scene = { width: 1, height: 1, dots: [], lines: [], labels: [] };
  private chosen = -1;
  private pressed: PointerEvent | null = null;
  private moved = 0;
  private waiting = false;
  private fitted = false;

  /** `place` gives where a node is told more about, if anywhere. */
  constructor(private readonly net: Net, private looks: Looks, private readonly place: (node: number) => string | null) {
    const placed = placeNodes(net.nodes.length, net.edges.map(({ from, to }) => [from, to]));
    this.x = placed.x.map((value) => value * UNIT);
    this.y = placed.y.map((value) => value * UNIT);
    this.lanes = lanesOf(net);
    this.canvas.setAttribute("aria-label", `Graph of the answer: ${many(net.nodes.length, "node")}, ${many(net.edges.length, "edge")}. Arrow keys move it, plus and minus zoom, 0 shows all. The table holds the same.`);
    this.element = h("div", { class: "picture" },
      h("div", { class: "frame" }, this.canvas, this.tip, h("div", { class: "zoom" },
        button("+", () => this.zoom(1.4), { "aria-label": "Zoom in", title: "Zoom in" }),
        button("−", () => this.zoom(1 / 1.4), { "aria-label": "Zoom out", title: "Zoom out" }),
        button("Fit", () => this.fit(), { title: "Show all" }))),
      this.about,
      h("p", { class: "acts" }, button("Picture (SVG)", () => download("answer.svg", "image/svg+xml", [toSvg(this.scene, this.looks.palette)]), { class: "small" }),
        button("Picture (PNG)", () => this.canvas.toBlob((blob) => blob && download("answer.png", "image/png", [blob])), { class: "small" })));
    new ResizeObserver(() => {
      if (!this.canvas.clientWidth) return;
      if (!this.fitted) this.fit();
      this.fitted = true;
      this.refresh();
    }).observe(this.element);
    this.canvas.addEventListener("pointerdown", (event) => {
      this.canvas.setPointerCapture(event.pointerId);
      this.pressed = event;
      this.moved = 0;
    });
    this.canvas.addEventListener("pointermove", (event) => this.move(event));
    this.canvas.addEventListener("pointerup", (event) => {
      this.pressed = null;
      if (this.moved < 5) this.choose(dotAt(this.scene, event.offsetX, event.offsetY));
    });
    this.canvas.addEventListener("pointercancel", () => (this.pressed = null));
    this.canvas.addEventListener("pointerleave", () => (this.tip.hidden = true));
    this.canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.offsetX, event.offsetY);
    }, { passive: false });
    this.canvas.addEventListener("keydown", (event) => this.key(event));
    this.choose(-1);
  }

  setLooks(looks: Looks): void {
    this.looks = looks;
    this.refresh();
  }

  /** Where a node is on the canvas; for tests. */
  placeOf(node: number): [number, number] {
    return [this.x[node] * this.view.scale + this.view.x, this.y[node] * this.view.scale + this.view.y];
  }

  refresh(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  private fit(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (!width || !this.net.nodes.length) return;
    const [left, right, top, bottom] = [Math.min(...this.x), Math.max(...this.x), Math.min(...this.y), Math.max(...this.y)];
    this.view.scale = Math.max(0.05, Math.min(1.6, (width - 130) / Math.max(1, right - left), (height - 70) / Math.max(1, bottom - top)));
    this.view.x = width / 2 - ((left + right) / 2) * this.view.scale;
    this.view.y = (height - 12) / 2 - ((top + bottom) / 2) * this.view.scale;
    this.refresh();
  }

  private draw(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (!width || !height) return;
    const density = Math.min(2, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(width * density);
    this.canvas.height = Math.round(height * density);
    const context = this.canvas.getContext("2d") as CanvasRenderingContext2D;
    context.setTransform(density, 0, 0, density, 0, 0);
    this.scene = this.makeScene(width, height);
    paint(context, this.scene, this.looks.palette);
  }

  private makeScene(width: number, height: number): Scene {
    const { nodes, edges } = this.net;
    const { palette } = this.looks;
    const near = this.neighbours();
    const top = Math.max(1, ...nodes.map(({ degree }) => degree));
    const dots: Dot[] = nodes.map((node, actor) => {
      const [x, y] = this.placeOf(actor);
      const group = node.term.type === "literal" ? "Work" : this.looks.group(node.kind);
      return {
        actor, x, y, radius: radiusOf(node.degree, top, this.view.scale) * (node.term.type === "literal" ? 0.7 : 1), shape: palette.shape(group),
        colour: palette.group(group), faded: near !== null && !near.has(actor), strong: actor === this.chosen,
      };
    });
    const lines: Line[] = edges.map((edge, tie) => {
      const [from, to] = [dots[edge.from], dots[edge.to]];
      const lit = near === null || edge.from === this.chosen || edge.to === this.chosen;
      const line: Line = {
        tie, x1: from.x, y1: from.y, cx: 0, cy: 0, x2: to.x, y2: to.y, loop: 0, width: 1 + 1.1 * Math.log2(edge.count),
        colour: palette.sentiment(this.looks.sentiment(edge.relation)), mark: "", arrow: !edge.both, faded: !lit, strong: near !== null && lit,
      };
      const { lane, lanes } = this.lanes[tie];
      if (edge.from === edge.to) {
        line.loop = from.radius * 0.9 + 5 + 5 * lane;
        line.arrow = false;
      } else bend(line, lane, lanes, edge.from < edge.to ? 1 : -1, from.radius, to.radius);
      return line;
    });
    const labels = placeLabels((node) => nodes[node].label, this.view, dots, width, height);
    if (lines.filter((line) => !line.faded).length <= WORDED) labels.push(...this.edgeWords(lines, dots, labels));
    return { width, height, dots, lines, labels };
  }

  /** Words of edges, each at the first place along its line where it covers no node and no other words. */
  private edgeWords(lines: Line[], dots: Dot[], labels: Label[]): Label[] {
    const boxes = labels.map(({ text, x, y, size, bold }) => [x, y - size, x + textWidth(text, size, bold), y + size * 0.25]);
    for (const { x, y, radius } of dots) boxes.push([x - radius, y - radius, x + radius, y + radius]);
    const words: Label[] = [];
    for (const line of lines) {
      const text = this.net.edges[line.tie].label;
      if (line.faded || !text) continue;
      const wide = textWidth(text, SMALL, false);
      for (const t of line.loop ? [0] : [0.5, 0.4, 0.6, 0.3, 0.7]) {
        const [x, y] = line.loop ? middle(line) : along(line, t);
        const box = [x - wide / 2, y + 4 - SMALL, x + wide / 2, y + 7];
        if (boxes.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
        boxes.push(box);
        words.push({ actor: -1, x: box[0], y: y + 4, text, size: SMALL, bold: false, faded: false });
        break;
      }
    }
    return words;
  }

  private neighbours(): Set<number> | null {
    if (this.chosen < 0) return null;
    const near = new Set([this.chosen]);
    for (const { from, to } of this.net.edges) {
      if (from === this.chosen) near.add(to);
      if (to === this.chosen) near.add(from);
    }
    return near;
  }

  private choose(node: number): void {
    this.chosen = node;
    const { nodes, edges, left } = this.net;
    const all = `${many(nodes.length, "node")}, ${many(edges.length, "edge")}${left ? `; ${many(left, "node")} with fewer edges left out` : ""}`;
    const link = node < 0 ? null : this.place(node);
    fill(this.about, node < 0 ? all : [h("strong", {}, name(nodes[node].label, 120)), ` ${nodes[node].kind} · ${many(edges.filter(({ from, to }) => from === node || to === node).length, "edge")} `,
      link ? h("a", { href: link }, "Open in the explorer") : null]);
    this.refresh();
  }

  private move(event: PointerEvent): void {
    if (this.pressed) {
      const [dx, dy] = [event.offsetX - this.pressed.offsetX, event.offsetY - this.pressed.offsetY];
      this.moved += Math.abs(dx) + Math.abs(dy);
      this.pan(dx, dy);
      this.pressed = event;
      return;
    }
    const node = dotAt(this.scene, event.offsetX, event.offsetY);
    const edge = node < 0 ? lineAt(this.scene, event.offsetX, event.offsetY) : -1;
    this.tip.hidden = node < 0 && edge < 0;
    this.canvas.classList.toggle("pointing", node >= 0);
    if (this.tip.hidden) return;
    const { nodes, edges } = this.net;
    if (node >= 0) fill(this.tip, h("strong", {}, name(nodes[node].label)), ` ${nodes[node].kind}`);
    else fill(this.tip, name(nodes[edges[edge].from].label, 50), " ", h("strong", {}, edges[edge].label), " ", name(nodes[edges[edge].to].label, 50), edges[edge].count > 1 ? `: ${edges[edge].count} rows` : "");
    this.tip.style.left = `${Math.max(4, Math.min(event.offsetX + 14, this.canvas.clientWidth - 260))}px`;
    this.tip.style.top = `${event.offsetY + 16}px`;
  }

  private pan(dx: number, dy: number): void {
    this.view.x += dx;
    this.view.y += dy;
    this.refresh();
  }

  private zoom(factor: number, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2): void {
    const scale = Math.max(0.03, Math.min(8, this.view.scale * factor));
    const by = scale / this.view.scale;
    this.view.x = x - (x - this.view.x) * by;
    this.view.y = y - (y - this.view.y) * by;
    this.view.scale = scale;
    this.refresh();
  }

  private key(event: KeyboardEvent): void {
    const step = event.shiftKey ? 200 : 60;
    const moves: Record<string, [number, number]> = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    if (Object.hasOwn(moves, event.key)) this.pan(...moves[event.key]);
    else if (event.key === "+" || event.key === "=") this.zoom(1.4);
    else if (event.key === "-") this.zoom(1 / 1.4);
    else if (event.key === "0") this.fit();
    else if (event.key === "Escape") this.choose(-1);
    else return;
    event.preventDefault();
  }
}

/** A point of a line's curve. */
function along({ x1, y1, cx, cy, x2, y2 }: Line, t: number): [number, number] {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
  return [a * x1 + b * cx + c * x2, a * y1 + b * cy + c * y2];
}

/** For each edge its place among those of its pair, and how many there are. */
function lanesOf(net: Net): { lane: number; lanes: number }[] {
  const pairs = new Map<string, number[]>();
  net.edges.forEach(({ from, to }, edge) => {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    const pair = pairs.get(key);
    if (pair) pair.push(edge);
    else pairs.set(key, [edge]);
  });
  const lanes = net.edges.map(() => ({ lane: 0, lanes: 1 }));
  for (const pair of pairs.values()) pair.forEach((edge, lane) => (lanes[edge] = { lane, lanes: pair.length }));
  return lanes;
}

