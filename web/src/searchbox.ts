// The search field: what the page holds at once, and a moment later what else the case has.

import { button, fill, h, name } from "./dom";
import type { Actions } from "./evidence";
import type { Search } from "./search";
import { isAbort, type Server, wordsOf } from "./server";
import type { State } from "./state";
import { many, oneLine } from "./words";

interface Elsewhere {
  actors: { id: string; name: string; kind: string; claims: number }[];
  claims: { id: string; tie: string; quote: string; document: string }[];
  documents: { id: string; title: string; source: string; start: number; length: number; around: string }[];
}
const WAIT = 200;
const NOWHERE: Elsewhere = { actors: [], claims: [], documents: [] };

export class SearchBox {
  readonly element: HTMLElement;
  readonly field = h("input", { type: "search", id: "search", placeholder: "Search actors, quotes, documents", autocomplete: "off", "aria-label": "Search actors, quotes and documents" });
  private readonly results = h("div", { class: "results", hidden: true });
  private readonly near = h("div", {});
  private readonly far = h("div", { class: "elsewhere" });
  private asked: AbortController | null = null;
  private timer = 0;
  /** Enter was pressed before the server had answered. */
  private eager = false;

  constructor(
    private readonly state: State, private readonly search: Search, private readonly actions: Actions,
    private readonly server: Server | null, private readonly said: (words: string) => void,
  ) {
    this.results.append(this.near, this.far);
    this.field.addEventListener("input", () => this.run());
    this.element = h("form", { class: "search", role: "search", on: {
      submit: (event) => {
        event.preventDefault();
        const first = this.results.querySelector<HTMLElement>("button.hit");
        this.eager = !first;
        first?.click();
      },
      keydown: (event) => this.key(event),
    } }, this.field, this.results);
    document.addEventListener("pointerdown", (event) => {
      if (!this.element.contains(event.target as Node)) this.results.hidden = true;
    });
  }

  private run(): void {
    this.asked?.abort();
    clearTimeout(this.timer);
    this.eager = false;
    this.far.replaceChildren();
    this.results.hidden = !this.field.value.trim();
    if (this.results.hidden) return this.near.replaceChildren();
    const { graph } = this.state;
    const { data } = graph;
    const found = this.search.find(this.field.value);
    const documents = this.server ? [] : found.documents;
    const count = found.actors.length + found.claims.length + documents.length;
    fill(this.near,
      this.part("Actors", found.actors.slice(0, 10).map((actor) => this.hit(() => this.actions.selectActor(actor), name(graph.name(actor), 70), h("span", { class: "count" }, `${graph.kind(actor)}, ${many(this.state.actorCount[actor], "claim")}`)))),
      this.part("Quotes", found.claims.slice(0, 10).map((claim) => this.hit(() => this.actions.selectClaim(claim), name(oneLine(data.quotes[data.claims.quote[claim]]), 150)))),
      this.part("Documents", documents.slice(0, 8).map(({ document, start, length, around }) => this.hit(() => this.actions.openSource(document, start, length, -1), name(graph.title(document), 70), around ? h("span", { class: "count" }, "…", h("bdi", {}, oneLine(around)), "…") : ""))),
      count || this.server ? null : h("p", { class: "note" }, "Nothing found."));
    this.results.dataset.milliseconds = found.milliseconds.toFixed(1);
    this.said(`${many(found.actors.length, "actor")}, ${many(found.claims.length, "quote")}${this.server ? "" : `, ${many(documents.length, "document")}`} found`);
    if (!this.server) return;
    fill(this.far, h("p", { class: "note" }, "Searching the whole case …"));
    this.timer = window.setTimeout(() => void this.ask(this.server as Server, count), WAIT);
  }

  private async ask(server: Server, near: number): Promise<void> {
    const asked = new AbortController();
    this.asked = asked;
    let found = NOWHERE;
    try {
      found = { ...NOWHERE, ...await server.json<Elsewhere>(`/api/search?${new URLSearchParams({ q: this.field.value.trim(), most: "20" })}`, { signal: asked.signal }) };
    } catch (error) {
      if (isAbort(error)) return;
      fill(this.far, h("p", { class: "note failed", role: "alert" }, `The whole case cannot be searched. ${wordsOf(error)} `,
        button("Try again", () => this.run(), { class: "small" })));
      return;
    }
    const { graph } = this.state;
    const actors = found.actors.filter((each) => graph.actor(each.id) < 0).slice(0, 10);
    const claims = found.claims.filter((each) => graph.claim(each.id) < 0).slice(0, 10);
    const documents = found.documents.slice(0, 8);
    fill(this.far,
      this.part("Actors elsewhere in the case", actors.map((each) => this.hit(() => this.actions.openActor(each.id), name(oneLine(each.name), 70), h("span", { class: "count" }, `${each.kind}, ${many(each.claims, "claim")}`)))),
      this.part("Quotes elsewhere in the case", claims.map((each) => this.hit(() => this.actions.openClaim(each.id), name(oneLine(each.quote), 150)))),
      this.part("Documents", documents.map((each) => this.hit(() => this.actions.read(each.id, each.title, each.source, each.start, each.length), name(oneLine(each.title || each.id), 70), each.around ? h("span", { class: "count" }, "…", h("bdi", {}, oneLine(each.around)), "…") : ""))),
      near + actors.length + claims.length + documents.length ? null : h("p", { class: "note" }, "Nothing found in the whole case."));
    this.said(`${many(actors.length, "more actor")}, ${many(claims.length, "more quote")}, ${many(documents.length, "document")} found in the whole case`);
    if (this.eager) this.far.querySelector<HTMLElement>("button.hit")?.click();
    this.eager = false;
  }

  private part(title: string, hits: HTMLElement[]): HTMLElement[] {
    return hits.length ? [h("h3", {}, title), h("ul", {}, hits)] : [];
  }

  private hit(action: () => void, ...words: (Node | string)[]): HTMLElement {
    return h("li", {}, h("button", { type: "button", class: "hit", on: { click: () => {
      this.results.hidden = true;
      action();
    } } }, ...words));
  }

  private key(event: KeyboardEvent): void {
    const hits = [...this.results.querySelectorAll<HTMLElement>("button")];
    const at = hits.indexOf(document.activeElement as HTMLElement);
    if (event.key === "ArrowDown") (hits[at + 1] ?? hits[0])?.focus();
    else if (event.key === "ArrowUp") (at > 0 ? hits[at - 1] : this.field).focus();
    else if (event.key === "Escape") {
      this.results.hidden = true;
      this.field.focus();
    } else return;
    event.preventDefault();
  }
}
