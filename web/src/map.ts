// The map: a canvas that can be moved, zoomed and pointed at.

import { button, fill, h, name } from "./dom";
import { paint, toSvg } from "./paint";
import type { Palette } from "./palette";
import { dotAt, lineAt, makeScene, middle, type Scene, type View } from "./scene";
import type { State } from "./state";
import { many } from "./words";

/** Milliseconds a drawing beyond which dragging moves a picture of it, and draws anew at rest. */
const SLOW = 22;

export class MapView {
  readonly element: HTMLElement;
  private readonly canvas = h("canvas", {
    tabindex: "0", role: "img",
    "aria-label": "Map of actors and ties. Arrow keys move it, plus and minus zoom, 0 shows all. The tables hold the same.",
  });
  private readonly tip = h("div", { class: "tip", hidden: true });
  private readonly view: View = { x: 0, y: 0, scale: 1 };
  private scene: Scene = { width: 1, height: 1, dots: [], lines: [], labels: [] };
  private palette: Palette;
  private waiting = false;
  private fitted = false;
  private readonly pointers = new Map<number, PointerEvent>();
  private moved = 0;
  /** Milliseconds that the last whole drawing took. */
  private cost = 0;
  /** While a map too full to be drawn anew at each step is dragged: its picture, and how far it was moved. */
  private dragged: { picture: HTMLCanvasElement; dx: number; dy: number; rest: number } | null = null;
  /** Pixels at the left edge that something else covers. */
  covered = 0;
  frames = 0;

  constructor(private readonly state: State, palette: Palette, private readonly expand: (actor: number) => void) {
    this.palette = palette;
    this.element = h("div", { class: "map" }, this.canvas, this.tip, h("div", { class: "zoom" },
      button("+", () => this.zoom(1.4), { "aria-label": "Zoom in", title: "Zoom in" }),
      button("−", () => this.zoom(1 / 1.4), { "aria-label": "Zoom out", title: "Zoom out" }),
      button("Fit", () => this.fit(), { title: "Show all that is on the map" })));
    new ResizeObserver(() => this.resize()).observe(this.element);
    this.canvas.addEventListener("pointerdown", (event) => this.press(event));
    this.canvas.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"] as const) {
      this.canvas.addEventListener(end, (event) => this.release(event));
    }
    this.canvas.addEventListener("pointerleave", () => (this.tip.hidden = true));
    this.canvas.addEventListener("dblclick", (event) => this.expandAt(event));
    this.canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.offsetX, event.offsetY);
    }, { passive: false });
    this.canvas.addEventListener("keydown", (event) => this.key(event));
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.refresh();
  }

  refresh(): void {
    this.settle();
    this.schedule();
  }

  private schedule(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  /** All that is shown, inside the frame. */
  fit(): void {
    const { actors } = this.state.graph.data;
    const { ties } = this.state.graph.data;
    const path = this.state.pathTies.flatMap((tie) => [ties.subject[tie], ties.object[tie]]);
    const shown = path.length ? path : this.state.shownActors;
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    if (!shown.length || !width) return;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const actor of shown) {
      left = Math.min(left, actors.x[actor]);
      right = Math.max(right, actors.x[actor]);
      top = Math.min(top, actors.y[actor]);
      bottom = Math.max(bottom, actors.y[actor]);
    }
    const cover = width > 700 ? this.covered : 0;
    const scale = Math.min((width - cover - 110) / Math.max(1, right - left), (height - 90) / Math.max(1, bottom - top));
    this.view.scale = Math.max(0.02, Math.min(1.6, scale));
    this.view.x = (width + cover) / 2 - ((left + right) / 2) * this.view.scale;
    this.view.y = (height - 24) / 2 - ((top + bottom) / 2) * this.view.scale;
    this.refresh();
  }

  /** Moves the map so that an actor keeps from the frame's edges by a part of its width. */
  reveal(actor: number, part = 1 / 6): void {
    const { actors } = this.state.graph.data;
    const x = actors.x[actor] * this.view.scale + this.view.x;
    const y = actors.y[actor] * this.view.scale + this.view.y;
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    const edge = Math.min(part > 1 / 6 ? Infinity : 90, width * part);
    this.view.x += Math.max(0, edge - x) - Math.max(0, x - width + edge);
    const high = Math.min(90, height / 6);
    this.view.y += Math.max(0, high - y) - Math.max(0, y - height + high);
    this.refresh();
  }

  png(): Promise<Blob | null> {
    const big = document.createElement("canvas");
    big.width = this.scene.width * 2;
    big.height = this.scene.height * 2;
    const context = big.getContext("2d") as CanvasRenderingContext2D;
    context.scale(2, 2);
    paint(context, this.scene, this.palette);
    return new Promise((resolve) => big.toBlob(resolve, "image/png"));
  }

  svg(): string {
    return toSvg(this.scene, this.palette);
  }

  draw(): void {
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    if (!width || !height) return;
    const density = Math.min(2, window.devicePixelRatio || 1);
    if (this.dragged) {
      const { picture, dx, dy } = this.dragged;
      const context = this.canvas.getContext("2d") as CanvasRenderingContext2D;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = this.palette.background;
      context.fillRect(0, 0, this.canvas.width, this.canvas.height);
      context.drawImage(picture, Math.round(dx * density), Math.round(dy * density));
      this.frames++;
      return;
    }
    const began = performance.now();
    if (this.canvas.width !== Math.round(width * density) || this.canvas.height !== Math.round(height * density)) {
      this.canvas.width = Math.round(width * density);
      this.canvas.height = Math.round(height * density);
    }
    const context = this.canvas.getContext("2d") as CanvasRenderingContext2D;
    context.setTransform(density, 0, 0, density, 0, 0);
    this.scene = makeScene(this.state, this.palette, this.view, width, height);
    paint(context, this.scene, this.palette);
    this.cost = performance.now() - began;
    this.frames++;
  }

  /** Where an actor is on the canvas; for tests. */
  placeOf(actor: number): [number, number] {
    const { actors } = this.state.graph.data;
    return [actors.x[actor] * this.view.scale + this.view.x, actors.y[actor] * this.view.scale + this.view.y];
  }

  /** How many of the ties drawn can be pointed at somewhere on their line; for tests. */
  reachable(): number {
    return this.scene.lines.filter((line) => {
      const [x, y] = middle(line);
      return lineAt(this.scene, x, y) === line.tie;
    }).length;
  }

  pan(dx: number, dy: number): void {
    this.view.x += dx;
    this.view.y += dy;
    if (this.cost < SLOW && !this.dragged) return this.refresh();
    if (!this.dragged) {
      const picture = document.createElement("canvas");
      picture.width = this.canvas.width;
      picture.height = this.canvas.height;
      picture.getContext("2d")?.drawImage(this.canvas, 0, 0);
      this.dragged = { picture, dx: 0, dy: 0, rest: 0 };
    }
    this.dragged.dx += dx;
    this.dragged.dy += dy;
    clearTimeout(this.dragged.rest);
    this.dragged.rest = window.setTimeout(() => this.refresh(), 120);
    this.schedule();
  }

  private settle(): void {
    if (this.dragged) clearTimeout(this.dragged.rest);
    this.dragged = null;
  }

  private zoom(factor: number, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2): void {
    const scale = Math.max(0.01, Math.min(8, this.view.scale * factor));
    const by = scale / this.view.scale;
    this.view.x = x - (x - this.view.x) * by;
    this.view.y = y - (y - this.view.y) * by;
    this.view.scale = scale;
    this.refresh();
  }

  private resize(): void {
    if (!this.canvas.clientWidth) return;
    const selection = this.state.selection;
    if (!this.fitted) {
      this.fitted = true;
      this.fit();
    } else if (selection) {
      const actor = "actor" in selection ? selection.actor : this.state.graph.data.ties.subject[selection.tie];
      // The panel beside the map has opened or closed: what was chosen keeps room for its neighbours.
      if (this.state.isShown[actor]) this.reveal(actor, 0.4);
    }
    this.refresh();
  }

  private key(event: KeyboardEvent): void {
    const step = event.shiftKey ? 200 : 60;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step],
    };
    if (event.key in moves) this.pan(...moves[event.key]);
    else if (event.key === "+" || event.key === "=") this.zoom(1.4);
    else if (event.key === "-") this.zoom(1 / 1.4);
    else if (event.key === "0") this.fit();
    else if (event.key === "Escape") this.state.change((state) => (state.selection = null));
    else return;
    event.preventDefault();
  }

  private press(event: PointerEvent): void {
    this.canvas.setPointerCapture(event.pointerId);
    if (!this.pointers.size) this.moved = 0;
    this.pointers.set(event.pointerId, event);
    this.tip.hidden = true;
  }

  private move(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (!before) return this.hover(event);
    const dx = event.offsetX - before.offsetX;
    const dy = event.offsetY - before.offsetY;
    this.moved += Math.abs(dx) + Math.abs(dy);
    if (this.pointers.size === 1) this.pan(dx, dy);
    else {
      const other = [...this.pointers.values()].find((pointer) => pointer.pointerId !== event.pointerId) as PointerEvent;
      const was = Math.hypot(before.offsetX - other.offsetX, before.offsetY - other.offsetY) || 1;
      const is = Math.hypot(event.offsetX - other.offsetX, event.offsetY - other.offsetY) || 1;
      this.zoom(is / was, other.offsetX, other.offsetY);
    }
    this.pointers.set(event.pointerId, event);
  }

  private release(event: PointerEvent): void {
    const pressed = this.pointers.delete(event.pointerId);
    if (!pressed || this.pointers.size || this.moved > 5 || event.type !== "pointerup") return;
    const actor = dotAt(this.scene, event.offsetX, event.offsetY);
    const tie = actor < 0 ? lineAt(this.scene, event.offsetX, event.offsetY) : -1;
    this.state.change((state) => {
      state.selection = actor >= 0 ? { actor } : tie >= 0 ? { tie } : null;
      if (actor < 0 && tie < 0) state.path = null;
    });
  }

  private expandAt(event: MouseEvent): void {
    const actor = dotAt(this.scene, event.offsetX, event.offsetY);
    if (actor >= 0) this.expand(actor);
  }

  private hover(event: PointerEvent): void {
    const actor = dotAt(this.scene, event.offsetX, event.offsetY);
    const tie = actor < 0 ? lineAt(this.scene, event.offsetX, event.offsetY) : -1;
    this.canvas.classList.toggle("pointing", actor >= 0 || tie >= 0);
    this.tip.hidden = actor < 0 && tie < 0;
    if (this.tip.hidden) return;
    const { graph } = this.state;
    if (actor >= 0) {
      fill(this.tip, h("strong", {}, name(graph.name(actor))),
        ` ${graph.kind(actor)}, ${many(graph.tiesOfActor[actor].length, "tie")}, ${many(graph.data.actors.count[actor], "mention")}`);
    } else {
      const denied = this.state.tieDenied[tie];
      const unsettled = this.state.standing(tie) === "not established";
      fill(this.tip, name(graph.name(graph.data.ties.subject[tie])), " ", h("strong", {}, graph.relation(tie)), " ",
        name(graph.end(graph.data.ties.object[tie])), `: ${many(this.state.tieCount[tie], "claim")}${denied ? `, ${denied} denying` : ""}${unsettled ? ", not established" : ""}`);
    }
    const left = Math.min(event.offsetX + 14, this.canvas.clientWidth - 260);
    this.tip.style.left = `${Math.max(4, left)}px`;
    this.tip.style.top = `${event.offsetY + 16}px`;
  }
}

/** Adds the neighbours of an actor that are not on the map, the strongest forty at a time. */
export function expand(state: State, actor: number): void {
  const { graph } = state;
  const { ties } = graph.data;
  const others = new Set<number>();
  for (const tie of graph.tiesOfActor[actor]) {
    if (!state.tieCount[tie]) continue;
    for (const end of [ties.subject[tie], ties.object[tie]]) if (end >= 0 && !state.isShown[end]) others.add(end);
  }
  const strongest = [...others].sort((a, b) => graph.strength[b] - graph.strength[a] || a - b).slice(0, 40);
  state.added.add(actor);
  for (const other of strongest) state.added.add(other);
}
