// What is strongest of all that a case holds: claims by worth × confidence, of many actors and relations.

import type { Graph } from "../data/graph";

/** Findings that are shown, and how many of them may be of one actor, one relation. */
const MOST = 8;
const OF_ACTOR = 2;
const OF_RELATION = 2;

/** Claims between two actors, each pair once. */
export function strongestFindings(graph: Graph): number[] {
  const { claims, ties } = graph.data;
  const ranked = [...claims.id.keys()].filter((claim) => ties.object[claims.tie[claim]] >= 0).sort(graph.byWorth);
  const seen = new Map<string, number>();
  const found: number[] = [];
  for (const claim of ranked) {
    if (found.length >= MOST) break;
    const tie = claims.tie[claim];
    const ends = graph.actorsOf(tie);
    const limits: [key: string, most: number][] = [
      [`pair ${[...ends].sort((a, b) => a - b).join(" ")}`, 1],
      [`relation ${ties.relation[tie]}`, OF_RELATION],
      ...ends.map((end): [string, number] => [`actor ${end}`, OF_ACTOR]),
    ];
    if (limits.some(([key, most]) => (seen.get(key) ?? 0) >= most)) continue;
    for (const [key] of limits) seen.set(key, (seen.get(key) ?? 0) + 1);
    found.push(claim);
  }
  return found;
}
