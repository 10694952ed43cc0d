// A claim of the graph in the page's words.

import { oneLine, shorten } from "../page/text";
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

/** Its relation as one says it: the label of a known one, of any other the words of the document, inflected as they are there. */
export function saidWords(graph: Graph, claim: number, most = 48): string {
  const { claims, strings } = graph.data;
  const tie = claims.tie[claim];
  const words = graph.isOpen(tie) ? oneLine(strings[claims.trigger[claim]]) : "";
  return shorten(words || graph.relation(tie), most);
}

/** The outlet of a document, or where that is not known what it is called. */
export function outletOf(graph: Graph, document: number): string {
  return oneLine((document >= 0 && graph.data.documents.publisher[document]) || graph.title(document));
}

/** The day that a claim was said on, else the day of its document; empty where neither is known. */
export function dayOf(graph: Graph, claim: number): string {
  const { claims, strings, documents } = graph.data;
  return strings[claims.said[claim]] || documents.published[claims.document[claim]] || "";
}
