// The part of a plane that a canvas shows, and how keys, wheel and buttons change it.

import { button, h } from "../page/dom";

/** A place in the plane times `scale`, plus `x` and `y`, is its place on the canvas. */
export interface Viewport { x: number; y: number; scale: number }

const CLOSEST = 8;
const STEP = 1.4;

/** Where a place of the plane is on the canvas. */
export function at(view: Viewport, x: number, y: number): [number, number] {
  return [x * view.scale + view.x, y * view.scale + view.y];
}

/** Zooms around a point of the canvas, which stays where it is. */
export function zoomAround(view: Viewport, factor: number, x: number, y: number, farthest: number): void {
  const scale = Math.max(farthest, Math.min(CLOSEST, view.scale * factor));
  const by = scale / view.scale;
  view.x = x - (x - view.x) * by;
  view.y = y - (y - view.y) * by;
  view.scale = scale;
}

/** What can be asked of a picture by keys, buttons and the wheel. */
export interface Moves {
  pan(dx: number, dy: number): void;
  zoom(factor: number, x?: number, y?: number): void;
  fit(): void;
  /** Lets go of what is selected. */
  letGo(): void;
}

export function zoomButtons(moves: Moves, fitTitle: string): HTMLElement {
  return h("div", { class: "zoom" },
    button("+", () => moves.zoom(STEP), { "aria-label": "Zoom in", title: "Zoom in" }),
    button("−", () => moves.zoom(1 / STEP), { "aria-label": "Zoom out", title: "Zoom out" }),
    button("Fit", () => moves.fit(), { title: fitTitle }));
}

export function listen(canvas: HTMLCanvasElement, moves: Moves): void {
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    // Firefox counts lines where other browsers count pixels.
    moves.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.offsetX, event.offsetY);
  }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    if (takeKey(event, moves)) event.preventDefault();
  });
}

function takeKey(event: KeyboardEvent, moves: Moves): boolean {
  const step = event.shiftKey ? 200 : 60;
  const arrows: Record<string, [number, number]> = {
    ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step],
  };
  if (Object.hasOwn(arrows, event.key)) moves.pan(...arrows[event.key]);
  else if (event.key === "+" || event.key === "=") moves.zoom(STEP);
  else if (event.key === "-") moves.zoom(1 / STEP);
  else if (event.key === "0") moves.fit();
  else if (event.key === "Escape") moves.letGo();
  else return false;
  return true;
}

/** Makes a canvas as large as it is laid out; its context counts in pixels of the page. */
export function sharpContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const density = densityOf();
  const [width, height] = [Math.round(canvas.clientWidth * density), Math.round(canvas.clientHeight * density)];
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.setTransform(density, 0, 0, density, 0, 0);
  return context;
}

/** Pixels of the screen for one of the page; more than two cost time and show nothing. */
export function densityOf(): number {
  return Math.min(2, window.devicePixelRatio || 1);
}

/** Puts a tip beside the pointer, inside the canvas. */
export function placeTip(tip: HTMLElement, event: PointerEvent, canvas: HTMLCanvasElement): void {
  tip.style.left = `${Math.max(4, Math.min(event.offsetX + 14, canvas.clientWidth - 260))}px`;
  tip.style.top = `${event.offsetY + 16}px`;
}
