// The search field: what the page holds at once, and a moment later what else the case has.

import type { DocumentHit, PairHit, Search } from "../data/search";
import { countWords, fill, h, name, note } from "../page/dom";
import { oneLine } from "../page/text";
import { many } from "../page/words";
import { askHere } from "../questions/asking";
import { questionOf } from "../questions/catalogue";
import { resolve, understand } from "../questions/understood";
import { askedWords } from "../questions/words";
import { failed } from "../served/failed";
import { isAbort, type Server } from "../served/server";
import type { Actions } from "../state/actions";
import type { Asked } from "../state/choices";
import type { State } from "../state/state";

/** What the server found in the whole case. */
interface ServedHits {
  actors: { id: string; name: string; kind: string; claims: number }[];
  /** Whether no name has the words as they were typed. */
  guessed: boolean;
  pairs: { first: { id: string; name: string }; second: { id: string; name: string }; claims: number }[];
  claims: { id: string; tie: string; quote: string; document: string }[];
  documents: { id: string; title: string; source: string; start: number; length: number; around: string }[];
}
const NOTHING: ServedHits = { actors: [], guessed: false, pairs: [], claims: [], documents: [] };
/** Milliseconds after a letter until the server is asked. */
const WAIT = 200;
/** Hits of a kind that the server is asked for. */
const FOUND = 20;
/** Hits of a kind that are listed, and documents. */
const MOST = 10;
const MOST_DOCUMENTS = 8;

export class SearchBox {
  readonly element: HTMLElement;
  readonly field = h("input", { type: "search", id: "search", placeholder: "Search or ask: musk trump, who funded Clinton", autocomplete: "off", "aria-label": "Search actors, quotes and documents" });
  readonly #results = h("div", { class: "results", hidden: true });
  readonly #asking = h("div", {});
  readonly #near = h("div", {});
  readonly #far = h("div", { class: "elsewhere" });
  #asked: AbortController | null = null;
  #timer = 0;
  /** Enter was pressed before the server had answered. */
  #eager = false;
  /** Whether the whole case tells which two names are meant. */
  #isLoose = false;
  readonly #state: State;
  readonly #search: Search;
  readonly #actions: Actions;
  readonly #server: Server | null;
  readonly #say: (words: string) => void;

  constructor(state: State, search: Search, actions: Actions, server: Server | null, say: (words: string) => void) {
    this.#state = state;
    this.#search = search;
    this.#actions = actions;
    this.#server = server;
    this.#say = say;
    this.#results.append(this.#asking, this.#near, this.#far);
    this.field.addEventListener("input", () => this.#run());
    this.element = h("form", { class: "search", role: "search", on: {
      submit: (event) => this.#openFirst(event),
      keydown: (event) => this.#key(event),
    } }, this.field, this.#results);
    document.addEventListener("pointerdown", (event) => {
      if (!this.element.contains(event.target as Node)) this.#results.hidden = true;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
      event.preventDefault();
      this.field.focus();
    });
  }

  #openFirst(event: Event): void {
    event.preventDefault();
    const first = this.#results.querySelector<HTMLElement>("button.hit");
    this.#eager = !first;
    first?.click();
  }

  #run(): void {
    this.#asked?.abort();
    clearTimeout(this.#timer);
    this.#eager = false;
    this.#far.replaceChildren();
    this.#results.hidden = !this.field.value.trim();
    this.#asking.replaceChildren();
    if (this.#results.hidden) return this.#near.replaceChildren();
    void this.#understand(this.field.value);
    const count = this.#showNear();
    const server = this.#server;
    if (!server) return;
    fill(this.#far, note("Searching the whole case …"));
    this.#timer = window.setTimeout(() => void this.#ask(server, count), WAIT);
  }

  /** Shows what the page holds; returns how much that is. */
  #showNear(): number {
    const { graph, actorCount } = this.#state;
    const found = this.#search.find(this.field.value);
    // A server finds documents by their texts too, which a served page does not hold; and whether no name has the words,
    // or which two they join, only the whole case tells.
    const documents = this.#server ? [] : found.documents;
    // Where two names may be meant, no quote goes before the pair that the whole case has of them.
    this.#isLoose = this.#server !== null && (found.loose || found.pairs.length > 0);
    if (this.#server) found.pairs = [];
    if (this.#server && (found.guessed || found.loose)) [found.actors, found.guessed] = [[], false];
    if (this.#isLoose) found.claims = [];
    const count = found.actors.length + found.pairs.length + found.claims.length + documents.length;
    fill(this.#near,
      part("Pairs", found.pairs.flatMap((pair) => this.#pairHits(pair))),
      part(found.guessed ? "No such name; the nearest" : "Actors", found.actors.slice(0, MOST).map((actor) => this.#hit(() => this.#actions.selectActor(actor),
        name(graph.name(actor), 70), countWords(`${graph.kind(actor)}, ${many(actorCount[actor], "claim")}`)))),
      part("Quotes", found.claims.slice(0, MOST).map((claim) => this.#hit(() => this.#actions.selectClaim(claim), name(oneLine(graph.quote(claim)), 150)))),
      part("Documents", documents.slice(0, MOST_DOCUMENTS).map((hit) => this.#documentHit(hit))),
      count || this.#server ? null : h("p", { class: "note none" }, "Nothing found."));
    this.#results.dataset.milliseconds = found.milliseconds.toFixed(1);
    this.#say(`${many(found.actors.length, "actor")}, ${many(found.claims.length, "quote")}${this.#server ? "" : `, ${many(documents.length, "document")}`} found`);
    return count;
  }

  #pairHits({ first, second, claims }: PairHit): HTMLElement[] {
    const { graph } = this.#state;
    const of = (actor: number) => ({ id: graph.data.actors.id[actor], name: graph.name(actor) });
    return this.#pair(of(first), of(second), claims);
  }

  /** What two have with each other, where something is claimed; and by which chain they are joined. */
  #pair(first: { id: string; name: string }, second: { id: string; name: string }, claims: number): HTMLElement[] {
    const ends = [name(oneLine(first.name), 50), " – ", name(oneLine(second.name), 50)];
    const path = this.#hit(() => this.#actions.ask("path", [first.id, second.id]), ...ends.map((each) => (typeof each === "string" ? each : each.cloneNode(true))), countWords("how they are connected"));
    if (!claims) return [path];
    return [this.#hit(() => this.#actions.ask("between", [first.id, second.id]), ...ends, countWords(`${many(claims, "claim")} between them`)), path];
  }

  /** Offers the question that the words ask, where it has an answer; a server has the names that the page lacks. */
  async #understand(query: string): Promise<void> {
    const understood = understand(query);
    if (!understood) return;
    const { graph } = this.#state;
    const find = async (words: string) => {
      const here = this.#search.actorNamed(words);
      if (here >= 0 || !this.#server) return graph.data.actors.id[here];
      return (await this.#server.findActors<{ id: string }>(words, 1).catch(() => []))[0]?.id;
    };
    const asked = await resolve(understood, find);
    if (!asked || this.field.value !== query) return;
    if (!this.#hasAnswer(asked)) return fill(this.#asking, note(`Nothing in the case answers “${askedWords(this.#state, asked)}”`));
    fill(this.#asking, part("Questions", [this.#hit(() => this.#actions.ask(asked.name, asked.actors, asked.side), askedWords(this.#state, asked))]));
  }

  /** What a server has cannot be told before it is asked. */
  #hasAnswer({ name: own, actors }: Asked): boolean {
    const { graph } = this.#state;
    const question = questionOf(own);
    return Boolean(question) && (this.#server !== null || askHere(graph, question as NonNullable<typeof question>, actors.map((id) => graph.actor(id))).length > 0);
  }

  #documentHit({ document, start, length, around }: DocumentHit): HTMLElement {
    return this.#hit(() => this.#actions.openSource(document, start, length, -1), name(this.#state.graph.title(document), 70), around ? context(around) : "");
  }

  async #ask(server: Server, near: number): Promise<void> {
    const asked = new AbortController();
    this.#asked = asked;
    try {
      this.#showFar({ ...NOTHING, ...await server.get<Partial<ServedHits>>("/api/search", { q: this.field.value.trim(), most: FOUND }, asked.signal) }, near);
    } catch (error) {
      if (isAbort(error)) return;
      fill(this.#far, failed("The whole case cannot be searched.", error, () => this.#run()));
    }
  }

  /** Shows what the page does not hold; `near` is how much it does. */
  #showFar(found: ServedHits, near: number): void {
    const { graph } = this.#state;
    const actors = found.actors.filter((each) => found.guessed || this.#isLoose || graph.actor(each.id) < 0).slice(0, MOST);
    const claims = found.claims.filter((each) => this.#isLoose || graph.claim(each.id) < 0).slice(0, MOST);
    const { pairs } = found;
    const documents = found.documents.slice(0, MOST_DOCUMENTS);
    fill(this.#far,
      part("Pairs in the whole case", pairs.flatMap(({ first, second, claims: count }) => this.#pair(first, second, count))),
      part(found.guessed ? "No such name in the case; the nearest" : this.#isLoose ? "Actors in the whole case" : "Actors elsewhere in the case", actors.map((each) => this.#hit(() => this.#actions.openActor(each.id),
        name(oneLine(each.name), 70), countWords(`${each.kind}, ${many(each.claims, "claim")}`)))),
      part(this.#isLoose ? "Quotes in the whole case" : "Quotes elsewhere in the case", claims.map((each) => this.#hit(() => this.#actions.openClaim(each.id), name(oneLine(each.quote), 150)))),
      part("Documents", documents.map((each) => this.#hit(() => this.#actions.openDocument(each.id, each.title, each.source, each.start, each.length),
        name(oneLine(each.title || each.id), 70), each.around ? context(each.around) : ""))),
      near + pairs.length + actors.length + claims.length + documents.length ? null : h("p", { class: "note none" }, "Nothing found in the whole case."));
    this.#say(`${many(actors.length, "more actor")}, ${many(claims.length, "more quote")}, ${many(documents.length, "document")} found in the whole case`);
    if (this.#eager) this.#far.querySelector<HTMLElement>("button.hit")?.click();
    this.#eager = false;
  }

  #hit(action: () => void, ...words: (Node | string)[]): HTMLElement {
    return h("li", {}, h("button", { type: "button", class: "hit", on: { click: () => {
      this.#results.hidden = true;
      action();
    } } }, ...words));
  }

  #key(event: KeyboardEvent): void {
    const hits = [...this.#results.querySelectorAll<HTMLElement>("button")];
    const at = hits.indexOf(document.activeElement as HTMLElement);
    if (event.key === "ArrowDown") (hits[at + 1] ?? hits[0])?.focus();
    else if (event.key === "ArrowUp") (at > 0 ? hits[at - 1] : this.field).focus();
    else if (event.key === "Escape") {
      this.#results.hidden = true;
      this.field.focus();
    } else return;
    event.preventDefault();
  }
}

function part(title: string, hits: HTMLElement[]): HTMLElement[] {
  return hits.length ? [h("h3", {}, title), h("ul", {}, hits)] : [];
}

/** The words around what was found in a text. */
function context(around: string): HTMLElement {
  return countWords("…", h("bdi", {}, oneLine(around)), "…");
}
