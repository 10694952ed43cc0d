// How much of its case a served page holds, at all times: what filters, timeline, map and tables answer for.

import { h, smallButton } from "../page/dom";
import type { Data } from "../data/island";
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
    // Actors without a tie come one by one, as search finds them: the server gives none of them among the strongest.
    const isWhole = ties.id.length >= served.ties;
    const rest = served.actors - held;
    const words = isWhole ? `All ties of the case are loaded: ${many(served.ties, "tie")} of ${many(held, "actor")}` +
        (rest > 0 ? `; search finds ${many(rest, "actor")} without a tie.` : ".")
      : `Loaded: ${figure(held)} of ${many(served.actors, "actor")}, ${figure(ties.id.length)} of ${many(served.ties, "tie")}. ` +
        "Map, filters and timeline answer for these alone; search, paths and the tables of the whole case for all.";
    if (this.#words.textContent !== words) this.#words.textContent = words;
    this.element.classList.toggle("whole", isWhole);
    this.#more.hidden = isWhole || held >= Math.min(MOST, served.actors);
  }
}

/** What a file says at all times that holds the strongest part of a case; nothing where it holds all. */
export function partNote({ partOf, actors, ties }: Data): HTMLElement | null {
  if (!partOf) return null;
  return h("p", { class: "coverage" }, `This file holds the strongest ${figure(actors.id.length)} of ${many(partOf.actors, "actor")} and ` +
    `${figure(ties.id.length)} of ${many(partOf.ties, "tie")}. All that it shows is of these; sociogram serve shows the whole case.`);
}
