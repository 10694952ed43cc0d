// Texts of documents, fetched when they are opened.

import type { Texts, Unread } from "../data/graph";
import { type Server, withParameters } from "./server";

/** Texts kept, the last read; one may have a million characters. */
const KEPT = 24;

export class FetchedTexts implements Texts {
  readonly #texts = new Map<string, string>();
  readonly #unread = new Map<string, Unread[]>();
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  known(document: string): string | undefined {
    return this.#texts.get(document);
  }

  unread(document: string): Unread[] {
    return this.#unread.get(document) ?? [];
  }

  async load(document: string): Promise<string> {
    const [answer, { unread }] = await Promise.all([
      this.#server.ask(withParameters("/api/text", { document }), {}),
      this.#server.get<{ unread: Unread[] }>("/api/unread", { document }),
    ]);
    // Offsets count a mark at the beginning (U+FEFF) too, which `Response.text` would swallow.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
    this.#texts.set(document, text);
    this.#unread.set(document, unread);
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= KEPT) break;
      this.#texts.delete(oldest);
      this.#unread.delete(oldest);
    }
    return text;
  }
}
