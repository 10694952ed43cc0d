// What was asked before, newest first, with when and how much was found: kept in this browser, to be opened again.

import { countWords, fill, h } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import { readList, write } from "./storage";

const KEY = "sociogram earlier queries";
const MOST = 30;
/** Characters of a query, a name or a value beyond which it is not kept. */
const LONGEST = 20_000;
const SHOWN = 80;

/** A named question with its values, as it was asked. */
export interface AskedQuestion { name: string; title: string; values: string[] }

/** What was asked: SPARQL, or a question by its name. `at` is milliseconds since 1970; `answer` tells in a few words what came. */
export interface Asked { sparql?: string; question?: AskedQuestion; at: number; answer: string }

export class Earlier {
  readonly element = h("details", { class: "menu earlier", hidden: true });
  readonly #summary = h("summary");
  readonly #items = h("ol", { class: "items", "aria-label": "Earlier queries, newest first" });
  #asked = readList(KEY, asAsked);

  readonly #take: (asked: Asked) => void;

  /** `take` is given what was chosen. */
  constructor(take: (asked: Asked) => void) {
    this.#take = take;
    this.element.append(this.#summary, this.#items);
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.element.open) return;
      this.shut();
      this.#summary.focus();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!this.element.contains(event.target as Node)) this.shut();
    });
    this.#draw();
  }

  /** Keeps what was asked, in the place of the same asked before. */
  keep(asked: Asked): void {
    const kept = asAsked(asked);
    if (!kept) return;
    // Another window may have asked meanwhile.
    const own = sameness(kept);
    this.#asked = [kept, ...readList(KEY, asAsked).filter((each) => sameness(each) !== own)].slice(0, MOST);
    write(KEY, JSON.stringify(this.#asked));
    this.#draw();
  }

  shut(): void {
    this.element.open = false;
  }

  #draw(): void {
    this.element.hidden = !this.#asked.length;
    this.#summary.textContent = `Earlier (${this.#asked.length})`;
    fill(this.#items, this.#asked.map((each) => h("li", {}, this.#choice(each))));
  }

  #choice(asked: Asked): HTMLElement {
    const words = [momentOf(asked.at), asked.answer].filter(Boolean).join(" · ");
    return h("button", { type: "button", class: "choice", on: { click: () => {
      this.shut();
      this.#take(asked);
    } } }, h("bdi", {}, shorten(titleOf(asked), SHOWN)), countWords(words));
  }
}

/** The comment that a query begins with, or its words; of a question its title and values. */
export function titleOf({ sparql = "", question }: Asked): string {
  if (question) return oneLine([question.title, ...question.values.filter(Boolean)].join(" · "));
  return oneLine(/^#\s*(\S.*)/.exec(sparql)?.[1] ?? sparql);
}

/** Day and time as a reader's own clock has them. */
function momentOf(at: number): string {
  const time = new Date(at);
  if (!at || Number.isNaN(time.getTime())) return "";
  const two = (number: number) => String(number).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

function sameness({ sparql, question }: Asked): string {
  return sparql ?? JSON.stringify([question?.name, ...(question?.values ?? [])]);
}

/** What is kept under our key, if it is of the form that we keep; a text alone is a query of an earlier version. */
function asAsked(item: unknown): Asked | null {
  if (typeof item === "string") return asAsked({ sparql: item });
  const { sparql, question, at, answer } = (item ?? {}) as Record<string, unknown>;
  const rest = { at: typeof at === "number" ? at : 0, answer: isText(answer) ? shorten(answer, SHOWN) : "" };
  if (isText(sparql)) return sparql.trim() ? { sparql: sparql.trim(), ...rest } : null;
  const { name, title, values } = (question ?? {}) as Record<string, unknown>;
  if (!isText(name) || !isText(title) || !Array.isArray(values) || !values.every(isText)) return null;
  return { question: { name, title, values }, ...rest };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST;
}
