// How many of the strongest actors are on the map.

import { h, smallButton } from "../page/dom";
import type { State } from "../state/state";
import { figure } from "../page/words";

const FEWEST = 20;
const MOST = 2000;

export class Strongest {
  readonly element: HTMLElement;
  readonly #range: HTMLInputElement;
  readonly #words = h("output", {});
  readonly #back: HTMLButtonElement;
  readonly #state: State;

  /** `reset` takes all off the map that was added to it. */
  constructor(state: State, reset: () => void) {
    this.#state = state;
    this.#range = h("input", {
      type: "range", id: "most", min: String(FEWEST), max: String(Math.max(FEWEST, Math.min(MOST, state.graph.whole.actors))), step: "10",
      on: { input: () => state.change((each) => {
        each.most = Number(this.#range.value);
        each.ego = -1;
      }) },
    });
    this.#back = smallButton("Back to the strongest", reset);
    this.element = h("div", { class: "shown" }, h("label", { for: "most" }, "Strongest "), this.#words, this.#range, this.#back);
  }

  refresh(): void {
    const state = this.#state;
    this.#range.value = String(state.most);
    this.#words.textContent = `${figure(state.shownActors.length)} of ${figure(state.graph.whole.actors)}`;
    this.#back.hidden = !state.added.size && state.ego < 0 && !state.path;
  }
}
