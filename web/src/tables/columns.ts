// The columns of the tables of actors, ties and claims.

import { h, linkButton, name } from "../page/dom";
import { standingWords } from "../data/standing_words";
import { oneLine, shorten } from "../page/text";
import { figure, MODALITY } from "../page/words";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";

export interface Column {
  title: string;
  /** What rows are sorted by, and what is shown where there is no `show`. */
  value: (row: number) => string | number;
  show?: (row: number) => Node | string;
  number?: boolean;
  date?: boolean;
}
/** Tables of what the page holds; a server has one of documents besides. */
export type LocalTab = "actors" | "ties" | "claims";

export function columnsOf(tab: LocalTab, state: State, actions: Actions): Column[] {
  if (tab === "actors") return actorColumns(state, actions);
  return tab === "ties" ? tieColumns(state, actions) : claimColumns(state, actions);
}

function actorColumns(state: State, actions: Actions): Column[] {
  const { graph } = state;
  const { actors, kinds } = graph.data;
  return [
    { title: "Actor", value: (row) => graph.name(row), show: (row) => endCell(state, row, actions) },
    { title: "Kind", value: (row) => kinds[actors.kind[row]][1] },
    { title: "Claims", value: (row) => state.actorCount[row], number: true },
    { title: "Neighbours", value: (row) => graph.degree[row], number: true },
    { title: "Betweenness", value: (row) => actors.betweenness[row], show: (row) => decimals(actors.betweenness[row]), number: true },
    { title: "PageRank", value: (row) => actors.pagerank[row], show: (row) => decimals(actors.pagerank[row]), number: true },
    { title: "Mentions", value: (row) => actors.count[row], number: true },
    { title: "Documents", value: (row) => actors.documents[row], number: true },
    { title: "Community", value: (row) => actors.community[row] + 1, number: true },
  ];
}

function tieColumns(state: State, actions: Actions): Column[] {
  const { graph } = state;
  const { ties } = graph.data;
  return [
    { title: "Subject", value: (row) => graph.end(ties.subject[row]), show: (row) => endCell(state, ties.subject[row], actions) },
    { title: "Relation", value: (row) => graph.relation(row), show: (row) => link(graph.relation(row), () => actions.selectTie(row)) },
    { title: "Object", value: (row) => graph.end(ties.object[row]), show: (row) => endCell(state, ties.object[row], actions) },
    { title: "Standing", value: (row) => standingWords(state.summary(row), (actor) => graph.name(actor)) },
    { title: "Outlets", value: (row) => state.summary(row).outlets, number: true },
    { title: "Claims", value: (row) => state.tieCount[row], number: true },
    { title: "Denied", value: (row) => state.tieDenied[row], number: true },
    { title: "Sources", value: (row) => ties.sources[row], number: true },
    ...(hasAmounts(state) ? [{ title: "Amount", value: (row: number) => amountsOf(state, state.activeClaimsOf(row))[0]?.[1] ?? 0,
      show: (row: number) => amountsOf(state, state.activeClaimsOf(row)).map(amountCell).join("; "), number: true }] : []),
    { title: "First said", value: (row) => daysOf(state, row)[0] ?? "", date: true },
    { title: "Last said", value: (row) => daysOf(state, row).pop() ?? "", date: true },
    { title: "Confidence", value: (row) => ties.confidence[row], show: (row) => ties.confidence[row].toFixed(2), number: true },
    { title: "Worth", value: (row) => ties.worth[row], show: (row) => (ties.worth[row] / 100).toFixed(2), number: true },
    { title: "Rank", value: (row) => graph.tieRank(row), show: (row) => graph.tieRank(row).toFixed(2), number: true },
  ];
}

function claimColumns(state: State, actions: Actions): Column[] {
  const { graph } = state;
  const { claims, polarities, modalities, strings } = graph.data;
  const subject = (row: number) => graph.endsOf(row)[0];
  const relation = (row: number) => graph.relationOf(row);
  const object = (row: number) => graph.endsOf(row)[1];
  const quote = (row: number) => oneLine(graph.quote(row));
  return [
    { title: "Subject", value: (row) => graph.end(subject(row)), show: (row) => endCell(state, subject(row), actions) },
    { title: "Relation", value: relation, show: (row) => link(relation(row), () => actions.selectClaim(row)) },
    { title: "Object", value: (row) => graph.end(object(row)), show: (row) => endCell(state, object(row), actions) },
    { title: "Polarity", value: (row) => polarities[claims.polarity[row]] },
    { title: "How", value: (row) => MODALITY[modalities[claims.modality[row]]] ?? "" },
    ...(hasAmounts(state) ? [{ title: "Amount", value: (row: number) => amountsOf(state, [row])[0]?.[1] ?? 0,
      show: (row: number) => amountsOf(state, [row]).map(amountCell).join("; "), number: true }] : []),
    { title: "Said on", value: (row) => strings[claims.said[row]], date: true },
    { title: "Confidence", value: (row) => claims.confidence[row], show: (row) => claims.confidence[row].toFixed(2), number: true },
    { title: "Worth", value: (row) => claims.worth[row], show: (row) => (claims.worth[row] / 100).toFixed(2), number: true },
    { title: "Rank", value: (row) => graph.rank(row), show: (row) => graph.rank(row).toFixed(2), number: true },
    { title: "Quote", value: quote, show: (row) => h("bdi", { class: "quote" }, shorten(quote(row), 180)) },
  ];
}

function hasAmounts({ graph }: State): boolean {
  return graph.data.claims.amount.some(Boolean);
}

/** The amounts that claims tell, each once, currencies apart; the largest first. What is no money has its words. */
function amountsOf({ graph }: State, claims: number[]): [unit: string, value: number, qualifier: string][] {
  const amounts = new Map<string, [string, number, string]>();
  for (const claim of claims) {
    const amount = graph.data.claims.amount[claim];
    if (amount) amounts.set(`${amount[1]} ${amount[0]}`, [amount[1] || oneLine(amount[3]), amount[0], amount[2]]);
  }
  return [...amounts.values()].sort((a, b) => b[1] - a[1]);
}

function amountCell([unit, value, qualifier]: [unit: string, value: number, qualifier: string]): string {
  return /^[A-Z]{3}$/.test(unit) ? `${qualifier ? `${qualifier} ` : ""}${figure(value)} ${unit}` : shorten(unit, 40);
}

/** The days on which the claims of a tie that pass the filters were said, the first first. */
function daysOf(state: State, tie: number): string[] {
  const { claims, strings } = state.graph.data;
  return state.activeClaimsOf(tie).map((claim) => strings[claims.said[claim]]).filter(Boolean).sort();
}

function endCell({ graph }: State, end: number, actions: Actions): Node {
  return end >= 0 ? link(graph.end(end), () => actions.selectActor(end)) : name(graph.end(end), 60);
}

function link(words: string, action: () => void): HTMLElement {
  return linkButton(action, name(words, 60));
}

function decimals(value: number): string {
  return value === 0 ? "0" : value < 0.0001 ? value.toExponential(1) : value.toFixed(4);
}
