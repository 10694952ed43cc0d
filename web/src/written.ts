// Judgements that go into the case's judgements.csv at once, and can be taken out again.

import { button, fill, h } from "./dom";
import type { Judgement, JudgementList, Verdict } from "./judge";
import type { Notice } from "./notice";
import { type Server, wordsOf } from "./server";

const PATH = "/api/judgements";

export class WrittenJudgements implements JudgementList {
  readonly wrongTitle = "Write a line to judgements.csv that drops this claim";
  private list: Judgement[] = [];
  /** Names of what was judged: a claim marked wrong is soon gone from the page. */
  private readonly names = new Map<string, string>();
  onChange: () => void = () => undefined;

  /** `written` is called when the file has changed, so that the graph is made anew. */
  constructor(
    private readonly server: Server, private readonly notice: Notice, private readonly nameOf: (id: string) => string,
    private readonly written: (judgement: Judgement | null) => void,
  ) {}

  private label(id: string): string {
    const now = this.nameOf(id);
    if (now === id) return this.names.get(id) ?? id;
    this.names.set(id, now);
    return now;
  }

  async load(): Promise<void> {
    const { judgements } = await this.server.json<{ judgements: Judgement[] }>(PATH);
    this.list = judgements;
    this.onChange();
  }

  get size(): number {
    return this.list.length;
  }

  has(verdict: Verdict, left: string): boolean {
    return this.list.some((each) => each.verdict === verdict && each.left === left);
  }

  async add(verdict: Verdict, left: string, right: string): Promise<string> {
    const judgement = { verdict, left, right: right.replace(/\s+/g, " ").trim(), when: "" };
    const done = this.notice.busy("Writing to judgements.csv …");
    try {
      await this.server.json(PATH, { method: "POST", body: JSON.stringify(plain(judgement)) });
    } catch (error) {
      this.notice.fail(`Not written: ${wordsOf(error)}`, { words: "Try again", action: () => void this.add(verdict, left, right) });
      return "Not written.";
    }
    done();
    this.list.push(judgement);
    this.onChange();
    this.tell(judgement);
    this.written(judgement);
    return "Written to judgements.csv.";
  }

  async toggle(verdict: Verdict, left: string, right: string): Promise<boolean> {
    const known = this.list.find((each) => each.verdict === verdict && each.left === left);
    if (known) await this.remove(known);
    else await this.add(verdict, left, right);
    return this.has(verdict, left);
  }

  /** Takes a line out again; says whether it is out. */
  private async remove(judgement: Judgement): Promise<boolean> {
    const done = this.notice.busy("Taking the line out of judgements.csv …");
    try {
      await this.server.json(PATH, { method: "DELETE", body: JSON.stringify(plain(judgement)) });
    } catch (error) {
      this.notice.fail(`Not taken out: ${wordsOf(error)}`, { words: "Try again", action: () => void this.remove(judgement) });
      return false;
    }
    done();
    this.list = this.list.filter((each) => each !== judgement);
    this.onChange();
    this.notice.tell(`Taken out of judgements.csv: ${this.words(judgement)}.`);
    this.written(null);
    return true;
  }

  private tell(judgement: Judgement): void {
    this.notice.tell(`Written to judgements.csv: ${this.words(judgement)}.`, { words: "Undo", action: () => void this.remove(judgement) });
  }

  private words({ verdict, left, right }: Judgement): string {
    const other = right && (verdict === "rename" ? ` to ${right}` : ` and ${this.label(right)}`);
    return `${verdict} ${this.label(left)}${other}`;
  }

  panel(close: () => void): HTMLElement {
    const box = h("section", { class: "judging" });
    const note = h("p", { role: "status", class: "note" }, "Reading judgements.csv …");
    const draw = () => fill(box, button("× Close", close, { class: "small back" }), h("h2", { tabindex: "-1" }, "Judgements"),
      h("p", { class: "note" }, "These lines are in the case's judgements.csv. Each is applied now and at every build after; taking one out undoes it."),
      this.list.length ? h("ul", {}, this.list.map((each) => h("li", {},
        h("strong", {}, each.verdict), " ", h("bdi", {}, this.label(each.left)),
        each.right ? [each.verdict === "rename" ? " to " : " and ", h("bdi", {}, each.verdict === "rename" ? each.right : this.label(each.right))] : [], " ",
        button("Undo", async () => {
          await this.remove(each);
          draw();
        }, { class: "small", "aria-label": `Undo: ${this.words(each)}` }))))
        : h("p", {}, "None yet. Mark a claim as wrong at its card, or an actor as the same as another in its panel."), note);
    draw();
    this.load().then(() => {
      note.textContent = "";
      draw();
    }, (error: unknown) => (note.textContent = wordsOf(error)));
    return box;
  }
}

function plain({ verdict, left, right }: Judgement): Record<string, string> {
  return right ? { verdict, left, right } : { verdict, left };
}
