// Months and years in which claims are counted, written like the beginning of their dates: 2021-05, 2021.

/** More months than this are counted by years. */
const MOST_MONTHS = 240;
/** Pixels that a month needs. */
const MONTH_WIDTH = 4;

/** The share of all days that may lie beyond an end of the axis, and days below which none may. */
const OUTLYING = 0.02;
const FEW = 20;

/** Days in their order without those that lie far from the mass, and how many of these are earlier and later. */
export function withoutOutliers(days: string[]): { days: string[]; earlier: number; later: number } {
  const sorted = [...days].sort();
  const most = sorted.length < FEW ? 0 : Math.ceil(sorted.length * OUTLYING);
  const [left, right] = [sorted[most], sorted[sorted.length - 1 - most]];
  const span = Math.max(1, monthOf(right) - monthOf(left) + 1);
  const isNear = (day: string) => monthOf(day) >= monthOf(left) - span / 2 && monthOf(day) <= monthOf(right) + span / 2;
  const near = sorted.filter(isNear);
  const earlier = sorted.findIndex(isNear);
  return { days: near, earlier, later: sorted.length - near.length - earlier };
}

export interface Bins {
  /** All from the first that has a claim to the last. */
  names: string[];
  /** How many claims each has, as far as it has any. */
  counts: Map<string, number>;
}

/** Counts days by month, or by year where the months would not fit into `width` pixels. */
export function countDays(days: string[], width: number): Bins {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const yearly = monthOf(last) - monthOf(first) + 1 > Math.min(MOST_MONTHS, width / MONTH_WIDTH);
  const nameOf = (day: string) => (yearly ? day.slice(0, 4) : (day.length >= 7 ? day : `${day}-01`).slice(0, 7));
  const counts = new Map<string, number>();
  for (const day of sorted) counts.set(nameOf(day), (counts.get(nameOf(day)) ?? 0) + 1);
  return { names: yearly ? yearsBetween(first, last) : monthsBetween(monthOf(first), monthOf(last)), counts };
}

/** Months since the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + (Number(day.slice(5, 7)) || 1) - 1;
}

function monthsBetween(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const month = first + step;
    return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

function yearsBetween(first: string, last: string): string[] {
  const begin = Number(first.slice(0, 4));
  return Array.from({ length: Number(last.slice(0, 4)) - begin + 1 }, (_, step) => String(begin + step).padStart(4, "0"));
}

export function firstDay(bin: string): string {
  return bin.length === 4 ? `${bin}-01-01` : `${bin}-01`;
}

export function lastDay(bin: string): string {
  if (bin.length === 4) return `${bin}-12-31`;
  const days = new Date(Date.UTC(Number(bin.slice(0, 4)), Number(bin.slice(5, 7)), 0)).getUTCDate();
  return `${bin}-${String(days).padStart(2, "0")}`;
}
