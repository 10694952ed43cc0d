// The timeline: how many claims a month, a year; a brush chooses a stretch of it.

import { fill, h, note, smallButton, svg } from "../page/dom";
import { figure } from "../page/words";
import type { State } from "../state/state";
import { type Bins, countDays, firstDay, lastDay, withoutOutliers } from "./bins";

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
  readonly #undatedWords = h("span", {});
  readonly #beyond = h("span", { class: "beyond" });
  /** Whether the axis goes over all days, those far from the others too. */
  #isWhole = false;
  readonly #undated = h("input", { type: "checkbox", id: "undated" });
  readonly #clear: HTMLButtonElement;
  #bins: string[] = [];
  /** The bin in which the pointer was pressed, or -1. */
  #pressed = -1;
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
    for (const input of [this.#from, this.#to, this.#mode, this.#undated]) input.addEventListener("change", () => this.#take());
    this.#clear = smallButton("All time", () => state.change((each) => each.chooseTime("", "")));
    this.element.append(h("div", { class: "controls" }, h("strong", {}, "When"), this.#mode, this.#from, h("span", {}, "to"), this.#to,
      h("label", { for: "undated" }, this.#undated, " also ", this.#undatedWords), this.#clear, this.#beyond), this.#chart);
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
      each.timeMode = this.#mode.value === "holds" ? "holds" : "said";
      each.undated = this.#undated.checked;
      each.chooseTime(this.#from.value, this.#to.value);
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
      if (first >= 0 && this.#bins.length) this.#state.change((each) => each.chooseTime(firstDay(this.#bins[first]), lastDay(this.#bins[last])));
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
    const all = this.#days();
    this.#tellOthers();
    if (!all.length) {
      this.#bins = [];
      fill(this.#beyond);
      fill(this.#chart, note("No claim here has such a date. ", smallButton(this.#state.timeMode === "said" ? "Show when it holds" : "Show when it was said",
        () => this.#state.change((each) => (each.timeMode = each.timeMode === "said" ? "holds" : "said")))));
      return;
    }
    const { days, earlier, later } = withoutOutliers(all);
    this.#tellBeyond(earlier, later);
    const bins = countDays(this.#isWhole ? all : days, this.#width);
    this.#bins = bins.names;
    fill(this.#chart, svg("svg", { width: this.#width, height: HEIGHT, "aria-hidden": "true" }, ...this.#bars(bins), ...this.#ticks()));
    if (this.#state.from || this.#state.to) this.#shadeChosen();
  }

  /** Says how many claims have no such date, and how many each mode has a date of. */
  #tellOthers(): void {
    const { graph: { data: { claims, strings } } } = this.#state;
    let [said, holds, passing] = [0, 0, 0];
    for (let claim = 0; claim < claims.id.length; claim++) {
      if (this.#state.narrowed && !this.#state.passes(claim, "time")) continue;
      passing++;
      said += Number(strings[claims.said[claim]] !== "");
      holds += Number(strings[claims.from[claim]] !== "" || strings[claims.to[claim]] !== "");
    }
    const [first, second] = this.#mode.options;
    first.textContent = `said (${figure(said)})`;
    second.textContent = `holds (${figure(holds)})`;
    this.#undatedWords.textContent = `${figure(passing - (this.#state.timeMode === "said" ? said : holds))} undated`;
  }

  /** Says how many lie beyond the axis, and lets it go over them. */
  #tellBeyond(earlier: number, later: number): void {
    const words = [earlier && `${figure(earlier)} earlier`, later && `${figure(later)} later`].filter(Boolean).join(", ");
    const hadFocus = this.#beyond.contains(document.activeElement);
    fill(this.#beyond, words ? smallButton(this.#isWhole ? "Without what lies far off" : words, () => {
      this.#isWhole = !this.#isWhole;
      this.#draw();
    }, { title: this.#isWhole ? "Let the axis cover where most are" : "Let the axis cover these too" }) : null);
    if (hadFocus) this.#beyond.querySelector("button")?.focus();
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
