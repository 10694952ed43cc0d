// Rows that say the same: one of them is shown for all.

import type { Found, Hit } from "./hits";

/** A row that is shown, and those behind it that say the same in other words or places. */
export interface Folded { hit: Hit; like: Hit[] }

/** Questions whose rows each stand for themselves: a day, a step, a side of a dispute, a document, an actor. */
const APART = new Set(["timeline", "path", "disputed", "changed-story", "sources", "strongest"]);
/** What makes two rows the same statement. */
const SAME = ["speaker", "subject", "relation", "object", "polarity", "modality", "saidBy", "qualifier", "amount", "currency"] as const;

/** The rows in their order, each with the later ones that say the same. */
export function foldHits({ question, hits }: Found): Folded[] {
  if (APART.has(question.name)) return hits.map((hit) => ({ hit, like: [] }));
  const folded = new Map<string, Folded>();
  for (const hit of hits) {
    const key = JSON.stringify(SAME.map((column) => hit.cells[column]));
    const first = folded.get(key);
    if (first) first.like.push(hit);
    else folded.set(key, { hit, like: [] });
  }
  return [...folded.values()];
}
