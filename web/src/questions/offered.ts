// Questions to ask at once, as buttons in a panel.

import { h, smallButton } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import { many } from "../page/words";
import type { Offer } from "./offers";
import type { Actions } from "../state/actions";

const LONGEST = 70;

/** Nothing where nothing can be asked; counts are of what the page holds. */
export function offered(offers: Offer[], actions: Actions): HTMLElement | null {
  if (!offers.length) return null;
  return h("div", { class: "acts offers", role: "group", "aria-label": "Questions" }, offers.map(({ question, words, actors, side, count }) =>
    smallButton(shorten(oneLine(words), LONGEST), () => actions.ask(question, actors, side), { title: many(count, "claim"), "data-question": question })));
}
