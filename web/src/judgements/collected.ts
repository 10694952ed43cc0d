// Lines for judgements.csv, collected here and applied by the next build.

import { guarded } from "../page/csv";
import { button, copy, download, fill, h, smallButton } from "../page/dom";
import type { Judgement, JudgementList, ReviewVerdict, Verdict } from "../state/judgement";
import { oneLine } from "../page/text";
import { heading, isReview, ReviewIndex, rows } from "./rows";

export class CollectedJudgements implements JudgementList {
  readonly wrongTitle = "Collect a line for judgements.csv that drops this claim at the next build";
  #list: Judgement[];
  readonly #index = new ReviewIndex();
  readonly #key: string;
  onChange: () => void = () => undefined;
  readonly #label: (id: string) => string;
  readonly #how: () => HTMLElement | null;

  /** `how` says in the panel how one could write at once. */
  constructor(run: string, label: (id: string) => string, how: () => HTMLElement | null = () => null) {
    this.#label = label;
    this.#how = how;
    this.#key = `sociogram judgements ${run}`;
    this.#list = kept(this.#key);
  }

  get size(): number {
    return this.#list.length;
  }

  has(verdict: Verdict, left: string): boolean {
    return this.#list.some((each) => each.verdict === verdict && each.left === left);
  }

  async add(verdict: Verdict, left: string, right: string): Promise<string> {
    this.#take(verdict, left, right);
    return `Noted: ${verdict}.`;
  }

  async put(verdict: Verdict, left: string, right: string, more: { who: string; note: string }): Promise<boolean> {
    this.#take(verdict, left, right, more);
    return true;
  }

  async remove(verdict: Verdict, left: string, right: string): Promise<boolean> {
    this.#keep(this.#list.filter((each) => each.verdict !== verdict || each.left !== left || each.right !== right));
    return true;
  }

  #take(verdict: Verdict, left: string, right: string, more: { who?: string; note?: string } = {}): void {
    const others = this.#list.filter((each) => each.verdict !== verdict || each.left !== left || (verdict !== "rename" && each.right !== right));
    this.#keep([...others, { verdict, left, right, when: new Date().toISOString().slice(0, 10), ...more }]);
  }

  async toggle(verdict: Verdict, left: string, right: string): Promise<boolean> {
    if (this.has(verdict, left)) {
      this.#keep(this.#list.filter((each) => each.verdict !== verdict || each.left !== left));
      return false;
    }
    this.#take(verdict, left, right);
    return true;
  }

  reviews(id: string): Judgement[] {
    return this.#index.of(this.#list, id);
  }

  reviewedIds(): Iterable<string> {
    return this.#index.ids(this.#list);
  }

  async review(id: string, verdict: ReviewVerdict, who: string, note: string): Promise<boolean> {
    const others = this.#list.filter((each) => !isReview(each, id, each.verdict, who));
    this.#keep([...others, { verdict, left: id, right: "", when: new Date().toISOString().slice(0, 10), who, note }]);
    return true;
  }

  async takeBack(id: string, verdict: ReviewVerdict, who: string): Promise<boolean> {
    this.#keep(this.#list.filter((each) => !isReview(each, id, verdict, who)));
    return true;
  }

  csv(): string {
    const lines = this.#list.map(({ verdict, left, right, when, who = "", note = "" }) =>
      [verdict, left, oneLine(right), oneLine(who), when, oneLine(note)].map(guarded).join(","));
    return ["verdict,left,right,who,when,note", ...lines].join("\n") + "\n";
  }

  panel(close: () => void): HTMLElement {
    const box = h("section", { class: "judging" });
    const remove = (judgement: Judgement) => {
      this.#keep(this.#list.filter((other) => other !== judgement));
      draw();
    };
    const draw = () => fill(box,
      heading(close, "Add these lines to judgements.csv in the case folder and build again: they are applied then, and at every build after. To undo one, delete its line."),
      this.#how(),
      rows(this.#list, this.#label, (each) => smallButton("Remove", () => remove(each), { "aria-label": `Remove: ${each.verdict} ${this.#label(each.left)}` })),
      this.#acts(),
      h("pre", { class: "lines", tabindex: "0", "aria-label": "The lines" }, this.csv()));
    draw();
    return box;
  }

  #acts(): HTMLElement[] {
    const said = h("p", { role: "status", class: "note" });
    return [h("p", { class: "acts" },
      button("Download judgements.csv", () => download("judgements.csv", "text/csv;charset=utf-8", [this.csv()])),
      button("Copy the lines", async () => {
        said.textContent = (await copy(this.csv())) ? "Copied." : "The browser did not allow it; select them below.";
      })), said];
  }

  #keep(list: Judgement[]): void {
    this.#list = list;
    try {
      localStorage.setItem(this.#key, JSON.stringify(list));
    } catch {
      // A page opened from a file may have no storage; the lines then live as long as the page.
    }
    this.onChange();
  }
}

/** What an earlier visit left; anything else that stands there is passed over. */
function kept(key: string): Judgement[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    if (!Array.isArray(found)) return [];
    return found.filter((each) => typeof each?.verdict === "string" && typeof each.left === "string" && typeof each.right === "string");
  } catch {
    return [];
  }
}
