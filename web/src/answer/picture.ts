// The graph of an answer as a picture that can be moved, zoomed and pointed at, drawn like the explorer's map.

import { type Lanes, makeLanes } from "../data/lanes";
import { lineAt } from "../map/lines";
import { paint } from "../map/paint";
import { dotAt, NOTHING, type Scene } from "../map/scene";
import { toSvg } from "../map/svg_picture";
import { at, listen, placeTip, sharpContext, type Viewport, zoomAround, zoomButtons } from "../map/viewport";
import { download, fill, h, name, smallButton } from "../page/dom";
import { many } from "../page/words";
import { placeParts } from "./force";
import type { Looks } from "./looks";
import type { Net } from "./net";
import { makeScene } from "./net_scene";

/** Pixels that an edge is about long at scale 1. */
const UNIT = 105;
/** How much longer it is in a graph of so few nodes, whose edges lie side by side and want room for their words. */
const FEW: [nodes: number, factor: number][] = [[4, 2.6], [9, 1.8], [18, 1.3]];
const FARTHEST = 0.03;
/** Pixels that the pointer may move in a click. */
const STILL = 5;

export class Picture {
  readonly element: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #tip = h("div", { class: "tip", hidden: true });
  readonly #about = h("p", { class: "about", role: "status" });
  readonly #view: Viewport = { x: 0, y: 0, scale: 1 };
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #lanes: Lanes;
  #scene: Scene = NOTHING;
  #chosen = -1;
  #pressed: PointerEvent | null = null;
  #moved = 0;
  #waiting = false;
  /** Whether the reader has moved it: then a frame of another size leaves it where it is. */
  #isMoved = false;
  readonly #net: Net;
  #looks: Looks;
  readonly #place: (node: number) => string | (() => void) | null;
  readonly #openEdge: ((edge: number) => void) | null;

  /** `place` gives where a node is told more about, by a link or in this page, if anywhere; `openEdge` tells more about an edge. */
  constructor(net: Net, looks: Looks, place: (node: number) => string | (() => void) | null, openEdge: ((edge: number) => void) | null = null) {
    this.#net = net;
    this.#looks = looks;
    this.#place = place;
    this.#openEdge = openEdge;
    const { nodes, edges } = net;
    const places = placeParts(nodes.length, edges.map(({ from, to }) => [from, to]));
    const unit = UNIT * (FEW.find(([most]) => nodes.length <= most)?.[1] ?? 1);
    this.#x = places.x.map((value) => value * unit);
    this.#y = places.y.map((value) => value * unit);
    this.#lanes = makeLanes(edges.map(({ from }) => from), edges.map(({ to }) => to));
    this.#canvas = h("canvas", { tabindex: "0", role: "img", "aria-label":
      `Graph of the answer: ${many(nodes.length, "node")}, ${many(edges.length, "edge")}. Arrow keys move it, plus and minus zoom, 0 shows all. The table holds the same.` });
    this.element = h("div", { class: "picture" },
      h("div", { class: "frame" }, this.#canvas, this.#tip, zoomButtons(this, "Show all")),
      this.#about,
      h("p", { class: "acts" }, smallButton("Picture (SVG)", () => download("answer.svg", "image/svg+xml", [toSvg(this.#scene, this.#looks.palette)])),
        smallButton("Picture (PNG)", () => this.#canvas.toBlob((blob) => blob && download("answer.png", "image/png", [blob])))));
    new ResizeObserver(() => this.#resize()).observe(this.element);
    listen(this.#canvas, this);
    this.#listenToPointer();
    this.#choose(-1);
  }

  setLooks(looks: Looks): void {
    this.#looks = looks;
    this.refresh();
  }

  /** Where a node is on the canvas. */
  placeOf(node: number): [number, number] {
    return at(this.#view, this.#x[node], this.#y[node]);
  }

  refresh(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#draw();
    });
  }

  fit(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (!width || !this.#net.nodes.length) return;
    const [left, right, top, bottom] = [Math.min(...this.#x), Math.max(...this.#x), Math.min(...this.#y), Math.max(...this.#y)];
    // Names stand beside and below the dots, and want some room of their own.
    this.#view.scale = Math.max(0.05, Math.min(1.6, (width - 180) / Math.max(1, right - left), (height - 70) / Math.max(1, bottom - top)));
    this.#isMoved = false;
    this.#view.x = width / 2 - ((left + right) / 2) * this.#view.scale;
    this.#view.y = (height - 12) / 2 - ((top + bottom) / 2) * this.#view.scale;
    this.refresh();
  }

  pan(dx: number, dy: number): void {
    // A click may move it a little, too.
    this.#isMoved ||= !this.#pressed || this.#moved >= STILL;
    this.#view.x += dx;
    this.#view.y += dy;
    this.refresh();
  }

  zoom(factor: number, x = this.#canvas.clientWidth / 2, y = this.#canvas.clientHeight / 2): void {
    this.#isMoved = true;
    zoomAround(this.#view, factor, x, y, FARTHEST);
    this.refresh();
  }

  letGo(): void {
    this.#choose(-1);
  }

  #resize(): void {
    if (!this.#canvas.clientWidth) return;
    if (!this.#isMoved) this.fit();
    this.refresh();
  }

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (!width || !height) return;
    // A canvas begins anew when its size is set: nothing of the drawing before is left, in its context either.
    this.#canvas.width = 0;
    const context = sharpContext(this.#canvas);
    const places = this.#net.nodes.map((_, node) => this.placeOf(node));
    this.#scene = makeScene(this.#net, this.#lanes, this.#looks, { places, chosen: this.#chosen, width, height, scale: this.#view.scale });
    paint(context, this.#scene, this.#looks.palette);
  }

  #choose(node: number): void {
    this.#chosen = node;
    fill(this.#about, node < 0 ? this.#aboutAll() : this.#aboutNode(node));
    this.refresh();
  }

  #aboutAll(): string {
    const { nodes, edges, left } = this.#net;
    return `${many(nodes.length, "node")}, ${many(edges.length, "edge")}${left ? `; ${many(left, "node")} with fewer edges left out` : ""}`;
  }

  #aboutNode(node: number): (Node | string | null)[] {
    const { nodes, edges } = this.#net;
    const link = this.#place(node);
    const own = edges.filter(({ from, to }) => from === node || to === node).length;
    return [h("strong", {}, name(nodes[node].label, 120)), ` ${nodes[node].kind} · ${many(own, "edge")} `, typeof link === "string" ? h("a", { href: link }, "Open in the explorer") : link && smallButton("Its claims", link)];
  }

  #listenToPointer(): void {
    this.#canvas.addEventListener("pointerdown", (event) => {
      this.#canvas.setPointerCapture(event.pointerId);
      this.#pressed = event;
      this.#moved = 0;
    });
    this.#canvas.addEventListener("pointermove", (event) => {
      if (this.#pressed) this.#drag(this.#pressed, event);
      else this.#hover(event);
    });
    this.#canvas.addEventListener("pointerup", (event) => {
      this.#pressed = null;
      if (this.#moved < STILL) this.#chooseAt(event.offsetX, event.offsetY);
    });
    this.#canvas.addEventListener("pointercancel", () => (this.#pressed = null));
    this.#canvas.addEventListener("pointerleave", () => (this.#tip.hidden = true));
  }

  #chooseAt(x: number, y: number): void {
    const node = dotAt(this.#scene, x, y);
    const edge = node < 0 && this.#openEdge ? lineAt(this.#scene, x, y) : -1;
    this.#choose(node);
    if (edge >= 0) this.#openEdge?.(edge);
  }

  #drag(before: PointerEvent, event: PointerEvent): void {
    const [dx, dy] = [event.offsetX - before.offsetX, event.offsetY - before.offsetY];
    this.#moved += Math.abs(dx) + Math.abs(dy);
    this.pan(dx, dy);
    this.#pressed = event;
  }

  #hover(event: PointerEvent): void {
    const node = dotAt(this.#scene, event.offsetX, event.offsetY);
    const edge = node < 0 ? lineAt(this.#scene, event.offsetX, event.offsetY) : -1;
    this.#tip.hidden = node < 0 && edge < 0;
    this.#canvas.classList.toggle("pointing", node >= 0 || (edge >= 0 && this.#openEdge !== null));
    if (this.#tip.hidden) return;
    const { nodes, edges } = this.#net;
    if (node >= 0) fill(this.#tip, h("strong", {}, name(nodes[node].label)), ` ${nodes[node].kind}`);
    else {
      const { from, to, label, count } = edges[edge];
      fill(this.#tip, name(nodes[from].label, 50), " ", h("strong", {}, label), " ", name(nodes[to].label, 50), count > 1 ? `: ${count} rows` : "");
    }
    placeTip(this.#tip, event, this.#canvas);
  }
}
