// Light or dark: as the system has it, until the button says otherwise.

import { button } from "./dom";

export class Theme {
  readonly button = button("", () => this.#set(!this.dark), { class: "theme" });
  dark = false;
  /** Called when it is the other one now. */
  onChange: () => void = () => undefined;

  constructor() {
    const system = matchMedia("(prefers-color-scheme: dark)");
    this.#set(system.matches);
    system.addEventListener("change", () => this.#set(system.matches));
  }

  #set(dark: boolean): void {
    this.dark = dark;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    this.button.textContent = dark ? "Light" : "Dark";
    this.onChange();
  }
}
