// An answer as a reader sees it: as a table, as CSV or as a graph, and files to take away.

import { button, copy, download, fill, h, panelHeading, smallButton, statusNote } from "../page/dom";
import { many } from "../page/words";
import type { Prefixes } from "../sparql/prefixes";
import type { Answer, Row } from "../sparql/terms";
import { csvOf } from "./answer_csv";
import { AnswerGraph, type Describe } from "./answer_graph";
import { AnswerTable } from "./answer_table";
import type { Looks } from "./looks";
import type { Bearers } from "./name_links";
import { ends } from "./net";
import type { Picture } from "./picture";

/** What came back for a question, after how long, and whether the server kept to its limit. */
export interface Reply { answer: Answer; milliseconds: number; truncated: boolean; title: string }
type View = "table" | "csv" | "graph";

/** Lines of CSV that are laid out; the file has all. */
const LINES = 500;

export class Results {
  readonly element = h("section", { class: "answer", "aria-label": "Answer", tabindex: "-1", hidden: true });
  #reply: Reply | null = null;
  #view: View = "table";
  readonly #body = h("div", { class: "view" });
  readonly #said = statusNote();
  readonly #table: AnswerTable;
  readonly #graph: AnswerGraph;

  constructor(prefixes: Prefixes, names: ReadonlyMap<string, string>, looks: () => Looks, describe: Describe, bearers: Bearers) {
    this.#table = new AnswerTable(this.#body, prefixes, bearers);
    this.#graph = new AnswerGraph(this.#body, prefixes, names, looks, describe);
  }

  /** The picture that is shown, if one is. */
  get shownPicture(): Picture | null {
    return this.#graph.picture;
  }

  applyTheme(): void {
    this.#graph.applyTheme();
  }

  clear(): void {
    this.#reply = null;
    this.#graph.leave();
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  show(reply: Reply): void {
    this.#reply = reply;
    this.#table.take(reply.answer);
    this.#graph.take(reply.answer);
    if (this.#view === "graph" && !ends(reply.answer)) this.#view = "table";
    this.element.hidden = false;
    this.#draw(reply);
  }

  #draw(reply: Reply): void {
    const { answer } = reply;
    this.#graph.leave();
    const heading = panelHeading(reply.title);
    if (answer.kind === "boolean") {
      fill(this.element, heading, countLine(reply));
      return;
    }
    fill(this.element, heading, h("div", { class: "bar" }, countLine(reply), this.#tabs(reply), this.#downloads(answer), this.#said), this.#body);
    this.#said.textContent = "";
    if (this.#view === "table") this.#table.draw();
    else if (this.#view === "csv") this.#drawCsv(answer);
    else void this.#graph.draw();
  }

  #tabs(reply: Reply): HTMLElement {
    const views: [View, string][] = [["table", "Table"], ["csv", "CSV"]];
    if (ends(reply.answer)) views.push(["graph", "Graph"]);
    return h("div", { class: "tabs", role: "group", "aria-label": "Views of the answer" }, views.map(([view, words]) => button(words, () => {
      this.#view = view;
      this.#draw(reply);
      this.element.querySelector<HTMLElement>(`[data-view="${view}"]`)?.focus();
    }, { class: "tab", "aria-pressed": String(view === this.#view), "data-view": view })));
  }

  #downloads({ kind, raw }: Answer): HTMLElement {
    const asSent = kind === "triples"
      ? button("Triples", () => download("answer.nt", "application/n-triples", [raw]), { class: "small", title: "Download as N-Triples" })
      : button("JSON", () => download("answer.json", "application/sparql-results+json", [raw]), { class: "small", title: "Download as SPARQL results in JSON" });
    return h("span", { class: "acts" }, h("span", { class: "note" }, "Download "),
      smallButton("CSV", () => download("answer.csv", "text/csv;charset=utf-8", ["\ufeff", this.#csv()])), asSent);
  }

  /** As CSV in the order of the table. */
  #csv(most = Infinity): string {
    const rows: Row[] = this.#table.rows.slice(0, most);
    return csvOf(this.#reply?.answer.variables ?? [], rows);
  }

  #drawCsv(answer: Answer): void {
    const copyButton = button("Copy", async () => {
      this.#said.textContent = (await copy(this.#csv())) ? "Copied." : "The browser did not allow it.";
    }, { class: "small" });
    fill(this.#body, h("p", { class: "acts" }, copyButton, answer.rows.length > LINES
      ? h("span", { class: "note" }, `The first ${LINES} of ${many(answer.rows.length, "line")}; the file has all.`) : null),
    h("pre", { class: "lines", tabindex: "0", "aria-label": "The answer as CSV" }, this.#csv(LINES)));
  }
}

/** How much an answer is, in words. */
export function counted({ kind, boolean, rows }: Answer): string {
  return kind === "boolean" ? (boolean ? "Yes" : "No") : many(rows.length, kind === "triples" ? "triple" : "row");
}


function countLine({ answer, milliseconds, truncated }: Reply): HTMLElement {
  return h("p", { class: "count-line", role: "status" }, h("strong", {}, counted(answer)), ` in ${lasted(milliseconds)}`,
    truncated ? h("span", { class: "cut" }, ` · the server gives no more than these: ask for less, or take the whole with sociogram query`) : null);
}

/** A span of time in words. */
export function lasted(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
