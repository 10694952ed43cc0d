// The timeline: how many claims a month, a year; a brush chooses a stretch of it.

import { button, fill, h, svg } from "./dom";
import type { State } from "./state";

const HEIGHT = 52;

export class Timeline {
  readonly element = h("section", { class: "timeline", "aria-label": "Timeline" });
  private readonly chart = h("div", { class: "chart" });
  private readonly from = h("input", { type: "date", "aria-label": "From" });
  private readonly to = h("input", { type: "date", "aria-label": "To" });
  private readonly mode = h("select", { "aria-label": "Which date" },
    h("option", { value: "said" }, "said"), h("option", { value: "holds" }, "holds"));
  private readonly undated = h("input", { type: "checkbox", id: "undated" });
  private readonly clear: HTMLButtonElement;
  private bins: string[] = [];
  private pressed = -1;

  constructor(private readonly state: State) {
    const change = () => state.change((each) => {
      each.from = this.from.value;
      each.to = this.to.value;
      each.timeMode = this.mode.value === "holds" ? "holds" : "said";
      each.undated = this.undated.checked;
    });
    for (const input of [this.from, this.to, this.mode, this.undated]) input.addEventListener("change", change);
    this.clear = button("All time", () => state.change((each) => (each.from = each.to = "")), { class: "small" });
    this.element.append(h("div", { class: "controls" }, h("strong", {}, "When"), this.mode, this.from, h("span", {}, "to"), this.to,
      h("label", { for: "undated" }, this.undated, " undated too"), this.clear), this.chart);
    this.chart.addEventListener("pointerdown", (event) => {
      this.chart.setPointerCapture(event.pointerId);
      this.pressed = this.binAt(event);
    });
    this.chart.addEventListener("pointerup", (event) => {
      const [a, b] = [this.pressed, this.binAt(event)].sort((x, y) => x - y);
      this.pressed = -1;
      if (a >= 0 && this.bins.length) this.state.change((each) => ([each.from, each.to] = [firstDay(this.bins[a]), lastDay(this.bins[b])]));
    });
    this.chart.addEventListener("pointermove", (event) => {
      if (this.pressed >= 0) this.shade(...([this.pressed, this.binAt(event)].sort((x, y) => x - y) as [number, number]));
    });
    new ResizeObserver(() => this.draw()).observe(this.chart);
    this.refresh();
  }

  refresh(): void {
    this.from.value = this.state.from;
    this.to.value = this.state.to;
    this.mode.value = this.state.timeMode;
    this.undated.checked = this.state.undated;
    this.clear.hidden = !this.state.from && !this.state.to;
    this.draw();
  }

  private binAt(event: PointerEvent): number {
    const box = this.chart.getBoundingClientRect();
    return Math.max(0, Math.min(this.bins.length - 1, Math.floor(((event.clientX - box.left) / box.width) * this.bins.length)));
  }

  private draw(): void {
    const width = this.chart.clientWidth || 600;
    const days: string[] = [];
    for (let claim = 0; claim < this.state.activeClaims.length; claim++) {
      const [first] = this.state.dates(claim);
      if (/^\d{4}/.test(first) && (!this.state.filtered || this.state.passes(claim, "time"))) days.push(first);
    }
    if (!days.length) {
      this.bins = [];
      fill(this.chart, h("p", { class: "note" }, "No claim here has such a date."));
      return;
    }
    days.sort();
    const months = monthOf(days[days.length - 1]) - monthOf(days[0]) + 1;
    const yearly = months > Math.min(240, width / 4);
    const bin = (day: string) => (yearly ? day.slice(0, 4) : (day.length >= 7 ? day : `${day}-01`).slice(0, 7));
    this.bins = yearly ? years(days[0], days[days.length - 1]) : monthsBetween(monthOf(days[0]), monthOf(days[days.length - 1]));
    const counts = new Map<string, number>();
    for (const day of days) counts.set(bin(day), (counts.get(bin(day)) ?? 0) + 1);
    const top = Math.max(...counts.values());
    const step = width / this.bins.length;
    const picture = svg("svg", { width, height: HEIGHT, "aria-hidden": "true" });
    this.bins.forEach((each, place) => {
      const count = counts.get(each) ?? 0;
      const high = count ? Math.max(3, (count / top) * (HEIGHT - 18)) : 0;
      const bar = svg("rect", { x: place * step, y: HEIGHT - 16 - high, width: Math.max(1, Math.min(step - 1, 40)), height: high, class: "bar" });
      const words = svg("title", {});
      words.textContent = `${each}: ${count}`;
      bar.append(words);
      picture.append(bar);
    });
    const every = Math.ceil(this.bins.length / Math.max(1, Math.floor(width / 70)));
    for (let place = 0; place < this.bins.length; place += every) {
      const words = svg("text", { x: place * step, y: HEIGHT - 3, class: "tick" });
      words.textContent = this.bins[place];
      picture.append(words);
    }
    fill(this.chart, picture as unknown as HTMLElement);
    if (this.state.from || this.state.to) {
      const a = this.bins.findIndex((each) => !this.state.from || lastDay(each) >= this.state.from);
      let b = this.bins.length - 1;
      while (b > 0 && this.state.to && firstDay(this.bins[b]) > this.state.to) b--;
      if (a >= 0) this.shade(a, b);
    }
  }

  private shade(first: number, last: number): void {
    this.chart.querySelector(".brush")?.remove();
    const step = (this.chart.clientWidth || 600) / this.bins.length;
    this.chart.querySelector("svg")?.append(svg("rect", {
      class: "brush", x: first * step, y: 0, width: Math.max(3, (last - first + 1) * step), height: HEIGHT - 15,
    }));
  }
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + (Number(day.slice(5, 7)) || 1) - 1;
}

function monthsBetween(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const month = first + step;
    return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

function years(first: string, last: string): string[] {
  const begin = Number(first.slice(0, 4));
  return Array.from({ length: Number(last.slice(0, 4)) - begin + 1 }, (_, step) => String(begin + step).padStart(4, "0"));
}

function firstDay(bin: string): string {
  return bin.length === 4 ? `${bin}-01-01` : `${bin}-01`;
}

function lastDay(bin: string): string {
  if (bin.length === 4) return `${bin}-12-31`;
  const days = new Date(Date.UTC(Number(bin.slice(0, 4)), Number(bin.slice(5, 7)), 0)).getUTCDate();
  return `${bin}-${String(days).padStart(2, "0")}`;
}
