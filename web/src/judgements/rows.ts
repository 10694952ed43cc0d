// What both lists of judgements show: their heading, and a row for each judgement.

import { button, h, note, panelHeading } from "../page/dom";
import type { Judgement, Verdict } from "../state/judgement";

/** The reviews of a claim or a tie in a list. */
export function reviewsOf(list: Judgement[], id: string): Judgement[] {
  return list.filter((each) => each.left === id && (each.verdict === "right" || each.verdict === "wrong"));
}

/** Whether a judgement is this review of `id` by `who`. */
export function isReview(each: Judgement, id: string, verdict: Verdict, who: string): boolean {
  return each.left === id && each.verdict === verdict && (verdict === "right" || verdict === "wrong") && (each.who ?? "") === who;
}

export function heading(close: () => void, words: string): HTMLElement[] {
  return [button("× Close", close, { class: "small back" }), panelHeading("Judgements"), note(words)];
}

/** Each judgement with a button made by `undo`; `label` has the names of what was judged. */
export function rows(list: Judgement[], label: (id: string) => string, undo: (judgement: Judgement) => HTMLElement): HTMLElement {
  if (!list.length) return h("p", {}, "None yet. Judge a claim in Read or at its card, or an actor as the same as another in its panel.");
  return h("ul", {}, list.map((each) => h("li", {},
    h("strong", {}, each.verdict), " ", h("bdi", {}, label(each.left)), other(each, label),
    each.who ? [" by ", h("bdi", {}, each.who)] : null, each.note ? [" – ", h("bdi", {}, each.note)] : null, " ", undo(each))));
}

function other({ verdict, right }: Judgement, label: (id: string) => string): (Node | string)[] {
  if (!right) return [];
  return verdict === "rename" ? [" to ", h("bdi", {}, right)] : [" and ", h("bdi", {}, label(right))];
}
