// What each measure that the page shows means, in a sentence.

import { h } from "./dom";

export const MEASURES: [name: string, sentence: string][] = [
  ["degree", "How many different actors it has a tie with: its neighbours."],
  ["betweenness", "How often it lies on the shortest ways between others, from 0 to 1: high for who joins parts that hardly know each other."],
  ["PageRank", "Which share of a random walk along the ties passes by: high for who is tied to those who are much tied themselves. All together have 1."],
  ["community", "A group whose actors are tied more to each other than to the rest, found by the ties alone and not by what they say."],
  ["confidence", "How sure the reading of the sentence is, from 0 to 1; not how true it is."],
  ["worth", "How much an analyst would want to know it, from 0 to 1, however sure it is: deeds, sums and conflicts before remarks."],
  ["rank", "Worth times confidence."],
  ["sources", "How many documents say so independently of each other."],
];

/** The sentence of a measure, by its name or the head of its column; empty where there is none. */
export function measureWords(name: string): string {
  const wanted = name === "Neighbours" || name === "neighbours" ? "degree" : name.toLowerCase();
  return MEASURES.find(([each]) => each.toLowerCase() === wanted)?.[1] ?? "";
}

/** What can be opened to read the sentences of some measures. */
export function measuresNote(names: string[]): HTMLElement {
  return h("details", { class: "measures" }, h("summary", {}, "What the numbers mean"),
    h("dl", {}, names.map((name) => [h("dt", {}, name), h("dd", {}, measureWords(name))]).flat()));
}
