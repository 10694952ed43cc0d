// Single letters that do something while a document is read; they can be turned off, and are silent in a field.

import { checkbox, h, smallButton } from "../page/dom";

const KEPT = "sociogram single-letter keys";

/** The letters with what they do, as the help tells it. */
const HELP: [keys: string, words: string][] = [
  ["n or j", "next claim"], ["p or k", "previous claim"], ["r", "right, and on to the next"], ["w", "wrong, and on to the next"],
  ["u", "undo"], ["m or t", "note"], ["s", "same: judge whom the subject is the same as"], ["Shift+s", "the like for the object"],
  ["g", "show on the map"], ["q", "what is grave first: on or off"], ["] and [", "next and previous document"], ["d", "choose a document"], ["?", "this help"],
];

export class Keys {
  readonly help = h("section", { class: "help", hidden: true, "aria-label": "Keys" });
  #on = isOn();
  readonly #isHeard: () => boolean;
  readonly #actions: Record<string, () => void>;

  /** `actions` by their letters are heard while `isHeard`. */
  constructor(isHeard: () => boolean, actions: Record<string, () => void>) {
    this.#isHeard = isHeard;
    this.#actions = { ...actions, "?": () => this.toggleHelp() };
    const box = checkbox("single-letter-keys", this.#on, (on) => this.#turn(on), " Letters act by themselves");
    this.help.append(h("p", { class: "acts" }, h("strong", {}, "Keys"), box, smallButton("Close", () => this.toggleHelp())),
      h("dl", {}, HELP.map(([keys, words]) => h("div", {}, h("dt", {}, h("kbd", {}, keys)), h("dd", {}, words)))));
    document.addEventListener("keydown", (event) => this.#hear(event));
  }

  toggleHelp(): void {
    this.help.hidden = !this.help.hidden;
  }

  #hear(event: KeyboardEvent): void {
    if (!this.#on || !this.#isHeard() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { target } = event;
    if (target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select"))) return;
    const action = this.#actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  #turn(on: boolean): void {
    this.#on = on;
    try {
      localStorage.setItem(KEPT, on ? "on" : "off");
    } catch {
      // Without storage the choice lives as long as the page.
    }
  }
}

function isOn(): boolean {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}
