// Search over actors, quotes and documents: every word must occur; plain scans, which take milliseconds.

import { fold } from "../page/text";
import type { Graph } from "./graph";
import { guess, type Guessing } from "./near";

export interface DocumentHit { document: number; start: number; length: number; around: string }

/** Two actors that a query names, and how many claims join them. */
export interface PairHit { first: number; second: number; claims: number }

export interface Hits {
  actors: number[];
  /** Whether no name has the words as they were typed, and these are the nearest. */
  guessed: boolean;
  /** Whether names have the words, but none has them side by side as they were typed: two names may be meant. */
  loose: boolean;
  pairs: PairHit[];
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
/** Words up to which a query may name two actors, and actors of either name that are looked at. */
const PAIR_WORDS = 8;
const PAIR_ACTORS = 4;
const PAIRS = 3;
/** What stands between two names. */
const BETWEEN = new Set(["and", "&", "vs", "vs.", "versus", "with", "to", "-", "–", "—", "+"]);
/** Marks that part two names with or without blanks beside them: "Lee, Ray", "Lee/Ray". */
const PARTING = /[\s,;/|]+/;

export class Search {
  /** Folded names, each with its aliases and its id in lines. */
  #known: Guessing = { names: [], vocabulary: [] };
  #quotes: string[] = [];
  #titles: string[] = [];
  #texts: string[] = [];
  #claimsOfQuote: number[][] = [];
  readonly #tried = new Map<string, Set<number>>();
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
    const names = actors.name.map((name, actor) => fold([name, ...(actors.aliases[actor] || []), actors.id[actor]].join("\n")));
    this.#known = { names, vocabulary: [] };
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
    this.#tried.clear();
    const hits: Hits = { actors: [], guessed: false, loose: false, pairs: [], claims: [], documents: [], milliseconds: 0 };
    if (words.length) {
      hits.actors = this.#findActors(words, most);
      const isExact = hits.actors.length > 0;
      const whole = words.join(" ");
      hits.loose = isExact && words.length > 1 && !hits.actors.some((actor) => this.#known.names[actor].includes(whole));
      if (!isExact || hits.loose) hits.pairs = this.#findPairs(words, false).filter(({ claims }) => !hits.loose || claims > 0);
      if (!isExact && !hits.pairs.length) {
        hits.actors = this.#guessActors(words, most);
        hits.guessed = hits.actors.length > 0;
        if (!hits.guessed) hits.pairs = this.#findPairs(words, true);
      }
      hits.claims = this.#findClaims(words, most);
      hits.documents = this.#findDocuments(words, query.trim().toLowerCase(), most);
    }
    hits.milliseconds = performance.now() - began;
    return hits;
  }

  /** The actor that some words mean most likely, mistakes allowed; -1 for none. */
  actorNamed(words: string): number {
    this.prepare();
    this.#tried.clear();
    const folded = fold(words).split(/\s+/).filter(Boolean);
    if (!folded.length) return -1;
    return (this.#findActors(folded, 1)[0] ?? this.#guessActors(folded, 1)[0]) ?? -1;
  }

  #findActors(words: string[], most: number): number[] {
    const [first, ...others] = words.map((word) => this.#having(word)).sort((a, b) => a.size - b.size);
    return this.#rank([...first].filter((actor) => others.every((other) => other.has(actor))), words.join(" "), most);
  }

  /** The actors whose names have a word; kept for the query, for its words are tried in several ways. */
  #having(word: string): Set<number> {
    let found = this.#tried.get(word);
    if (!found) {
      found = new Set(this.#known.names.flatMap((name, actor) => (name.includes(word) ? [actor] : [])));
      this.#tried.set(word, found);
    }
    return found;
  }

  /** Actors with names that nearly have the words. */
  #guessActors(words: string[], most: number): number[] {
    return this.#rank(guess(words, this.#known), "", most);
  }

  /** The two actors that a query names one after the other, where it can be cut so; those with most claims first. */
  #findPairs(typed: string[], guess: boolean): PairHit[] {
    const words = typed.join(" ").split(PARTING).filter((word) => word && !BETWEEN.has(word));
    const pairs = new Map<string, PairHit>();
    const named = (part: string[]) => {
      const found = this.#findActors(part, PAIR_ACTORS);
      return found.length || !guess ? found : this.#guessActors(part, PAIR_ACTORS);
    };
    for (let cut = 1; cut < words.length && words.length <= PAIR_WORDS; cut++) {
      const seconds = named(words.slice(cut));
      for (const first of seconds.length ? named(words.slice(0, cut)) : []) {
        for (const second of seconds) {
          const key = [first, second].sort((a, b) => a - b).join(" ");
          if (first !== second && !pairs.has(key)) pairs.set(key, { first, second, claims: this.#claimsBetween(first, second) });
        }
      }
    }
    const { strength } = this.#shown.graph;
    const weight = ({ first, second }: PairHit) => strength[first] + strength[second];
    const sorted = [...pairs.values()].sort((a, b) => b.claims - a.claims || weight(b) - weight(a));
    // Where claims join some, those that nothing joins are not meant.
    return sorted.filter(({ claims }, at) => claims > 0 || at === 0).slice(0, PAIRS);
  }

  #claimsBetween(first: number, second: number): number {
    const { graph } = this.#shown;
    return graph.tiesOfActor[first].filter((tie) => graph.otherEnd(tie, first) === second).reduce((sum, tie) => sum + graph.claimsOfTie[tie].length, 0);
  }

  /** Those whose names fit what was typed best, then the strongest; those only named behind all others. */
  #rank(actors: number[], whole: string, most: number): number[] {
    const { graph } = this.#shown;
    const points = actors.map((actor): [number, number] => [actor,
      pointsOf(this.#known.names[actor], whole) + graph.strength[actor] - (graph.isOnlyNamed(actor) ? ONLY_NAMED : 0)]);
    return points.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([actor]) => actor);
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
