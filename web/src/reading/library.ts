// The documents to read, and the claims to review first: of the page itself, or of the whole case from a server.

import { Graph, type Texts } from "../data/graph";
import type { Data } from "../data/island";
import type { FetchedTexts } from "../served/fetched_texts";
import type { Server } from "../served/server";
import type { State } from "../state/state";

/** A document as it can be chosen. */
export interface Shelved { id: string; title: string; publisher: string; published: string; claims: number; unreviewed: number }

/** A claim that waits to be reviewed. */
export interface Waiting { claim: string; document: string; topic: string }

/** The claims that wait, the gravest first; `total` counts also those that were not given out. */
export interface Queue { waiting: Waiting[]; total: number }

/** A document laid open: a graph that has all its claims, its number there, and its text, `null` where there is none. */
export interface OpenDocument { graph: Graph; document: number; text: string | null }

export interface Library {
  documents(): Promise<Shelved[]>;
  /** The ids of the documents that mention an actor. */
  documentsOf(actor: string): Promise<Set<string>>;
  open(document: string): Promise<OpenDocument>;
  queue(): Promise<Queue>;
}

/** What the page holds, which is the whole case. */
export class OwnLibrary implements Library {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  async documents(): Promise<Shelved[]> {
    const { graph } = this.#state;
    const { documents, claims } = graph.data;
    const [all, open] = [new Int32Array(documents.id.length), new Int32Array(documents.id.length)];
    claims.document.forEach((document, claim) => {
      if (document < 0) return;
      all[document]++;
      if (this.#state.review(claim).state === "unreviewed") open[document]++;
    });
    return documents.id.map((id, place) => ({
      id, title: graph.title(place), publisher: documents.publisher[place], published: documents.published[place],
      claims: all[place], unreviewed: open[place],
    }));
  }

  async documentsOf(actor: string): Promise<Set<string>> {
    const { graph } = this.#state;
    const { actors, documents, marks } = graph.data;
    const number = graph.actor(actor);
    const found = new Set<string>();
    if (number < 0) return found;
    for (let place = 0; place < actors.mentions[number].length; place += 3) found.add(documents.id[actors.mentions[number][place]]);
    marks?.places.forEach((places, place) => {
      for (let each = 0; each < places.length; each += 3) if (places[each] === number) found.add(documents.id[marks.document[place]]);
    });
    return found;
  }

  async open(document: string): Promise<OpenDocument> {
    const { graph } = this.#state;
    const number = graph.document(document);
    if (number < 0) throw new Error("There is no such document in this page.");
    return { graph, document: number, text: graph.text(number) };
  }

  async queue(): Promise<Queue> {
    const { graph } = this.#state;
    const { claims, documents, topics } = graph.data;
    const { gravity } = claims;
    if (!gravity || !topics) return { waiting: [], total: 0 };
    const grave = [...claims.id.keys()].filter((claim) => gravity[claim] && claims.document[claim] >= 0 && this.#state.review(claim).state === "unreviewed");
    const rank = (claim: number) => topics[gravity[claim]][1] * graph.rank(claim);
    grave.sort((a, b) => rank(b) - rank(a) || (claims.id[a] < claims.id[b] ? -1 : 1));
    const waiting = grave.map((claim) => ({ claim: claims.id[claim], document: documents.id[claims.document[claim]], topic: topics[gravity[claim]][0] }));
    return { waiting, total: waiting.length };
  }
}

/** The whole case, of which the page holds a part: a document comes with all its claims. */
export class FetchedLibrary implements Library {
  readonly #server: Server;
  readonly #texts: FetchedTexts;
  readonly #state: State;

  constructor(server: Server, texts: FetchedTexts, state: State) {
    this.#server = server;
    this.#texts = texts;
    this.#state = state;
  }

  async documents(): Promise<Shelved[]> {
    const found = await this.#server.json<{ [column in keyof Shelved]: Shelved[column][] }>("/api/documents");
    return found.id.map((id, place) => ({
      id, title: found.title[place] || id, publisher: found.publisher[place], published: found.published[place],
      claims: found.claims[place], unreviewed: found.unreviewed[place],
    }));
  }

  async documentsOf(actor: string): Promise<Set<string>> {
    const { documents } = await this.#server.get<{ documents: string[] }>("/api/documents", { actor });
    return new Set(documents);
  }

  async open(document: string): Promise<OpenDocument> {
    const texts: Texts = this.#texts;
    const data = await this.#server.get<Data>("/api/reading", { document });
    const graph = new Graph(data, texts);
    const number = graph.document(document);
    const has = data.documents.text[number] >= 0;
    const text = has ? texts.known(document) ?? await texts.load(document).catch(() => null) : null;
    return { graph, document: number, text };
  }

  async queue(): Promise<Queue> {
    const found = await this.#server.json<{ total: number; claim: string[]; document: string[]; topic: number[] }>("/api/review");
    const { topics } = this.#state.graph.data;
    return {
      total: found.total,
      waiting: found.claim.map((claim, place) => ({ claim, document: found.document[place], topic: topics?.[found.topic[place]]?.[0] ?? "" })),
    };
  }
}
