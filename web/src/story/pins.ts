// What is pinned, made of what the page shows: each with its claims, by which it is found again.

import type { Graph } from "../data/graph";
import { oneLine, shorten } from "../page/text";
import { figure, many } from "../page/words";
import type { Pinnable, PinnableAnswer, PinnedClaim } from "../state/pinnable";
import type { State } from "../state/state";
import { describe } from "./replay";
import { LONGEST_LINE, LONGEST_VIEW, MOST_ACTORS, MOST_CLAIMS, MOST_TIES, type Pin } from "./story";

/** Claims of an actor or a view that are told: of more, the rest is counted. */
const TOLD = 12;

const BARE: Pin = { kind: "view", id: "", words: "", view: "", claims: [], actors: [], ties: [] };

export function makePin(item: Pinnable, state: State): Pin {
  if (item === "view") return viewPin(state);
  if ("claim" in item) return claimPin(state, item.claim);
  if ("tie" in item) return tiePin(state, item.tie);
  if ("actor" in item) return actorPin(state, item.actor);
  return answerPin(state, item.answer);
}

function claimPin({ graph }: State, claim: number): Pin {
  const { claims, ties, polarities } = graph.data;
  const denied = polarities[claims.polarity[claim]] === "denied";
  return {
    ...BARE, kind: "claim", id: claims.id[claim], words: wordsOf(graph, claims.tie[claim], graph.endsOf(claim), denied),
    view: hash({ tie: ties.id[claims.tie[claim]], claim: claims.id[claim] }), claims: [describe(graph, claim)],
  };
}

function tiePin(state: State, tie: number): Pin {
  const { graph } = state;
  const id = graph.data.ties.id[tie];
  const denied = state.tieCount[tie] > 0 && state.tieDenied[tie] === state.tieCount[tie];
  return { ...BARE, kind: "tie", id, words: wordsOf(graph, tie, graph.saidEnds(tie), denied), view: hash({ tie: id }), claims: described(graph, best(graph, state.activeClaimsOf(tie)).slice(0, MOST_CLAIMS)) };
}

function actorPin(state: State, actor: number): Pin {
  const { graph } = state;
  const id = graph.data.actors.id[actor];
  const claims = best(graph, graph.tiesOfActor[actor].flatMap((tie) => state.activeClaimsOf(tie)));
  // The best of each tie first: ten times the same says less.
  const first = best(graph, graph.tiesOfActor[actor].flatMap((tie) => best(graph, state.activeClaimsOf(tie)).slice(0, 1)));
  const told = [...new Set([...first, ...claims])].slice(0, TOLD);
  const words = told.length < claims.length ? `: the ${TOLD} most telling of ${figure(claims.length)} claims` : `: ${many(claims.length, "claim")}`;
  return { ...BARE, kind: "actor", id, words: cut(graph.name(actor), words), view: hash({ actor: id }), claims: described(graph, told) };
}

/** The map as it is: its link, what it shows, and the best claim of each of its most telling ties; of a path its steps. */
function viewPin(state: State): Pin {
  const { graph, shownActors } = state;
  if (state.path && state.pathTies.length) return pathPin(state, state.path);
  const { actors, ties } = graph.data;
  const isKept = new Set(shownActors.slice(0, MOST_ACTORS));
  const shown = state.shownTies.filter((tie) => graph.actorsOf(tie).every((end) => isKept.has(end)));
  const ranked = [...shown].sort((a, b) => graph.tieRank(b) - graph.tieRank(a) || a - b);
  const told = ranked.slice(0, TOLD).map((tie) => best(graph, state.activeClaimsOf(tie))[0]).filter((claim) => claim !== undefined);
  const rest = shown.length > told.length ? `; the ${told.length} most telling ties in words` : "";
  return {
    ...BARE, words: cut(viewWords(state), rest), view: state.toHash().slice(0, LONGEST_VIEW), claims: described(graph, told),
    actors: [...isKept].map((actor) => actors.id[actor]), ties: ranked.slice(0, MOST_TIES).map((tie) => ties.id[tie]),
  };
}

/** The steps of a path in their order, each with its best claim. */
function pathPin(state: State, [from]: [number, number]): Pin {
  const { graph } = state;
  const { actors, ties } = graph.data;
  const along = [from];
  for (const tie of state.pathTies) along.push(graph.otherEnd(tie, along[along.length - 1]));
  const told = state.pathTies.map((tie) => best(graph, state.activeClaimsOf(tie))[0]).filter((claim) => claim !== undefined);
  return {
    ...BARE, words: line(viewWords(state)), view: state.toHash().slice(0, LONGEST_VIEW), claims: described(graph, told),
    actors: along.map((actor) => actors.id[actor]).slice(0, MOST_ACTORS), ties: state.pathTies.map((tie) => ties.id[tie]).slice(0, MOST_TIES),
  };
}

function viewWords({ graph, path, ego, depth, shownActors, filtered }: State): string {
  if (path) return `Path from ${graph.name(path[0])} to ${graph.name(path[1])}`;
  if (ego >= 0) return `The network of ${graph.name(ego)}, ${many(depth, "step")}`;
  return `The ${many(shownActors.length, "strongest actor")} on the map${filtered ? ", filtered" : ""}`;
}

function answerPin({ graph }: State, { question, parameters, side = "either", words, claims, told }: PinnableAnswer): Pin {
  const { data } = graph;
  const held = claims.slice(0, MOST_CLAIMS).map((each): PinnedClaim | null =>
    typeof each !== "string" ? each : graph.claim(each) < 0 ? null : describe(graph, graph.claim(each)));
  const pinned = held.filter((each): each is PinnedClaim => each !== null);
  const ties = [...new Set(pinned.map(({ id }) => graph.claim(id)).filter((claim) => claim >= 0).map((claim) => data.claims.tie[claim]))]
    .filter((tie) => data.ties.object[tie] >= 0);
  const actors = [...new Set(ties.flatMap((tie) => graph.actorsOf(tie)))].slice(0, MOST_ACTORS);
  const left = [
    told && told.statements < told.of ? `${figure(told.statements)} of ${figure(told.of)} statements` : "",
    told?.most ? `at most ${told.most} sentences of each` : "", pinned.length < claims.length ? `${figure(pinned.length)} of ${figure(claims.length)} claims` : "",
  ].filter(Boolean).join(", ");
  const rest = left ? ` (${left})` : "";
  return {
    ...BARE, kind: "answer", id: line([question, ...parameters].join(" ")), words: cut(words, rest), claims: pinned,
    view: hash({ tab: "ask", question, parameters, ...(side === "either" ? {} : { side }) }), actors: actors.map((actor) => data.actors.id[actor]), ties: ties.slice(0, MOST_TIES).map((tie) => data.ties.id[tie]),
  };
}

/** A tie with its ends in an order that claims of it have. */
function wordsOf(graph: Graph, tie: number, [subject, object]: [number, number], denied: boolean): string {
  return line(`${denied ? "Said not to be so: " : ""}${graph.end(subject)} ${graph.relation(tie)} ${graph.end(object)}`);
}

function best(graph: Graph, claims: number[]): number[] {
  return [...claims].sort(graph.byWorth);
}

function described(graph: Graph, claims: number[]): PinnedClaim[] {
  return claims.map((claim) => describe(graph, claim));
}

/** Words of a line, of which the end is never cut. */
function cut(words: string, end: string): string {
  return `${shorten(oneLine(words), LONGEST_LINE - end.length)}${end}`;
}

function line(words: string): string {
  return shorten(oneLine(words), LONGEST_LINE);
}

function hash(fields: Record<string, string | string[]>): string {
  const link = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) link.append(name === "parameters" ? "argument" : name, each);
  return link.toString().slice(0, LONGEST_VIEW);
}
