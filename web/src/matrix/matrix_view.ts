// The room of sources: who states, repeats, denies what of an actor or a tie; of nothing chosen, what is disputed.

import "./matrix.css";
import { button, checkbox, factLine, fill, h, linkButton, name, note } from "../page/dom";
import { many } from "../page/words";
import type { Actions } from "../state/actions";
import type { Selection } from "../state/choices";
import type { State } from "../state/state";
import { FIRST_WISH, matrixTable, type MatrixWish, SIGNS } from "./matrix_table";

export class MatrixView {
  readonly title = "Sources";
  readonly element = h("div", { class: "matrix-room" });
  #wish: MatrixWish = FIRST_WISH;
  /** What is drawn: a key of it, for another begins anew. */
  #drawn = "";
  readonly #state: State;
  readonly #actions: Actions;

  constructor(state: State, actions: Actions) {
    this.#state = state;
    this.#actions = actions;
  }

  focus(): void {
    this.element.querySelector<HTMLElement>("h2")?.focus();
  }

  refresh(): void {
    const { matrix, graph } = this.#state;
    const key = JSON.stringify(matrix && ("actor" in matrix ? graph.data.actors.id[matrix.actor] : graph.data.ties.id[matrix.tie]));
    if (key !== this.#drawn) this.#wish = { ...FIRST_WISH, by: this.#wish.by, each: matrix && "tie" in matrix ? "sentence" : "tie" };
    this.#drawn = key;
    const claims = this.#claims();
    fill(this.element,
      h("h2", { tabindex: "-1" }, this.#heading()),
      this.#bar(matrix),
      legend(),
      this.#scope(),
      claims.length ? matrixTable(this.#state, claims, this.#wish, this.#actions, (wish) => this.#change(wish)) : this.#nothing(matrix));
  }

  #change(wish: Partial<MatrixWish>): void {
    const { className = "", id = "" } = document.activeElement ?? {};
    this.#wish = { ...this.#wish, ...wish };
    this.refresh();
    // What was used stands there anew, or is gone for good.
    const again = id ? this.element.querySelector<HTMLElement>(`#${id}`)
      : className ? this.element.querySelector<HTMLElement>(`button[class="${className}"]`) : null;
    (again ?? this.element.querySelector<HTMLElement>("h2"))?.focus();
  }

  #heading(): (Node | string)[] {
    const { matrix, graph } = this.#state;
    if (!matrix) return ["What is disputed"];
    if ("actor" in matrix) return ["Who says what of ", name(graph.name(matrix.actor), 80)];
    const [subject, object] = graph.saidEnds(matrix.tie);
    return ["Who says that ", name(graph.end(subject), 60), ` ${graph.relation(matrix.tie)} `, name(graph.end(object), 60)];
  }

  #bar(matrix: Selection): HTMLElement {
    const { selection } = this.#state;
    const other = selection && JSON.stringify(selection) !== JSON.stringify(matrix);
    return h("div", { class: "controls" },
      checkbox("by-speakers", this.#wish.by === "speakers", (on) => this.#change({ by: on ? "speakers" : "outlets", columns: FIRST_WISH.columns }), " by who is quoted, not by outlet"),
      checkbox("by-sentences", this.#wish.each === "sentence", (on) => this.#change({ each: on ? "sentence" : "tie", rows: FIRST_WISH.rows }), " each sentence"),
      matrix ? button("What is disputed", () => this.#actions.openMatrix(null), { class: "small" }) : null,
      other ? button("actor" in selection ? "Of the chosen actor" : "Of the chosen tie", () => this.#actions.openMatrix(selection), { class: "small" }) : null);
  }

  /** The claims that pass the filters, of what it is about; of a tie with those of the ties that contradict it. */
  #claims(): number[] {
    const state = this.#state;
    const { matrix, graph } = state;
    if (!matrix) return graph.data.ties.id.flatMap((_, tie) => (state.isContested(tie) ? state.activeClaimsOf(tie) : []));
    if ("actor" in matrix) return graph.tiesOfActor[matrix.actor].flatMap((tie) => state.activeClaimsOf(tie));
    return [matrix.tie, ...graph.sources.against(matrix.tie).map((each) => each.tie)].flatMap((tie) => state.activeClaimsOf(tie));
  }

  /** Where the page holds a part of a case, or filters leave some out, for what the table answers. */
  #scope(): HTMLElement | null {
    const { data } = this.#state.graph;
    const { filtered } = this.#state;
    if (!data.served || data.served.claims <= data.claims.id.length) return filtered ? factLine("Only claims that pass the filters.") : null;
    return factLine(`Of the ${many(data.claims.id.length, "claim")} loaded in this page${filtered ? " that pass the filters" : ""}; the case has ${many(data.served.claims, "claim")}.`);
  }

  #nothing(matrix: Selection): HTMLElement {
    const { filtered } = this.#state;
    const words = matrix ? "None of its claims passes the filters." : filtered ? "Nothing that passes the filters is disputed." : "Nothing here is disputed: no tie is denied that others state.";
    return note(words, " ", filtered ? linkButton(() => this.#state.change((each) => each.clearFilters()), "Clear all filters") : null);
  }
}

function legend(): HTMLElement {
  return h("dl", { class: "signs" }, Object.values(SIGNS).map(([sign, word, meaning]) =>
    h("div", {}, h("dt", {}, h("span", { class: "sign", "aria-hidden": "true" }, sign), ` ${word}`), h("dd", {}, meaning))));
}
