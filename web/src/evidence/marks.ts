// Text with stretches of it marked.

import type { Graph, Unread } from "../data/graph";
import { h, note } from "../page/dom";
import { units } from "../page/text";
import { many } from "../page/words";

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

/** An unread sentence by its UTF-16 positions in the text. */
export interface Gap { from: number; to: number; why: string }

/** The sentences with their places in `text`; they are sorted and do not overlap. */
export function unreadStretches(text: string, unread: Unread[]): Gap[] {
  const points = units(text, unread.flatMap(([start, length]) => [start, start + length]));
  return unread.map(([, , why], number) => ({ from: points[number * 2], to: points[number * 2 + 1], why }));
}

/** The text from `first` to `last`, with what is unread in it marked. */
export function withUnread(text: string, gaps: Gap[], first: number, last: number): Node[] {
  const nodes: Node[] = [];
  let at = first;
  const plain = (to: number) => {
    if (to > at) nodes.push(document.createTextNode(text.slice(at, to)));
  };
  for (const { from, to, why } of gaps) {
    const [begin, end] = [Math.max(from, at), Math.min(to, last)];
    if (begin >= end) continue;
    plain(begin);
    nodes.push(h("mark", { class: "unread", title: `Not in the graph: ${why}` }, text.slice(begin, end)));
    at = end;
  }
  plain(last);
  return nodes;
}

export function unreadLegend(sentences: number): HTMLElement {
  return note(h("mark", { class: "unread" }, "Dotted line"),
    `: names two actors and gave no claim (${many(sentences, "sentence")} here); point at one for the reason.`);
}
