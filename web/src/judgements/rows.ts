// What both lists of judgements show: their heading, and a row for each judgement.

import { button, h, note, panelHeading } from "../page/dom";
import type { Judgement } from "../state/judgement";

export function heading(close: () => void, words: string): HTMLElement[] {
  return [button("× Close", close, { class: "small back" }), panelHeading("Judgements"), note(words)];
}

/** Each judgement with a button made by `undo`; `label` has the names of what was judged. */
export function rows(list: Judgement[], label: (id: string) => string, undo: (judgement: Judgement) => HTMLElement): HTMLElement {
  if (!list.length) return h("p", {}, "None yet. Mark a claim as wrong at its card, or an actor as the same as another in its panel.");
  return h("ul", {}, list.map((each) => h("li", {},
    h("strong", {}, each.verdict), " ", h("bdi", {}, label(each.left)), other(each, label), " ", undo(each))));
}

function other({ verdict, right }: Judgement, label: (id: string) => string): (Node | string)[] {
  if (!right) return [];
  return verdict === "rename" ? [" to ", h("bdi", {}, right)] : [" and ", h("bdi", {}, label(right))];
}
