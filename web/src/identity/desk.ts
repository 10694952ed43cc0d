// The identity desk: two actors side by side, what a judgement would change, and the judgement.

import "./identity.css";
import { actorPicker } from "../evidence/actor_picker";
import { button, countWords, fill, h, linkButton, name, note, smallButton, statusNote } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import { many } from "../page/words";
import { wordsOf } from "../served/server";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { type Choice, Comparison } from "./comparison";
import { type Made, Sitting } from "./sitting";
import { keyOf, type Source, type Suggestion, type Suggestions } from "./suggested";

/** Characters of a name in the list. */
const NAME = 48;

export class Desk {
  readonly title = "Identity";
  readonly #list = h("ol", { class: "suggestions" });
  readonly #count = h("p", { class: "note", role: "status" });
  readonly #aside = h("p", { class: "note", hidden: true });
  readonly #detail = h("section", { class: "comparison", "aria-label": "Comparison" });
  readonly #said = statusNote();
  readonly #picked = h("span", { class: "note" });
  readonly element: HTMLElement;
  /** What the page showed when suggestions were asked for. */
  #asked: unknown = null;
  #found: Suggestions = { list: [], total: 0 };
  readonly #judged = new Set<string>();
  readonly #skipped = new Set<string>();
  #current: Suggestion | null = null;
  #first = "";
  /** The choice that is being drawn; a later one ends those before it. */
  #turn = 0;
  #comparison: Comparison | null = null;
  readonly #sitting: Sitting;
  readonly #state: State;
  readonly #actions: Actions;
  readonly #source: Source;

  constructor(state: State, actions: Actions, source: Source) {
    this.#state = state;
    this.#actions = actions;
    this.#source = source;
    this.#sitting = new Sitting(actions.judgements, (made) => this.#tookBack(made));
    this.element = h("div", { class: "identity", on: { keydown: (event) => this.#key(event) } },
      h("section", { class: "queue", "aria-label": "Suggestions" }, h("h2", {}, "Who may be one, who two"), this.#count, this.#aside,
        this.#pickers(), this.#sitting.element, this.#list),
      h("div", { class: "bench" }, this.#detail, h("p", { class: "said" }, this.#said)));
  }

  refresh(): void {
    if (this.#asked === this.#state.graph) return;
    this.#asked = this.#state.graph;
    void this.#load();
  }

  async #load(): Promise<void> {
    const asked = this.#asked;
    if (!this.#found.list.length) this.#count.textContent = "Looking for actors that may be one …";
    try {
      this.#found = await this.#source.suggestions();
    } catch (error) {
      fill(this.#count, wordsOf(error), " ", smallButton("Try again", () => void this.#load()));
      return;
    }
    if (asked !== this.#asked) return;
    this.#drawList();
    const key = this.#current && keyOf(this.#current);
    const open = this.#open();
    const still = this.#current && (this.#isFree(this.#current) || open.some((each) => keyOf(each) === key));
    await this.#choose(still ? this.#current : open[0] ?? null, false);
  }

  #isFree(suggestion: Suggestion): boolean {
    return suggestion.rule === "";
  }

  /** What is neither judged nor put aside. */
  #open(): Suggestion[] {
    return this.#found.list.filter((each) => !this.#judged.has(keyOf(each)) && !this.#skipped.has(keyOf(each)));
  }

  #drawList(): void {
    const open = this.#open();
    const { total, list } = this.#found;
    const done = list.length - open.length;
    this.#count.textContent = total ? `${many(open.length, "suggestion")} to look at${total > list.length ? `, the first of ${total - done} in the case` : ""}.`
      : "Nothing to suggest: no two actors look like one, and none like two.";
    fill(this.#list, open.map((each) => this.#item(each)));
    this.#aside.hidden = !this.#skipped.size;
    fill(this.#aside, `${this.#skipped.size} put aside as not sure. `, smallButton("Show again", () => {
      this.#skipped.clear();
      this.#drawList();
    }));
  }

  #item(suggestion: Suggestion): HTMLElement {
    const current = this.#current !== null && keyOf(suggestion) === keyOf(this.#current);
    return h("li", { class: current ? "chosen" : undefined, "aria-current": current ? "true" : undefined },
      linkButton(() => void this.#choose(suggestion, true), name(oneLine(suggestion.leftName), NAME), suggestion.verdict === "same" ? " = " : " ≠ ",
        name(oneLine(suggestion.rightName), NAME), " ", countWords(likely(suggestion.score))));
  }

  /** Any two actors, chosen by their names. */
  #pickers(): HTMLElement {
    const first = actorPicker(this.#state, "First actor…", -1, this.#actions, (id) => {
      this.#first = id;
      this.#picked.textContent = `First: ${this.#nameOf(id)}. `;
    });
    const second = actorPicker(this.#state, "Second actor…", -1, this.#actions, (id) => {
      if (!this.#first || this.#first === id) this.#picked.textContent = "Choose the first of the two, and then another one. ";
      else void this.compare(this.#first, id);
    });
    return h("details", { class: "free" }, h("summary", {}, "Compare any two"), h("div", { class: "acts" }, first, second, this.#picked));
  }

  #nameOf(id: string): string {
    const actor = this.#state.graph.actor(id);
    return shorten(oneLine(actor < 0 ? id : this.#state.graph.name(actor)), NAME);
  }

  /** Puts two actors side by side that a reader chose. */
  async compare(left: string, right: string): Promise<void> {
    await this.#choose({
      verdict: "same", left, right, leftName: this.#nameOf(left), rightName: this.#nameOf(right), rule: "", reason: "You chose these two.", score: 0,
    }, true);
  }

  /** Opens a suggestion; `focus` where a reader asked for it. */
  async #choose(suggestion: Suggestion | null, focus: boolean): Promise<void> {
    const turn = ++this.#turn;
    this.#current = suggestion;
    this.#drawList();
    if (!suggestion) {
      this.#comparison = null;
      fill(this.#detail, h("h2", { tabindex: "-1" }, "Nothing left to look at"),
        note(this.#found.total ? "All suggestions that are here were judged or put aside." : "Any two actors can be compared, at the side."));
    } else if (!(await this.#compare(suggestion, turn))) return;
    if (focus) this.#detail.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    if (focus) this.#detail.scrollIntoView({ block: "nearest" });
  }

  /** Draws a comparison; gives whether that is still wanted by then. */
  async #compare(suggestion: Suggestion, turn: number): Promise<boolean> {
    try {
      const left = await this.#source.side(suggestion.left, suggestion.verdict === "same" ? suggestion.right : "");
      const right = suggestion.verdict === "same" ? await this.#source.side(suggestion.right, suggestion.left) : null;
      if (turn !== this.#turn) return false;
      if (!left || (suggestion.verdict === "same" && !right)) {
        fill(this.#detail, h("h2", { tabindex: "-1" }, "Not in this case any more"), note("One of the two is no actor of this case now."));
        return true;
      }
      this.#comparison = new Comparison(suggestion, left, right, this.#actions, (choice) => void this.#judge(suggestion, choice), () => this.#skip(suggestion));
      fill(this.#detail, this.#comparison.element);
    } catch (error) {
      if (turn !== this.#turn) return false;
      fill(this.#detail, h("h2", { tabindex: "-1" }, "That could not be loaded"), note(wordsOf(error)), button("Try again", () => void this.#choose(suggestion, true)));
    }
    return true;
  }

  async #judge(suggestion: Suggestion, choice: Choice): Promise<void> {
    const { judgements } = this.#actions;
    const made: Made = { lines: [], leftName: suggestion.leftName, rightName: suggestion.rightName };
    for (const line of choice.lines) {
      if (!(await judgements.put(line.verdict, line.left, line.right, choice.more))) {
        this.#said.textContent = "Not kept.";
        break;
      }
      made.lines.push(line);
    }
    if (!made.lines.length) return;
    this.#sitting.add(made);
    this.#judged.add(keyOf(suggestion));
    this.#said.textContent = `Kept: ${choice.lines[0].verdict}, ${shorten(oneLine(suggestion.leftName), NAME)} and ${shorten(oneLine(suggestion.rightName), NAME)}. U takes it back.`;
    await this.#next(suggestion);
  }

  #skip(suggestion: Suggestion): void {
    this.#skipped.add(keyOf(suggestion));
    this.#said.textContent = "Put aside.";
    void this.#next(suggestion);
  }

  /** Goes on to what stood behind a suggestion that is gone from the list. */
  async #next(gone: Suggestion): Promise<void> {
    const { list } = this.#found;
    const at = list.findIndex((each) => keyOf(each) === keyOf(gone));
    const open = new Set(this.#open());
    const following = list.slice(at + 1).find((each) => open.has(each)) ?? this.#open()[0] ?? null;
    await this.#choose(following, true);
  }

  #tookBack(made: Made): void {
    const [line] = made.lines;
    this.#judged.delete(keyOf(line));
    this.#said.textContent = "Taken back.";
    this.#drawList();
    const back = this.#found.list.find((each) => keyOf(each) === keyOf(line));
    if (back) void this.#choose(back, true);
  }

  /** S same, D different, N not sure, U take back the last, J and K the next and the one before. */
  #key(event: KeyboardEvent): void {
    const { target } = event;
    const types = target instanceof HTMLInputElement ? target.type !== "radio" : target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
    if (types || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") this.#comparison?.same();
    else if (key === "d") this.#comparison?.different();
    else if (key === "n" && this.#current) this.#skip(this.#current);
    else if (key === "u" && this.#sitting.last) void this.#sitting.takeBack(this.#sitting.last);
    else if (key === "j" || key === "k") this.#step(key === "j" ? 1 : -1);
    else return;
    event.preventDefault();
  }

  #step(by: number): void {
    const open = this.#open();
    const at = open.findIndex((each) => this.#current !== null && keyOf(each) === keyOf(this.#current));
    const wanted = open[at + by];
    if (wanted) void this.#choose(wanted, true);
  }
}

function likely(score: number): string {
  return `${Math.round(score * 100)} %`;
}
