// The claims of a story found again in a graph that may have been built anew: as src/sociogram/story/replay.py does.

import type { Graph } from "../data/graph";
import { addTo } from "../page/groups";
import type { PinnedClaim } from "../state/pinnable";
import { LONGEST_QUOTE, pinsOf, type Story } from "./story";

export interface Replay {
  /** The id of a claim as the graph has it now, empty where it has gone. */
  idOf(pinned: PinnedClaim): string;
  /** Of all pinned claims: how many there are, have gone, have another id now. */
  count: number;
  gone: number;
  again: number;
  /** Whether not one of their documents is in the graph: the story is of another case. */
  isForeign: boolean;
}

export function replayStory(story: Story, graph: Graph): Replay {
  const pinned = new Map<string, PinnedClaim>();
  for (const pin of pinsOf(story)) for (const claim of pin.claims) pinned.set(keyOf(claim), claim);
  const lacking = [...pinned.values()].filter((claim) => graph.claim(claim.id) < 0);
  const places = lacking.length ? placesOf(graph, new Set(lacking.map(placeOf))) : new Map<string, number[]>();
  const found = new Map<string, number>();
  let again = 0;
  for (const [key, claim] of pinned) {
    let known = graph.claim(claim.id);
    if (known < 0) {
      known = byWords(claim, places.get(placeOf(claim)) ?? [], graph);
      again += Number(known >= 0);
    }
    found.set(key, known);
  }
  return {
    idOf: (claim) => graph.data.claims.id[found.get(keyOf(claim)) ?? -1] ?? "", count: found.size, again,
    gone: [...found.values()].filter((claim) => claim < 0).length,
    isForeign: pinned.size > 0 && ![...pinned.values()].some(({ document }) => graph.document(document) >= 0),
  };
}

/** One line on what became of the pinned claims; empty where all are as they were. */
export function tellReplay({ count, gone, again, isForeign }: Replay): string {
  const claims = `${count} pinned claim${count === 1 ? "" : "s"}`;
  if (isForeign) return `not one document of its ${claims} is in this graph; it may be the story of another case`;
  return [gone ? `${gone} of its ${claims} no longer in the graph` : "", again ? `${again} found again by the words` : ""].filter(Boolean).join(", ");
}

function keyOf(claim: PinnedClaim): string {
  return JSON.stringify([claim.id, claim.document, claim.quote, claim.subject, claim.relation, claim.object, claim.polarity]);
}

function placeOf({ document, quote, relation, polarity }: PinnedClaim): string {
  return JSON.stringify([document, quote, relation, polarity]);
}

function placesOf(graph: Graph, wanted: Set<string>): Map<string, number[]> {
  const places = new Map<string, number[]>();
  graph.data.claims.id.forEach((_, claim) => {
    const place = placeOf(describe(graph, claim));
    if (wanted.has(place)) addTo(places, place, claim);
  });
  return places;
}

/** Of several claims of the same words that between actors of the same names, or none: a wrong one is worse. */
function byWords(pinned: PinnedClaim, like: number[], graph: Graph): number {
  const { subject, object } = graph.data.ties;
  const isNamed = ([one, other]: [number, number]) => graph.end(one) === pinned.subject && graph.end(other) === pinned.object;
  let same = like;
  if (like.length > 1) {
    same = like.filter((claim) => isNamed(graph.endsOf(claim)));
    // An older program pinned a claim with the ends as its tie has them.
    if (!same.length) same = like.filter((claim) => isNamed([subject[graph.data.claims.tie[claim]], object[graph.data.claims.tie[claim]]]));
  }
  return same.length === 1 ? same[0] : -1;
}

/** A claim of the graph as it is pinned. */
export function describe(graph: Graph, claim: number): PinnedClaim {
  const { claims, ties, documents, relations, polarities } = graph.data;
  const tie = claims.tie[claim];
  const document = claims.document[claim];
  const [subject, object] = graph.endsOf(claim);
  return {
    id: claims.id[claim], document: document < 0 ? "" : documents.id[document], quote: [...graph.quote(claim)].slice(0, LONGEST_QUOTE).join(""),
    subject: graph.end(subject), relation: relations[ties.relation[tie]][0], object: graph.end(object),
    polarity: polarities[claims.polarity[claim]],
  };
}
