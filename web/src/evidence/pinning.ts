// The button that pins something to the story.

import { smallButton } from "../page/dom";
import type { Actions } from "../state/actions";
import type { Pinnable } from "../state/pinnable";

export function pinButton(item: Pinnable, actions: Actions, words = "Pin"): HTMLElement {
  return smallButton(words, () => actions.pin(item), { title: "Pin it to the story", class: "small pin-it" });
}
