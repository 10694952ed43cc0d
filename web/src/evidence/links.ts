// Actors, ends of ties and identifiers as something to click.

import { h, linkButton, name } from "../page/dom";
import { safeLink } from "../page/text";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";

export function actorLink(state: State, actor: number, actions: Actions): HTMLElement {
  return linkButton(() => actions.selectActor(actor), name(state.graph.name(actor)));
}

export function endLink(state: State, end: number, actions: Actions): HTMLElement {
  if (end >= 0) return actorLink(state, end, actions);
  return h("span", { class: "literal" }, name(state.graph.end(end)));
}

/** The relation of a tie, or as a claim has it, coloured like its line. */
export function relationWord(state: State, tie: number, tag: "span" | "strong", denied = false, claim = -1): HTMLElement {
  const words = claim < 0 ? state.graph.relation(tie) : state.graph.relationOf(claim);
  return h(tag, { class: `relation ${state.graph.sentiment(tie)}` }, denied ? `not: ${words}` : words);
}

export function identifierLinks(pairs: [scheme: string, value: string][]): (Node | string)[] {
  return pairs.flatMap(([scheme, value], place) => {
    const url = /^wikidata$/i.test(scheme) && /^Q\d+$/.test(value) ? `https://www.wikidata.org/wiki/${value}` : safeLink(value);
    const words = `${scheme} ${value}`;
    return [place ? ", " : "", url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words) : words];
  });
}
