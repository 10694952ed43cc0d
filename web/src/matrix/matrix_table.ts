// A matrix of claims as a table: each cell says in a sign and a word how its column stands, and opens the claim.

import type { Stand } from "../data/sources";
import { standingWords } from "../data/standing_words";
import { button, countWords, h, name } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import { figure, many } from "../page/words";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { relationWord } from "../evidence/links";
import { type By, type Cell, makeMatrix, type Matrix, type Row } from "./table";

export const SIGNS: Record<Stand | "repeats", [sign: string, word: string, meaning: string]> = {
  states: ["+", "states", "says that it is so"],
  repeats: ["=", "repeats", "has a sentence of another document, copied"],
  alleges: ["~", "alleges", "says that it is alleged"],
  denies: ["×", "denies", "quotes somebody who says that it is not so"],
  negates: ["¬", "negates", "says in its own words that it is not so"],
  holds: ["?", "expects", "calls it possible, intended, demanded or predicted"],
};
/** Columns and rows that are shown at first, and how many come when asked for more. */
const COLUMNS = 16;
const ROWS = 40;

export interface MatrixWish { by: By; each: "tie" | "sentence"; columns: number; rows: number }
export const FIRST_WISH: MatrixWish = { by: "outlets", each: "tie", columns: COLUMNS, rows: ROWS };

/** Claims of any kind, an actor's, a tie's or an answer's, as a table; `more` is asked for one with more in it. */
export function matrixTable(state: State, claims: number[], wish: MatrixWish, actions: Actions, more: (wish: Partial<MatrixWish>) => void): HTMLElement {
  const matrix = makeMatrix(state.graph, claims, wish.by, wish.each);
  const columns = matrix.columns.slice(0, wish.columns);
  const rows = matrix.rows.slice(0, wish.rows);
  const rest = new Set(matrix.columns.slice(wish.columns).map((column) => column.key));
  const corner = wish.each === "tie" ? "What is said" : "In which words";
  const table = h("table", { class: "matrix" },
    h("caption", {}, `${many(claims.length, "claim")}: ${many(matrix.rows.length, wish.each === "tie" ? "tie" : "sentence")} by ${many(matrix.columns.length, wish.by.slice(0, -1))}`),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, corner),
      columns.map(({ words, count }) => h("th", { scope: "col" }, name(words, 40), " ", countWords(figure(count)))),
      rest.size ? h("th", { scope: "col" }, `${figure(rest.size)} more`) : null)),
    h("tbody", {}, rows.map((row) => h("tr", {}, h("th", { scope: "row" }, rowHead(state, row, wish, actions)),
      columns.map(({ key }) => h("td", {}, row.cells.has(key) ? cellButton(row.cells.get(key) as Cell, actions) : null)),
      rest.size ? h("td", {}, restWords(row, rest)) : null))));
  table.addEventListener("keydown", (event) => moveAmongCells(table, event));
  return h("div", {}, h("div", { class: "matrix-scroll", tabindex: "0", role: "region", "aria-label": "Table of who says what" }, table), moreButtons(matrix, wish, more));
}

function rowHead(state: State, row: Row, { each }: MatrixWish, actions: Actions): (HTMLElement | string | null)[] {
  const { graph } = state;
  if (each === "sentence") {
    const { polarity } = graph.data.claims;
    const isDenied = graph.data.polarities[polarity[row.claims[0]]] === "denied";
    return [h("span", { class: "row-tie" }, wordsOf(state, row.tie, graph.endsOf(row.claims[0]), isDenied)), " ", h("bdi", { class: "quote" }, shorten(oneLine(graph.quote(row.claims[0])), 160))];
  }
  return [h("button", { type: "button", class: "link", on: { click: () => actions.selectTie(row.tie) } }, wordsOf(state, row.tie, graph.saidEnds(row.tie))), " ",
    countWords(standingWords(graph.sources.summarise(row.claims), (actor) => graph.name(actor)),
      graph.sources.against(row.tie).length ? "; contradicted by another tie" : "")];
}

/** A tie with its ends in an order that claims of it have. */
function wordsOf(state: State, tie: number, [subject, object]: [number, number], denied = false): HTMLElement {
  return h("span", {}, name(state.graph.end(subject), 40), " ", relationWord(state, tie, "span", denied), " ", name(state.graph.end(object), 60));
}

function cellButton({ claims, stands, repeats }: Cell, actions: Actions): HTMLElement {
  const told = stands.map((stand) => SIGNS[repeats && stand === "states" ? "repeats" : stand]);
  return h("button", { type: "button", class: "cell", title: told.map(([, , meaning]) => meaning).join("; "), on: { click: () => actions.selectClaim(claims[0]) } },
    ...told.flatMap(([sign, word]) => [h("span", { class: "sign", "aria-hidden": "true" }, sign), ` ${word} `]),
    claims.length > 1 ? countWords(`${claims.length}×`) : null);
}

/** What the columns say that have no room. */
function restWords(row: Row, rest: Set<string>): string {
  const saying = [...row.cells.keys()].filter((key) => rest.has(key)).length;
  return saying ? many(saying, "of them", "of them") : "";
}

function moreButtons(matrix: Matrix, wish: MatrixWish, more: (wish: Partial<MatrixWish>) => void): HTMLElement {
  const left = (have: number, shown: number) => Math.max(0, have - shown);
  const [columns, rows] = [left(matrix.columns.length, wish.columns), left(matrix.rows.length, wish.rows)];
  return h("p", { class: "acts" },
    rows ? button(`${figure(Math.min(rows, ROWS))} more rows of ${figure(rows)}`, () => more({ rows: wish.rows + ROWS }), { class: "small more-rows" }) : null,
    columns ? button(`${figure(Math.min(columns, COLUMNS))} more columns of ${figure(columns)}`, () => more({ columns: wish.columns + COLUMNS }), { class: "small more-columns" }) : null);
}

const STEPS: Record<string, [rows: number, columns: number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Arrows go to the next filled cell of a row or a column. */
function moveAmongCells(table: HTMLTableElement, event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const at = event.target instanceof HTMLElement ? event.target.closest<HTMLTableCellElement>("td, th") : null;
  if (!step || !at) return;
  let row = (at.parentElement as HTMLTableRowElement).rowIndex;
  let column = at.cellIndex;
  for (;;) {
    row += step[0];
    column += step[1];
    const cell = table.rows[row]?.cells[column];
    if (!cell) return;
    const found = cell.querySelector<HTMLElement>("button");
    if (!found) continue;
    event.preventDefault();
    return found.focus();
  }
}
