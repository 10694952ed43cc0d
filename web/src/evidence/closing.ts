// The button that closes what is selected.

import { button } from "../page/dom";
import type { State } from "../state/state";

export function closeButton(state: State): HTMLElement {
  return button("× Close", () => state.change((each) => {
    each.selection = null;
    each.path = null;
  }), { class: "small back" });
}
