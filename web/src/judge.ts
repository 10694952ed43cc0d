// Lines for judgements.csv, collected here and applied by the next build.

import { csvField } from "./csv";
import { button, copy, download, fill, h } from "./dom";

export type Verdict = "same" | "different" | "rename" | "wrong";
export interface Judgement { verdict: Verdict; left: string; right: string; when: string }

/** What a person decided: collected in the page, or written to the case at once. */
export interface JudgementList {
  readonly size: number;
  readonly wrongTitle: string;
  onChange: () => void;
  has(verdict: Verdict, left: string): boolean;
  /** Takes a judgement; gives what to tell of it. */
  add(verdict: Verdict, left: string, right: string): Promise<string>;
  /** Takes it or takes it back; gives whether it is there now. */
  toggle(verdict: Verdict, left: string, right: string): Promise<boolean>;
  panel(close: () => void): HTMLElement;
}

export class Judgements implements JudgementList {
  readonly wrongTitle = "Collect a line for judgements.csv that drops this claim at the next build";
  private list: Judgement[] = [];
  private readonly key: string;
  onChange: () => void = () => undefined;

  /** `how` says in the panel how one could write at once. */
  constructor(run: string, private readonly label: (id: string) => string, private readonly how: () => HTMLElement | null = () => null) {
    this.key = `sociogram judgements ${run}`;
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? "[]");
      if (Array.isArray(kept)) {
        this.list = kept.filter((each) => typeof each?.verdict === "string" && typeof each.left === "string" && typeof each.right === "string");
      }
    } catch {
      this.list = [];
    }
  }

  get size(): number {
    return this.list.length;
  }

  has(verdict: Verdict, left: string): boolean {
    return this.list.some((each) => each.verdict === verdict && each.left === left);
  }

  async add(verdict: Verdict, left: string, right: string): Promise<string> {
    this.take(verdict, left, right);
    return `Noted: ${verdict}.`;
  }

  private take(verdict: Verdict, left: string, right: string): void {
    this.list = this.list.filter((each) => !(each.verdict === verdict && each.left === left && (verdict === "rename" || each.right === right)));
    this.list.push({ verdict, left, right, when: new Date().toISOString().slice(0, 10) });
    this.keep();
  }

  async toggle(verdict: Verdict, left: string, right: string): Promise<boolean> {
    if (this.has(verdict, left)) {
      this.list = this.list.filter((each) => each.verdict !== verdict || each.left !== left);
      this.keep();
      return false;
    }
    this.take(verdict, left, right);
    return true;
  }

  csv(): string {
    const rows = this.list.map((each) => [each.verdict, each.left, each.right.replace(/\s+/g, " "), "", each.when].map(csvField).join(","));
    return ["verdict,left,right,who,when", ...rows].join("\n") + "\n";
  }

  panel(close: () => void): HTMLElement {
    const box = h("section", { class: "judging" });
    const draw = () => {
      const said = h("p", { role: "status", class: "note" });
      fill(box, button("× Close", close, { class: "small back" }), h("h2", { tabindex: "-1" }, "Judgements"),
        h("p", { class: "note" }, "Add these lines to judgements.csv in the case folder and build again: they are applied then, and at every build after. To undo one, delete its line."),
        this.how(),
        this.list.length ? h("ul", {}, this.list.map((each) => h("li", {},
          h("strong", {}, each.verdict), " ", h("bdi", {}, this.label(each.left)),
          each.right ? [each.verdict === "rename" ? " to " : " and ", h("bdi", {}, each.verdict === "rename" ? each.right : this.label(each.right))] : [], " ",
          button("Remove", () => {
            this.list = this.list.filter((other) => other !== each);
            this.keep();
            draw();
          }, { class: "small", "aria-label": `Remove: ${each.verdict} ${this.label(each.left)}` }))))
          : h("p", {}, "None yet. Mark a claim as wrong at its card, or an actor as the same as another in its panel."),
        h("p", { class: "acts" },
          button("Download judgements.csv", () => download("judgements.csv", "text/csv;charset=utf-8", [this.csv()])),
          button("Copy the lines", async () => {
            said.textContent = (await copy(this.csv())) ? "Copied." : "The browser did not allow it; select them below.";
          })),
        said, h("pre", { class: "lines", tabindex: "0", "aria-label": "The lines" }, this.csv()));
    };
    draw();
    return box;
  }

  private keep(): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.list));
    } catch {
      // A page opened from a file may have no storage; the lines then live as long as the page.
    }
    this.onChange();
  }
}
