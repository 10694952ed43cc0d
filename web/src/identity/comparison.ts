// One comparison: the two sides, what would change, and the buttons that judge.

import { button, fill, h, name, note } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import type { Actions } from "../state/actions";
import type { Verdict } from "../state/judgement";
import { type PreviewLine, previewDifferent, previewSame } from "./preview";
import type { Side } from "./side";
import { partCard, sideCard } from "./side_card";
import type { Suggestion } from "./suggested";

/** What a reader decided: lines of judgements.csv, and who says so and why. */
export interface Choice { lines: { verdict: Verdict; left: string; right: string }[]; more: { who: string; note: string } }

const KEPT = "sociogram reviewer";
/** Characters of a name, of a reviewer and of a reason that are taken. */
const MOST = 300;

export class Comparison {
  readonly element: HTMLElement;
  readonly #preview = h("div", { class: "preview", "aria-live": "polite" });
  /** The radio of each name that may stay, with the side that it is of; none of another name. */
  readonly #names: { radio: HTMLInputElement; side: Side | null }[] = [];
  readonly #other = h("input", { type: "text", "aria-label": "Another name", placeholder: "another name", maxlength: String(MOST), on: { input: () => this.#typed() } });
  readonly #who = h("input", { type: "text", placeholder: "your name", "aria-label": "Who judges", maxlength: String(MOST), value: keptReviewer() });
  readonly #why = h("input", { type: "text", placeholder: "reason", "aria-label": "Why", maxlength: String(MOST) });
  #decided = false;
  readonly #suggestion: Suggestion;
  readonly #left: Side;
  readonly #right: Side | null;
  readonly #decide: (choice: Choice) => void;

  /** `decide` is given a reader's choice, `skip` called where there is none. */
  constructor(suggestion: Suggestion, left: Side, right: Side | null, actions: Actions, decide: (choice: Choice) => void, skip: () => void) {
    this.#suggestion = suggestion;
    this.#left = left;
    this.#right = right;
    this.#decide = decide;
    const short = (words: string) => name(oneLine(words), 80);
    this.element = h("div", {},
      h("h2", { tabindex: "-1" }, right ? ["Are ", short(left.name), " and ", short(right.name), " one?"] : ["Is ", short(left.name), " two?"]),
      note(capital(suggestion.reason), suggestion.score ? `. Likely to ${Math.round(suggestion.score * 100)} %.` : ""),
      h("div", { class: "sides" }, sideCard(withQuotes(left, suggestion.leftQuotes), right ? "One" : "All of it", actions),
        right ? sideCard(withQuotes(right, suggestion.rightQuotes), "The other", actions) : partCard(suggestion.rightName, suggestion.rightQuotes ?? [], actions)),
      right ? this.#nameChoice(left, right) : null,
      this.#preview,
      h("div", { class: "acts verdicts" }, this.#verdicts(skip)),
      h("p", { class: "acts signed" }, this.#who, this.#why, h("span", { class: "note" }, "kept beside the judgement; both may stay empty")),
      note("Keys: S, D, N; J and K go to the next and back; U takes the last judgement back."));
    this.#drawPreview();
  }

  #verdicts(skip: () => void): HTMLElement[] {
    const [same, different] = this.#right ? ["Same: make them one", "Different: keep two"] : ["Same: it is one", "Different: part them"];
    return [button(same, () => this.same(), { class: "same" }), button(different, () => this.different(), { class: "different" }), button("Not sure: skip", skip, { class: "unsure" })];
  }

  /** Which name stays: that of either, or another. */
  #nameChoice(left: Side, right: Side): HTMLElement {
    const radio = (side: Side | null, label: (Node | string)[], checked: boolean) => {
      const box = h("input", { type: "radio", name: "survivor", "aria-label": side ? undefined : "Another name, as written beside it", on: { change: () => this.#drawPreview() } });
      box.checked = checked;
      this.#names.push({ radio: box, side });
      return h("label", {}, box, " ", ...label);
    };
    return h("fieldset", { class: "survivor" }, h("legend", {}, "The name that stays, if they are one"),
      radio(left, [name(left.name, 100)], true), radio(right, [name(right.name, 100)], false), radio(null, [this.#other], false));
  }

  #typed(): void {
    const own = this.#names.find((each) => each.side === null);
    if (own && this.#other.value.trim()) own.radio.checked = true;
    this.#drawPreview();
  }

  /** The side whose name and id stay, the other one, and the name. */
  #survivor(right: Side): { keep: Side; other: Side; called: string } {
    const chosen = this.#names.find((each) => each.radio.checked)?.side ?? null;
    const keep = chosen ?? this.#left;
    return { keep, other: keep === right ? this.#left : right, called: chosen ? keep.name : oneLine(this.#other.value) || keep.name };
  }

  #drawPreview(): void {
    const right = this.#right;
    const different = previewDifferent(this.#left, right, this.#suggestion.right);
    const parts: (HTMLElement | null)[] = [];
    if (right) {
      const { keep, other, called } = this.#survivor(right);
      parts.push(previewPart("If you say same", previewSame(keep, other, called)));
    }
    parts.push(previewPart("If you say different", different));
    fill(this.#preview, parts);
  }

  same(): void {
    const right = this.#right;
    if (!right) return this.#take([{ verdict: "same", left: this.#left.id, right: this.#suggestion.right }]);
    const { keep, other, called } = this.#survivor(right);
    const lines: Choice["lines"] = [{ verdict: "same", left: keep.id, right: other.id }];
    // Where a build would keep another name, a line of its own says which.
    if (called !== keep.name || (isDescription(called) && !isDescription(other.name))) lines.push({ verdict: "rename", left: keep.id, right: called });
    this.#take(lines);
  }

  different(): void {
    this.#take([{ verdict: "different", left: this.#left.id, right: this.#right?.id ?? this.#suggestion.right }]);
  }

  /** Takes a choice once: a second press must not judge what comes next. */
  #take(lines: Choice["lines"]): void {
    if (this.#decided) return;
    this.#decided = true;
    const who = oneLine(this.#who.value);
    keepReviewer(who);
    this.#decide({ lines, more: { who, note: oneLine(this.#why.value) } });
  }
}

function previewPart(title: string, lines: PreviewLine[]): HTMLElement {
  return h("section", { class: "preview-part" }, h("h3", {}, title), h("ul", {}, lines.map((line) => h("li", { class: line.warning ? "warning" : undefined }, h("bdi", {}, line.words),
    line.details.length ? h("ul", {}, line.details.map((detail) => h("li", {}, h("bdi", {}, shorten(oneLine(detail), 200))))) : null))));
}

/** Whether a name only says whose or what somebody is; it gives way to a proper name when a build makes the two one. */
export function isDescription(words: string): boolean {
  return /['’]s? |^the |^\p{Ll}/u.test(words);
}

function withQuotes(side: Side, quotes: Side["quotes"] | undefined): Side {
  return quotes?.length ? { ...side, quotes } : side;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1).replace(/\.$/, "");
}

function keptReviewer(): string {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

function keepReviewer(who: string): void {
  try {
    localStorage.setItem(KEPT, who);
  } catch {
    // A page opened from a file may have no storage; the name then lives as long as the page.
  }
}
