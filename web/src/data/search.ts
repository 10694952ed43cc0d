// Search over actors, quotes and documents: every word must occur; plain scans, which take milliseconds.

import { fold } from "../page/text";
import type { Graph } from "./graph";

export interface DocumentHit { document: number; start: number; length: number; around: string }

export interface Hits {
  actors: number[];
  claims: number[];
  documents: DocumentHit[];
  milliseconds: number;
}

/** Points by which actors are ordered: a whole name comes before the begin of a word, that before its middle. */
const WHOLE_NAME = 5e6;
const WORD_BEGIN = 2e6;
const WORD_MIDDLE = 1e6;
/** What an actor loses that is only named: it comes behind all others, unless its whole name was asked for. */
const ONLY_NAMED = 2e6;

export class Search {
  #names: string[] = [];
  #quotes: string[] = [];
  #titles: string[] = [];
  #texts: string[] = [];
  #claimsOfQuote: number[][] = [];
  #ready = false;
  readonly #shown: { readonly graph: Graph };

  /** `shown` has the graph that is shown now. */
  constructor(shown: { readonly graph: Graph }) {
    this.#shown = shown;
  }

  /** Forgets the index, for there are other data. */
  reset(): void {
    this.#ready = false;
    this.#texts = [];
  }

  /** Makes the index; called when the page is idle, or by the first search. */
  prepare(): void {
    if (this.#ready) return;
    this.#ready = true;
    const { actors, quotes, documents, claims } = this.#shown.graph.data;
    this.#names = actors.name.map((name, actor) => fold([name, ...(actors.aliases[actor] || []), actors.id[actor]].join("\n")));
    this.#quotes = quotes.map(fold);
    const { title, author, publisher, source } = documents;
    this.#titles = documents.id.map((id, document) =>
      fold([title[document], author[document], publisher[document], source[document], id].join("\n")));
    this.#claimsOfQuote = quotes.map(() => []);
    claims.quote.forEach((quote, claim) => this.#claimsOfQuote[quote].push(claim));
  }

  /** The documents' texts take longer, so they are made ready on their own. */
  prepareTexts(): void {
    if (this.#texts.length) return;
    const { graph } = this.#shown;
    this.#texts = graph.data.documents.id.map((_, document) => (graph.text(document) ?? "").toLowerCase());
  }

  find(query: string, most = 30): Hits {
    const began = performance.now();
    this.prepare();
    this.prepareTexts();
    const words = fold(query).split(/\s+/).filter(Boolean);
    const hits: Hits = { actors: [], claims: [], documents: [], milliseconds: 0 };
    if (words.length) {
      hits.actors = this.#findActors(words, most);
      hits.claims = this.#findClaims(words, most);
      hits.documents = this.#findDocuments(words, query.trim().toLowerCase(), most);
    }
    hits.milliseconds = performance.now() - began;
    return hits;
  }

  #findActors(words: string[], most: number): number[] {
    const { strength } = this.#shown.graph;
    const whole = words.join(" ");
    const hits: [actor: number, points: number][] = [];
    this.#names.forEach((name, actor) => {
      if (words.every((word) => name.includes(word))) hits.push([actor, pointsOf(name, whole) + strength[actor] - (this.#shown.graph.isOnlyNamed(actor) ? ONLY_NAMED : 0)]);
    });
    return hits.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([actor]) => actor);
  }

  /** One claim for each quote that has the words. */
  #findClaims(words: string[], most: number): number[] {
    const claims: number[] = [];
    for (let quote = 0; quote < this.#quotes.length && claims.length < most; quote++) {
      if (words.every((word) => this.#quotes[quote].includes(word))) claims.push(...this.#claimsOfQuote[quote].slice(0, 1));
    }
    return claims;
  }

  /** Documents with the words about them, or with the query as it stands in their text. */
  #findDocuments(words: string[], plain: string, most: number): DocumentHit[] {
    const hits: DocumentHit[] = [];
    for (let document = 0; document < this.#titles.length && hits.length < most; document++) {
      const titled = words.every((word) => this.#titles[document].includes(word));
      const at = this.#texts[document].indexOf(plain);
      if (titled || at >= 0) hits.push(this.#documentHit(document, at, plain));
    }
    return hits;
  }

  #documentHit(document: number, at: number, plain: string): DocumentHit {
    if (at < 0) return { document, start: 0, length: 0, around: "" };
    const text = this.#shown.graph.text(document) ?? "";
    const start = [...text.slice(0, at)].length;
    const around = text.slice(Math.max(0, at - 30), at + plain.length + 50);
    return { document, start, length: [...text.slice(at, at + plain.length)].length, around };
  }
}

/** How well a folded name, with its aliases and its id in lines, answers the words of a query. */
function pointsOf(name: string, whole: string): number {
  const at = name.indexOf(whole);
  const points = at === 0 ? WORD_BEGIN : at < 0 ? 0 : /[^\p{L}\p{N}]/u.test(name[at - 1]) ? WORD_BEGIN : WORD_MIDDLE;
  return points + (name.split("\n")[0] === whole ? WHOLE_NAME : 0);
}
