// A claim of the graph in the page's words.

import type { Graph } from "./graph";
import { amountWords, timeWords } from "../page/words";

/** When it holds; empty where it says nothing of that. */
export function holdsWords(graph: Graph, claim: number): string {
  const { claims, strings } = graph.data;
  return timeWords(strings[claims.from[claim]], strings[claims.to[claim]], strings[claims.when[claim]]);
}

/** The sum it speaks of; empty where it speaks of none. */
export function sumWords(graph: Graph, claim: number): string {
  const amount = graph.data.claims.amount[claim];
  return amount ? amountWords(...amount) : "";
}
