// One side of a comparison: all that the desk shows of an actor and reckons with, from the page or from the server.

import type { Graph } from "../data/graph";
import { relationWords } from "../page/words";

export interface SideQuote { text: string; document: string; title: string; claim: string }

/** A tie as one of its ends has it; `other` is the id of the other end, empty for a date, a sum or words. */
export interface SideTie {
  relation: string; label: string; lemma: string; out: boolean; symmetric: boolean;
  other: string; name: string; claims: number; denied: number;
}

export interface Side {
  id: string; name: string; kind: string;
  /** How often each spelling occurs among the mentions that are known. */
  names: Record<string, number>;
  aliases: string[]; identifiers: [scheme: string, value: string][]; candidates: string[];
  mentions: number; documents: number; claims: number;
  quotes: SideQuote[]; ties: SideTie[];
  /** Ties that are not among `ties`. */
  more: number;
}

/** Quotes of a side. */
const QUOTES = 2;
/** Characters of a text on each side of a mention. */
const AROUND = 90;

/** A side made of what the page holds; of its words those first that have to do with `beside` or its neighbours. */
export function sideOf(graph: Graph, actor: number, beside = -1): Side {
  const { actors, kinds } = graph.data;
  const ties = graph.tiesOfActor[actor];
  const claims = ties.flatMap((tie) => graph.claimsOfTie[tie]);
  return {
    id: actors.id[actor],
    name: graph.name(actor),
    kind: kinds[actors.kind[actor]][1],
    names: namesOf(graph, actor),
    aliases: actors.aliases[actor] || [],
    identifiers: actors.identifiers[actor] || [],
    candidates: actors.candidates?.[actor] || [],
    mentions: actors.count[actor],
    documents: actors.documents[actor],
    claims: claims.length,
    quotes: quotesOf(graph, actor, claims, beside),
    ties: ties.map((tie) => tieOf(graph, actor, tie)),
    more: 0,
  };
}

function tieOf(graph: Graph, actor: number, tie: number): SideTie {
  const { ties, actors, relations, strings, claims, polarities } = graph.data;
  const [relation, label, , , symmetric] = relations[ties.relation[tie]];
  const other = graph.otherEnd(tie, actor);
  const denied = polarities.indexOf("denied");
  return {
    relation, label, lemma: strings[ties.lemma[tie]], out: ties.subject[tie] === actor, symmetric: Boolean(symmetric),
    other: other >= 0 ? actors.id[other] : "", name: graph.end(other),
    claims: graph.claimsOfTie[tie].length,
    denied: graph.claimsOfTie[tie].filter((claim) => claims.polarity[claim] === denied).length,
  };
}

/** The spellings among the mentions that the page lists, where it holds the texts. */
function namesOf(graph: Graph, actor: number): Record<string, number> {
  const names: Record<string, number> = Object.create(null);
  eachMention(graph, actor, (document, start, length) => {
    const text = graph.text(document);
    if (text === null) return;
    const words = cut(text, start, start + length);
    names[words] = (names[words] ?? 0) + 1;
  });
  return names;
}

function eachMention(graph: Graph, actor: number, action: (document: number, start: number, length: number) => void): void {
  const places = graph.data.actors.mentions[actor];
  for (let at = 0; at < places.length; at += 3) action(places[at], places[at + 1], places[at + 2]);
}

/** A part of a text by code points. */
function cut(text: string, from: number, to: number): string {
  return /[\ud800-\udbff]/.test(text) ? [...text].slice(Math.max(0, from), to).join("") : text.slice(Math.max(0, from), to);
}

/** The words of its claims that are worth most, those first that name it; without a claim those about its mentions. */
function quotesOf(graph: Graph, actor: number, claims: number[], beside: number): SideQuote[] {
  const own = graph.name(actor);
  const near = new Set(beside < 0 ? [] : [beside, ...graph.tiesOfActor[beside].flatMap((tie) => graph.actorsOf(tie))]);
  near.delete(actor);
  const isNear = (claim: number) => Number(graph.actorsOf(graph.data.claims.tie[claim]).some((end) => near.has(end)));
  const names = (claim: number) => Number(graph.quote(claim).includes(own));
  const best = [...claims].sort((a, b) => isNear(b) - isNear(a) || names(b) - names(a) || graph.byWorth(a, b));
  const found = new Map<string, SideQuote>();
  for (const claim of best) {
    const document = graph.data.claims.document[claim];
    const text = graph.quote(claim);
    if (!found.has(text)) found.set(text, { text, document: documentId(graph, document), title: graph.title(document), claim: graph.data.claims.id[claim] });
    if (found.size === QUOTES) break;
  }
  if (!found.size) eachMention(graph, actor, (document, start, length) => {
    if (found.size < QUOTES) found.set(`${document} ${start}`, quoteAt(graph, document, start, length));
  });
  return [...found.values()];
}

/** The line about a place of a document; nothing but where it is, where the page has no text. */
export function quoteAt(graph: Graph, document: number, start: number, length: number): SideQuote {
  const text = graph.text(document);
  const line = text === null ? "" : cut(text, start - AROUND, start + length + AROUND);
  return { text: line, document: documentId(graph, document), title: graph.title(document), claim: "" };
}

function documentId(graph: Graph, document: number): string {
  return document < 0 ? "" : graph.data.documents.id[document];
}

/** What a tie says, in the direction in which it says it; `own` is the name of the side. */
export function tieWords(tie: SideTie, own: string): string {
  const verb = relationWords(tie.relation, tie.label, tie.lemma);
  return tie.out ? `${own} ${verb} ${tie.name}` : `${tie.name} ${verb} ${own}`;
}
