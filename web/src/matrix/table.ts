// Claims as a matrix: what is said down the side, who says it across the top.

import type { Graph } from "../data/graph";
import type { Stand } from "../data/sources";
import { addTo } from "../page/groups";

/** Who is across the top: outlets, or whoever is quoted. */
export type By = "outlets" | "speakers";
/** What one column says of one row; `claims` are the most telling first. */
export interface Cell { claims: number[]; stands: Stand[]; repeats: boolean }
/** A row is what is said alike: one tie, or one sentence with its copies. */
export interface Row { tie: number; claims: number[]; cells: Map<string, Cell> }
export interface Matrix { columns: { key: string; words: string; count: number }[]; rows: Row[] }

/** The order of stands in a cell. */
const STANDS: Stand[] = ["states", "alleges", "holds", "denies", "negates"];

/**
 * Folds claims into rows and columns: ties that most columns speak of first, then the most telling; the fullest column first.
 *
 * Rows are ties where `each` is "tie", else sentences, of which copies are one.
 */
export function makeMatrix(graph: Graph, claims: number[], by: By, each: "tie" | "sentence"): Matrix {
  const { sources, data } = graph;
  const rows = new Map<number, Row>();
  const columns = new Map<string, { key: string; words: string; count: number }>();
  for (const claim of [...claims].sort(graph.byWorth)) {
    const tie = data.claims.tie[claim];
    const key = each === "tie" ? tie : sources.origin(claim);
    const row = rows.get(key) ?? { tie, claims: [], cells: new Map<string, Cell>() };
    rows.set(key, row);
    row.claims.push(claim);
    const [column, words] = columnOf(graph, claim, by);
    const counted = columns.get(column) ?? { key: column, words, count: 0 };
    counted.count++;
    columns.set(column, counted);
    addToCell(row, column, claim, sources.stand(claim), sources.origin(claim) !== claim);
  }
  return {
    columns: [...columns.values()].sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1)),
    rows: each === "tie" ? [...rows.values()].sort((a, b) => b.cells.size - a.cells.size) : byTie(rows),
  };
}

function addToCell(row: Row, column: string, claim: number, stand: Stand, isCopy: boolean): void {
  const cell = row.cells.get(column) ?? { claims: [], stands: [], repeats: true };
  row.cells.set(column, cell);
  cell.claims.push(claim);
  cell.repeats &&= isCopy;
  if (!cell.stands.includes(stand)) cell.stands.push(stand);
  cell.stands.sort((a, b) => STANDS.indexOf(a) - STANDS.indexOf(b));
}

/** Sentences of one tie stand together. */
function byTie(rows: Map<number, Row>): Row[] {
  const ties = new Map<number, Row[]>();
  for (const row of rows.values()) addTo(ties, row.tie, row);
  return [...ties.values()].flat();
}

/** The column of a claim: its document's own outlet, also of a copy; or the last who is quoted. */
function columnOf({ sources, data }: Graph, claim: number, by: By): [key: string, words: string] {
  const asserters = data.claims.asserters[claim];
  if (by === "speakers" && asserters) {
    const actor = asserters[asserters.length - 1];
    return [`actor ${data.actors.id[actor]}`, data.actors.name[actor] || data.actors.id[actor]];
  }
  const [words] = sources.sayer(data.claims.document[claim]);
  return [`outlet ${words.replace(/\s+/g, " ").trim().toLowerCase()}`, words];
}
