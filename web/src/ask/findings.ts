// What is strongest of all that a case holds: claims by worth × confidence, of many actors and relations.

import type { Graph } from "../data/graph";
import { hasCurrency } from "../questions/asking";

/** Findings that are shown, and how many of them may be of one actor, one relation. */
const MOST = 8;
const OF_ACTOR = 2;
const OF_RELATION = 2;
/** How many may be of a family of relations: what one wants to know first is who does what to whom. */
const OF_FAMILY: Record<string, number> = { conflict: 3, money: 2, support: 2, family: 1, office: 1, word: 1, place: 0, other: 1 };
/** What documents tell by the way, as of their own outlet. */
const BY_THE_WAY = new Set(["published", "mentions", "quoted", "partyMemberOf", "memberOf", "nationality", "locatedIn"]);

/** Claims between two actors, each pair once. */
export function strongestFindings(graph: Graph): number[] {
  const { claims, ties, relations } = graph.data;
  const isTold = (tie: number) => ties.object[tie] >= 0 && ties.object[tie] !== ties.subject[tie] && !BY_THE_WAY.has(relations[ties.relation[tie]][0]);
  const ranked = [...claims.id.keys()]
    .filter((claim) => isTold(claims.tie[claim]) && (relations[ties.relation[claims.tie[claim]]][0] !== "gave" || hasCurrency(graph, claim))).sort(graph.byWorth);
  const seen = new Map<string, number>();
  const found: number[] = [];
  for (const claim of ranked) {
    if (found.length >= MOST) break;
    const tie = claims.tie[claim];
    const ends = graph.actorsOf(tie);
    const limits: [key: string, most: number][] = [
      [`pair ${[...ends].sort((a, b) => a - b).join(" ")}`, 1],
      [`relation ${ties.relation[tie]}`, OF_RELATION],
      [`family ${graph.sentiment(tie)}`, OF_FAMILY[graph.sentiment(tie)] ?? 1],
      ...ends.map((end): [string, number] => [`actor ${end}`, OF_ACTOR]),
    ];
    if (limits.some(([key, most]) => (seen.get(key) ?? 0) >= most)) continue;
    for (const [key] of limits) seen.set(key, (seen.get(key) ?? 0) + 1);
    found.push(claim);
  }
  return found;
}
