// A claim of the graph in the page's words.

import { oneLine } from "../page/text";
import type { Graph } from "./graph";
import { amountWords, timeWords } from "../page/words";

/** When it holds; empty where it says nothing of that. */
export function holdsWords(graph: Graph, claim: number): string {
  const { claims, strings } = graph.data;
  return timeWords(strings[claims.from[claim]], strings[claims.to[claim]], strings[claims.when[claim]]);
}

/** What else its predicate tells, each part with its name; empty where it tells nothing else. */
export function rolesWords(graph: Graph, claim: number): string {
  const { claims, strings } = graph.data;
  const roles = claims.roles[claim];
  if (!roles) return "";
  const quote = [...graph.quote(claim)];
  return Array.from({ length: roles.length / 3 }, (_, place) => {
    const [role, start, length] = roles.slice(place * 3, place * 3 + 3);
    return `${strings[role]}: ${oneLine(quote.slice(start, start + length).join(""))}`;
  }).join("; ");
}

/** The sum it speaks of; empty where it speaks of none. */
export function sumWords(graph: Graph, claim: number): string {
  const amount = graph.data.claims.amount[claim];
  return amount ? amountWords(...amount) : "";
}
