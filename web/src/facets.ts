// The filters: for each facet its values with the number of claims that choosing them leaves.

import { button, fill, h, name } from "./dom";
import { FACETS, NO_ONE, type Facet, type State } from "./state";
import { fold, many, MODALITY, shorten } from "./words";

const TITLES: Record<Facet, string> = {
  kind: "Kind of actor", relation: "Relation", polarity: "Affirmed or denied", modality: "How it is said",
  asserter: "Who says so", document: "Document", community: "Community",
};
const FIRST = 8;

export class Facets {
  readonly element = h("div", { class: "facets" });
  private readonly open = new Set<Facet>(["kind", "relation", "polarity"]);
  private readonly whole = new Set<Facet>();
  private readonly wanted: Partial<Record<Facet, string>> = {};
  private readonly boxes = {} as Record<Facet, HTMLElement>;
  private readonly summary = h("p", { class: "summary" });
  private readonly clear: HTMLButtonElement;
  private readonly least: HTMLInputElement;
  private readonly leastWords = h("output", {});

  constructor(private readonly state: State) {
    this.clear = button("Clear all filters", () => this.state.change((each) => each.clearFilters()), { class: "small" });
    this.least = h("input", {
      type: "range", min: "0", max: "1", step: "0.05", value: "0", id: "least",
      on: { input: () => this.state.change((each) => (each.confidence = Number(this.least.value))) },
    });
    this.element.append(h("h2", {}, "Filters"), this.summary, this.clear);
    for (const facet of FACETS) {
      const body = h("div", { class: "values" });
      const details = h("details", { open: this.open.has(facet), "data-facet": facet }, h("summary", {}, TITLES[facet]), body);
      details.addEventListener("toggle", () => {
        if (details.open) this.open.add(facet);
        else this.open.delete(facet);
        this.draw(facet);
      });
      this.boxes[facet] = body;
      this.element.append(details);
    }
    this.element.append(h("p", { class: "least" }, h("label", { for: "least" }, "Confidence at least "), this.leastWords, this.least));
    this.refresh();
  }

  refresh(): void {
    const { state } = this;
    const active = state.activeClaims.reduce((sum, each) => sum + each, 0);
    const { served } = state.graph.data;
    fill(this.summary, `${many(active, "claim")} of ${state.activeClaims.length.toLocaleString("en")}`,
      served && served.claims > state.activeClaims.length ? ` loaded; ${served.claims.toLocaleString("en")} in the case` : "");
    this.clear.hidden = !state.filtered;
    this.least.value = String(state.confidence);
    this.leastWords.textContent = state.confidence.toFixed(2);
    for (const facet of FACETS) this.draw(facet);
  }

  private label(facet: Facet, value: string): string {
    const { graph } = this.state;
    const { data } = graph;
    switch (facet) {
      case "kind": return data.kinds.find((kind) => kind[0] === value)?.[1] ?? value;
      case "relation": return data.relations.find((relation) => relation[0] === value)?.[1] ?? value;
      case "modality": return MODALITY[value] ?? value;
      case "asserter": return value === NO_ONE ? "no one named" : graph.actor(value) < 0 ? value : graph.name(graph.actor(value));
      case "document": return value === NO_ONE ? "unknown" : (graph.document(value) < 0 ? value : graph.title(graph.document(value)));
      case "community": return `${Number(value) + 1}: ${graph.community(Number(value)).map((each) => shorten(each, 24)).join(", ")}`;
      default: return value;
    }
  }

  private draw(facet: Facet): void {
    const box = this.boxes[facet];
    if (!this.open.has(facet)) {
      box.replaceChildren();
      return;
    }
    const counts = new Map<string, number>();
    for (let claim = 0; claim < this.state.activeClaims.length; claim++) {
      if (this.state.filtered && !this.state.passes(claim, facet)) continue;
      for (const value of this.state.values(facet, claim)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const chosen = this.state.chosen[facet];
    for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
    let values = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const long = values.length > FIRST;
    const word = fold(this.wanted[facet] ?? "");
    if (word) values = values.filter(([value]) => fold(this.label(facet, value)).includes(word));
    const most = this.whole.has(facet) || word ? 200 : FIRST;
    const rows = values.filter(([value], place) => place < most || chosen.has(value)).map(([value, count]) => {
      const tick = h("input", {
        type: "checkbox", on: {
          change: () => this.state.change(() => {
            if (chosen.has(value)) chosen.delete(value);
            else chosen.add(value);
          }),
        }, "data-value": value,
      });
      tick.checked = chosen.has(value);
      return h("label", { class: "value" }, tick, h("span", { class: "words" }, name(this.label(facet, value), 80)), h("span", { class: "count" }, String(count)));
    });
    const focused = document.activeElement instanceof HTMLElement && box.contains(document.activeElement) ? document.activeElement : null;
    const again = focused?.dataset.value;
    const typing = focused instanceof HTMLInputElement && focused.type === "search";
    const find = long ? h("input", {
      type: "search", class: "within", placeholder: "find", "aria-label": `Find in ${TITLES[facet]}`, value: this.wanted[facet] ?? "",
      on: {
        input: (event) => {
          this.wanted[facet] = (event.target as HTMLInputElement).value;
          this.draw(facet);
        },
      },
    }) : null;
    fill(box, find, rows, long && !word ? button(this.whole.has(facet) ? "fewer" : `all ${values.length}`, () => {
      if (this.whole.has(facet)) this.whole.delete(facet);
      else this.whole.add(facet);
      this.draw(facet);
    }, { class: "more" }) : null);
    if (typing && find) {
      find.focus();
      find.setSelectionRange(find.value.length, find.value.length);
    } else if (again !== undefined) {
      [...box.querySelectorAll<HTMLElement>("input[data-value]")].find((each) => each.dataset.value === again)?.focus();
    }
  }
}
