// The panel beside the map: an actor, a tie, a path, a source text, the judgements.

import { fill, h } from "../page/dom";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { actorPanel } from "./actor_panel";
import { pathPanel } from "./path_panel";
import { type SourcePlace, sourceView } from "./source_text";
import { tiePanel } from "./tie_panel";

export class Panel {
  readonly element = h("aside", { class: "panel", "aria-label": "Evidence", tabindex: "-1", hidden: true });
  /** What is open over the evidence, if anything. */
  #over: "source" | "judgements" | null = null;
  /** A key of what is drawn. */
  #drawn = "";
  /** What had the focus before the panel took it, and gets it back. */
  #opener: Element | null = null;
  readonly #state: State;
  readonly #actions: Actions;

  constructor(state: State, actions: Actions) {
    this.#state = state;
    this.#actions = actions;
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.element.querySelector<HTMLElement>(".back")?.click();
      this.#passFocus();
    });
  }

  get isOpen(): boolean {
    return this.element.childElementCount > 0;
  }

  focus(): void {
    if (document.activeElement !== document.body && !this.element.contains(document.activeElement)) this.#opener = document.activeElement;
    (this.element.querySelector<HTMLElement>("h2") ?? this.element).focus({ preventScroll: true });
  }

  /** Keeps the focus in the panel, or gives it back where the panel is closed. */
  #passFocus(): void {
    if (this.isOpen) this.focus();
    else if (this.#opener instanceof HTMLElement) this.#opener.focus();
    // What had it may be gone by now, or hidden.
    if (!document.activeElement || document.activeElement === document.body) document.querySelector<HTMLElement>('.tab[aria-pressed="true"]')?.focus();
  }

  /** Opens what can be judged of the actor that is shown, with the field for whom it is the same as. */
  openJudging(): void {
    const judging = this.element.querySelector<HTMLDetailsElement>("details.judge");
    if (!judging) return;
    judging.open = true;
    judging.querySelector("button")?.click();
  }

  openSource(place: SourcePlace): void {
    this.#over = "source";
    const scroll = this.element.scrollTop;
    this.#lay(sourceView(this.#state.graph, place, () => {
      this.refresh(true);
      this.element.scrollTop = scroll;
    }));
  }

  openJudgements(): void {
    this.#over = "judgements";
    this.#lay(this.#actions.judgements.panel(() => this.refresh(true)));
  }

  #lay(content: HTMLElement): void {
    fill(this.element, content);
    this.element.hidden = false;
    this.focus();
  }

  /** Draws what is selected; what lies over it stays until something else is selected. */
  refresh(anew = false): void {
    const key = this.#key();
    if (!anew && this.#over && key === this.#drawn) return;
    this.#over = null;
    const changed = key !== this.#drawn;
    this.#drawn = key;
    const scroll = this.element.scrollTop;
    fill(this.element, this.#evidence());
    this.element.hidden = !this.isOpen;
    this.element.scrollTop = changed ? 0 : scroll;
  }

  #key(): string {
    const { selection, path, graph } = this.#state;
    const { actors, ties } = graph.data;
    const selected = selection && ("actor" in selection ? actors.id[selection.actor] : `tie:${ties.id[selection.tie]}`);
    return JSON.stringify([selected, path?.map((actor) => actors.id[actor])]);
  }

  #evidence(): (HTMLElement | null)[] {
    const { selection, path } = this.#state;
    if (path) return pathPanel(this.#state, path, this.#actions);
    if (!selection) return [];
    if ("actor" in selection) return actorPanel(this.#state, selection.actor, this.#actions);
    return tiePanel(this.#state, selection.tie, this.#actions);
  }
}
