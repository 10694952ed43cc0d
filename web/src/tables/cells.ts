// Heads and cells that the page's tables and the server's have in common.

import { button, h, smallButton } from "../page/dom";
import { measureWords } from "../page/measures";

export const ROWS_OF_A_PAGE = 100;

/** How a table is sorted by a column: downwards, upwards, or not by it. */
export type Sorting = "down" | "up" | null;

export function headCell(title: string, sorting: Sorting, isNumber: boolean, sort: (() => void) | null, column?: string): HTMLElement {
  const order = sorting && (sorting === "down" ? "descending" : "ascending");
  const arrow = sorting ? (sorting === "down" ? " ▼" : " ▲") : "";
  return h("th", { scope: "col", class: isNumber ? "number" : undefined, "aria-sort": order, title: measureWords(title) || undefined },
    sort ? button(`${title}${arrow}`, sort, { class: "sort", "aria-label": `${title}, sort`, "data-column": column }) : title);
}

/** Buttons to the page before and the page after one; pages are counted from 1. */
export function turnButtons(page: number, pages: number, turn: (page: number) => void): [previous: HTMLElement, next: HTMLElement] {
  return [smallButton("Previous", () => turn(page - 1), { disabled: page <= 1 }), smallButton("Next", () => turn(page + 1), { disabled: page >= pages })];
}

/** The first cell of a row names it; in a narrow window each of the others begins with the head of its column. */
export function bodyCell(place: number, content: Node | string, { number, date, title }: { number?: boolean; date?: boolean; title?: string }): HTMLElement {
  if (!place) return h("th", { scope: "row" }, content);
  return h("td", { class: number ? "number" : date ? "date" : undefined, "data-head": title }, content);
}

/** What a narrow window, in which a table has no heads, is sorted by; `sort` gets the place of a column. */
export function sortField(titles: string[], by: number, down: boolean, sort: (place: number) => void): HTMLElement {
  const select = h("select", { "aria-label": "Sort by", on: { change: () => sort(Number(select.value)) } },
    by < 0 ? h("option", { value: "-1", selected: true }, "as found") : null,
    titles.map((title, place) => h("option", { value: String(place), selected: place === by }, title)));
  const words = down ? "▼ highest first" : "▲ lowest first";
  return h("span", { class: "sorting" }, "Sort by ", select, " ", by < 0 ? null : smallButton(words, () => sort(by)));
}
