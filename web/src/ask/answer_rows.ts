// The rows of an answer as a table: the statement, how much, when, who wrote it, and the words.

import { dayOf, outletOf, saidWords } from "../data/claim_words";
import { h, linkButton, name, note, smallButton } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import { figure, many, MODALITY } from "../page/words";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import type { Column } from "../questions/catalogue";
import type { Folded } from "./folded";
import { cell, type Found, type Hit } from "./hits";

const QUOTE = 260;

/** A table of rows; of what the page does not hold the rows have their names and no more. */
export function rowsTable(state: State, { question }: Found, folded: Folded[], actions: Actions): HTMLElement {
  const hits = folded.map(({ hit }) => hit);
  if (!hits.length) return note("Nothing in the case answers this.");
  if (question.name === "strongest" || question.name === "sources") return plainTable(question.columns, hits, actions);
  const hasAmounts = hits.some((hit) => amountOf(state, hit));
  const [counts, steps] = [question.name === "disputed", question.name === "path"];
  const head = [steps && "Step", "Statement", hasAmounts && "Amount", counts && "Affirm", counts && "Deny", counts && "Contradicted by", "When", "Source", "Words"].filter((each): each is string => Boolean(each));
  return h("table", { class: "rows" },
    h("thead", {}, h("tr", {}, head.map((title) => h("th", { scope: "col" }, title)))),
    h("tbody", {}, folded.map(({ hit, like }) => h("tr", { "data-claim": hit.claim || undefined },
      steps ? h("td", { class: "number" }, cell(hit, "step")) : null,
      h("th", { scope: "row" }, ...statement(state, hit, actions)),
      hasAmounts ? h("td", { class: "amount" }, amountOf(state, hit)) : null,
      counts ? [h("td", { class: "number" }, cell(hit, "affirmed")), h("td", { class: "number" }, cell(hit, "denied")), h("td", {}, name(cell(hit, "contradictedBy"), QUOTE))] : [],
      h("td", { class: "date" }, dayWords(state, hit)),
      h("td", { class: "source" }, sourceOf(state, hit, actions)),
      h("td", {}, quoteOf(state, hit, actions), likeIt(hit, like, actions))))));
}

/** Subject, relation and object, and how they are said to hold. */
function statement(state: State, hit: Hit, actions: Actions): (Node | string | null)[] {
  const { graph } = state;
  const claim = claimOf(state, hit);
  const end = (id: string, words: string) => id ? linkButton(() => actions.openActor(id), name(words || id, 60)) : h("span", { class: "literal" }, name(words, 80));
  const denied = cell(hit, "polarity") === "denied" || (claim >= 0 && graph.data.polarities[graph.data.claims.polarity[claim]] === "denied" && cell(hit, "affirmed") === "");
  const words = claim >= 0 ? saidWords(graph, claim) : cell(hit, "relation");
  const how = cell(hit, "modality");
  const sentiment = claim >= 0 ? graph.sentiment(graph.data.claims.tie[claim]) : "";
  return [
    end(subjectOf(state, hit), cell(hit, "subject")), " ", h("span", { class: `relation ${sentiment}` }, denied ? `not: ${words}` : words), " ", end(objectOf(state, hit), cell(hit, "object")),
    how && how !== "asserted" ? h("span", { class: `badge ${how}` }, MODALITY[how] ?? how) : null,
    denied ? h("span", { class: "badge denied" }, claim >= 0 && graph.sources.stand(claim) === "negates" ? "negated" : "denied") : null,
    said(hit),
  ];
}

function said(hit: Hit): Node | null {
  const speakers = cell(hit, "saidBy") || cell(hit, "speaker");
  return speakers ? h("span", { class: "count" }, " says ", name(speakers, 80)) : null;
}

/** How many rows say the same, and the way to the words of all of them. */
function likeIt(hit: Hit, like: Hit[], actions: Actions): HTMLElement | null {
  return like.length ? h("p", { class: "like" }, linkButton(() => actions.openClaim(hit.claim), `and ${figure(like.length)} more that ${like.length === 1 ? "says" : "say"} the same`)) : null;
}

function claimOf({ graph }: State, hit: Hit): number {
  if (hit.claim) return graph.claim(hit.claim);
  const tie = graph.tie(hit.tie);
  return tie < 0 ? -1 : [...graph.claimsOfTie[tie]].sort(graph.byWorth)[0];
}

function subjectOf(state: State, hit: Hit): string {
  return hit.subject || endOf(state, hit, "subject");
}

function objectOf(state: State, hit: Hit): string {
  return hit.object || endOf(state, hit, "object");
}

/** The id of an end that the answer itself does not have. */
function endOf(state: State, hit: Hit, side: "subject" | "object"): string {
  const { ties, actors } = state.graph.data;
  const [claim, tie] = [state.graph.claim(hit.claim), state.graph.tie(hit.tie)];
  const ends = claim >= 0 ? state.graph.endsOf(claim) : tie >= 0 ? [ties.subject[tie], ties.object[tie]] : [];
  return actors.id[ends[side === "subject" ? 0 : 1]] ?? "";
}

function amountOf(state: State, hit: Hit): string {
  const claim = claimOf(state, hit);
  const amount = claim >= 0 && cell(hit, "affirmed") === "" ? state.graph.data.claims.amount[claim] : 0;
  if (amount) return `${amount[2] ? `${amount[2]} ` : ""}${amount[1] ? `${figure(amount[0])} ${amount[1]}` : oneLine(amount[3])}`;
  const value = hit.cells.amount;
  return typeof value === "number" ? `${cell(hit, "qualifier")} ${figure(value)} ${cell(hit, "currency")}`.trim() : "";
}

/** When it holds, where that is asked and told; else when it was said. */
function dayWords(state: State, hit: Hit): string {
  const [from, to] = [cell(hit, "when"), cell(hit, "until")];
  if (from || to) return from && to && from !== to ? `${from} to ${to}` : from ? from : `until ${to}`;
  const claim = claimOf(state, hit);
  return cell(hit, "said") || (claim >= 0 ? dayOf(state.graph, claim) : "");
}

function sourceOf(state: State, hit: Hit, actions: Actions): Node | string {
  const { graph } = state;
  const claim = claimOf(state, hit);
  if (claim < 0) return cell(hit, "document");
  const { claims } = graph.data;
  const document = claims.document[claim];
  const open = () => actions.openSource(document, claims.start[claim], [...graph.quote(claim)].length, claim);
  return linkButton(open, name(shorten(outletOf(graph, document), 60)));
}

function quoteOf(state: State, hit: Hit, actions: Actions): Node {
  const claim = claimOf(state, hit);
  const words = oneLine(claim >= 0 ? state.graph.quote(claim) : cell(hit, "quote"));
  const text = h("bdi", { class: "quote", title: words.length > QUOTE ? words : undefined }, `“${shorten(words, QUOTE)}”`);
  if (!hit.claim && !hit.tie) return text;
  return h("button", { type: "button", class: "link words", title: "Show the claim", on: { click: () => hit.claim ? actions.openClaim(hit.claim) : actions.openTie(hit.tie) } }, text);
}

/** Actors, or documents, with what is counted of them. */
function plainTable(columns: Column[], hits: Hit[], actions: Actions): HTMLElement {
  const shown = columns.filter((column) => column !== "actor");
  const content = (hit: Hit, column: Column): Node | string => {
    const words = cell(hit, column);
    if (column === "name") return linkButton(() => actions.openActor(hit.actor), name(words, 80));
    if (column === "document") return linkButton(() => actions.openDocument(hit.document, cell(hit, "title"), "", 0, 0), name(words, 60));
    return typeof hit.cells[column] === "number" ? figure(Number(hit.cells[column])) : name(oneLine(words), 90);
  };
  return h("table", { class: "rows" },
    h("thead", {}, h("tr", {}, shown.map((column) => h("th", { scope: "col" }, column.charAt(0).toUpperCase() + column.slice(1))))),
    h("tbody", {}, hits.map((hit) => h("tr", {}, shown.map((column, place) => place ? h("td", { class: typeof hit.cells[column] === "number" ? "number" : undefined }, content(hit, column))
      : h("th", { scope: "row" }, content(hit, column)))))));
}

export function moreButton(shown: number, all: number, more: number, show: () => void): HTMLElement | null {
  return shown < all ? h("p", { class: "acts" }, `${many(shown, "row")} of ${figure(all)} `, smallButton(`Show ${figure(Math.min(more, all - shown))} more`, show)) : null;
}
