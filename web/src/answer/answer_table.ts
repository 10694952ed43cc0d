// An answer as a table to be sorted and turned.

import { button, fill, h, name, note, smallButton } from "../page/dom";
import { oneLine, safeLink, shorten } from "../page/text";
import { explorerLink, type Prefixes, shortOf } from "../sparql/prefixes";
import { type Answer, compareTerms, isNumber, type Row, type Term } from "../sparql/terms";
import { figure } from "../page/words";
import { type Bearers, NameLinks } from "./name_links";

const PAGE = 100;
/** Characters from which on a text wants a wide column. */
const LONG = 50;
/** A word from this many letters on may be cut, so that its column stays in sight. */
const UNBROKEN = /[^\s-]{24}/;
/** Characters of a text that are shown, and in its title. */
const SHOWN = 400;
const TOLD = 4000;

export class AnswerTable {
  #variables: string[] = [];
  #all: Row[] = [];
  #sorted: [column: number, down: boolean] | null = null;
  #page = 0;
  /** The rows in the order that is shown. */
  rows: Row[] = [];
  readonly #body: HTMLElement;
  readonly #prefixes: Prefixes;
  readonly #links: NameLinks;

  constructor(body: HTMLElement, prefixes: Prefixes, bearers: Bearers) {
    this.#body = body;
    this.#prefixes = prefixes;
    this.#links = new NameLinks(prefixes, bearers);
  }

  take({ variables, rows }: Answer): void {
    this.#variables = variables;
    this.#all = this.rows = rows;
    this.#sorted = null;
    this.#page = 0;
    this.#links.forget();
  }

  draw(): void {
    const shown = this.rows.slice(this.#page * PAGE, (this.#page + 1) * PAGE);
    const rows = shown.map((row) => h("tr", {}, row.map((term) => this.#cell(term))));
    fill(this.#body,
      this.rows.length > PAGE ? this.#turning(Math.ceil(this.rows.length / PAGE)) : null,
      h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Table of the answer" },
        h("table", {}, h("thead", {}, h("tr", {}, this.#head())), h("tbody", {}, rows))),
      this.rows.length ? null : note("No row answers this."));
    void this.#links.add(shown.flatMap((row, at) => row.map((term, column) => ({ term, row, cell: rows[at].children[column] }))));
  }

  #head(): HTMLElement[] {
    return this.#variables.map((variable, column) => {
      const own = this.#sorted?.[0] === column;
      const down = own && Boolean(this.#sorted?.[1]);
      return h("th", { scope: "col", "aria-sort": own ? (down ? "descending" : "ascending") : undefined, class: this.#isNumeric(column) ? "number" : undefined },
        button(`${variable}${own ? (down ? " ▼" : " ▲") : ""}`, () => this.#sort(column), { class: "sort", "aria-label": `${variable}, sort` }));
    });
  }

  #turning(pages: number): HTMLElement {
    const turn = (to: number, again: string) => {
      this.#page = to;
      this.draw();
      this.#body.querySelector<HTMLElement>(`[data-turn="${again}"]`)?.focus();
    };
    return h("p", { class: "acts" },
      smallButton("Previous", () => turn(this.#page - 1, "back"), { disabled: this.#page === 0, "data-turn": "back" }),
      h("span", { role: "status" }, `page ${figure(this.#page + 1)} of ${figure(pages)}`),
      smallButton("Next", () => turn(this.#page + 1, "on"), { disabled: this.#page + 1 >= pages, "data-turn": "on" }));
  }

  #isNumeric(column: number): boolean {
    return this.rows.slice(0, 20).some((row) => isNumber(row[column]));
  }

  #sort(column: number): void {
    const down = this.#sorted?.[0] === column ? !this.#sorted[1] : this.#isNumeric(column);
    this.#sorted = [column, down];
    this.rows = [...this.#all].sort((a, b) => compareTerms(a[column], b[column], down));
    this.#page = 0;
    this.draw();
    this.#body.querySelectorAll<HTMLElement>("th button")[column]?.focus();
  }

  #cell(term: Term | null): HTMLElement {
    const content = term ? this.#content(term) : "";
    return h("td", { class: term ? lookOf(term, typeof content === "string" ? content : (content.textContent ?? "")) : undefined }, content);
  }

  #content(term: Term): Node | string {
    if (term.type === "bnode") return `_:${term.value}`;
    if (term.type === "literal") return literal(term);
    const short = shortOf(term.value, this.#prefixes);
    const own = explorerLink(term.value, this.#prefixes);
    const words = name(short ?? term.value, 120);
    if (own) return h("a", { href: own, title: term.value }, words);
    // Our own namespaces name things, and are no pages.
    const link = short && /^(?:soc|graph|run):/.test(short) ? null : safeLink(term.value);
    return link ? h("a", { href: link, target: "_blank", rel: "noopener noreferrer", title: term.value }, words) : h("span", { title: term.value }, words);
  }
}

function lookOf(term: Term, words: string): string | undefined {
  if (isNumber(term)) return "number";
  if (UNBROKEN.test(words)) return "unbroken";
  return term.type === "literal" && words.length > LONG ? "long" : undefined;
}

function literal({ value, lang }: Term): HTMLElement {
  const words = oneLine(value);
  const text = h("bdi", { class: "value", title: words.length > SHOWN ? shorten(words, TOLD) : undefined }, shorten(words, SHOWN));
  return lang ? h("span", {}, text, h("span", { class: "note" }, ` @${lang}`)) : text;
}
