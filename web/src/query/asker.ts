// Asks the server one thing at a time: what was asked before is let go of.

import type { Results } from "../answer/results";
import { button, h } from "../page/dom";
import { isAbort } from "../served/server";
import { readAnswer } from "../sparql/terms";
import type { Mistake } from "./mistake";

/** `shift` is how many characters were put before the editor's text in its first line. */
export interface Request { title: string; shift: number; fetch: (signal: AbortSignal) => Promise<Response> }

export class Asker {
  readonly said = h("p", { class: "said", role: "status" });
  readonly runButton: HTMLButtonElement;
  readonly cancelButton = button("Cancel", () => this.#running?.abort(), { hidden: true });
  #running: AbortController | null = null;
  readonly #results: Results;
  readonly #mistake: Mistake;

  constructor(results: Results, mistake: Mistake, run: () => void) {
    this.#results = results;
    this.#mistake = mistake;
    this.runButton = button("Run", run, { class: "strong", title: "Ctrl-Enter" });
  }

  say(words: string): void {
    this.said.textContent = words;
  }

  async ask(request: Request): Promise<void> {
    this.#running?.abort();
    const own = new AbortController();
    this.#running = own;
    this.#mistake.clear();
    this.#setBusy(true);
    this.say("Asking …");
    try {
      await this.#show(request, own.signal);
    } catch (error) {
      this.say(isAbort(error) && this.#running === own ? "Cancelled." : "");
      if (!isAbort(error)) {
        this.#results.clear();
        this.#mistake.show(error, request.shift);
      }
    }
    if (this.#running !== own) return;
    this.#running = null;
    this.#setBusy(false);
  }

  async #show({ title, fetch }: Request, signal: AbortSignal): Promise<void> {
    const began = performance.now();
    const response = await fetch(signal);
    const raw = await response.text();
    const answer = readAnswer(raw, response.headers.get("Content-Type") ?? "");
    this.say("");
    this.#results.show({ answer, milliseconds: performance.now() - began, truncated: response.headers.has("X-Sociogram-Truncated"), title });
    // The query stays in sight where there is room for both.
    const { element } = this.#results;
    if (element.getBoundingClientRect().top > innerHeight * 0.6) element.scrollIntoView({ block: "start" });
  }

  #setBusy(isBusy: boolean): void {
    this.runButton.disabled = isBusy;
    this.cancelButton.hidden = !isBusy;
    if (isBusy) this.#results.element.setAttribute("aria-busy", "true");
    else this.#results.element.removeAttribute("aria-busy");
  }
}
