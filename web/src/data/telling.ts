// Which claims are told first, and which stand for several.

import { addTo } from "../page/groups";
import type { Graph } from "./graph";

/** What a classifier learned, and what is read less surely than this, never goes first. */
const LEARNED = "model.";
const SURE = 0.5;

/** How two claims are ordered: what is read surely first, then by worth × confidence. */
export function byTelling(graph: Graph, a: number, b: number): number {
  return Number(isDoubtful(graph, a)) - Number(isDoubtful(graph, b)) || graph.byWorth(a, b);
}

function isDoubtful(graph: Graph, claim: number): boolean {
  const { claims, strings } = graph.data;
  return claims.confidence[claim] < SURE || strings[claims.rule[claim]].startsWith(LEARNED);
}

/** Claims without the copies of others among them, the most telling first; the one that is `wanted` stays. */
export function foldedClaims(graph: Graph, claims: number[], wanted: number): number[] {
  const known = new Set(claims);
  const isOwn = (claim: number) => claim === wanted || graph.sources.origin(claim) === claim || !known.has(graph.sources.origin(claim));
  return claims.filter(isOwn).sort((a, b) => byTelling(graph, a, b));
}

/** The same claims with the first of each tie before the others, so that one tie told often hides none. */
export function oneOfEachTie(graph: Graph, sorted: number[]): number[] {
  const byTie = new Map<number, number[]>();
  for (const claim of sorted) addTo(byTie, graph.data.claims.tie[claim], claim);
  const first = new Set([...byTie.values()].map(([claim]) => claim));
  return [...sorted.filter((claim) => first.has(claim)), ...sorted.filter((claim) => !first.has(claim))];
}
