// A line that says what the server is doing or could not do, for eyes and screen readers.

import { button, fill, h, smallButton, statusNote } from "./dom";

/** What can be done about a message. */
export interface Remedy { words: string; action: () => void }

export class Notice {
  readonly #words = h("span", { role: "status" });
  readonly #after = statusNote();
  readonly #acts = h("span", { class: "acts" });
  readonly element = h("div", { class: "notice", hidden: true }, this.#words, this.#after, this.#acts);
  #number = 0;

  /** Says that something goes on; the returned function takes the line away, unless another has come since. */
  busy(words: string): () => void {
    const own = this.#show(words, "busy", []);
    return () => {
      if (this.#number === own) this.clear();
    };
  }

  /** The like, beside a message that has to stay. */
  quiet(words: string): () => void {
    if (this.element.hidden || this.element.classList.contains("busy")) return this.busy(words);
    const before = this.#after.textContent ?? "";
    this.append(words);
    return () => {
      if (this.#after.textContent === words) this.append(before);
    };
  }

  /** Says more behind the message, or in its place where there is none. */
  append(words: string): void {
    this.#after.textContent = words;
    if (this.element.hidden && words) this.tell(words);
  }

  tell(words: string, ...remedies: Remedy[]): void {
    this.#show(words, "told", remedies);
  }

  fail(words: string, ...remedies: Remedy[]): void {
    this.#show(words, "failed", remedies);
  }

  clear(): void {
    this.#number++;
    this.element.hidden = true;
    this.#words.textContent = this.#after.textContent = "";
    fill(this.#acts);
  }

  #show(words: string, look: string, remedies: Remedy[]): number {
    this.element.className = `notice ${look}`;
    this.element.hidden = false;
    this.#words.textContent = words;
    this.#after.textContent = "";
    fill(this.#acts, remedies.map((each) => smallButton(each.words, () => each.action())),
      look === "busy" ? null : button("×", () => this.clear(), { class: "small", "aria-label": "Dismiss this message", title: "Dismiss" }));
    return ++this.#number;
  }
}
