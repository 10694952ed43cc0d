// What stands on the map where the filters leave nothing, with the button that clears them.

import { button, fill, h } from "../page/dom";
import { many } from "../page/words";
import type { State } from "../state/state";

export class Nothing {
  readonly element = h("div", { class: "nothing", role: "status", hidden: true });
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  /** Draws it anew on the map; on anything else it is hidden. */
  refresh(onMap: boolean): void {
    const state = this.#state;
    const claims = state.graph.data.claims.id.length;
    const isThere = onMap && claims > 0 && state.narrowed && (!state.shownActors.length || !state.activeClaims.includes(1));
    if (isThere === !this.element.hidden) return;
    this.element.hidden = !isThere;
    fill(this.element, ...(isThere ? this.#words(claims) : []));
  }

  #words(claims: number): HTMLElement[] {
    const state = this.#state;
    if (!state.filtered) {
      return [h("p", {}, `${many(claims, "claim")}, of which each is worth less than ${state.worth.toFixed(2)}.`),
        button("Show them", () => state.change((each) => (each.worth = 0)))];
    }
    return [h("p", {}, "No claim passes all filters together."), button("Clear all filters", () => {
      state.change((each) => each.clearFilters());
      document.getElementById("main")?.focus();
    })];
  }
}
