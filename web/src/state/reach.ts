// Walks over ties: whom an actor is joined to, and by which chain.

import type { Graph } from "../data/graph";

/** The actors within `depth` steps of one, itself among them; `open` says over which ties one may go. */
export function around(graph: Graph, actor: number, depth: number, open: (tie: number) => boolean): Set<number> {
  const reached = new Set([actor]);
  let rim = [actor];
  for (let step = 0; step < depth; step++) {
    const next: number[] = [];
    for (const each of rim) {
      for (const tie of graph.tiesOfActor[each]) {
        const other = graph.otherEnd(tie, each);
        if (other < 0 || reached.has(other) || !open(tie)) continue;
        reached.add(other);
        next.push(other);
      }
    }
    rim = next;
  }
  return reached;
}

/** The ties of a shortest path, whatever their direction; of equal ones that of the strongest actors. */
export function findPath(graph: Graph, from: number, to: number, open: (tie: number) => boolean): number[] {
  const via = new Map<number, number>([[from, -1]]);
  let rim = [from];
  while (rim.length && !via.has(to)) {
    const next: number[] = [];
    rim.sort(graph.byStrength);
    for (const actor of rim) {
      for (const tie of graph.tiesOfActor[actor]) {
        const other = graph.otherEnd(tie, actor);
        if (other < 0 || via.has(other) || !open(tie)) continue;
        via.set(other, tie);
        next.push(other);
      }
    }
    rim = next;
  }
  const path: number[] = [];
  if (!via.has(to)) return path;
  for (let actor = to; actor !== from; ) {
    const tie = via.get(actor) as number;
    path.unshift(tie);
    actor = graph.otherEnd(tie, actor);
  }
  return path;
}
