// What both lists of judgements show: their heading, and a row for each judgement.

import { addTo } from "../page/groups";
import { button, h, note, panelHeading } from "../page/dom";
import type { Judgement, Verdict } from "../state/judgement";

const NONE: Judgement[] = [];

/** The reviews of claims and ties in a list, found by their ids; made anew when the list is another. */
export class ReviewIndex {
  #list = NONE;
  #length = 0;
  #byId = new Map<string, Judgement[]>();

  of(list: Judgement[], id: string): Judgement[] {
    return this.#indexOf(list).get(id) ?? NONE;
  }

  ids(list: Judgement[]): Iterable<string> {
    return this.#indexOf(list).keys();
  }

  #indexOf(list: Judgement[]): Map<string, Judgement[]> {
    if (list !== this.#list || list.length !== this.#length) {
      this.#list = list;
      this.#length = list.length;
      this.#byId = new Map();
      for (const each of list) if (each.verdict === "right" || each.verdict === "wrong") addTo(this.#byId, each.left, each);
    }
    return this.#byId;
  }
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
