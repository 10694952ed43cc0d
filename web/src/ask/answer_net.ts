// The graph of an answer's rows, for a map of just those.

import type { Looks } from "../answer/looks";
import type { Net, NetEdge, NetNode } from "../answer/net";
import { saidWords } from "../data/claim_words";
import type { Graph } from "../data/graph";
import type { Palette } from "../map/palette";
import { addTo } from "../page/groups";
import { oneLine, shorten } from "../page/text";

/** Characters of what is written beside a line or a node that is no actor. */
const WORDS = 28;

/** Its nodes are actors, and the texts and dates that claims are about; lines are ties, with the words of their strongest claim. */
export function netOf(graph: Graph, claims: number[]): Net {
  const { ties } = graph.data;
  const nodes = new Map<number, NetNode & { place: number }>();
  const node = (end: number) => {
    const known = nodes.get(end);
    if (known) return known;
    const isActor = end >= 0;
    const made = {
      key: String(end), term: { type: isActor ? "uri" : "literal", value: isActor ? graph.data.actors.id[end] : graph.end(end) } as NetNode["term"],
      label: shorten(oneLine(graph.end(end)), isActor ? 60 : WORDS), kind: isActor ? graph.kind(end) : "", degree: 0, place: nodes.size,
    };
    nodes.set(end, made);
    return made;
  };
  const claimsOf = new Map<number, number[]>();
  for (const claim of claims) addTo(claimsOf, graph.data.claims.tie[claim], claim);
  const edges = [...claimsOf].map(([tie, own]): NetEdge => {
    const [from, to] = [node(ties.subject[tie]), node(ties.object[tie])];
    for (const end of new Set([from, to])) end.degree += own.length;
    return { from: from.place, to: to.place, label: labelOf(graph, own), relation: graph.sentiment(tie), count: own.length, both: graph.isSymmetric(tie) };
  });
  return { nodes: [...nodes.values()], edges, left: 0, values: false };
}

/** The words of a line, and in them how it stands: a denial does not look like a deed. */
function labelOf(graph: Graph, claims: number[]): string {
  const { polarity, modality } = graph.data.claims;
  const { polarities, modalities } = graph.data;
  const [best] = [...claims].sort(graph.byWorth);
  const words = saidWords(graph, best, WORDS);
  const denied = claims.filter((claim) => polarities[polarity[claim]] === "denied").length;
  if (denied) return denied === claims.length ? `not: ${words}` : `${words} (disputed)`;
  const how = modalities[modality[best]];
  return how === "asserted" || how === "reported" ? words : `${words} (${how})`;
}

/** Colours and shapes as on the map of the case. */
export function looksOf(graph: Graph, palette: Palette): Looks {
  const groups = new Map(graph.data.kinds.map(([id, , group]) => [id, group]));
  return { palette, group: (kind) => groups.get(kind) ?? "other", sentiment: (sentiment) => sentiment };
}
