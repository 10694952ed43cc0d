// The judgements made in this sitting, each of which can be taken back.

import { fill, h, note, smallButton } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import type { JudgementList, Verdict } from "../state/judgement";

/** A judgement in lines of the file, with the names of both sides. */
export interface Made { lines: { verdict: Verdict; left: string; right: string }[]; leftName: string; rightName: string }

const SIGNS: Partial<Record<Verdict, string>> = { same: "same", different: "different" };

export class Sitting {
  readonly element = h("details", { class: "sitting", hidden: true });
  readonly #summary = h("summary", {});
  readonly #list = h("ul", {});
  #made: Made[] = [];
  readonly #judgements: JudgementList;
  readonly #changed: (made: Made) => void;

  /** `changed` is called with what was taken back. */
  constructor(judgements: JudgementList, changed: (made: Made) => void) {
    this.#judgements = judgements;
    this.#changed = changed;
    this.element.append(this.#summary, this.#list, note("All judgements, those of others too, are under Judgements, above."));
  }

  get last(): Made | undefined {
    return this.#made[this.#made.length - 1];
  }

  add(made: Made): void {
    this.#made.push(made);
    this.#draw();
  }

  async takeBack(made: Made): Promise<void> {
    for (const { verdict, left, right } of [...made.lines].reverse()) {
      if (!(await this.#judgements.remove(verdict, left, right))) return;
    }
    this.#made = this.#made.filter((each) => each !== made);
    this.#draw();
    this.#changed(made);
  }

  #draw(): void {
    this.element.hidden = !this.#made.length;
    this.#summary.textContent = `Judged in this sitting: ${this.#made.length}`;
    fill(this.#list, [...this.#made].reverse().map((made) => {
      const names = `${shorten(oneLine(made.leftName), 60)} and ${shorten(oneLine(made.rightName), 60)}`;
      const verdict = made.lines.map((line) => SIGNS[line.verdict]).find(Boolean) ?? "";
      return h("li", {}, h("strong", {}, verdict), " ", h("bdi", {}, names), " ",
        smallButton("Take back", () => void this.takeBack(made), { "aria-label": `Take back: ${verdict} ${names}` }));
    }));
  }
}
