// Tables of the whole case, sorted, searched and turned page by page on the server.

import { fill, h, linkButton, name, note } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import { figure, many } from "../page/words";
import { failed } from "../served/failed";
import { isAbort, type Server } from "../served/server";
import type { Actions } from "../state/actions";
import type { Tab } from "../state/choices";
import { bodyCell, headCell, ROWS_OF_A_PAGE, sortField, turnButtons } from "./cells";

type WholeTab = Exclude<Tab, "map">;
interface ServedColumn { name: string; title?: string; kind?: string; sortable?: boolean }
type Value = string | number | null;
/** One page of a table, as the server gives it. */
interface TablePage {
  columns: (ServedColumn | string)[]; rows: Value[][]; ids: string[]; total: number; page: number;
  /** Rows left out since nothing is claimed of them. */
  left?: number;
  subjects?: (string | null)[]; objects?: (string | null)[];
}
/** Which page of a table, and of which rows in which order. */
interface Wish { page: number; sort: string; down: boolean; q: string }

/** Milliseconds after a letter until the server is asked. */
const WAIT = 250;

export class WholeTables {
  readonly element = h("div", { class: "whole" });
  /** Whether actors without a claim are listed too. */
  named = false;
  readonly #wishes: Partial<Record<WholeTab, Wish>> = {};
  #tab: WholeTab = "actors";
  /** What is shown: a state of the case, and of which actors. */
  #generation = "";
  #asked: AbortController | null = null;
  #typing = 0;
  readonly #field = h("input", { type: "search", placeholder: "only rows with …", "aria-label": "Only rows with these words" });
  readonly #said = h("span", { role: "status" });
  readonly #pages = h("span", { class: "acts" });
  readonly #body = h("div", {});
  readonly #server: Server;
  readonly #actions: Actions;

  constructor(server: Server, actions: Actions) {
    this.#server = server;
    this.#actions = actions;
    this.#field.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = window.setTimeout(() => this.#wish({ q: this.#field.value.trim(), page: 1 }), WAIT);
    });
    this.element.append(h("div", { class: "controls" }, this.#field, this.#pages, this.#said), this.#body);
  }

  /** Shows a table; what is there already is not asked for again. */
  show(tab: WholeTab, generation: string): void {
    const kind = `${generation} ${this.named}`;
    if (tab === this.#tab && kind === this.#generation) return;
    if (tab !== this.#tab) this.#body.replaceChildren();
    this.#tab = tab;
    this.#generation = kind;
    this.#field.value = this.#current.q;
    void this.#load();
  }

  get #current(): Wish {
    return (this.#wishes[this.#tab] ??= { page: 1, sort: "", down: false, q: "" });
  }

  #wish(change: Partial<Wish>, focus = ""): void {
    Object.assign(this.#current, change);
    void this.#load().then(() => {
      if (focus) [...this.#body.querySelectorAll<HTMLElement>("th button")].find((each) => each.dataset.column === focus)?.focus();
    });
  }

  async #load(): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.#said.textContent = "Loading …";
    this.element.setAttribute("aria-busy", "true");
    try {
      this.#draw(await this.#server.get<TablePage>(`/api/table/${this.#tab}`, this.#parameters(), asked.signal));
    } catch (error) {
      if (isAbort(error)) return;
      this.#said.textContent = "";
      fill(this.#pages);
      fill(this.#body, failed("The table cannot be shown.", error, () => void this.#load()));
    }
    if (this.#asked === asked) this.element.removeAttribute("aria-busy");
  }

  #parameters(): Record<string, string | number> {
    const { page, sort, down, q } = this.#current;
    return { page, size: ROWS_OF_A_PAGE, ...(sort && { sort }), ...(sort && down && { down: 1 }), ...(q && { q }), ...(this.#tab === "actors" && !this.named && { claimed: 1 }) };
  }

  #draw(answer: TablePage): void {
    const { q } = this.#current;
    const columns = answer.columns.map((each): ServedColumn => (typeof each === "string" ? { name: each } : each));
    this.#drawTurning(answer);
    const rows = answer.rows.map((row, number) => h("tr", {}, row.map((value, place) => bodyCell(place, this.#cell(answer, number, columns[place], value, place),
      { number: columns[place].kind === "number", date: columns[place].kind === "date", title: titleOf(columns[place]) }))));
    const sortable = columns.filter((column) => column.sortable !== false);
    const { sort, down } = this.#current;
    fill(this.#body,
      sortField(sortable.map(titleOf), sortable.findIndex((column) => column.name === sort), down, (place) => {
        const column = sortable[place];
        if (column) this.#wish({ sort: column.name, down: column.name === sort ? !down : column.kind === "number", page: 1 });
      }),
      h("table", {}, h("caption", {}, `${many(answer.total, this.#tab.slice(0, -1))} in the whole case${q ? ` with “${shorten(q, 40)}”` : ""}${answer.left ? `, besides ${many(answer.left, "actor")} only named` : ""}`),
        h("thead", {}, h("tr", {}, columns.map((column) => this.#head(column)))), h("tbody", {}, rows)),
      answer.rows.length ? null : note(q ? "No row has these words." : "There are none."));
    this.element.parentElement?.scrollTo({ top: 0 });
  }

  #drawTurning(answer: TablePage): void {
    const last = Math.max(1, Math.ceil(answer.total / ROWS_OF_A_PAGE));
    const page = answer.page || 1;
    fill(this.#pages, last > 1 ? turnButtons(page, last, (to) => this.#wish({ page: to })) : []);
    this.#said.textContent = last > 1 ? `page ${figure(page)} of ${figure(last)}` : "";
  }

  #head(column: ServedColumn): HTMLElement {
    const { sort, down } = this.#current;
    const own = column.name === sort;
    const number = column.kind === "number";
    const resort = () => this.#wish({ sort: column.name, down: own ? !down : number, page: 1 }, column.name);
    return headCell(titleOf(column), own ? (down ? "down" : "up") : null, number,
      column.sortable === false ? null : resort, column.name);
  }

  #cell(answer: TablePage, row: number, column: ServedColumn, value: Value, place: number): Node | string {
    const words = value === null ? "" : typeof value === "number" ? numberWords(value) : oneLine(value);
    const action = this.#actionOf(answer, row, column.name, place, words);
    if (action) return linkButton(action, name(words || "–", 80));
    if (column.name === "quote") return h("bdi", { class: "quote" }, shorten(words, 180));
    return typeof value === "string" ? name(words, 80) : words;
  }

  /** What a click on a cell opens: an end of a tie, or what the row is about. */
  #actionOf(answer: TablePage, row: number, column: string, place: number, words: string): (() => void) | null {
    const actions = this.#actions;
    const tab = this.#tab;
    const id = answer.ids[row];
    const end = { subject: answer.subjects?.[row], object: answer.objects?.[row] }[column];
    if (end) return () => actions.openActor(end);
    if (tab === "actors" && place === 0) return () => actions.openActor(id);
    if (tab === "documents" && place === 0) return () => actions.openDocument(id, words, "", 0, 0);
    if (tab === "ties" && column === "relation") return () => actions.openTie(id);
    if (tab === "claims" && column === "relation") return () => actions.openClaim(id);
    return null;
  }
}

function titleOf({ title, name: id }: ServedColumn): string {
  const words = title ?? id;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function numberWords(value: number): string {
  if (Number.isInteger(value)) return figure(value);
  return Math.abs(value) < 0.0001 ? value.toExponential(1) : String(Number(value.toFixed(4)));
}
