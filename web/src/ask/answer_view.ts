// An answer: what is asked, sums where it is about money, a map of its rows, and the rows.

import { Picture } from "../answer/picture";
import { safe } from "../page/csv";
import { button, copy, download, fill, h, linkButton, name, note, panelHeading, smallButton, statusNote } from "../page/dom";
import { figure, many } from "../page/words";
import type { Palette } from "../map/palette";
import { pinButton } from "../evidence/links";
import type { Actions } from "../state/actions";
import { SIDES } from "../state/choices";
import type { State } from "../state/state";
import { actorPicker } from "../evidence/actor_picker";
import { dayOf, outletOf } from "../data/claim_words";
import { looksOf, netOf } from "./answer_net";
import { moreButton, rowsTable } from "./answer_rows";
import { type Folded, foldHits } from "./folded";
import { cell, type Found, type Hit } from "./hits";
import { sumsOf } from "./sums";
import { askedLine, askedWords, hasSides } from "../questions/words";

/** Rows that are shown first, and how many come then. */
export const FIRST = 25;
const MORE = 75;
/** Rows that say the same as another of which the words are pinned with it. */
const ALIKE = 2;
/** Sums that are listed. */
const SUMS = 12;

export class AnswerView {
  /** The map of the rows that are shown, if there is one. */
  picture: Picture | null = null;
  #shown = FIRST;
  readonly #body = h("div", { class: "body" });
  readonly #said = statusNote();
  readonly element: HTMLElement;
  readonly #state: State;
  readonly #found: Found;
  readonly #actions: Actions;
  readonly #palette: () => Palette;
  readonly #bring: (hits: Hit[], then: () => void) => void;
  /** The rows, those that say the same in one. */
  readonly #folded: Folded[];

  /** `bring` gets what the rows rest on into the page. */
  constructor(state: State, found: Found, actions: Actions, palette: () => Palette, bring: (hits: Hit[], then: () => void) => void) {
    this.#state = state;
    this.#found = found;
    this.#folded = foldHits(found);
    this.#actions = actions;
    this.#palette = palette;
    this.#bring = bring;
    this.element = h("div", {}, this.#head(), this.#controls(), this.#body);
    this.draw();
    this.#bring(this.#pinned(), () => undefined);
  }

  /** Draws the rows anew: the page may hold more of what they rest on. */
  draw(): void {
    const state = this.#state;
    const folded = this.#folded.slice(0, this.#shown);
    const hits = folded.flatMap(({ hit, like }) => [hit, ...like]);
    const rows = h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Rows of the answer" }, rowsTable(state, this.#found, folded, this.#actions));
    const more = moreButton(folded.length, this.#folded.length, MORE, () => {
      this.#shown += MORE;
      this.#bring(this.#pinned(), () => undefined);
      this.draw();
      this.element.querySelector<HTMLElement>(".rows tbody tr:nth-child(" + (folded.length + 1) + ") button")?.focus();
    });
    const map = this.#map(hits.map((hit) => hit.claim), hits.map((hit) => hit.tie));
    this.#body.classList.toggle("mapped", map !== null);
    fill(this.#body, map, h("div", { class: "told" }, this.#sums(), rows, more));
  }

  applyTheme(): void {
    this.picture?.setLooks(looksOf(this.#state.graph, this.#palette()));
  }

  #head(): HTMLElement {
    const { hits, asked, truncated } = this.#found;
    const documents = new Set(hits.map((hit) => hit.cells.document).filter(Boolean)).size;
    const statements = this.#folded.length < hits.length ? ` that say ${many(this.#folded.length, "thing")}` : "";
    const count = `${truncated ? "the first " : ""}${many(hits.length, "row")}${statements}${documents > 1 ? ` from ${many(documents, "document")}` : ""}`;
    return h("div", {}, smallButton("← All questions", () => this.#actions.ask("", []), { class: "small back" }),
      panelHeading(...askedLine(this.#state, asked, this.#actions)),
      h("p", { class: "facts", role: "status" }, `${count}${this.#state.graph.data.served ? ", of the whole case" : ""}. Filters do not change it.`));
  }

  /** The actor that it is about, the end that this is, and what can be taken away. */
  #controls(): HTMLElement {
    const { question, asked } = this.#found;
    const { actors, name: own } = asked;
    const canName = question.parameters.length === 1 && !question.parameters[0].required;
    const sides = canName && actors.length && hasSides(own) ? SIDES.map((side) => button({ either: "Either way", subject: "From them", object: "To them" }[side],
      () => this.#actions.ask(own, actors, side), { class: "small", "aria-pressed": String(asked.side === side) })) : [];
    return h("div", { class: "acts" },
      canName ? actorPicker(this.#state, actors.length ? "Of another actor…" : "Of one actor…", -1, this.#actions, (id) => this.#actions.ask(own, [id])) : null,
      canName && actors.length ? smallButton("Of all", () => this.#actions.ask(own, [])) : null, ...sides,
      this.#reversed(),
      smallButton("Rows (CSV)", () => download(`${own}.csv`, "text/csv;charset=utf-8", ["\ufeff", this.csv()])),
      pinButton(() => this.#pin(), "Pin this answer", "Pin the rows that are shown to the story"),
      smallButton("Link", async () => {
        const isCopied = await copy(location.href);
        this.#said.textContent = isCopied ? "The link is copied." : "Copy it from the address bar.";
      }), this.#said);
  }

  /** The rows that are shown, of those that say the same the first few: what is pinned rests on them. */
  #pinned(): Hit[] {
    return this.#folded.slice(0, this.#shown).flatMap(({ hit, like }) => [hit, ...like.slice(0, ALIKE)]);
  }

  /** Pins the rows that are shown, when the page has what they rest on. */
  #pin(): void {
    const { question, asked } = this.#found;
    const hits = this.#pinned();
    this.#bring(hits, () => {
      const { graph } = this.#state;
      const isCut = this.#folded.slice(0, this.#shown).some(({ like }) => like.length > ALIKE);
      // A dispute is told by all that is said of it.
      const isOfTies = question.name === "disputed";
      const claims = hits.flatMap(({ claim, tie }) => isOfTies ? (graph.claimsOfTie[graph.tie(tie)] ?? []).map((each) => graph.data.claims.id[each]) : [claim]);
      this.#actions.pin({ answer: {
        question: question.name, parameters: asked.actors, side: asked.side, words: askedWords(this.#state, asked), claims: [...new Set(claims.filter(Boolean))],
        told: { statements: Math.min(this.#shown, this.#folded.length), of: this.#folded.length, most: isCut ? ALIKE + 1 : 0 },
      } });
    });
  }

  /** The same question with its two actors changed over, and the way from one to the other. */
  #reversed(): HTMLElement[] {
    const { name: own, actors } = this.#found.asked;
    if (actors.length !== 2) return [];
    const [one, other] = actors;
    const ask = (question: string, ...of: string[]) => smallButton(askedWords(this.#state, { name: question, actors: of, side: "either" }), () => this.#actions.ask(question, of));
    return own === "what-does" ? [ask(own, other, one), ask("between", one, other)] : own === "between" ? [ask("path", one, other)] : [ask("between", one, other)];
  }

  #sums(): HTMLElement | null {
    const sums = this.#found.question.name === "who-funded-whom" ? sumsOf(this.#found) : [];
    if (!sums.length) return null;
    const end = (id: string, words: string) => id ? linkButton(() => this.#actions.openActor(id), name(words, 60)) : name(words, 60);
    return h("section", { class: "sums", "aria-label": "Sums" },
      h("table", {}, h("caption", {}, "Sums by pair"), h("thead", {}, h("tr", {}, ["From", "To", "Sum", "Rows"].map((title) => h("th", { scope: "col" }, title)))),
        h("tbody", {}, sums.slice(0, SUMS).map((sum) => h("tr", {}, h("th", { scope: "row" }, end(sum.subject, sum.subjectName)), h("td", {}, end(sum.object, sum.objectName)),
          h("td", { class: "number" }, `${sum.isLeast ? "about " : ""}${figure(sum.value)} ${sum.currency}`), h("td", { class: "number" }, String(sum.rows)))))),
      note(`${sums.length > SUMS ? `The first ${SUMS} of ${sums.length}. ` : ""}One amount counts once for a pair, however often it is told; what is denied, alleged, promised or intended is left out.`));
  }

  /** The rows as a map of their own, laid out for itself. */
  #map(claims: string[], ties: string[]): HTMLElement | null {
    const { graph } = this.#state;
    const numbers = [...claims.map((id) => graph.claim(id)), ...ties.filter((_, at) => !claims[at]).flatMap((id) => graph.claimsOfTie[graph.tie(id)] ?? [])].filter((claim) => claim >= 0);
    this.picture = null;
    const net = netOf(graph, [...new Set(numbers)]);
    if (!net.edges.length) return null;
    const byEdge = [...new Set(numbers.map((claim) => graph.data.claims.tie[claim]))];
    this.picture = new Picture(net, looksOf(graph, this.#palette()),
      (node) => (net.nodes[node].term.type === "uri" ? () => this.#actions.openActor(net.nodes[node].term.value) : null),
      (edge) => this.#actions.selectTie(byEdge[edge]));
    return h("section", { class: "answer-map", "aria-label": "Map of the answer" }, this.picture.element);
  }

  /** All rows, also those that are not shown yet. */
  csv(): string {
    const { question, hits } = this.#found;
    const { graph } = this.#state;
    const rows = hits.map((hit) => {
      const claim = graph.claim(hit.claim);
      const more = hit.claim ? [hit.claim, claim >= 0 ? dayOf(graph, claim) : "", claim >= 0 ? outletOf(graph, graph.data.claims.document[claim]) : ""] : [];
      return [...question.columns.map((column) => (typeof hit.cells[column] === "number" ? cell(hit, column) : safe(cell(hit, column)))), ...more.map(safe)].join(",");
    });
    const head = [...question.columns, ...(hits.some((hit) => hit.claim) ? ["claim", "day", "outlet"] : [])];
    return `${[head.join(","), ...rows].join("\r\n")}\r\n`;
  }

  /** How many rows it has. */
  get count(): string {
    return figure(this.#found.hits.length);
  }
}
