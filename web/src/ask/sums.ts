// The sums of an answer about money, by pairs of actors; currencies are kept apart.

import type { Found, Hit } from "./hits";

/** A sum that one gave another, and how many rows it is made of. */
export interface Sum { subject: string; subjectName: string; object: string; objectName: string; currency: string; value: number; rows: number; isLeast: boolean }

/** What only was promised, or is not stated, has not been given. */
const GIVEN = new Set(["asserted", "reported"]);

/** The largest first, in the order of how often a currency occurs. The same amount of the same pair counts once, for it is told again and again. */
export function sumsOf({ hits }: Found): Sum[] {
  const sums = new Map<string, Sum>();
  const counted = new Set<string>();
  const currencies = new Map<string, number>();
  for (const hit of hits.filter(isGiven)) {
    // What was bought is no one who was paid: it has no part in a pair.
    if (!hit.object) continue;
    const { subject, object, amount, currency, qualifier } = hit.cells;
    const key = JSON.stringify([hit.subject, hit.object, currency]);
    const sum = sums.get(key) ?? { subject: hit.subject, subjectName: String(subject), object: hit.object, objectName: String(object), currency: String(currency), value: 0, rows: 0, isLeast: false };
    sums.set(key, sum);
    sum.rows++;
    const once = `${key} ${amount}`;
    if (counted.has(once)) continue;
    counted.add(once);
    sum.value += Number(amount);
    sum.isLeast ||= Boolean(qualifier);
    currencies.set(sum.currency, (currencies.get(sum.currency) ?? 0) + 1);
  }
  const often = (sum: Sum) => currencies.get(sum.currency) ?? 0;
  return [...sums.values()].sort((a, b) => often(b) - often(a) || (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : b.value - a.value));
}

function isGiven({ cells }: Hit): boolean {
  return typeof cells.amount === "number" && Boolean(cells.currency) && cells.polarity === "affirmed" && GIVEN.has(String(cells.modality)) && cells.relation !== "promisedFunding";
}
