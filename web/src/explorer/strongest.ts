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
  readonly #again: HTMLButtonElement;
  readonly #unpin: HTMLButtonElement;
  readonly #state: State;

  /** `reset` takes all off the map that was added to it; `again` lays out what is there. */
  constructor(state: State, reset: () => void, again: () => void) {
    this.#state = state;
    this.#range = h("input", {
      type: "range", id: "most", min: String(FEWEST), max: String(Math.max(FEWEST, Math.min(MOST, state.graph.whole.actors))), step: "10",
      on: { input: () => state.change((each) => {
        each.most = Number(this.#range.value);
        each.ego = -1;
      }) },
    });
    this.#back = smallButton("Back to the strongest", reset);
    this.#again = smallButton("Lay out again", again, { title: "Find places anew for all that is on the map and is not pinned" });
    this.#unpin = smallButton("", () => state.change((each) => each.pins.clear()), { title: "Let go of what was dragged to a place" });
    this.element = h("div", { class: "shown" }, h("label", { for: "most" }, "Strongest "), this.#words, this.#range, this.#again, this.#unpin, this.#back);
  }

  refresh(): void {
    const state = this.#state;
    this.#range.value = String(state.most);
    this.#words.textContent = `${figure(state.shownActors.length)} of ${figure(state.graph.whole.actors)}`;
    this.#unpin.hidden = !state.pins.size;
    this.#unpin.textContent = `Unpin ${figure(state.pins.size)}`;
    this.#back.hidden = !state.added.size && state.ego < 0 && !state.path;
  }
}
