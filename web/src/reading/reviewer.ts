// What a reviewer does to claims: right, wrong, a note, and back again.

import { h } from "../page/dom";
import type { JudgementList, ReviewVerdict } from "../state/judgement";

const KEPT = "sociogram reviewer";

/** What was done, as it can be undone: `before` is the reviewer's own word before it. */
interface Done { claim: string; verdict: ReviewVerdict; who: string; document: string; before: { verdict: ReviewVerdict; note: string } | null }

export class Reviewer {
  /** Who judges; kept for the next visit. */
  readonly field = h("input", { type: "text", class: "who", "aria-label": "Your name, kept with your judgements", placeholder: "your name", maxlength: "200",
    value: kept(), on: { change: () => keep(this.who) } });
  readonly #done: Done[] = [];
  /** What was noted on claims that are not judged yet, by their ids. */
  readonly #notes = new Map<string, string>();
  readonly #list: JudgementList;

  constructor(list: JudgementList) {
    this.#list = list;
  }

  get who(): string {
    return this.field.value.replace(/\s+/g, " ").trim();
  }

  pending(claim: string): string {
    return this.#notes.get(claim) ?? "";
  }

  /** Judges a claim of a document; gives whether that is kept. */
  async judge(claim: string, verdict: ReviewVerdict, document: string): Promise<boolean> {
    const { who } = this;
    const before = this.#own(claim, who);
    if (!(await this.#list.review(claim, verdict, who, this.pending(claim) || (before?.verdict === verdict ? before.note : "")))) return false;
    this.#notes.delete(claim);
    this.#done.push({ claim, verdict, who, document, before });
    return true;
  }

  /** Keeps a note with the reviewer's judgement, or until there is one. */
  async note(claim: string, words: string): Promise<void> {
    const own = this.#own(claim, this.who);
    if (!own) this.#notes.set(claim, words);
    else await this.#list.review(claim, own.verdict, this.who, words);
  }

  /** Takes the last judgement back; gives what it was about, or nothing. */
  async undo(): Promise<{ claim: string; document: string } | null> {
    const last = this.#done.pop();
    if (!last) return null;
    const { claim, verdict, who, before, document } = last;
    const isBack = before?.verdict === verdict || await this.#list.takeBack(claim, verdict, who);
    if (!isBack) this.#done.push(last);
    else if (before) await this.#list.review(claim, before.verdict, who, before.note);
    return { claim, document };
  }

  #own(claim: string, who: string): Done["before"] {
    const last = this.#list.reviews(claim).filter((each) => (each.who ?? "") === who).pop();
    return last ? { verdict: last.verdict === "wrong" ? "wrong" : "right", note: last.note ?? "" } : null;
  }
}

function kept(): string {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

function keep(who: string): void {
  try {
    localStorage.setItem(KEPT, who);
  } catch {
    // Without storage the name lives as long as the page.
  }
}
