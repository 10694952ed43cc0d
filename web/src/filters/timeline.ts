// The timeline: how many claims a month, a year; a brush chooses a stretch of it.

import { fill, h, note, smallButton, svg } from "../page/dom";
import type { State } from "../state/state";
import { type Bins, countDays, firstDay, lastDay } from "./bins";

const HEIGHT = 52;
/** Pixels below the bars, for dates. */
const FOOT = 16;
/** Pixels from one date to the next. */
const TICK = 70;

export class Timeline {
  readonly element = h("section", { class: "timeline", "aria-label": "Timeline" });
  readonly #chart = h("div", { class: "chart" });
  readonly #from = h("input", { type: "date", "aria-label": "From" });
  readonly #to = h("input", { type: "date", "aria-label": "To" });
  readonly #mode = h("select", { "aria-label": "Which date" },
    h("option", { value: "said" }, "said"), h("option", { value: "holds" }, "holds"));
  readonly #undated = h("input", { type: "checkbox", id: "undated" });
  readonly #clear: HTMLButtonElement;
  #bins: string[] = [];
  /** The bin in which the pointer was pressed, or -1. */
  #pressed = -1;
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
    for (const input of [this.#from, this.#to, this.#mode, this.#undated]) input.addEventListener("change", () => this.#take());
    this.#clear = smallButton("All time", () => state.change((each) => (each.from = each.to = "")));
    this.element.append(h("div", { class: "controls" }, h("strong", {}, "When"), this.#mode, this.#from, h("span", {}, "to"), this.#to,
      h("label", { for: "undated" }, this.#undated, " undated too"), this.#clear), this.#chart);
    this.#listenToBrush();
    new ResizeObserver(() => this.#draw()).observe(this.#chart);
    this.refresh();
  }

  refresh(): void {
    this.#from.value = this.#state.from;
    this.#to.value = this.#state.to;
    this.#mode.value = this.#state.timeMode;
    this.#undated.checked = this.#state.undated;
    this.#clear.hidden = !this.#state.from && !this.#state.to;
    this.#draw();
  }

  /** Makes what the fields say the state's choice. */
  #take(): void {
    this.#state.change((each) => {
      each.from = this.#from.value;
      each.to = this.#to.value;
      each.timeMode = this.#mode.value === "holds" ? "holds" : "said";
      each.undated = this.#undated.checked;
    });
  }

  #listenToBrush(): void {
    this.#chart.addEventListener("pointerdown", (event) => {
      this.#chart.setPointerCapture(event.pointerId);
      this.#pressed = this.#binAt(event);
    });
    this.#chart.addEventListener("pointermove", (event) => {
      if (this.#pressed >= 0) this.#shade(...this.#brushed(event));
    });
    this.#chart.addEventListener("pointerup", (event) => {
      const [first, last] = this.#brushed(event);
      this.#pressed = -1;
      if (first >= 0 && this.#bins.length) this.#state.change((each) => ([each.from, each.to] = [firstDay(this.#bins[first]), lastDay(this.#bins[last])]));
    });
  }

  /** The first and last bin between where the pointer was pressed and where it is. */
  #brushed(event: PointerEvent): [first: number, last: number] {
    const now = this.#binAt(event);
    return [Math.min(this.#pressed, now), Math.max(this.#pressed, now)];
  }

  #binAt(event: PointerEvent): number {
    const box = this.#chart.getBoundingClientRect();
    return Math.max(0, Math.min(this.#bins.length - 1, Math.floor(((event.clientX - box.left) / box.width) * this.#bins.length)));
  }

  get #width(): number {
    return this.#chart.clientWidth || 600;
  }

  #draw(): void {
    const days = this.#days();
    if (!days.length) {
      this.#bins = [];
      fill(this.#chart, note("No claim here has such a date."));
      return;
    }
    const bins = countDays(days, this.#width);
    this.#bins = bins.names;
    fill(this.#chart, svg("svg", { width: this.#width, height: HEIGHT, "aria-hidden": "true" }, ...this.#bars(bins), ...this.#ticks()));
    if (this.#state.from || this.#state.to) this.#shadeChosen();
  }

  /** The first days of the claims that pass all filters but that of time. */
  #days(): string[] {
    const days: string[] = [];
    for (let claim = 0; claim < this.#state.activeClaims.length; claim++) {
      const [first] = this.#state.dates(claim);
      if (/^\d{4}/.test(first) && (!this.#state.narrowed || this.#state.passes(claim, "time"))) days.push(first);
    }
    return days;
  }

  #bars({ names, counts }: Bins): SVGElement[] {
    const step = this.#width / names.length;
    const top = Math.max(...counts.values());
    return names.map((each, place) => {
      const count = counts.get(each) ?? 0;
      const high = count ? Math.max(3, (count / top) * (HEIGHT - FOOT - 2)) : 0;
      const words = svg("title", {});
      words.textContent = `${each}: ${count}`;
      return svg("rect", { x: place * step, y: HEIGHT - FOOT - high, width: Math.max(1, Math.min(step - 1, 40)), height: high, class: "bar" }, words);
    });
  }

  #ticks(): SVGElement[] {
    const step = this.#width / this.#bins.length;
    const every = Math.ceil(this.#bins.length / Math.max(1, Math.floor(this.#width / TICK)));
    const ticks: SVGElement[] = [];
    for (let place = 0; place < this.#bins.length; place += every) {
      const words = svg("text", { x: place * step, y: HEIGHT - 3, class: "tick" });
      words.textContent = this.#bins[place];
      ticks.push(words);
    }
    return ticks;
  }

  #shadeChosen(): void {
    const { from, to } = this.#state;
    const first = this.#bins.findIndex((each) => !from || lastDay(each) >= from);
    let last = this.#bins.length - 1;
    while (last > 0 && to && firstDay(this.#bins[last]) > to) last--;
    if (first >= 0) this.#shade(first, last);
  }

  #shade(first: number, last: number): void {
    this.#chart.querySelector(".brush")?.remove();
    const step = this.#width / this.#bins.length;
    this.#chart.querySelector("svg")?.append(svg("rect", {
      class: "brush", x: first * step, y: 0, width: Math.max(3, (last - first + 1) * step), height: HEIGHT - FOOT + 1,
    }));
  }
}
