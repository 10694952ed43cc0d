// Tables of the whole case, sorted, searched and turned page by page on the server.

import { button, fill, h, name } from "./dom";
import type { Actions } from "./evidence";
import { isAbort, type Server, wordsOf } from "./server";
import { many, oneLine, shorten } from "./words";

export type WholeTab = "actors" | "ties" | "claims" | "documents";
interface Column { name: string; title?: string; kind?: string; sortable?: boolean }
interface Answer {
  columns: (Column | string)[]; rows: (string | number | null)[][]; ids: string[]; total: number; page: number;
  subjects?: (string | null)[]; objects?: (string | null)[];
}
interface Wish { page: number; sort: string; down: boolean; q: string }

const PAGE = 100;

export class WholeTables {
  readonly element = h("div", { class: "whole" });
  private readonly wishes: Partial<Record<WholeTab, Wish>> = {};
  private tab: WholeTab = "actors";
  private generation = "";
  private asked: AbortController | null = null;
  private typing = 0;
  private readonly field = h("input", { type: "search", placeholder: "only rows with …", "aria-label": "Only rows with these words" });
  private readonly said = h("span", { role: "status" });
  private readonly pages = h("span", { class: "acts" });
  private readonly body = h("div", {});

  constructor(private readonly server: Server, private readonly actions: Actions) {
    this.field.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = window.setTimeout(() => this.wish({ q: this.field.value.trim(), page: 1 }), 250);
    });
    this.element.append(h("div", { class: "controls" }, this.field, this.pages, this.said), this.body);
  }

  /** Shows a table; what is there already is not asked for again. */
  show(tab: WholeTab, generation: string): void {
    if (tab === this.tab && generation === this.generation) return;
    if (tab !== this.tab) this.body.replaceChildren();
    this.tab = tab;
    this.generation = generation;
    this.field.value = this.current.q;
    void this.load();
  }

  private get current(): Wish {
    return (this.wishes[this.tab] ??= { page: 1, sort: "", down: false, q: "" });
  }

  private wish(change: Partial<Wish>, focus = ""): void {
    Object.assign(this.current, change);
    void this.load().then(() => {
      if (focus) [...this.body.querySelectorAll<HTMLElement>("th button")].find((each) => each.dataset.column === focus)?.focus();
    });
  }

  private async load(): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const { page, sort, down, q } = this.current;
    const query = new URLSearchParams({ page: String(page), size: String(PAGE) });
    if (sort) query.set("sort", sort);
    if (sort && down) query.set("down", "1");
    if (q) query.set("q", q);
    this.said.textContent = "Loading …";
    this.element.setAttribute("aria-busy", "true");
    try {
      const answer = await this.server.json<Answer>(`/api/table/${this.tab}?${query}`, { signal: asked.signal });
      this.draw(answer);
    } catch (error) {
      if (isAbort(error)) return;
      this.said.textContent = "";
      fill(this.pages);
      fill(this.body, h("p", { class: "note failed", role: "alert" }, `The table cannot be shown. ${wordsOf(error)} `,
        button("Try again", () => void this.load(), { class: "small" })));
    }
    if (this.asked === asked) this.element.removeAttribute("aria-busy");
  }

  private draw(answer: Answer): void {
    const { sort, down, q } = this.current;
    const columns = answer.columns.map((each): Column => (typeof each === "string" ? { name: each } : each));
    const last = Math.max(1, Math.ceil(answer.total / PAGE));
    const page = answer.page || 1;
    fill(this.pages, last > 1 ? [button("Previous", () => this.wish({ page: page - 1 }), { class: "small", disabled: page <= 1 }),
      button("Next", () => this.wish({ page: page + 1 }), { class: "small", disabled: page >= last })] : []);
    this.said.textContent = last > 1 ? `page ${page.toLocaleString("en")} of ${last.toLocaleString("en")}` : "";
    const head = columns.map((column) => {
      const title = column.title ?? column.name;
      const words = title.charAt(0).toUpperCase() + title.slice(1);
      const own = column.name === sort;
      const number = column.kind === "number";
      return h("th", { scope: "col", class: number ? "number" : undefined, "aria-sort": own ? (down ? "descending" : "ascending") : undefined },
        column.sortable === false ? words : button(`${words}${own ? (down ? " ▼" : " ▲") : ""}`,
          () => this.wish({ sort: column.name, down: own ? !down : number, page: 1 }, column.name),
          { class: "sort", "aria-label": `${words}, sort`, "data-column": column.name }));
    });
    const rows = answer.rows.map((row, place) => h("tr", {}, row.map((value, at) => {
      const column = columns[at];
      const content = this.cell(answer, place, column, value, at);
      return at ? h("td", { class: column.kind === "number" ? "number" : column.kind === "date" ? "date" : undefined }, content) : h("th", { scope: "row" }, content);
    })));
    fill(this.body,
      h("table", {}, h("caption", {}, `${many(answer.total, this.tab.slice(0, -1))} in the whole case${q ? ` with “${shorten(q, 40)}”` : ""}`),
        h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows)),
      answer.rows.length ? null : h("p", { class: "note" }, q ? "No row has these words." : "There are none."));
    this.element.parentElement?.scrollTo({ top: 0 });
  }

  private cell(answer: Answer, row: number, column: Column, value: string | number | null, at: number): Node | string {
    const words = value === null ? "" : typeof value === "number" ? number(value) : oneLine(value);
    const id = answer.ids[row];
    const link = (action: () => void) => h("button", { type: "button", class: "link", on: { click: action } }, name(words || "–", 80));
    const end = { subject: answer.subjects?.[row], object: answer.objects?.[row] }[column.name];
    if (end) return link(() => this.actions.openActor(end));
    if (this.tab === "actors" && at === 0) return link(() => this.actions.openActor(id));
    if (this.tab === "documents" && at === 0) return link(() => this.actions.read(id, words, "", 0, 0));
    if (this.tab === "ties" && column.name === "relation") return link(() => this.actions.openTie(id));
    if (this.tab === "claims" && column.name === "relation") return link(() => this.actions.openClaim(id));
    if (column.name === "quote") return h("bdi", { class: "quote" }, shorten(words, 180));
    return typeof value === "string" ? name(words, 80) : words;
  }
}

function number(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return Math.abs(value) < 0.0001 ? value.toExponential(1) : String(Number(value.toFixed(4)));
}
