// Whether the case has changed: after a judgement of one's own, and now and then by others.

import type { Notice } from "../page/notice";
import type { Judgement } from "../state/judgement";
import { type Server, wordsOf } from "./server";

/** Milliseconds between two looks while nothing is expected. */
const QUIET = 30_000;
/** Milliseconds to the first look after a judgement; each pause is longer than the one before, up to a limit. */
const FIRST_PAUSE = 400;
const GROWTH = 1.25;
const LONGEST_PAUSE = 4000;
/** Looks after which a judgement has made no other graph: it changes nothing. */
const LOOKS = 12;

/** What the server says of its case; `unfit` has the judgements that change nothing, `left | right`. */
interface CaseState { generation: string; building: boolean; error: string | null; unfit: { judgement: string; reason: string }[] }

/** What of a case is shown, and how to show it as it is now. */
interface Shown {
  readonly generation: string;
  reload(merged?: string[]): Promise<boolean>;
}

export class Watch {
  /** The watch that goes on; a later one ends those before it. */
  #current = 0;
  /** The generation that a reader was told of. */
  #told = "";
  readonly #server: Server;
  readonly #shown: Shown;
  readonly #notice: Notice;

  constructor(server: Server, shown: Shown, notice: Notice) {
    this.#server = server;
    this.#shown = shown;
    this.#notice = notice;
    setInterval(() => void this.look(), QUIET);
  }

  /** Waits until the graph has been made anew after a judgement, and loads it. */
  async after(judgement: Judgement | null): Promise<void> {
    const own = ++this.#current;
    this.#notice.append("The graph is being made anew …");
    let idle = 0;
    for (let pause = FIRST_PAUSE; own === this.#current; pause = Math.min(LONGEST_PAUSE, pause * GROWTH)) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (own !== this.#current) return;
      let state: CaseState;
      try {
        state = await this.#ask();
      } catch (error) {
        return this.#fail(`the page cannot learn of the new graph. ${wordsOf(error)}`, "Try again", judgement);
      }
      if (own !== this.#current) return;
      if (state.building) continue;
      if (state.error) return this.#fail(`the graph could not be made anew: ${state.error}`, "Load it again", judgement);
      if (state.generation !== this.#shown.generation) return this.#take(state, judgement);
      // A judgement that changes nothing makes no other generation.
      if (++idle > LOOKS) return this.#notice.append("");
    }
  }

  async #take(state: CaseState, judgement: Judgement | null): Promise<void> {
    const merged = judgement && judgement.verdict === "same" ? [judgement.left, judgement.right] : [];
    if (await this.#shown.reload(merged)) this.#notice.append("The view is up to date.");
    const sides = judgement && [judgement.left, judgement.right].filter(Boolean).join(" | ");
    const reason = state.unfit.find((each) => each.judgement === sides)?.reason;
    if (reason) this.#notice.fail(`It is written, but it changes nothing: ${reason}. Judgements, above, can take it out.`);
  }

  #fail(why: string, words: string, judgement: Judgement | null): void {
    this.#notice.fail(`It is written, but ${why}`, { words, action: () => void this.after(judgement) });
  }

  /** Looks from time to time whether someone else has changed the case. */
  async look(): Promise<void> {
    if (document.hidden) return;
    try {
      const { generation, building } = await this.#ask();
      if (building || generation === this.#shown.generation || generation === this.#told) return;
      this.#told = generation;
      this.#notice.tell("The case has changed since this page was opened.", { words: "Show it as it is now", action: () => {
        this.#notice.clear();
        void this.#shown.reload();
      } });
    } catch {
      // The next thing that is asked for says what is wrong.
    }
  }

  #ask(): Promise<CaseState> {
    return this.#server.json<CaseState>("/api/state");
  }
}
