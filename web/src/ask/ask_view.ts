// The room of questions: the opening, or the answer to what is asked.

import "./ask.css";
import type { Palette } from "../map/palette";
import { fill, h, panelHeading, smallButton } from "../page/dom";
import { failed } from "../served/failed";
import { isAbort, type Server } from "../served/server";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { AnswerView } from "./answer_view";
import { type Found, findHere, findThere, type Hit } from "./hits";
import { opening } from "./opening";
import { askedLine } from "../questions/words";

export class AskView {
  readonly title = "Questions";
  readonly element = h("section", { class: "ask", "aria-label": "Questions and answers" });
  answer: AnswerView | null = null;
  /** A key of what is drawn, and of the graph that it was drawn from. */
  #drawn = "";
  #graph: State["graph"] | null = null;
  #asked: AbortController | null = null;
  readonly #state: State;
  readonly #actions: Actions;
  readonly #server: Server | null;
  readonly #palette: () => Palette;

  constructor(state: State, actions: Actions, server: Server | null, palette: () => Palette) {
    this.#state = state;
    this.#actions = actions;
    this.#server = server;
    this.#palette = palette;
  }

  refresh(): void {
    const { asked, graph } = this.#state;
    const key = JSON.stringify([asked, graph.data.served?.generation]);
    if (key === this.#drawn) {
      if (graph !== this.#graph) this.#take();
      return;
    }
    const isFirst = !this.#drawn;
    this.#drawn = key;
    this.#graph = graph;
    this.#asked?.abort();
    this.answer = null;
    if (!asked.name) fill(this.element, opening(this.#state, this.#actions));
    else if (this.#server) void this.#ask(this.#server);
    else this.#answerHere();
    this.element.scrollTop = 0;
    // A reader who came by a link or opened the page is not moved.
    if (!isFirst) this.focus();
  }

  focus(): void {
    this.element.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  applyTheme(): void {
    this.answer?.applyTheme();
  }

  /** Takes over that the page holds more than before. */
  #take(): void {
    this.#graph = this.#state.graph;
    if (this.answer) this.answer.draw();
    else if (!this.#state.asked.name) fill(this.element, opening(this.#state, this.#actions));
  }

  #answerHere(): void {
    try {
      this.#show(findHere(this.#state.graph, this.#state.asked));
    } catch (error) {
      this.#tell(failed("There is no answer.", error, () => this.#again()));
    }
  }

  async #ask(server: Server): Promise<void> {
    const asked = new AbortController();
    this.#asked = asked;
    this.#tell(h("p", { class: "note", role: "status" }, "Asking the whole case …"));
    try {
      const found = await findThere(server, this.#state.asked, asked.signal);
      if (this.#asked === asked) this.#show(found);
      if (this.#asked === asked) this.focus();
    } catch (error) {
      if (!isAbort(error)) this.#tell(failed("There is no answer.", error, () => this.#again()));
    }
  }

  #again(): void {
    this.#drawn = "";
    this.refresh();
  }

  /** What is asked, and something in place of the answer. */
  #tell(words: HTMLElement): void {
    fill(this.element, smallButton("← All questions", () => this.#actions.ask("", []), { class: "small back" }),
      panelHeading(...askedLine(this.#state, this.#state.asked, this.#actions)), words);
  }

  #show(found: Found): void {
    this.answer = new AnswerView(this.#state, found, this.#actions, this.#palette, (hits, then) => this.#bring(hits, then));
    fill(this.element, this.answer.element);
  }

  /** Gets what rows rest on from the server, where there is one. */
  #bring(hits: Hit[], then: () => void): void {
    if (!this.#server) return then();
    const ids = hits.map((hit) => (hit.claim ? `claim:${hit.claim}` : hit.tie ? `tie:${hit.tie}` : ""));
    this.#actions.bring(ids.filter(Boolean), then);
  }
}
