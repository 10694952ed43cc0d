// The map: a canvas that can be moved, zoomed and pointed at.

import { fill, h, name } from "../page/dom";
import { standingWords } from "../data/standing_words";
import { many } from "../page/words";
import type { State } from "../state/state";
import { Arranger } from "../layout/arranger";
import { boundsOf } from "../layout/bounds";
import { makeScene } from "./graph_scene";
import { lineAt, middle } from "./lines";
import { paint } from "./paint";
import type { Palette } from "./palette";
import { dotAt, NOTHING, type Scene } from "./scene";
import { drawScene } from "./svg_picture";
import { at, densityOf, listen, placeTip, sharpContext, type Viewport, zoomAround, zoomButtons } from "./viewport";

/** Milliseconds a drawing beyond which dragging moves a picture of it, and draws anew at rest. */
const SLOW = 22;
/** Milliseconds without a move after which a dragged map is drawn anew. */
const REST = 120;
/** Pixels that the pointer may move in a click. */
const STILL = 5;
const FARTHEST = 0.01;
/** Pixels of a picture of a map that nobody has seen yet. */
const UNSEEN = { width: 1200, height: 800 };
/** Windows wider than this have the legend beside the map. */
const ROOMY = 700;

export class MapView {
  readonly element: HTMLElement;
  readonly #canvas = h("canvas", {
    tabindex: "0", role: "img",
    "aria-label": "Map of actors and ties. Arrow keys move it, plus and minus zoom, 0 shows all. P pins the actor that is selected or lets it go; arrow keys move it while it is pinned. The tables hold the same.",
  });
  readonly #tip = h("div", { class: "tip", hidden: true });
  /** What part of the plane is seen, and what was drawn of it last. */
  readonly view: Viewport = { x: 0, y: 0, scale: 1 };
  scene: Scene = NOTHING;
  #waiting = false;
  #fitted = false;
  readonly #pointers = new Map<number, PointerEvent>();
  /** Pixels that the pointer went since it was pressed. */
  #moved = 0;
  /** Milliseconds that the last whole drawing took. */
  #cost = 0;
  /** While a map too full to be drawn anew at each step is dragged: its picture, and how far it was moved. */
  #dragged: { picture: HTMLCanvasElement; dx: number; dy: number; rest: number } | null = null;
  /** Pixels at the left edge that something else covers. */
  covered = 0;
  /** Pixels at its foot that something else covers. */
  coveredBelow = 0;
  frames = 0;
  readonly arranger: Arranger;
  /** The actor that is being dragged, or -1. */
  #held = -1;
  readonly #state: State;
  #palette: Palette;
  readonly #expand: (actor: number) => void;

  constructor(state: State, palette: Palette, expand: (actor: number) => void) {
    this.#state = state;
    this.#palette = palette;
    this.#expand = expand;
    this.arranger = new Arranger(state, () => this.fit(), () => {
      this.keepChosen(1 / 6);
      this.refresh();
    });
    this.element = h("div", { class: "map" }, this.#canvas, this.#tip, zoomButtons(this, "Show all that is on the map"));
    new ResizeObserver(() => this.#resize()).observe(this.element);
    this.#canvas.addEventListener("keydown", (event) => this.#movePinned(event));
    listen(this.#canvas, this);
    this.#canvas.addEventListener("pointerdown", (event) => this.#press(event));
    this.#canvas.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of ["pointerup", "pointercancel"] as const) {
      this.#canvas.addEventListener(end, (event) => this.#release(event));
    }
    this.#canvas.addEventListener("pointerleave", () => (this.#tip.hidden = true));
    this.#canvas.addEventListener("dblclick", (event) => this.#expandAt(event));
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.refresh();
  }

  refresh(): void {
    this.#settle();
    this.#schedule();
  }

  /** Lays out what is shown, where that has become something else; gives whether the map will move and be fitted. */
  follow(): boolean {
    return this.#canvas.clientWidth > 0 && this.arranger.follow();
  }

  /** Puts an actor somewhere, where it stays; in units of the map from where it is. */
  pinBy(actor: number, dx: number, dy: number): void {
    const { x, y } = this.#state.graph.data.actors;
    this.#state.pins.set(actor, [(x[actor] += dx), (y[actor] += dy)]);
    this.refresh();
  }

  #schedule(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.draw();
    });
  }

  /** All that is shown, inside the frame; where there is a path, that. */
  fit(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (!this.#fitTo(width, height)) return;
    this.refresh();
  }

  /** Gives whether there is anything to fit. */
  #fitTo(width: number, height: number): boolean {
    const path = this.#state.pathTies.flatMap((tie) => this.#state.graph.actorsOf(tie));
    const shown = path.length ? path : this.#state.shownActors;
    if (!shown.length || !width) return false;
    const { x, y } = this.#state.graph.data.actors;
    const { left, top, right, bottom } = boundsOf(shown, x, y);
    const cover = width > ROOMY ? this.covered : 0;
    // Names stand beside and below the dots, and want some room of their own.
    const scale = Math.min((width - cover - 110) / Math.max(1, right - left), (height - this.coveredBelow - 90) / Math.max(1, bottom - top));
    this.view.scale = Math.max(0.02, Math.min(1.6, scale));
    this.view.x = (width + cover) / 2 - ((left + right) / 2) * this.view.scale;
    this.view.y = (height - this.coveredBelow - 24) / 2 - ((top + bottom) / 2) * this.view.scale;
    return true;
  }

  /** Moves the map so that an actor keeps from the frame's edges by a part of its width. */
  reveal(actor: number, part = 1 / 6): void {
    const [x, y] = this.placeOf(actor);
    const width = this.#canvas.clientWidth;
    const height = this.#canvas.clientHeight - this.coveredBelow;
    const edge = Math.min(part > 1 / 6 ? Infinity : 90, width * part);
    this.view.x += Math.max(0, edge - x) - Math.max(0, x - width + edge);
    const high = Math.min(90, height / 6);
    this.view.y += Math.max(0, high - y) - Math.max(0, y - height + high);
    this.refresh();
  }

  /** Pixels that a picture of the map has: as many as it had when it was drawn last, or would have where it never was. */
  get frame(): { width: number; height: number } {
    return this.#fitted ? this.scene : UNSEEN;
  }

  /** What is shown as SVG, in these colours. */
  picture(palette: Palette): SVGElement {
    const { width, height } = this.frame;
    if (!this.#fitted) this.#fitTo(width, height);
    return drawScene(makeScene(this.#state, palette, this.view, width, height), palette);
  }

  draw(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (!width || !height) return;
    this.frames++;
    if (this.#dragged) return this.#drawDragged(this.#dragged);
    const began = performance.now();
    const context = sharpContext(this.#canvas);
    this.scene = makeScene(this.#state, this.#palette, this.view, width, height);
    paint(context, this.scene, this.#palette);
    this.#cost = performance.now() - began;
  }

  #drawDragged({ picture, dx, dy }: { picture: HTMLCanvasElement; dx: number; dy: number }): void {
    const density = densityOf();
    const context = this.#canvas.getContext("2d") as CanvasRenderingContext2D;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = this.#palette.background;
    context.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.drawImage(picture, Math.round(dx * density), Math.round(dy * density));
  }

  /** Where an actor is on the canvas. */
  placeOf(actor: number): [number, number] {
    const { x, y } = this.#state.graph.data.actors;
    return at(this.view, x[actor], y[actor]);
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
    if (this.#cost < SLOW && !this.#dragged) return this.refresh();
    this.#dragged ??= { picture: this.#copyCanvas(), dx: 0, dy: 0, rest: 0 };
    this.#dragged.dx += dx;
    this.#dragged.dy += dy;
    clearTimeout(this.#dragged.rest);
    this.#dragged.rest = window.setTimeout(() => this.refresh(), REST);
    this.#schedule();
  }

  #copyCanvas(): HTMLCanvasElement {
    const picture = document.createElement("canvas");
    picture.width = this.#canvas.width;
    picture.height = this.#canvas.height;
    picture.getContext("2d")?.drawImage(this.#canvas, 0, 0);
    return picture;
  }

  #settle(): void {
    if (this.#dragged) clearTimeout(this.#dragged.rest);
    this.#dragged = null;
  }

  zoom(factor: number, x = this.#canvas.clientWidth / 2, y = this.#canvas.clientHeight / 2): void {
    zoomAround(this.view, factor, x, y, FARTHEST);
    this.refresh();
  }

  letGo(): void {
    this.#state.change((state) => (state.selection = null));
  }

  #resize(): void {
    if (!this.#canvas.clientWidth) return;
    if (!this.#fitted) {
      this.#fitted = true;
      this.fit();
      // Who opened another room first comes to a map that was not laid out yet.
      this.follow();
    } else this.keepChosen();
    this.refresh();
  }

  /** The panel beside the map has opened or closed: what was chosen keeps room for its neighbours, a part of the map's width. */
  keepChosen(part = 0.4): void {
    const { selection, graph, isShown } = this.#state;
    if (!selection) return;
    const actor = "actor" in selection ? selection.actor : graph.data.ties.subject[selection.tie];
    if (isShown[actor]) this.reveal(actor, part);
  }

  #press(event: PointerEvent): void {
    this.#canvas.setPointerCapture(event.pointerId);
    if (!this.#pointers.size) this.#moved = 0;
    this.#held = this.#pointers.size ? -1 : this.#under(event).actor;
    this.#pointers.set(event.pointerId, event);
    this.#tip.hidden = true;
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return this.#hover(event);
    const dx = event.offsetX - before.offsetX;
    const dy = event.offsetY - before.offsetY;
    this.#moved += Math.abs(dx) + Math.abs(dy);
    if (this.#held >= 0 && this.#moved > STILL) this.pinBy(this.#held, dx / this.view.scale, dy / this.view.scale);
    else if (this.#held >= 0) {
      // It may be a click: nothing moves yet.
    } else if (this.#pointers.size === 1) this.pan(dx, dy);
    else this.#pinch(before, event);
    this.#pointers.set(event.pointerId, event);
  }

  /** Zooms by how far two fingers have gone from each other. */
  #pinch(before: PointerEvent, event: PointerEvent): void {
    const other = [...this.#pointers.values()].find((pointer) => pointer.pointerId !== event.pointerId) as PointerEvent;
    const was = Math.hypot(before.offsetX - other.offsetX, before.offsetY - other.offsetY) || 1;
    const is = Math.hypot(event.offsetX - other.offsetX, event.offsetY - other.offsetY) || 1;
    this.zoom(is / was, other.offsetX, other.offsetY);
  }

  #release(event: PointerEvent): void {
    const pressed = this.#pointers.delete(event.pointerId);
    const wasDragged = this.#held >= 0 && this.#moved > STILL;
    this.#held = -1;
    if (wasDragged) this.#state.change(() => undefined);
    if (!pressed || this.#pointers.size || this.#moved > STILL || event.type !== "pointerup") return;
    const { actor, tie } = this.#under(event);
    this.#state.change((state) => {
      state.selection = actor >= 0 ? { actor } : tie >= 0 ? { tie } : null;
      if (actor < 0 && tie < 0) state.path = null;
    });
  }

  /** P pins what is selected, or lets it go; arrow keys move what is pinned. */
  #movePinned(event: KeyboardEvent): void {
    const { selection, pins } = this.#state;
    if (!selection || !("actor" in selection) || event.ctrlKey || event.metaKey || event.altKey) return;
    const { actor } = selection;
    const step = (event.shiftKey ? 60 : 12) / this.view.scale;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (by && pins.has(actor)) this.pinBy(actor, by[0], by[1]);
    else if (event.key === "p" && pins.has(actor)) pins.delete(actor);
    else if (event.key === "p") this.pinBy(actor, 0, 0);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#state.change(() => undefined);
  }

  #expandAt(event: MouseEvent): void {
    const { actor } = this.#under(event);
    if (actor >= 0) this.#expand(actor);
  }

  /** The actor under the pointer, or else the tie. */
  #under({ offsetX, offsetY }: MouseEvent): { actor: number; tie: number } {
    const actor = dotAt(this.scene, offsetX, offsetY);
    return { actor, tie: actor < 0 ? lineAt(this.scene, offsetX, offsetY) : -1 };
  }

  #hover(event: PointerEvent): void {
    const { actor, tie } = this.#under(event);
    const isFound = actor >= 0 || tie >= 0;
    this.#canvas.classList.toggle("pointing", isFound);
    this.#tip.hidden = !isFound;
    if (!isFound) return;
    fill(this.#tip, ...(actor >= 0 ? this.#aboutActor(actor) : this.#aboutTie(tie)));
    placeTip(this.#tip, event, this.#canvas);
  }

  #aboutActor(actor: number): (Node | string)[] {
    const { graph } = this.#state;
    return [h("strong", {}, name(graph.name(actor))),
      ` ${graph.kind(actor)}, ${many(graph.tiesOfActor[actor].length, "tie")}, ${many(graph.data.actors.count[actor], "mention")}`];
  }

  #aboutTie(tie: number): (Node | string)[] {
    const state = this.#state;
    const { graph } = state;
    const [subject, object] = graph.saidEnds(tie);
    return [name(graph.name(subject)), " ", h("strong", {}, graph.relation(tie)), " ", name(graph.end(object)),
      `: ${many(state.tieCount[tie], "claim")}; ${standingWords(state.summary(tie), (actor) => graph.name(actor))}`];
  }
}
