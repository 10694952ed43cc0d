// Judgements that go into the case's judgements.csv at once, and can be taken out again.

import { fill, h, smallButton } from "../page/dom";
import type { Notice } from "../page/notice";
import { type Server, wordsOf } from "../served/server";
import type { Judgement, JudgementList, ReviewVerdict, Verdict } from "../state/judgement";
import { oneLine } from "../page/text";
import { heading, isReview, ReviewIndex, rows } from "./rows";

const PATH = "/api/judgements";

export class WrittenJudgements implements JudgementList {
  readonly wrongTitle = "Write a line to judgements.csv that drops this claim";
  #list: Judgement[] = [];
  readonly #index = new ReviewIndex();
  /** Names of what was judged: a claim marked wrong is soon gone from the page. */
  readonly #names = new Map<string, string>();
  onChange: () => void = () => undefined;
  readonly #server: Server;
  readonly #notice: Notice;
  readonly #nameOf: (id: string) => string;
  readonly #written: (judgement: Judgement | null) => void;

  /** `written` is called when the file has changed, so that the graph is made anew. */
  constructor(
    server: Server, notice: Notice, nameOf: (id: string) => string, written: (judgement: Judgement | null) => void,
  ) {
    this.#server = server;
    this.#notice = notice;
    this.#nameOf = nameOf;
    this.#written = written;
  }

  #label(id: string): string {
    const now = this.#nameOf(id);
    if (now === id) return this.#names.get(id) ?? id;
    this.#names.set(id, now);
    return now;
  }

  async load(): Promise<void> {
    const { judgements } = await this.#server.json<{ judgements: Judgement[] }>(PATH);
    this.#list = judgements;
    this.onChange();
  }

  get size(): number {
    return this.#list.length;
  }

  has(verdict: Verdict, left: string): boolean {
    return this.#list.some((each) => each.verdict === verdict && each.left === left);
  }

  async add(verdict: Verdict, left: string, right: string): Promise<string> {
    return (await this.put(verdict, left, right, {})) ? "Written to judgements.csv." : "Not written.";
  }

  async put(verdict: Verdict, left: string, right: string, more: { who?: string; note?: string }): Promise<boolean> {
    const judgement = { verdict, left, right: oneLine(right), when: "", ...more };
    const isWritten = await this.#send("POST", judgement, "Writing to judgements.csv …", "Not written", () => this.put(verdict, left, right, more));
    if (!isWritten) return false;
    this.#list.push(judgement);
    this.onChange();
    this.#notice.tell(`Written to judgements.csv: ${this.#words(judgement)}.`, { words: "Undo", action: () => void this.#remove(judgement) });
    this.#written(judgement);
    return true;
  }

  async remove(verdict: Verdict, left: string, right: string): Promise<boolean> {
    const known = this.#list.find((each) => each.verdict === verdict && each.left === left && each.right === oneLine(right));
    return this.#remove(known ?? { verdict, left, right, when: "" });
  }

  async toggle(verdict: Verdict, left: string, right: string): Promise<boolean> {
    const known = this.#list.find((each) => each.verdict === verdict && each.left === left);
    if (known) await this.#remove(known);
    else await this.add(verdict, left, right);
    return this.has(verdict, left);
  }

  reviews(id: string): Judgement[] {
    return this.#index.of(this.#list, id);
  }

  reviewedIds(): Iterable<string> {
    return this.#index.ids(this.#list);
  }

  async review(id: string, verdict: ReviewVerdict, who: string, note: string): Promise<boolean> {
    const judgement = { verdict, left: id, right: "", who: oneLine(who), note: oneLine(note), when: new Date().toISOString().slice(0, 10) };
    if (!(await this.#send("POST", judgement, "Writing to judgements.csv …", "Not written", () => this.review(id, verdict, who, note)))) return false;
    this.#label(id);
    // As the server does: of one reviewer's like words the later note is kept.
    const last = this.reviews(id).filter((each) => (each.who ?? "") === judgement.who).pop();
    if (last?.verdict === verdict) last.note = judgement.note || last.note;
    else this.#list.push(judgement);
    this.onChange();
    this.#written(judgement);
    return true;
  }

  async takeBack(id: string, verdict: ReviewVerdict, who: string): Promise<boolean> {
    const judgement = { verdict, left: id, right: "", who, when: "" };
    if (!(await this.#send("DELETE", judgement, "Taking the line out of judgements.csv …", "Not taken out", () => this.takeBack(id, verdict, who)))) return false;
    this.#list = this.#list.filter((each) => !isReview(each, id, verdict, who));
    this.onChange();
    this.#written(null);
    return true;
  }

  /** Takes a line out again. */
  async #remove(judgement: Judgement): Promise<boolean> {
    const isOut = await this.#send("DELETE", judgement, "Taking the line out of judgements.csv …", "Not taken out", () => this.#remove(judgement));
    if (!isOut) return false;
    this.#list = this.#list.filter((each) => each !== judgement);
    this.onChange();
    this.#notice.tell(`Taken out of judgements.csv: ${this.#words(judgement)}.`);
    this.#written(null);
    return true;
  }

  /** Has the server change the file; gives whether it did, and tells where not. */
  async #send(method: "POST" | "DELETE", judgement: Judgement, doing: string, failed: string, again: () => Promise<unknown>): Promise<boolean> {
    const done = this.#notice.busy(doing);
    try {
      await this.#server.json(PATH, { method, body: JSON.stringify(plain(judgement)) });
    } catch (error) {
      this.#notice.fail(`${failed}: ${wordsOf(error)}`, { words: "Try again", action: () => void again() });
      return false;
    }
    done();
    return true;
  }

  #words({ verdict, left, right }: Judgement): string {
    const other = right && (verdict === "rename" ? ` to ${right}` : ` and ${this.#label(right)}`);
    return `${verdict} ${this.#label(left)}${other}`;
  }

  panel(close: () => void): HTMLElement {
    const box = h("section", { class: "judging" });
    const note = h("p", { role: "status", class: "note" }, "Reading judgements.csv …");
    const undo = async (judgement: Judgement) => {
      await this.#remove(judgement);
      draw();
    };
    const draw = () => fill(box,
      heading(close, "These lines are in the case's judgements.csv. Each is applied now and at every build after; taking one out undoes it."),
      rows(this.#list, (id) => this.#label(id), (each) => smallButton("Undo", () => void undo(each), { "aria-label": `Undo: ${this.#words(each)}` })), note);
    draw();
    this.load().then(() => {
      note.textContent = "";
      draw();
    }, (error: unknown) => (note.textContent = wordsOf(error)));
    return box;
  }
}

function plain({ verdict, left, right, who, note, when }: Judgement): Record<string, string> {
  const all = { verdict, left, right, who, note, when };
  return Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => Boolean(pair[1]) || (pair[0] === "who" && pair[1] !== undefined)));
}
