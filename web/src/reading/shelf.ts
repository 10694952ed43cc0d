// The documents to choose one from.

import { button, fill, h, name, note, smallButton } from "../page/dom";
import { fold } from "../page/text";
import { figure, many } from "../page/words";
import type { Shelved } from "./library";

/** Documents that are shown at once. */
const FIRST = 100;

/** Orders by which documents stand, each with its words. */
const ORDERS: [string, string, (a: Shelved, b: Shelved) => number][] = [
  ["given", "as they were given", () => 0],
  ["unreviewed", "most unreviewed claims", (a, b) => b.unreviewed - a.unreviewed],
  ["newest", "newest", (a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0)],
  ["oldest", "oldest", (a, b) => (a.published || "9").localeCompare(b.published || "9")],
  ["title", "title", (a, b) => a.title.localeCompare(b.title)],
];

export class Shelf {
  readonly element = h("section", { class: "shelf", "aria-label": "Documents" });
  readonly #field: HTMLInputElement;
  readonly #order: HTMLSelectElement;
  readonly #list = h("ul", { class: "documents" });
  readonly #count = h("p", { class: "note", role: "status" });
  readonly #heading = h("div", { class: "acts" });
  #documents: Shelved[] = [];
  #shown = FIRST;
  readonly #open: (document: string) => void;

  constructor(open: (document: string) => void) {
    this.#open = open;
    this.#field = h("input", { type: "search", placeholder: "title, outlet or date", "aria-label": "Find a document", on: {
      input: () => this.#again(),
      keydown: (event) => {
        if (event.key === "Enter") this.#list.querySelector<HTMLElement>("button")?.click();
        if (event.key === "ArrowDown") this.#list.querySelector<HTMLElement>("button")?.focus();
      } } });
    this.#order = h("select", { "aria-label": "Order of the documents", on: { change: () => this.#again() } },
      ORDERS.map(([value, words]) => h("option", { value }, words)));
    this.#list.addEventListener("keydown", (event) => this.#walk(event));
    this.element.append(h("h2", {}, "Documents"), this.#heading, h("p", { class: "acts" }, this.#field, this.#order), this.#count, this.#list);
  }

  /** Shows documents; `whose` names the actor whose they are, and `all` shows those of everyone. */
  show(documents: Shelved[], whose: string, all: () => void): void {
    this.#documents = documents;
    fill(this.#heading, whose ? [h("span", {}, "Those that mention ", name(whose)), smallButton("Show all documents", all)] : null);
    this.#again();
  }

  focus(): void {
    this.#field.focus();
  }

  #again(): void {
    this.#shown = FIRST;
    this.#draw();
  }

  #draw(): void {
    const wanted = fold(this.#field.value.trim()).split(/\s+/).filter(Boolean);
    const order = ORDERS.find(([value]) => value === this.#order.value) ?? ORDERS[0];
    const found = this.#documents.filter((each) => {
      const words = fold(`${each.title} ${each.publisher} ${each.published}`);
      return wanted.every((word) => words.includes(word));
    });
    if (order !== ORDERS[0]) found.sort(order[2]);
    this.#count.textContent = `${many(found.length, "document")}, ${figure(found.reduce((sum, each) => sum + each.unreviewed, 0))} unreviewed claims`;
    fill(this.#list, found.slice(0, this.#shown).map((each) => this.#row(each)));
    if (found.length > this.#shown) {
      this.#list.append(h("li", {}, button(`${many(found.length - this.#shown, "more document")}`, () => {
        this.#shown += FIRST;
        this.#draw();
      }, { class: "more" })));
    }
    if (!found.length) this.#list.append(h("li", {}, note("None has all these words.")));
  }

  #row(each: Shelved): HTMLElement {
    const facts = [each.publisher, each.published, `${many(each.claims, "claim")}, ${figure(each.unreviewed)} unreviewed`].filter(Boolean);
    return h("li", {}, h("button", { type: "button", class: "link", "data-document": each.id, on: { click: () => this.#open(each.id) } }, name(each.title, 160)),
      h("span", { class: "count" }, ` ${facts.join(" · ")}`));
  }

  /** Up and down go from document to document. */
  #walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...this.#list.querySelectorAll<HTMLElement>("button")];
    const place = buttons.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    (buttons[place + step] ?? (step < 0 ? this.#field : buttons[place])).focus();
  }
}
