// Whether a claim was reviewed: what the data say of it, and what was judged since.

import type { Graph } from "../data/graph";
import { oneLine } from "../page/text";
import type { Judgement } from "./judgement";

export type ReviewState = "unreviewed" | "right" | "wrong";

/** The word on a claim that decides, the latest; `against` are reviewers whose last word is the contrary. */
export interface Review { state: ReviewState; who: string; when: string; note: string; against: string[] }

const UNREVIEWED: Review = { state: "unreviewed", who: "", when: "", note: "", against: [] };

/** Gives the judgements on a claim or a tie by its id. */
export type Judged = (id: string) => Judgement[];

export function reviewOf(graph: Graph, claim: number, judged: Judged): Review {
  const { claims, ties } = graph.data;
  const [ofClaim, ofTie] = [judged(claims.id[claim]), judged(ties.id[claims.tie[claim]])];
  const kept = storedReview(graph, claim);
  if (!ofClaim.length && !ofTie.length) return kept ?? UNREVIEWED;
  const since = [...ofClaim, ...ofTie];
  const ordered = since.map((each, place): [string, number, Judgement] => [each.when, place, each])
    .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1])).map(([, , each]) => each);
  const last = ordered[ordered.length - 1];
  const words = new Map<string, string>();
  if (kept) words.set(kept.who, "right");
  for (const each of ordered) words.set(each.who ?? "", each.verdict);
  return {
    state: last.verdict === "wrong" ? "wrong" : "right", who: last.who ?? "", when: last.when, note: last.note ?? "",
    against: [...words].filter(([, verdict]) => verdict !== last.verdict).map(([who]) => who),
  };
}

/** The claims that somebody reviewed, before the data were made or since; `ids` are of claims and ties. */
export function reviewedClaims(graph: Graph, ids: Iterable<string>): Set<number> {
  const found = new Set(graph.data.reviews?.claim);
  for (const id of ids) {
    const [claim, tie] = [graph.claim(id), graph.tie(id)];
    if (claim >= 0) found.add(claim);
    if (tie >= 0) for (const each of graph.claimsOfTie[tie]) found.add(each);
  }
  return found;
}

/** What the build knew of it. */
function storedReview(graph: Graph, claim: number): Review | null {
  const { reviews, strings } = graph.data;
  const place = graph.reviewPlace(claim);
  if (!reviews || place < 0) return null;
  return {
    state: "right", who: strings[reviews.who[place]], when: strings[reviews.when[place]], note: strings[reviews.note[place]],
    against: reviews.against[place] || [],
  };
}

/** In the words of what leaves the page: "judged right by Eva on 2026-01-02 (“seen the file”), but wrong by Tom"; as src/sociogram/write/text/wording.py has them. */
export function judgedWords({ state, who, when, note, against }: Review): string {
  const contrary = state === "right" ? "wrong" : "right";
  return `judged ${state} by ${who || "a person"}${when && ` on ${when}`}${note && ` (“${oneLine(note)}”)`}${againstWords(contrary, against)}`;
}

/** In a few words, for whoever reads: "right by Eva on 2026-01-02, but wrong by Tom". */
export function reviewWords({ state, who, when, against }: Review): string {
  if (state === "unreviewed") return "unreviewed";
  const contrary = state === "right" ? "wrong" : "right";
  return `${state}${who && ` by ${who}`}${when && ` on ${when}`}${againstWords(contrary, against)}`;
}

function againstWords(contrary: string, against: string[]): string {
  return against.length ? `, but ${contrary} by ${against.map((each) => each || "a person").join(", ")}` : "";
}
