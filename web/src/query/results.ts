// An answer as a reader sees it: a table to be sorted and turned, CSV, a graph, and files to take away.

import { button, copy, download, fill, h, name } from "../dom";
import { safe } from "../csv";
import { many, oneLine, safeLink, shorten } from "../words";
import { Picture, type Looks } from "./picture";
import { explorerLink, type Prefixes, shortOf } from "./prefixes";
import { type Answer, compareTerms, isNumber, type Row, type Term } from "./terms";
import { ends, makeNet, type Net } from "./triples";

export interface Found { answer: Answer; milliseconds: number; truncated: boolean; title: string }
/** Fetches names and kinds of nodes that the answer itself does not tell. */
export type Describe = (net: Net) => Promise<Net>;
type View = "table" | "csv" | "graph";

const PAGE = 100;
/** Characters from which on a text wants a wide column. */
const LONG = 50;
/** Lines of CSV that are laid out; the file has all. */
const LINES = 500;

export class Results {
  readonly element = h("section", { class: "answer", "aria-label": "Answer", tabindex: "-1", hidden: true });
  private found: Found | null = null;
  private view: View = "table";
  private sorted: [column: number, down: boolean] | null = null;
  private page = 0;
  private order: Row[] = [];
  private values = false;
  private picture: Picture | null = null;
  private readonly body = h("div", { class: "view" });
  private readonly said = h("span", { role: "status", class: "note" });

  constructor(private readonly prefixes: Prefixes, private readonly names: ReadonlyMap<string, string>, private readonly looks: () => Looks, private readonly describe: Describe) {}

  /** The picture that is shown, for tests. */
  get shownPicture(): Picture | null {
    return this.picture;
  }

  applyTheme(): void {
    this.picture?.setLooks(this.looks());
  }

  clear(): void {
    this.found = this.picture = null;
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  show(found: Found): void {
    this.found = found;
    this.sorted = null;
    this.page = 0;
    this.order = found.answer.rows;
    this.values = false;
    if (this.view === "graph" && !ends(found.answer)) this.view = "table";
    this.element.hidden = false;
    this.draw();
  }

  private draw(): void {
    const { found } = this;
    if (!found) return;
    const { answer } = found;
    this.picture = null;
    const counted = answer.kind === "boolean" ? (answer.boolean ? "Yes" : "No") : many(answer.rows.length, answer.kind === "triples" ? "triple" : "row");
    const count = h("p", { class: "count-line", role: "status" }, h("strong", {}, counted), ` in ${time(found.milliseconds)}`,
      found.truncated ? h("span", { class: "cut" }, ` · the server gives no more than these: ask for less, or take the whole with sociogram query`) : null);
    if (answer.kind === "boolean") {
      fill(this.element, heading(found), count);
      return;
    }
    const views: [View, string][] = [["table", "Table"], ["csv", "CSV"], ...(ends(answer) ? [["graph", "Graph"] as [View, string]] : [])];
    const tabs = views.map(([view, words]) => button(words, () => {
      this.view = view;
      this.draw();
      this.element.querySelector<HTMLElement>(`[data-view="${view}"]`)?.focus();
    }, { class: "tab", "aria-pressed": String(view === this.view), "data-view": view }));
    const raw = answer.kind === "triples"
      ? button("Triples", () => download("answer.nt", "application/n-triples", [answer.raw]), { class: "small", title: "Download as N-Triples" })
      : button("JSON", () => download("answer.json", "application/sparql-results+json", [answer.raw]), { class: "small", title: "Download as SPARQL results in JSON" });
    fill(this.element, heading(found), h("div", { class: "bar" }, count, h("div", { class: "tabs", role: "group", "aria-label": "Views of the answer" }, tabs),
      h("span", { class: "acts" }, h("span", { class: "note" }, "Download "), button("CSV", () => download("answer.csv", "text/csv;charset=utf-8", ["\ufeff", this.csv(Infinity)]), { class: "small" }), raw), this.said), this.body);
    this.said.textContent = "";
    if (this.view === "table") this.table(answer);
    else if (this.view === "csv") this.asCsv(answer);
    else void this.graph(answer);
  }

  private table(answer: Answer): void {
    const pages = Math.max(1, Math.ceil(this.order.length / PAGE));
    const head = answer.variables.map((variable, place) => {
      const own = this.sorted?.[0] === place;
      const down = own && Boolean(this.sorted?.[1]);
      return h("th", { scope: "col", "aria-sort": own ? (down ? "descending" : "ascending") : undefined, class: this.isNumeric(place) ? "number" : undefined },
        button(`${variable}${own ? (down ? " ▼" : " ▲") : ""}`, () => this.sort(place), { class: "sort", "aria-label": `${variable}, sort` }));
    });
    const rows = this.order.slice(this.page * PAGE, (this.page + 1) * PAGE).map((row) =>
      h("tr", {}, row.map((term) => h("td", { class: isNumber(term) ? "number" : term && term.type === "literal" && term.value.length > LONG ? "long" : undefined }, term ? this.cell(term) : ""))));
    const turn = (to: number, again: string) => {
      this.page = to;
      this.table(answer);
      this.body.querySelector<HTMLElement>(`[data-turn="${again}"]`)?.focus();
    };
    fill(this.body,
      pages > 1 ? h("p", { class: "acts" }, button("Previous", () => turn(this.page - 1, "back"), { class: "small", disabled: this.page === 0, "data-turn": "back" }),
        h("span", { role: "status" }, `page ${(this.page + 1).toLocaleString("en")} of ${pages.toLocaleString("en")}`),
        button("Next", () => turn(this.page + 1, "on"), { class: "small", disabled: this.page + 1 >= pages, "data-turn": "on" })) : null,
      h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Table of the answer" }, h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows))),
      this.order.length ? null : h("p", { class: "note" }, "No row answers this."));
  }

  private isNumeric(column: number): boolean {
    return this.order.slice(0, 20).some((row) => isNumber(row[column]));
  }

  private sort(column: number): void {
    const { found } = this;
    if (!found) return;
    const down = this.sorted?.[0] === column ? !this.sorted[1] : this.isNumeric(column);
    this.sorted = [column, down];
    this.order = [...found.answer.rows].sort((a, b) => compareTerms(a[column], b[column], down));
    this.page = 0;
    this.table(found.answer);
    this.body.querySelectorAll<HTMLElement>("th button")[column]?.focus();
  }

  private cell(term: Term): Node | string {
    if (term.type === "bnode") return `_:${term.value}`;
    if (term.type === "literal") {
      const words = oneLine(term.value);
      const text = h("bdi", { class: "value", title: words.length > 400 ? shorten(words, 4000) : undefined }, shorten(words, 400));
      return term.lang ? h("span", {}, text, h("span", { class: "note" }, ` @${term.lang}`)) : text;
    }
    const short = shortOf(term.value, this.prefixes);
    const own = explorerLink(term.value, this.prefixes);
    const words = name(short ?? term.value, 120);
    if (own) return h("a", { href: own, title: term.value }, words);
    const link = short && /^(?:soc|graph|run):/.test(short) ? null : safeLink(term.value);
    return link ? h("a", { href: link, target: "_blank", rel: "noopener noreferrer", title: term.value }, words) : h("span", { title: term.value }, words);
  }

  private csv(most: number): string {
    const { answer } = this.found as Found;
    const lines = this.order.slice(0, most).map((row) => row.map((term) => (term ? (isNumber(term) ? term.value : safe(term.value)) : "")).join(","));
    return `${[answer.variables.map(safe).join(","), ...lines].join("\r\n")}\r\n`;
  }

  private asCsv(answer: Answer): void {
    fill(this.body, h("p", { class: "acts" }, button("Copy", async () => {
      this.said.textContent = (await copy(this.csv(Infinity))) ? "Copied." : "The browser did not allow it.";
    }, { class: "small" }), answer.rows.length > LINES ? h("span", { class: "note" }, `The first ${LINES} of ${many(answer.rows.length, "line")}; the file has all.`) : null),
    h("pre", { class: "lines", tabindex: "0", "aria-label": "The answer as CSV" }, this.csv(LINES)));
  }

  private async graph(answer: Answer): Promise<void> {
    let net = makeNet(answer, this.prefixes, this.names, this.values);
    if (!net.edges.length && net.values && !this.values) {
      this.values = true;
      net = makeNet(answer, this.prefixes, this.names, true);
    }
    fill(this.body, h("p", { class: "note", role: "status" }, "Drawing …"));
    const shown = this.found;
    const described = await this.describe(net).catch(() => net);
    if (this.found !== shown || this.view !== "graph") return;
    if (!described.nodes.length) {
      fill(this.body, h("p", { class: "note" }, "There is nothing to draw."));
      return;
    }
    this.picture = new Picture(described, this.looks(), (node) => {
      const { term } = described.nodes[node];
      return term.type === "uri" ? explorerLink(term.value, this.prefixes) : null;
    });
    const values = h("input", { type: "checkbox", id: "values-too", on: { change: () => {
      this.values = values.checked;
      void this.graph(answer);
    } } });
    values.checked = this.values;
    fill(this.body, described.values ? h("label", { for: "values-too" }, values, " texts, dates and numbers too") : null, this.picture.element);
  }
}

function heading(found: Found): HTMLElement {
  return h("h2", { tabindex: "-1" }, found.title);
}

function time(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
