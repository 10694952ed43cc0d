// Actors, ends of ties and identifiers as something to click, and the button that pins.

import { h, linkButton, name, smallButton } from "../page/dom";
import { safeLink, shorten } from "../page/text";
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

/** Relations that a heading names. */
const NAMED = 4;

/** Whom an actor's ties are with, and in which relations, as their claims run: those toward the other first. */
export function counterpartWords(state: State, ties: number[], actor: number): (Node | string)[] {
  const { graph } = state;
  const other = graph.otherEnd(ties[0], actor);
  const words = (like: number[]) => {
    const all = [...new Set(like.sort((a, b) => graph.tieRank(b) - graph.tieRank(a)).map((tie) => shorten(graph.relation(tie), 30)))];
    return all.slice(0, NAMED).join(", ") + (all.length > NAMED ? " …" : "");
  };
  const isOut = (tie: number) => state.activeClaimsOf(tie).some((claim) => graph.endsOf(claim)[0] === actor);
  const out = words(ties.filter(isOut));
  const back = words(ties.filter((tie) => !isOut(tie)));
  return [h("strong", {}, name(graph.name(other), 60)), " ", out && h("span", { class: "relation" }, `→ ${out}`), out && back ? " " : "",
    back && h("span", { class: "relation" }, `← ${back}`)];
}

export function identifierLinks(pairs: [scheme: string, value: string][]): (Node | string)[] {
  return pairs.flatMap(([scheme, value], place) => {
    const url = /^wikidata$/i.test(scheme) && /^Q\d+$/.test(value) ? `https://www.wikidata.org/wiki/${value}` : safeLink(value);
    const words = `${scheme} ${value}`;
    return [place ? ", " : "", url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words) : words];
  });
}

/** Pins something to the story. */
export function pinButton(pin: () => void, words = "Pin", title = "Pin it to the story"): HTMLElement {
  return smallButton(words, pin, { title, class: "small pin-it" });
}
