// A shortest chain of affirmed ties, of equal ones the one that the command line gives (src/sociogram/rdf/questions/asking.py).

import type { Graph } from "../data/graph";
import { compareTexts } from "./order";

/** The ties from one actor to another, in their order; none where no chain joins them. `affirmed` counts the claims of a tie that affirm it. */
export function chain(graph: Graph, first: number, last: number, affirmed: (tie: number) => number): number[] {
  const came = new Map<number, [from: number, tie: number]>();
  let front = first === last ? [] : [first];
  while (front.length && !came.has(last)) {
    const reached: number[] = [];
    for (const here of front) {
      for (const [there, tie] of neighbours(graph, here, affirmed)) {
        if (there === first || came.has(there)) continue;
        came.set(there, [here, tie]);
        reached.push(there);
      }
      if (came.has(last)) break;
    }
    front = reached;
  }
  const ties: number[] = [];
  for (let at = last; came.has(at) && at !== first; ) {
    const [from, tie] = came.get(at) as [number, number];
    ties.unshift(tie);
    at = from;
  }
  return ties;
}

/** Neighbours by affirmed ties, those with most claims first. */
function neighbours(graph: Graph, here: number, affirmed: (tie: number) => number): [there: number, tie: number][] {
  const { ties, actors } = graph.data;
  return graph.tiesOfActor[here].filter((tie) => ties.object[tie] >= 0 && affirmed(tie) > 0)
    .map((tie): [number, number] => [graph.otherEnd(tie, here), tie])
    .sort(([one, left], [other, right]) => affirmed(right) - affirmed(left) || compareTexts(ties.id[left], ties.id[right]) || compareTexts(actors.id[one], actors.id[other]));
}
