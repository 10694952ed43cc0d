// What the claims of a pin say, by tie, with the numbers of their footnotes; as src/sociogram/write/story/statements.py has it.

import type { Graph } from "../data/graph";
import type { PinnedClaim } from "../state/pinnable";
import type { Replay } from "../story/replay";
import type { Pin } from "../story/story";
import { type Footnotes, sumOf } from "./footnotes";
import { type Content, e, LINE, named, type Piece, toMarkup } from "./markup";

/** How a claim holds something: by a speaker, in an outlet, in a document of which no outlet is known. */
type Ways = [speaker: string, outlet: string, alone: string];

const WAYS: Record<string, Ways> = {
  asserted: ["stated by", "stated in", "stated"],
  reported: ["said by", "reported from others in", "reported from others"],
  alleged: ["alleged by", "alleged in", "alleged"],
  possible: ["called possible by", "called possible in", "called possible"],
  hypothetical: ["supposed by", "supposed in", "supposed"],
  intended: ["intended or promised, says", "intended or promised, says", "intended or promised"],
  demanded: ["demanded or urged, says", "demanded or urged, says", "demanded or urged"],
  predicted: ["predicted by", "predicted in", "predicted"],
};
const NEGATED: Ways = ["negated in the words of", "negated in the words of", "negated in its own words"];
/** The question whose answer is told by the days of its claims. */
const TIMED = "timeline";
/** Between the numbers of two footnotes: they are two, and a line may end there. */
const THIN = "\u2009";

/** One item for each tie that the claims of a pin are of, in the order of time one for each of its days; then those that have gone. */
export function pinnedStatements(pin: Pin, replay: Replay, graph: Graph, footnotes: Footnotes): Content[] {
  const isTimed = pin.kind === "answer" && pin.id.split(" ")[0] === TIMED;
  const items = new Map<string, { day: string; claims: Set<number> }>();
  const gone: PinnedClaim[] = [];
  for (const pinned of pin.claims) {
    const claim = graph.claim(replay.idOf(pinned));
    if (claim < 0) {
      gone.push(pinned);
      continue;
    }
    const day = isTimed ? dayOf(graph, claim) : "";
    const key = `${day} ${graph.data.claims.tie[claim]}`;
    const item = items.get(key) ?? { day, claims: new Set() };
    items.set(key, item);
    item.claims.add(claim);
  }
  return [
    ...[...items.values()].flatMap(({ day, claims }) => [
      e("li", {}, day ? [e("span", { class: "day" }, day), " "] : [], statement(graph, [...claims]), ": ", heldWays(graph, [...claims], footnotes)), LINE]),
    ...gone.flatMap((pinned) => [goneItem(pinned), LINE]),
  ];
}

function goneItem({ subject, relation, object, polarity, quote, document }: PinnedClaim): Piece {
  return e("li", { class: "gone" }, e("strong", {}, "No longer in the graph:"), " ", named(subject), " – ", `${goneRelation(relation)}${polarity === "denied" ? " (denied)" : ""}`, " – ",
    named(object), ": ", e("q", {}, quote), " (", named(document), ")");
}

/** "head of government" of "headOfGovernment": of what has gone there is the id alone. */
export function goneRelation(relation: string): string {
  return relation.replace(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`);
}

/** The tie of claims in words, its ends as the first of them has them; one that every claim denies is never told as so. */
function statement(graph: Graph, claims: number[]): Content[] {
  const { claims: all, polarities } = graph.data;
  const tie = all.tie[claims[0]];
  const [subject, object] = graph.endsOf(claims[0]);
  const isDenied = claims.every((claim) => polarities[all.polarity[claim]] === "denied");
  const end = (each: number) => (each < 0 ? named(graph.end(each)) : e("strong", {}, named(graph.name(each))));
  return [...(isDenied ? [e("span", { class: "not" }, "Said not to be so:"), " "] : []),
    end(subject), " ", e("em", {}, graph.relation(tie)), " ", end(object)];
}

/** How the claims hold it, each way with its footnotes. */
function heldWays(graph: Graph, claims: number[], footnotes: Footnotes): Content[] {
  const ways = new Map<string, { way: Content[]; like: number[] }>();
  for (const claim of claims) {
    const way = wayOf(graph, claim);
    const key = way.map(toMarkup).join("");
    const held = ways.get(key) ?? { way, like: [] };
    ways.set(key, held);
    held.like.push(claim);
  }
  return [...ways.values()].flatMap(({ way, like }, at) => [...(at ? ["; "] : []), ...way,
    ...like.flatMap((claim, number) => [...(number ? [THIN] : []), footnotes.mark(claim)])]);
}

/** How a claim holds its tie and by whom, with its sum: "stated in The Post (20 million euros)". */
function wayOf(graph: Graph, claim: number): Content[] {
  const { claims, modalities } = graph.data;
  const sum = sumOf(graph, claim);
  const amount = sum ? [` (${sum})`] : [];
  const stand = graph.sources.stand(claim);
  if (stand === "denies") return ["denied by ", named(graph.name(graph.sources.denier(claim))), ...amount];
  const isNegated = stand === "negates";
  if (isNegated && graph.sources.isHeld(claim)) return [...by(NEGATED, graph, claim), ...amount];
  return [...(isNegated ? ["negated, "] : []), ...by(WAYS[modalities[claims.modality[claim]]], graph, claim), ...amount];
}

function by([speaker, outlet, alone]: Ways, graph: Graph, claim: number): Content[] {
  const { asserters, document } = graph.data.claims;
  const names = asserters[claim];
  if (names) return [`${speaker} `, named(graph.name(names[names.length - 1]))];
  const [name, what] = document[claim] < 0 ? ["", "document"] : graph.sources.sayer(document[claim]);
  return what === "document" ? [alone] : [`${what === "outlet" ? outlet : speaker} `, named(name)];
}

/** When a claim holds, else when it was said, else the day of its document. */
function dayOf({ data: { claims, strings, documents } }: Graph, claim: number): string {
  const [start, end] = [strings[claims.from[claim]], strings[claims.to[claim]]];
  const dates = start && end && start !== end ? `${start} to ${end}` : start || end;
  return dates || strings[claims.said[claim]] || documents.published[claims.document[claim]] || "no date";
}
