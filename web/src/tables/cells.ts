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

/** The first cell of a row names it. */
export function bodyCell(place: number, content: Node | string, { number, date }: { number?: boolean; date?: boolean }): HTMLElement {
  if (!place) return h("th", { scope: "row" }, content);
  return h("td", { class: number ? "number" : date ? "date" : undefined }, content);
}
