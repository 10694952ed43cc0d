// The order of rows, as SPARQL and src/sociogram/rdf/planning.py have it: what is missing first, texts by code points.

import type { Column, Key } from "./catalogue";

export type Cells = Partial<Record<Column, string | number | null>>;

/** A row: its cells, and what it rests on, -1 for none; its ends are those of its claim, or of its tie where it is about that. */
export interface Row { cells: Cells; claim: number; tie: number; ends: [subject: number, object: number]; actor: number; document: number; rank: number }
export const NO_ENDS: Row["ends"] = [-1, -1];

const IRIS = new Set<Column>(["document", "tie", "actor", "claim"]);
// oxrdf writes a literal with these escapes.
const ESCAPES: Record<string, string> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" };

/** Texts by code points; JavaScript's own order is that of UTF-16. */
export function compareTexts(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left !== right) return isHalf(left) === isHalf(right) ? left - right : isHalf(left) ? 1 : -1;
  }
  return a.length - b.length;
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function compareCells(a: string | number | null | undefined, b: string | number | null | undefined): number {
  const [lacksLeft, lacksRight] = [a === null || a === undefined, b === null || b === undefined];
  if (lacksLeft || lacksRight) return Number(lacksRight) - Number(lacksLeft);
  return typeof a === "number" && typeof b === "number" ? a - b : compareTexts(String(a), String(b));
}

/** Sorts rows by keys; what these leave equal stands in the order of all terms as N-Triples. */
export function sortRows(rows: Row[], order: Key[], columns: Column[]): Row[] {
  return rows.sort((a, b) => {
    for (const key of order) {
      const difference = key === "rank" ? b.rank - a.rank : key === "time" ? compareTexts(timeOf(a), timeOf(b)) : compareCells(a.cells[key], b.cells[key]);
      if (difference) return difference;
    }
    for (const column of columns) {
      const difference = compareTexts(term(column, a.cells[column]), term(column, b.cells[column]));
      if (difference) return difference;
    }
    return 0;
  });
}

function timeOf({ cells }: Row): string {
  return String(cells.when ?? cells.said ?? "9999");
}

/** A cell as a term of N-Triples, the type of a number or a date left out. */
function term(column: Column, value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "None";
  if (IRIS.has(column)) return `<${value}>`;
  return `"${String(value).replace(/["\\\n\r\t\b\f]/g, (sign) => ESCAPES[sign])}"`;
}
