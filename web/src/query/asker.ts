// Asks the server, one thing at a time for each tab: what a tab asked before is let go of.

import type { Reply } from "../answer/results";
import { button, h } from "../page/dom";
import { isAbort } from "../served/server";
import { readAnswer } from "../sparql/terms";

/** What a tab asks; `shift` is how many characters were put before the editor's text in its first line. */
export interface Request { tab: string; title: string; shift: number; fetch: (signal: AbortSignal) => Promise<Response> }

/** What came of a request; nothing of either where it was cancelled. */
export interface Outcome { reply?: Reply; error?: unknown }

export class Asker {
  readonly said = h("p", { class: "said", role: "status" });
  readonly runButton: HTMLButtonElement;
  readonly cancelButton = button("Cancel", () => this.#running.get(this.#shown)?.abort(), { hidden: true });
  readonly #running = new Map<string, AbortController>();
  #shown = "";

  constructor(run: () => void) {
    this.runButton = button("Run", run, { class: "strong", title: "Ctrl-Enter" });
  }

  say(words: string): void {
    this.said.textContent = words;
  }

  /** Whether the tab that is shown waits for an answer. */
  get isBusy(): boolean {
    return this.#running.has(this.#shown);
  }

  /** From now on the buttons are those of this tab. */
  show(tab: string): void {
    this.#shown = tab;
    this.#draw();
    this.say(this.isBusy ? "Asking …" : "");
  }

  /** Lets go of what a tab asks. */
  leave(tab: string): void {
    const running = this.#running.get(tab);
    this.#running.delete(tab);
    running?.abort();
  }

  /** What came; nothing where the tab has asked something else meanwhile, or is closed. */
  async ask(request: Request): Promise<Outcome | null> {
    this.leave(request.tab);
    const own = new AbortController();
    this.#running.set(request.tab, own);
    this.show(this.#shown);
    const outcome = await outcomeOf(request, own.signal);
    if (this.#running.get(request.tab) !== own) return null;
    this.#running.delete(request.tab);
    this.#draw();
    return outcome;
  }

  #draw(): void {
    this.runButton.disabled = this.isBusy;
    this.cancelButton.hidden = !this.isBusy;
  }
}

async function outcomeOf({ title, fetch }: Request, signal: AbortSignal): Promise<Outcome> {
  const began = performance.now();
  try {
    const response = await fetch(signal);
    const raw = await response.text();
    const answer = readAnswer(raw, response.headers.get("Content-Type") ?? "");
    return { reply: { answer, milliseconds: performance.now() - began, truncated: response.headers.has("X-Sociogram-Truncated"), title } };
  } catch (error) {
    return isAbort(error) ? {} : { error };
  }
}
