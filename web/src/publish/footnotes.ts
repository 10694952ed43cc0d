// Claims by the number of their first use, with the words behind each; as src/sociogram/write/story/statements.py has them.

import { holdsWords } from "../data/claim_words";
import type { Graph } from "../data/graph";
import { oneLine } from "../page/text";
import { MODALITY } from "../page/words";
import { type Judged, judgedWords, type Review, reviewOf } from "../state/reviews";
import type { PinnedClaim } from "../state/pinnable";
import type { Replay } from "../story/replay";
import type { Pin } from "../story/story";
import { type Content, e, LINE, markedText, named, type Piece, type Stretch } from "./markup";

export class Footnotes {
  readonly #numbers = new Map<number, number>();
  readonly #graph: Graph;
  readonly #judged: Judged;

  constructor(graph: Graph, judged: Judged) {
    this.#graph = graph;
    this.#judged = judged;
  }

  get count(): number {
    return this.#numbers.size;
  }

  /** How many of the claims somebody reviewed. */
  get reviewed(): number {
    return [...this.#numbers.keys()].filter((claim) => this.#review(claim).state !== "unreviewed").length;
  }

  /** The number of a claim as a link to its footnote, the first one as the place to come back to. */
  mark(claim: number): Piece {
    const known = this.#numbers.get(claim);
    if (known !== undefined) return e("sup", {}, e("a", { href: `#n${known}` }, String(known)));
    const number = this.#numbers.size + 1;
    this.#numbers.set(claim, number);
    return e("sup", {}, e("a", { id: `r${number}`, href: `#n${number}` }, String(number)));
  }

  lines(): Content[] {
    return [...this.#numbers].flatMap(([claim, number]) => [
      e("li", { id: `n${number}` }, this.#note(claim), " ", e("a", { class: "back", href: `#r${number}` }, "back")), LINE]);
  }

  #review(claim: number): Review {
    return reviewOf(this.#graph, claim, this.#judged);
  }

  #note(claim: number): Content[] {
    const graph = this.#graph;
    const review = this.#review(claim);
    const { claims } = graph.data;
    const [s1, s2, r1, r2, o1, o2] = claims.spans.slice(claim * 6, claim * 6 + 6);
    const stretches: Stretch[] = [["s", s1, s2], ["r", r1, r2], ["o", o1, o2]];
    const parts: Content[][] = [
      [e("blockquote", { dir: "auto" }, markedText(graph.quote(claim), stretches))], ...sourceOf(graph, claim), ["Claim ", e("code", {}, claims.id[claim]), "."],
      ...(review.state === "unreviewed" ? [] : [[`Review: ${judgedWords(review)}.`]]),
    ];
    return parts.flatMap((part, at) => (at ? [" ", ...part] : part));
  }
}

/** Document, outlet, date and place; who says so; when it holds; how much. */
function sourceOf(graph: Graph, claim: number): Content[][] {
  const { claims, strings } = graph.data;
  const said = strings[claims.said[claim]];
  const holds = holdsWords(graph, claim);
  const amount = claims.amount[claim];
  return [
    citation(graph, claims.document[claim]), sayerOf(graph, claim),
    said ? [`Said on ${said}.`] : [], holds ? [`Holds ${holds}.`] : [], amount ? [`Amount: ${oneLine(amount[3])}.`] : [],
  ].filter((part) => part.length);
}

function citation({ data: { documents } }: Graph, document: number): Content[] {
  if (document < 0) return [e("cite", {}, named("")), "."];
  const publisher = documents.publisher[document];
  return [
    e("cite", {}, named(documents.title[document] || documents.id[document])), ", ",
    ...(publisher ? [named(publisher), ", "] : []), documents.published[document] || "no date", ", ", named(documents.source[document]), ".",
  ];
}

/** Who says so: whom the text names, else the document's outlet, its author, or it itself. */
function sayerOf(graph: Graph, claim: number): Content[] {
  const { claims, documents } = graph.data;
  const names = claims.asserters[claim];
  if (names) return ["Says so: ", ...names.flatMap((actor, at) => [...(at ? [", quoting "] : []), named(graph.name(actor))]), "."];
  const document = claims.document[claim];
  if (document < 0) return [];
  const { publisher, author, source } = documents;
  const [name, whose] = publisher[document] ? [publisher[document], "the document’s outlet"]
    : author[document] ? [author[document], "the document’s author"] : [source[document], "the document"];
  return ["Says so: ", named(name), ` (${whose}).`];
}

/** One item for each tie that the claims of a pin are of, then those that have gone. */
export function pinnedStatements(pin: Pin, replay: Replay, graph: Graph, footnotes: Footnotes): Content[] {
  const ties = new Map<number, Set<number>>();
  const gone: PinnedClaim[] = [];
  for (const pinned of pin.claims) {
    const claim = graph.claim(replay.idOf(pinned));
    if (claim < 0) {
      gone.push(pinned);
      continue;
    }
    const tie = graph.data.claims.tie[claim];
    ties.set(tie, (ties.get(tie) ?? new Set()).add(claim));
  }
  return [
    ...[...ties].flatMap(([tie, claims]) => [e("li", {}, statement(graph, tie, [...claims]), ": ", heldWays(graph, [...claims], footnotes)), LINE]),
    ...gone.flatMap((pinned) => [goneItem(pinned), LINE]),
  ];
}

function goneItem({ subject, relation, object, polarity, quote, document }: PinnedClaim): Piece {
  return e("li", { class: "gone" }, e("strong", {}, "No longer in the graph:"), " ", named(subject), " – ", `${relation}${polarity === "denied" ? " (denied)" : ""}`, " – ",
    named(object), ": ", e("q", {}, quote), " (", named(document), ")");
}

/** The tie in words; one that every claim denies begins its relation with a not. */
function statement(graph: Graph, tie: number, claims: number[]): Content[] {
  const { subject, object } = graph.data.ties;
  const label = `${claims.every((claim) => isDenied(graph, claim)) ? "not: " : ""}${graph.relation(tie)}`;
  const end = (each: number) => (each < 0 ? named(graph.end(each)) : e("strong", {}, named(graph.name(each))));
  return [end(subject[tie]), " ", e("em", {}, label), " ", end(object[tie])];
}

export function isDenied({ data: { claims, polarities } }: Graph, claim: number): boolean {
  return polarities[claims.polarity[claim]] === "denied";
}

/** How the claims hold it, each way with its footnotes. */
function heldWays(graph: Graph, claims: number[], footnotes: Footnotes): Content[] {
  const { modalities } = graph.data;
  const ways = new Map<string, number[]>();
  for (const claim of claims) {
    const modality = modalities[graph.data.claims.modality[claim]];
    const way = `${isDenied(graph, claim) ? "denied, " : ""}${MODALITY[modality] ?? modality}`;
    ways.set(way, [...(ways.get(way) ?? []), claim]);
  }
  return [...ways].flatMap(([way, like], at) => [...(at ? ["; "] : []), way, ...like.map((claim) => footnotes.mark(claim))]);
}
