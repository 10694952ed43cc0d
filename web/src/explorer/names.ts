// Names of actors and claims by their ids, as judgements show them.

import { oneLine, shorten } from "../page/text";
import type { State } from "../state/state";

export class Names {
  /** Names of actors that the page does not hold, as a search gave them. */
  readonly #elsewhere = new Map<string, string>();
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  remember(actors: { id: string; name: string }[]): void {
    for (const { id, name } of actors) this.#elsewhere.set(id, name);
  }

  /** The name of an actor, or the quote of a claim; an id that is neither stands for itself. */
  of(id: string): string {
    const { graph } = this.#state;
    const actor = graph.actor(id);
    if (actor >= 0) return graph.name(actor);
    const known = this.#elsewhere.get(id);
    if (known !== undefined) return known;
    const claim = graph.claim(id);
    return claim >= 0 ? `claim “${shorten(oneLine(graph.quote(claim)), 60)}”` : id;
  }
}
