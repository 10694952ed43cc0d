// The filters: for each facet its values with the number of claims that choosing them leaves.

import { button, countWords, fill, h, name, smallButton } from "../page/dom";
import { measuresNote, measureWords } from "../page/measures";
import { fold, shorten } from "../page/text";
import { figure, many, MODALITY } from "../page/words";
import { FACETS, NO_ONE, type Facet } from "../state/choices";
import { STANDING } from "../data/standing_words";
import { CHANGED, CONTESTED, ONE_OUTLET, SEVERAL_OUTLETS, type State } from "../state/state";

const TITLES: Record<Facet, string> = {
  kind: "Kind of actor", relation: "Relation", standing: "How it stands", polarity: "Affirmed or denied", modality: "How it is said",
  asserter: "Who says so", document: "Document", community: "Community", review: "Reviewed",
};
/** Words for the values of the filter by how ties stand. */
const STANDS: Record<string, string> = {
  ...STANDING, [CONTESTED]: "disputed or contradicted", [CHANGED]: "changed story", [ONE_OUTLET]: "of one outlet alone", [SEVERAL_OUTLETS]: "of several outlets",
};
/** Values of a facet that are shown at first, and at most. */
const FIRST = 8;
const MOST = 200;

export class Facets {
  readonly element = h("div", { class: "facets" });
  readonly #boxes: FacetBox[];
  readonly #summary = h("p", { class: "summary" });
  readonly #clear: HTMLButtonElement;
  readonly #least: HTMLInputElement;
  readonly #leastWords = h("output", {});
  readonly #worth: HTMLInputElement;
  readonly #worthWords = h("output", {});
  readonly #below = h("p", { class: "note below", role: "status" });
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
    this.#clear = smallButton("Clear all filters", () => this.#state.change((each) => each.clearFilters()));
    this.#least = h("input", {
      type: "range", min: "0", max: "1", step: "0.05", value: "0", id: "least",
      on: { input: () => this.#state.change((each) => (each.confidence = Number(this.#least.value))) },
    });
    this.#worth = h("input", {
      type: "range", min: "0", max: "1", step: "0.05", value: "0", id: "worth",
      on: { input: () => this.#state.change((each) => (each.worth = Number(this.#worth.value))) },
    });
    this.#boxes = FACETS.map((facet) => new FacetBox(state, facet, ["kind", "relation", "polarity"].includes(facet)));
    this.element.append(h("h2", {}, "Filters"), this.#summary, this.#clear,
      h("p", { class: "least" }, h("label", { for: "worth", title: measureWords("worth") }, "Worth at least "),
        this.#worthWords, this.#worth), this.#below,
      ...this.#boxes.map((box) => box.element),
      h("p", { class: "least" }, h("label", { for: "least", title: measureWords("confidence") }, "Confidence at least "), this.#leastWords, this.#least),
      measuresNote(["worth", "confidence", "community"]));
    this.refresh();
  }

  refresh(): void {
    const state = this.#state;
    const active = state.activeClaims.reduce((sum, each) => sum + each, 0);
    const { served } = state.graph.data;
    fill(this.#summary, `${many(active, "claim")} of ${figure(state.activeClaims.length)}`,
      served && served.claims > state.activeClaims.length ? ` loaded; ${figure(served.claims)} in the case` : "");
    this.#clear.hidden = !state.filtered;
    this.#least.value = String(state.confidence);
    this.#leastWords.textContent = state.confidence.toFixed(2);
    this.#worth.value = String(state.worth);
    this.#worthWords.textContent = state.worth.toFixed(2);
    const below = state.countBelow(state.graph.data.ties.id.keys());
    fill(this.#below, `${many(below, "claim")} ${below === 1 ? "is" : "are"} worth less and not shown.`);
    for (const box of this.#boxes) box.draw();
  }
}

/** One facet: its values, and where there are many a field to find some. */
class FacetBox {
  readonly element: HTMLDetailsElement;
  readonly #body = h("div", { class: "values" });
  /** Whether all values are shown, and not the first few. */
  #whole = false;
  /** What was typed into the field. */
  #wanted = "";
  readonly #state: State;
  readonly #facet: Facet;

  constructor(state: State, facet: Facet, open: boolean) {
    this.#state = state;
    this.#facet = facet;
    this.element = h("details", { open, "data-facet": facet }, h("summary", {}, TITLES[facet]), this.#body);
    this.element.addEventListener("toggle", () => this.draw());
  }

  draw(): void {
    if (!this.element.open) {
      this.#body.replaceChildren();
      return;
    }
    const restoreFocus = this.#keepFocus();
    const values = this.#counts();
    const long = values.length > FIRST;
    const word = fold(this.#wanted);
    const found = word ? values.filter(([value]) => fold(this.#label(value)).includes(word)) : values;
    const most = this.#whole || word ? MOST : FIRST;
    const rows = found.filter(([value], place) => place < most || this.#chosen.has(value)).map(([value, count]) => this.#row(value, count));
    fill(this.#body, long ? this.#field() : null, rows, long && !word ? this.#moreButton(values.length) : null);
    restoreFocus();
  }

  get #chosen(): Set<string> {
    return this.#state.chosen[this.#facet];
  }

  /** How many claims choosing each value leaves, the most first; what is chosen is there also with none. */
  #counts(): [value: string, count: number][] {
    const counts = new Map<string, number>();
    for (let claim = 0; claim < this.#state.activeClaims.length; claim++) {
      if (this.#state.narrowed && !this.#state.passes(claim, this.#facet)) continue;
      for (const value of this.#state.values(this.#facet, claim)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    for (const value of this.#chosen) if (!counts.has(value)) counts.set(value, 0);
    // What is disputed is rare, and what one looks for.
    const rare = (value: string) => Number(this.#facet === "standing" && [CONTESTED, CHANGED].includes(value));
    return [...counts].sort((a, b) => rare(b[0]) - rare(a[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  #label(value: string): string {
    const { graph } = this.#state;
    const { data } = graph;
    switch (this.#facet) {
      case "kind": return data.kinds.find((kind) => kind[0] === value)?.[1] ?? value;
      case "relation": return data.relations.find((relation) => relation[0] === value)?.[1] ?? value;
      case "standing": return STANDS[value] ?? value;
      case "modality": return MODALITY[value] ?? value;
      case "asserter": return value === NO_ONE ? "the outlet or document itself" : graph.actor(value) < 0 ? value : graph.name(graph.actor(value));
      case "document": return value === NO_ONE ? "unknown" : (graph.document(value) < 0 ? value : graph.title(graph.document(value)));
      case "community": return graph.community(Number(value)).map((each) => shorten(each, 24)).join(", ");
      default: return value;
    }
  }

  #row(value: string, count: number): HTMLElement {
    const chosen = this.#chosen;
    const tick = h("input", { type: "checkbox", on: { change: () => this.#state.change(() => {
      if (!chosen.delete(value)) chosen.add(value);
    }) }, "data-value": value });
    tick.checked = chosen.has(value);
    return h("label", { class: "value" }, tick, h("span", { class: "words" }, name(this.#label(value), 80)), countWords(String(count)));
  }

  #field(): HTMLElement {
    const field = h("input", {
      type: "search", class: "within", placeholder: "find", "aria-label": `Find in ${TITLES[this.#facet]}`, value: this.#wanted,
      on: { input: () => {
        this.#wanted = field.value;
        this.draw();
      } },
    });
    return field;
  }

  #moreButton(count: number): HTMLElement {
    return button(this.#whole ? "fewer" : `all ${count}`, () => {
      this.#whole = !this.#whole;
      this.draw();
    }, { class: "more" });
  }

  /** Remembers what has the focus; the function gives it to what stands in its place after a drawing. */
  #keepFocus(): () => void {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || !this.#body.contains(focused)) return () => undefined;
    if (focused instanceof HTMLInputElement && focused.type === "search") {
      return () => {
        const field = this.#body.querySelector<HTMLInputElement>("input.within");
        field?.focus();
        field?.setSelectionRange(field.value.length, field.value.length);
      };
    }
    const { value } = focused.dataset;
    return () => [...this.#body.querySelectorAll<HTMLElement>("input[data-value]")].find((each) => each.dataset.value === value)?.focus();
  }
}
