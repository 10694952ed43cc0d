// The queries that were asked before, newest first: kept in this browser, and put back into the editor.

import { fill, h } from "../page/dom";
import { oneLine, shorten } from "../page/text";

const KEY = "sociogram earlier queries";
const MOST = 30;
/** Characters of a query beyond which it is not kept. */
const LONGEST = 20_000;
const SHOWN = 80;

export class Earlier {
  readonly element: HTMLSelectElement;
  #queries = read();

  /** `take` is given a query that was chosen. */
  constructor(take: (sparql: string) => void) {
    this.element = h("select", {
      class: "earlier", "aria-label": "Earlier queries",
      on: { change: () => {
        const sparql = this.#queries[Number(this.element.value)];
        this.element.value = "";
        if (sparql !== undefined) take(sparql);
      } },
    });
    this.#draw();
  }

  /** Keeps a query that is asked now. */
  keep(sparql: string): void {
    const text = sparql.trim();
    if (!text || text.length > LONGEST) return;
    // Another tab may have asked meanwhile.
    this.#queries = [text, ...read().filter((each) => each !== text)].slice(0, MOST);
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#queries));
    } catch {
      // Without storage they live as long as the page.
    }
    this.#draw();
  }

  #draw(): void {
    this.element.hidden = !this.#queries.length;
    fill(this.element, h("option", { value: "" }, `Earlier (${this.#queries.length})`),
      this.#queries.map((each, place) => h("option", { value: String(place) }, shorten(titleOf(each), SHOWN))));
    this.element.value = "";
  }
}

/** The comment that a query begins with, or its words. */
function titleOf(sparql: string): string {
  return oneLine(/^#\s*(\S.*)/.exec(sparql)?.[1] ?? sparql);
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === "string" && each.length <= LONGEST).slice(0, MOST) : [];
  } catch {
    return [];
  }
}
