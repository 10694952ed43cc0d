// How much of its case a served page holds, at all times: what filters, timeline, map and tables answer for.

import { h, smallButton } from "../page/dom";
import { figure, many } from "../page/words";
import type { State } from "../state/state";
import type { ServedCase } from "./served_case";

/** The most actors that the server gives at once. */
const MOST = 2000;

export class Coverage {
  readonly element: HTMLElement;
  readonly #words = h("span", { role: "status" });
  readonly #more: HTMLButtonElement;
  readonly #state: State;

  constructor(state: State, served: ServedCase) {
    this.#state = state;
    this.#more = smallButton("Load more", () => served.want(Math.min(MOST, state.graph.data.actors.id.length * 2)));
    this.element = h("p", { class: "coverage" }, this.#words, " ", this.#more);
    this.refresh();
  }

  refresh(): void {
    const { served, actors, ties } = this.#state.graph.data;
    if (!served) return;
    const held = actors.id.length;
    const isWhole = held >= served.actors && ties.id.length >= served.ties;
    const words = isWhole ? `All of the case is loaded: ${many(served.actors, "actor")}, ${many(served.ties, "tie")}.`
      : `Loaded: ${figure(held)} of ${many(served.actors, "actor")}, ${figure(ties.id.length)} of ${many(served.ties, "tie")}. ` +
        "Map, filters and timeline answer for these alone; search, paths and the tables of the whole case for all.";
    if (this.#words.textContent !== words) this.#words.textContent = words;
    this.element.classList.toggle("whole", isWhole);
    this.#more.hidden = isWhole || held >= Math.min(MOST, served.actors);
  }
}
