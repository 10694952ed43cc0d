// The reading room: a document with its claims in the margin, judged one by one, or what is grave through all documents.

import type { Graph } from "../data/graph";
import { button, h, smallButton } from "../page/dom";
import { figure, many } from "../page/words";
import { wordsOf } from "../served/server";
import type { Actions } from "../state/actions";
import type { Reading } from "../state/choices";
import type { ReviewVerdict } from "../state/judgement";
import { type Review, reviewOf } from "../state/reviews";
import type { State } from "../state/state";
import type { Desk } from "./card";
import { documentHeading, sentencesOf } from "./heading";
import { Keys } from "./keys";
import type { Library, OpenDocument, Shelved } from "./library";
import { Pages } from "./pages";
import { type Marked, markDocument, type Placed } from "./passages";
import { Reviewer } from "./reviewer";
import { Shelf } from "./shelf";
import { QueueWalk, SELECTIONS } from "./walk";
import "./reading.css";

export class ReadingRoom implements Desk {
  readonly title = "Read";
  readonly element: HTMLElement;
  graph: Graph;
  noting = -1;
  readonly #state: State;
  readonly #actions: Actions;
  readonly #library: Library;
  /** Writes the link to what is read. */
  readonly #remember: () => void;
  readonly #reviewer: Reviewer;
  readonly #walk: QueueWalk;
  readonly #pages: Pages;
  readonly #shelf: Shelf;
  readonly #keys: Keys;
  readonly #said = h("p", { class: "said note", role: "status" });
  readonly #chooser = button("Documents (d)", () => this.#chooseDocument(), { class: "chooser" });
  readonly #queueButton = button("", () => this.#go({ queue: !this.#state.reading.queue, claim: "" }), { class: "queue-button" });
  readonly #selection: HTMLSelectElement;
  readonly #ofDocument = h("span", { class: "acts of-document" });
  #documents: Shelved[] = [];
  #open: OpenDocument | null = null;
  #marked: Marked = { marks: [], claims: [] };
  #claims: Placed[] = [];
  #current = -1;
  /** What is shown, and the number of the last thing that was asked for. */
  #shown = "";
  #asked = 0;
  #wantsFocus = false;
  /** The graph for which documents and queue were asked for. */
  #stocked: Graph | null = null;
  /** Whether a judgement on identity was begun here, so that the next graph is another. */
  #isOutdated = false;

  constructor(state: State, actions: Actions, library: Library, remember: () => void) {
    this.#state = state;
    this.#actions = actions;
    this.#library = library;
    this.#remember = remember;
    this.graph = state.graph;
    this.#reviewer = new Reviewer(actions.judgements);
    this.#walk = new QueueWalk((id) => state.judged(id));
    this.#pages = new Pages(this);
    this.#shelf = new Shelf((document) => this.#go({ document, claim: "", queue: false }));
    this.#keys = new Keys(() => state.tab === "read", this.#letters());
    this.#selection = h("select", { "aria-label": "Which claims have a note in the margin", on: { change: () => this.#layOut(this.#idOf(this.#current)) } },
      SELECTIONS.map(([value, words]) => h("option", { value }, words)));
    this.#ofDocument.append(smallButton("‹ Previous", () => this.#turn(-1), { "aria-label": "Previous document", title: "Previous document ([)" }),
      smallButton("Next ›", () => this.#turn(1), { "aria-label": "Next document", title: "Next document (])" }), this.#selection);
    this.element = h("section", { class: "reading", "aria-label": "Reading room", hidden: true },
      h("div", { class: "tools" }, this.#chooser, this.#queueButton, this.#ofDocument, this.#reviewer.field,
        smallButton("Undo", () => void this.#undo(), { title: "Take the last judgement back (u)" }),
        smallButton("?", () => this.#keys.toggleHelp(), { "aria-label": "Help: the keys", title: "The keys (?)" })),
      this.#keys.help, this.#said, this.#shelf.element, this.#pages.element);
  }

  refresh(): void {
    const { document, actor, queue } = this.#state.reading;
    const key = JSON.stringify([document, actor, queue]);
    if (key !== this.#shown) {
      this.#shown = key;
      void this.#load(++this.#asked);
    } else if (this.#isOutdated && this.#open && this.#state.graph !== this.#stocked) {
      // Reviews leave what is open as it is; who is whom does not.
      this.#isOutdated = false;
      void this.#load(++this.#asked);
    }
  }

  #letters(): Record<string, () => void> {
    const current = (action: (claim: number) => void) => () => {
      if (this.#open && this.#current >= 0) action(this.#current);
    };
    const [next, previous] = [() => this.#step(1), () => this.#step(-1)];
    const noted = current((claim) => this.beginNote(claim));
    return {
      n: next, j: next, p: previous, k: previous, m: noted, t: noted, u: () => void this.#undo(),
      r: current((claim) => this.judge(claim, "right")), w: current((claim) => this.judge(claim, "wrong")),
      s: current((claim) => this.same(claim, "subject")), S: current((claim) => this.same(claim, "object")),
      g: current((claim) => this.toMap(claim)), q: () => this.#queueButton.click(), d: () => this.#chooser.click(),
      "]": () => this.#turn(1), "[": () => this.#turn(-1),
    };
  }

  #chooseDocument(): void {
    if (this.#open) this.#go({ document: "", claim: "", queue: false });
    else this.#shelf.focus();
  }

  /** Goes on with something else to read. */
  #go(part: Partial<Reading>): void {
    this.#wantsFocus = true;
    this.#state.change((each) => (each.reading = { ...each.reading, ...part }));
  }

  async #load(asked: number): Promise<void> {
    const { reading } = this.#state;
    try {
      await this.#stock(!reading.document);
      if (asked !== this.#asked) return;
      if (reading.queue && !reading.claim) return this.#beginQueue();
      if (!reading.document) return await this.#showShelf(asked);
      if (this.#idOfOpen() !== reading.document) this.#say("Opening …");
      const open = await this.#library.open(reading.document);
      if (asked === this.#asked) this.#lay(open);
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#close();
      this.#shelf.element.hidden = false;
      this.#shelf.show(this.#documents, "", () => this.#go({ actor: "" }));
      this.#say(`It cannot be shown. ${error instanceof Error ? error.message : wordsOf(error)}`);
    }
  }

  /** Learns what there is to read and to review, where the case is another than before; for the shelf in any case. */
  async #stock(anew: boolean): Promise<void> {
    const { graph } = this.#state;
    const isNew = graph !== this.#stocked;
    if (isNew || anew) this.#documents = await this.#library.documents();
    if (isNew) this.#walk.take(await this.#library.queue());
    this.#stocked = graph;
  }

  #beginQueue(): void {
    const first = this.#walk.first;
    if (first) return this.#go({ document: first.document, claim: first.claim, queue: true });
    this.#say("Nothing grave waits to be reviewed.");
    this.#go({ queue: false });
  }

  async #showShelf(asked: number): Promise<void> {
    const { actor } = this.#state.reading;
    const whose = actor ? await this.#library.documentsOf(actor) : null;
    if (asked !== this.#asked) return;
    this.#close();
    const number = this.#state.graph.actor(actor);
    this.#shelf.element.hidden = false;
    this.#shelf.show(this.#documents.filter(({ id }) => !whose || whose.has(id)), whose ? (number < 0 ? actor : this.#state.graph.name(number)) : "", () => this.#go({ actor: "" }));
    this.#drawTools();
    this.#say("");
    // Whoever comes by the room's own button goes on to find a document.
    if (this.#wantsFocus || document.activeElement?.matches('[data-tab="read"]')) this.#shelf.focus();
    this.#wantsFocus = false;
  }

  #close(): void {
    this.#open = null;
    this.#current = -1;
    this.#pages.clear();
    this.#pages.element.hidden = true;
  }

  #lay(open: OpenDocument): void {
    this.#open = open;
    this.graph = open.graph;
    this.noting = -1;
    this.#shelf.element.hidden = true;
    this.#pages.element.hidden = false;
    const { claim, queue } = this.#state.reading;
    if (queue) this.#selection.value = "all";
    this.#layOut(claim);
    const found = !claim || open.graph.claim(claim) >= 0;
    this.#say(found ? "" : "That claim is not in the document any more: it was judged wrong, or the document was read anew.");
    this.#sayQueue();
  }

  /** Lays the open document out, with the claims that are wanted, at one of them. */
  #layOut(claim: string): void {
    const open = this.#open;
    if (!open) return;
    const { graph, document } = open;
    const sentences = open.text === null ? sentencesOf(graph, document) : null;
    const text = open.text ?? sentences?.text ?? "";
    this.#marked = markDocument(graph, document, text, sentences?.starts ?? null);
    const wanted = graph.claim(claim);
    this.#claims = this.#marked.claims.filter((each) => this.#isSelected(each.claim));
    if (wanted >= 0 && !this.#claims.some((each) => each.claim === wanted)) {
      this.#selection.value = "all";
      this.#claims = this.#marked.claims;
    }
    this.#pages.show(text, this.#marked, this.#claims, [documentHeading(graph, document, this.#marked.claims.length, open.text !== null)]);
    this.#drawTools();
    const focus = this.#wantsFocus;
    this.#wantsFocus = false;
    const first = wanted >= 0 ? wanted : this.#claims.find((each) => this.review(each.claim).state === "unreviewed")?.claim ?? this.#claims[0]?.claim ?? -1;
    if (first >= 0) this.#choose(first, focus, wanted < 0);
    else if (focus) this.#pages.element.focus();
  }

  #isSelected(claim: number): boolean {
    const { claims } = this.graph.data;
    switch (this.#selection.value) {
      case "worth": return claims.worth[claim] >= Math.round(this.#state.worth * 100);
      case "unreviewed": return this.review(claim).state === "unreviewed";
      case "grave": return Boolean(claims.gravity?.[claim]);
      default: return true;
    }
  }

  #drawTools(): void {
    const { queue } = this.#state.reading;
    this.#ofDocument.hidden = !this.#open;
    this.#chooser.setAttribute("aria-pressed", String(!this.#open));
    this.#queueButton.setAttribute("aria-pressed", String(queue));
    this.#queueButton.textContent = `Grave first: ${figure(this.#walk.left)} to review (q)`;
  }

  #say(words: string): void {
    this.#said.textContent = words;
  }

  #sayQueue(): void {
    this.#drawTools();
    const { reading } = this.#state;
    if (!reading.queue) return;
    const topic = this.#walk.topicOf(this.#idOf(this.#current));
    this.#say(`${many(this.#walk.left, "grave claim")} to review${topic && `; this one: ${topic}`}${this.#walk.hasMore ? "; the gravest are here, the others come when these are done" : ""}`);
  }

  #idOf(claim: number): string {
    return claim < 0 ? "" : this.graph.data.claims.id[claim];
  }

  #idOfOpen(): string {
    return this.#open ? this.#open.graph.data.documents.id[this.#open.document] : "";
  }

  // What a note in the margin asks for.

  review(claim: number): Review {
    return reviewOf(this.graph, claim, this.#state.judged);
  }

  pending(claim: number): string {
    return this.#reviewer.pending(this.#idOf(claim));
  }

  choose(claim: number): void {
    this.#choose(claim, true, false);
  }

  #choose(claim: number, focus: boolean, atTop: boolean): void {
    const before = this.#current;
    this.#current = claim;
    if (before !== claim && this.noting >= 0) this.noting = -1;
    // A document opens at its beginning, though its first claim is the one that is reviewed.
    this.#pages.choose(claim, focus, !atTop);
    this.#state.reading.claim = this.#idOf(claim);
    this.#remember();
    this.#sayQueue();
  }

  /** To the next claim, or the one before; in the queue through all documents. */
  #step(by: 1 | -1): void {
    if (!this.#open) return;
    if (this.#state.reading.queue) return this.#stepInQueue(by);
    const place = this.#claims.findIndex((each) => each.claim === this.#current);
    const next = this.#claims[place + by];
    if (next) this.#choose(next.claim, true, false);
    else this.#say(by > 0 ? "That was the last claim of this document; ] goes to the next document." : "That is the first claim of this document.");
  }

  #stepInQueue(by: 1 | -1): void {
    const id = this.#idOf(this.#current);
    const next = by > 0 ? this.#walk.after(id) : this.#walk.before(id);
    if (!next || next.claim === id) {
      this.#sayQueue();
      if (!this.#walk.left) this.#say("Nothing grave is left to review.");
      return;
    }
    const here = next.document === this.#idOfOpen() ? this.graph.claim(next.claim) : -1;
    if (here >= 0) this.#choose(here, true, false);
    else this.#go({ document: next.document, claim: next.claim });
  }

  /** To the next document, or the one before, among those of the shelf. */
  #turn(by: 1 | -1): void {
    const place = this.#documents.findIndex(({ id }) => id === this.#idOfOpen());
    const next = this.#documents[place + by];
    if (next) this.#go({ document: next.id, claim: "", queue: false });
    else this.#say(by > 0 ? "That is the last document." : "That is the first document.");
  }

  judge(claim: number, verdict: ReviewVerdict): void {
    const id = this.#idOf(claim);
    const document = this.#idOfOpen();
    const before = this.review(claim);
    const again = before.state === verdict && before.who === this.#reviewer.who && !this.pending(claim);
    const kept = this.#reviewer.judge(id, verdict, document);
    void kept.then((isKept) => {
      if (this.#idOfOpen() === document) this.#pages.redraw(this.graph.claim(id));
      this.#drawTools();
      if (!isKept) this.#say("The last judgement was not kept; u does not undo it.");
    });
    if (claim === this.#current && !again) this.#step(1);
    else this.#sayQueue();
  }

  async #undo(): Promise<void> {
    const undone = await this.#reviewer.undo();
    if (!undone) return this.#say("There is nothing to undo.");
    const claim = undone.document === this.#idOfOpen() ? this.graph.claim(undone.claim) : -1;
    if (claim >= 0) {
      this.#pages.redraw(claim);
      this.#choose(claim, true, false);
    } else this.#go({ document: undone.document, claim: undone.claim });
    this.#drawTools();
    this.#say("Undone.");
  }

  same(claim: number, end: "subject" | "object"): void {
    const actor = this.graph.endsOf(claim)[end === "subject" ? 0 : 1];
    if (actor >= 0) {
      this.#isOutdated = true;
      this.#actions.judgeActor(this.graph.data.actors.id[actor]);
    } else this.#say("The object is words of the text and no actor.");
  }

  beginNote(claim: number): void {
    this.noting = claim;
    this.#pages.redraw(claim);
  }

  endNote(claim: number, words: string | null): void {
    this.noting = -1;
    const done = words === null ? Promise.resolve() : this.#reviewer.note(this.#idOf(claim), words.replace(/\s+/g, " ").trim());
    void done.then(() => this.#pages.redraw(claim));
  }

  openActor(actor: number): void {
    this.#actions.openActor(this.graph.data.actors.id[actor]);
  }

  toMap(claim: number): void {
    const tie = this.graph.data.claims.tie[claim];
    this.#actions.showOnMap(this.graph.data.ties.id[tie]);
  }

  /** For tests: how much of the document is built. */
  get built(): number {
    return this.#pages.built;
  }
}
