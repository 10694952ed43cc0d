// Text with stretches of it marked.

import type { Graph } from "../data/graph";
import { h } from "../page/dom";
import { units } from "../page/text";

/** What is marked, from where to where in code points. */
export type Stretch = [kind: string, start: number, end: number];

/** The words of subject, relation and object in the sentence of a claim. */
export function stretchesOf(graph: Graph, claim: number): Stretch[] {
  const spans = graph.data.claims.spans.slice(claim * 6, claim * 6 + 6);
  return [["subject", spans[0], spans[1]], ["relation", spans[2], spans[3]], ["object", spans[4], spans[5]]];
}

/** Text with stretches marked, which may overlap. */
export function marked(text: string, stretches: Stretch[]): Node[] {
  const inside = stretches.filter(([, start, end]) => end > start && end > 0);
  const points = [...new Set(inside.flatMap(([, start, end]) => [Math.max(0, start), end]))].sort((a, b) => a - b);
  const places = units(text, points);
  const at = new Map(points.map((point, index) => [point, places[index]]));
  const cuts = [...new Set([0, ...places, text.length])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index];
    const kinds = inside.filter(([, start, end]) =>
      (at.get(Math.max(0, start)) as number) <= from && (at.get(end) as number) >= to).map(([kind]) => kind);
    const words = text.slice(from, to);
    return kinds.length ? h("mark", { class: kinds.join(" "), title: kinds.join(", ") }, words) : document.createTextNode(words);
  });
}
