// Words that are nearly those that were typed: one letter too many, too few, another, or two changed over.

/** Letters of a word that are compared; no one types more of a name of 300. */
const LONGEST = 40;
/** Words that are as near as the nearest, at most. */
const MOST = 8;

/** How many mistakes a word of so many letters may have. */
function mistakes(length: number): number {
  return length < 3 ? 0 : length < 6 ? 1 : 2;
}

/** The words of a list that are nearest to `word`, with as few mistakes as there are and no more than its length allows. */
function nearest(word: string, vocabulary: string[]): string[] {
  const wanted = word.slice(0, LONGEST);
  let limit = mistakes(wanted.length);
  let found: string[] = [];
  if (!limit) return found;
  for (const each of vocabulary) {
    if (Math.abs(each.length - wanted.length) > limit) continue;
    const away = distance(wanted, each, limit);
    // The word itself is no mistake.
    if (away > limit || !away) continue;
    if (away < limit) found = [];
    limit = away;
    if (found.length < MOST) found.push(each);
  }
  return found;
}

/** Folded names, and all words of them, made by the first query that has a mistake. */
export interface Guessing { names: string[]; vocabulary: string[] }

/** The places of the names that have, of each word, itself or one that is nearly it. */
export function guess(words: string[], guessing: Guessing): number[] {
  const { names } = guessing;
  if (!guessing.vocabulary.length) guessing.vocabulary = [...new Set(names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)))].filter(Boolean);
  const near = words.map((word) => [...(names.some((name) => name.includes(word)) ? [word] : []), ...nearest(word, guessing.vocabulary)]);
  if (!near.every((each) => each.length)) return [];
  return names.flatMap((name, place) => (near.every((each) => each.some((word) => name.includes(word))) ? [place] : []));
}

/** Optimal string alignment (Damerau 1964), given up as soon as it passes `limit`. */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column] + 1, here[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) cost = Math.min(cost, before[column - 2] + 1);
      here.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return least;
    [before, last] = [last, here];
  }
  return last[b.length];
}
