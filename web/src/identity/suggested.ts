// Suggestions of merges and splits: those that the page carries, or those of the whole case from the server.

import type { Data } from "../data/island";
import type { Graph } from "../data/graph";
import type { Server } from "../served/server";
import { quoteAt, type Side, type SideQuote, sideOf } from "./side";

export interface Suggestion {
  verdict: "same" | "different";
  /** An actor's id; `right` is one too, or for a split a name or a mention, `document@start-end`. */
  left: string; right: string; leftName: string; rightName: string;
  rule: string; reason: string; score: number;
  leftQuotes?: SideQuote[]; rightQuotes?: SideQuote[];
}

export interface Suggestions { list: Suggestion[]; total: number }

/** Where suggestions and sides come from. */
export interface Source {
  suggestions(): Promise<Suggestions>;
  /** All that is known of an actor, seen beside another; nothing where there is none of that id. */
  side(id: string, beside: string): Promise<Side | null>;
}

export function keyOf(suggestion: { left: string; right: string }): string {
  return JSON.stringify([suggestion.left, suggestion.right].sort());
}

export class PageSource implements Source {
  readonly #shown: { readonly graph: Graph };

  constructor(shown: { readonly graph: Graph }) {
    this.#shown = shown;
  }

  async suggestions(): Promise<Suggestions> {
    const { graph } = this.#shown;
    const { suggestions } = graph.data;
    if (!suggestions) return { list: [], total: 0 };
    return { list: suggestions.left.map((_, place) => this.#suggestion(graph, suggestions, place)), total: suggestions.total[0] ?? 0 };
  }

  #suggestion(graph: Graph, found: NonNullable<Data["suggestions"]>, place: number): Suggestion {
    const right = found.right[place];
    const left = found.left[place];
    const { id } = graph.data.actors;
    const merge = typeof right === "number";
    return {
      verdict: merge ? "same" : "different", left: id[left], right: merge ? id[right] : right,
      leftName: graph.name(left), rightName: merge ? graph.name(right) : found.name[place],
      rule: graph.data.strings[found.rule[place]], reason: found.reason[place], score: found.score[place] / 100,
      rightQuotes: merge ? undefined : mentionQuotes(graph, right),
    };
  }

  async side(id: string, beside: string): Promise<Side | null> {
    const { graph } = this.#shown;
    const actor = graph.actor(id);
    return actor < 0 ? null : sideOf(graph, actor, graph.actor(beside));
  }
}

/** The line about a mention, `document@start-end`; of a mere name nothing. */
function mentionQuotes(graph: Graph, mention: string): SideQuote[] {
  const found = /^(.+)@(\d+)-(\d+)$/s.exec(mention);
  const document = found ? graph.document(found[1]) : -1;
  if (!found || document < 0) return [];
  const start = Number(found[2]) - graph.data.documents.start[document];
  return [quoteAt(graph, document, start, Number(found[3]) - Number(found[2]))];
}

export class ServerSource implements Source {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  async suggestions(): Promise<Suggestions> {
    const { suggestions, total } = await this.#server.get<{ suggestions: Suggestion[]; total: number }>("/api/suggestions", {});
    return { list: suggestions, total };
  }

  async side(id: string): Promise<Side | null> {
    return this.#server.get<Side>("/api/side", { actor: id });
  }
}
