// The top of the page: search, views, what can be taken away, judgements.

import type { SearchBox } from "../filters/search_box";
import { button, h, toggleButton } from "../page/dom";
import { heading } from "../page/frame";
import type { Theme } from "../page/theme";
import { ROOMS, type Tab } from "../state/choices";
import type { JudgementList } from "../state/judgement";
import type { State } from "../state/state";
import type { Views } from "./view";

const TABS: [Tab, string][] = [["map", "Map"], ["actors", "Actors"], ["ties", "Ties"], ["claims", "Claims"]];

export class Header {
  readonly element: HTMLElement;
  readonly #tabs: HTMLButtonElement[];
  readonly #state: State;

  constructor(state: State, search: SearchBox, menu: HTMLElement, judgements: HTMLElement, theme: Theme, views: Views) {
    this.#state = state;
    const { served } = state.graph.data;
    const tabs = served ? [...TABS, ["documents", "Documents"] as [Tab, string]] : [...TABS];
    // The questions stand before the map, the other rooms behind the tables.
    for (const room of ROOMS) {
      const view = views[room];
      if (view) tabs.splice(room === "ask" ? 0 : tabs.length, 0, [room, view.title]);
    }
    this.#tabs = tabs.map(([tab, words]) => button(words, () => state.change((each) => (each.tab = tab)), { class: "tab", "data-tab": tab }));
    this.element = h("header", {}, heading(served?.title ?? ""), search.element,
      h("nav", { "aria-label": "Views" }, this.#tabs, served ? h("a", { class: "tab", href: "/query" }, "Query") : null),
      filtersButton(), menu, judgements, theme.button);
  }

  refresh(): void {
    for (const each of this.#tabs) each.setAttribute("aria-pressed", String(each.dataset.tab === this.#state.tab));
  }
}

/** Opens the filters where the window is too narrow to have them beside the map. */
function filtersButton(): HTMLElement {
  return toggleButton("Filters", () => document.body.classList.toggle("filters-open"), { class: "filters-button" });
}

/** Opens the judgements, and says how many there are. */
export function judgementsButton(judgements: JudgementList, open: () => void): HTMLElement {
  const opener = button("", open, { class: "judgements" });
  judgements.onChange = () => (opener.textContent = judgements.size ? `Judgements (${judgements.size})` : "Judgements");
  judgements.onChange();
  return opener;
}
