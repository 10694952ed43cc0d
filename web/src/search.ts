// Search over actors, quotes and documents: every word must occur; plain scans, which take milliseconds.

import type { State } from "./state";
import { fold } from "./words";

export interface Found {
  actors: number[];
  claims: number[];
  documents: { document: number; start: number; length: number; around: string }[];
  milliseconds: number;
}

export class Search {
  private names: string[] = [];
  private quotes: string[] = [];
  private titles: string[] = [];
  private texts: string[] = [];
  private claimsOfQuote: number[][] = [];
  private ready = false;

  constructor(private readonly state: State) {}

  /** Forgets the index, for there are other data. */
  reset(): void {
    this.ready = false;
    this.texts = [];
  }

  /** Makes the index; called when the page is idle, or by the first search. */
  prepare(): void {
    if (this.ready) return;
    this.ready = true;
    const { graph } = this.state;
    const { actors, quotes, documents, claims } = graph.data;
    this.names = actors.name.map((name, actor) => fold([name, ...(actors.aliases[actor] || []), actors.id[actor]].join("\n")));
    this.quotes = quotes.map(fold);
    this.titles = documents.id.map((id, doc) => fold([documents.title[doc], documents.author[doc], documents.publisher[doc], documents.source[doc], id].join("\n")));
    this.claimsOfQuote = quotes.map(() => []);
    claims.quote.forEach((quote, claim) => this.claimsOfQuote[quote].push(claim));
  }

  /** The documents' texts take longer, so they are made ready on their own. */
  prepareTexts(): void {
    if (this.texts.length) return;
    this.texts = this.state.graph.data.documents.id.map((_, doc) => (this.state.graph.text(doc) ?? "").toLowerCase());
  }

  find(query: string, most = 30): Found {
    const began = performance.now();
    this.prepare();
    this.prepareTexts();
    const { graph } = this.state;
    const words = fold(query).split(/\s+/).filter(Boolean);
    const found: Found = { actors: [], claims: [], documents: [], milliseconds: 0 };
    if (words.length) {
      const whole = words.join(" ");
      const hits: [number, number][] = [];
      this.names.forEach((name, actor) => {
        if (!words.every((word) => name.includes(word))) return;
        const place = name.indexOf(whole);
        const begins = place === 0 ? 2 : place > 0 && /[^\p{L}\p{N}]/u.test(name[place - 1]) ? 2 : place > 0 ? 1 : 0;
        hits.push([actor, begins * 1e6 + graph.strength[actor] + (name.split("\n")[0] === whole ? 5e6 : 0)]);
      });
      found.actors = hits.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([actor]) => actor);
      for (let quote = 0; quote < this.quotes.length && found.claims.length < most; quote++) {
        if (words.every((word) => this.quotes[quote].includes(word))) found.claims.push(...this.claimsOfQuote[quote].slice(0, 1));
      }
      const plain = query.trim().toLowerCase();
      for (let doc = 0; doc < this.titles.length && found.documents.length < most; doc++) {
        const titled = words.every((word) => this.titles[doc].includes(word));
        const place = this.texts[doc].indexOf(plain);
        if (titled || place >= 0) found.documents.push(this.place(doc, place, plain));
      }
    }
    found.milliseconds = performance.now() - began;
    return found;
  }

  private place(doc: number, place: number, plain: string): Found["documents"][number] {
    if (place < 0) return { document: doc, start: 0, length: 0, around: "" };
    const text = this.state.graph.text(doc) ?? "";
    const start = [...text.slice(0, place)].length;
    const around = text.slice(Math.max(0, place - 30), place + plain.length + 50);
    return { document: doc, start, length: [...text.slice(place, place + plain.length)].length, around };
  }
}
