// Texts of documents, fetched when they are opened.

import type { Texts } from "../data/graph";
import { type Server, withParameters } from "./server";

/** Texts kept, the last read; one may have a million characters. */
const KEPT = 24;

export class FetchedTexts implements Texts {
  readonly #texts = new Map<string, string>();
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  known(document: string): string | undefined {
    return this.#texts.get(document);
  }

  async load(document: string): Promise<string> {
    const answer = await this.#server.ask(withParameters("/api/text", { document }), {});
    // Offsets count a mark at the beginning (U+FEFF) too, which `Response.text` would swallow.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
    this.#texts.set(document, text);
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= KEPT) break;
      this.#texts.delete(oldest);
    }
    return text;
  }
}
