// A part of the page that could not be filled from the server.

import { h, smallButton } from "../page/dom";
import { wordsOf } from "./server";

export function failed(words: string, error: unknown, again: () => void): HTMLElement {
  return h("p", { class: "note failed", role: "alert" }, `${words} ${wordsOf(error)} `, smallButton("Try again", again));
}
