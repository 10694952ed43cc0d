// A document with its claims in the margin. Of a long one only the passages near the window are built.

import { h } from "../page/dom";
import { claimNote, type Desk } from "./card";
import { type Mark, type Marked, type Passage, passagesOf, type Placed, sortIntoPassages } from "./passages";
import { passageNodes } from "./text_piece";

/** How far beyond the window passages are built. */
const AHEAD = "900px 0px";
/** Guesses for the height of what is not built: pixels of a line, letters in it, pixels of a note. */
const LINE = 24;
const LETTERS = 75;
const NOTE = 36;
/** Milliseconds for which a claim that was chosen is kept in the window. */
const HOLD = 400;
/** Pixels between two notes. */
const GAP = 6;

interface Row { passage: Passage; marks: Mark[]; claims: Placed[]; element: HTMLElement; built: boolean }

export class Pages {
  readonly element = h("div", { class: "pages", tabindex: "0", role: "region", "aria-label": "Text of the document, with its claims" });
  #rows: Row[] = [];
  #text = "";
  #current = -1;
  /** Until when the claim that was chosen is kept in the window while passages around it are built. */
  #holds = 0;
  #observer: IntersectionObserver | null = null;
  readonly #rowOfElement = new Map<Element, Row>();
  readonly #rowOfClaim = new Map<number, Row>();
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.element.addEventListener("click", (event) => this.#click(event));
    this.element.addEventListener("pointerover", (event) => this.#point(event.target));
    this.element.addEventListener("focusin", (event) => this.#point(event.target));
    let width = 0;
    new ResizeObserver(() => {
      if (this.element.clientWidth === width) return;
      width = this.element.clientWidth;
      for (const row of this.#rows) if (row.built) align(row);
    }).observe(this.element);
  }

  /** Lays a text open; `claims` are those that have a note in the margin. */
  show(text: string, { marks }: Marked, claims: Placed[], before: Node[]): void {
    this.clear();
    this.#text = text;
    const passages = passagesOf(text);
    const sorted = sortIntoPassages(passages, marks);
    const notes = sortIntoPassages(passages, claims.map(({ claim, from }): Mark => ({ kind: "sentence", from, to: from + 1, number: claim })));
    const places = new Map(claims.map((each) => [each.claim, each]));
    this.#rows = passages.map((passage, place) => ({
      passage, marks: sorted[place], claims: notes[place].map(({ number }) => places.get(number) as Placed), built: false,
      element: h("div", { class: "row" }),
    }));
    for (const row of this.#rows) {
      this.#rowOfElement.set(row.element, row);
      for (const { claim } of row.claims) this.#rowOfClaim.set(claim, row);
      const { from, to } = row.passage;
      row.element.style.minHeight = `${Math.max(Math.ceil((to - from) / LETTERS) * LINE, row.claims.length * NOTE)}px`;
    }
    this.element.replaceChildren(...before, ...this.#rows.map((row) => row.element));
    this.element.scrollTop = 0;
    this.#observer = new IntersectionObserver((entries) => this.#near(entries), { root: this.element, rootMargin: AHEAD });
    for (const row of this.#rows) this.#observer.observe(row.element);
  }

  clear(): void {
    this.#observer?.disconnect();
    this.#rowOfElement.clear();
    this.#rowOfClaim.clear();
    this.#rows = [];
    this.#current = -1;
    this.element.replaceChildren();
  }

  /** Makes a claim the one that is reviewed, and brings it into the window; with `focus` it gets that too. */
  choose(claim: number, focus: boolean, reveal = true): void {
    const before = this.#rowOfClaim.get(this.#current);
    const row = this.#rowOfClaim.get(claim);
    this.#current = claim;
    if (before && before !== row && before.built) this.#fill(before);
    if (!row) return;
    this.#fill(row);
    this.#holds = reveal ? performance.now() + HOLD : 0;
    if (reveal) this.#reveal(claim);
    if (focus) this.note(claim)?.focus({ preventScroll: true });
  }

  /** Draws the note of a claim anew, and keeps the focus where it is. */
  redraw(claim: number): void {
    const row = this.#rowOfClaim.get(claim);
    const old = this.note(claim);
    if (!row || !old) return;
    const had = old.contains(document.activeElement);
    const next = claimNote(this.#desk, claim, claim === this.#current);
    next.style.marginTop = old.style.marginTop;
    old.replaceWith(next);
    align(row);
    const field = next.querySelector<HTMLInputElement>("input");
    if (field) field.focus();
    else if (had) next.focus({ preventScroll: true });
  }

  note(claim: number): HTMLElement | null {
    return this.#rowOfClaim.get(claim)?.element.querySelector<HTMLElement>(`[data-number="${claim}"]`) ?? null;
  }

  get built(): number {
    return this.#rows.filter((row) => row.built).length;
  }

  #reveal(claim: number): void {
    const here = this.#rowOfClaim.get(claim)?.element.querySelector<HTMLElement>("mark.here") ?? this.note(claim);
    if (!here) return;
    const { top, bottom } = this.element.getBoundingClientRect();
    const note = this.note(claim)?.getBoundingClientRect();
    const place = here.getBoundingClientRect();
    const low = Math.max(place.bottom, note?.bottom ?? 0);
    if (place.top >= top + 8 && low <= bottom - 8) return;
    this.element.scrollTop += place.top - top - Math.min(120, (bottom - top) / 4);
  }

  #near(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const row = this.#rowOfElement.get(target);
      if (!row) continue;
      if (isIntersecting && !row.built) this.#fill(row);
      else if (!isIntersecting && row.built && !this.#isHeld(row)) this.#empty(row);
    }
    if (performance.now() < this.#holds) this.#reveal(this.#current);
  }

  /** Whether a passage must stay: it has the focus, or the claim that is reviewed. */
  #isHeld(row: Row): boolean {
    return row === this.#rowOfClaim.get(this.#current) || row.element.contains(document.activeElement);
  }

  #fill(row: Row): void {
    const { element, passage, marks, claims } = row;
    const focused = element.contains(document.activeElement) ? document.activeElement?.closest<HTMLElement>("[data-number]")?.dataset.number : undefined;
    element.replaceChildren(
      h("div", { class: "passage", dir: "auto" }, passageNodes(this.#desk.graph, this.#text, passage, marks, this.#current)),
      h("div", { class: "margin" }, claims.map(({ claim }) => claimNote(this.#desk, claim, claim === this.#current))));
    element.style.minHeight = "";
    row.built = true;
    align(row);
    if (focused !== undefined) element.querySelector<HTMLElement>(`[data-number="${focused}"]`)?.focus({ preventScroll: true });
  }

  #empty(row: Row): void {
    row.element.style.minHeight = `${row.element.offsetHeight}px`;
    row.element.replaceChildren();
    row.built = false;
  }

  #click({ target }: MouseEvent): void {
    if (!(target instanceof HTMLElement) || getSelection()?.isCollapsed === false) return;
    const note = target.closest<HTMLElement>("[data-number]");
    if (note) {
      if (!target.closest("button, input") && Number(note.dataset.number) !== this.#current) this.#desk.choose(Number(note.dataset.number));
      return;
    }
    const mark = target.closest<HTMLElement>("mark");
    if (mark?.dataset.actor !== undefined) this.#desk.openActor(Number(mark.dataset.actor));
    else if (mark?.dataset.at !== undefined) this.#chooseAt(Number(mark.dataset.at), mark);
  }

  #chooseAt(at: number, mark: HTMLElement): void {
    const row = this.#rowOfElement.get(mark.closest(".row") as Element);
    const [first] = row?.claims.filter(({ from, to }) => from <= at && at < to) ?? [];
    if (first) this.#desk.choose(first.claim);
  }

  /** Shows what belongs together: the sentence of a note, the note of a sentence, all places of an actor. */
  #point(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    for (const old of this.element.querySelectorAll(".near")) old.classList.remove("near");
    const row = this.#rowOfElement.get(target.closest(".row") ?? this.element);
    const note = target.closest<HTMLElement>("[data-number]");
    const mark = target.closest<HTMLElement>("mark");
    const actor = mark?.dataset.actor;
    if (actor !== undefined) for (const each of this.element.querySelectorAll(`mark[data-actor="${actor}"]`)) each.classList.add("near");
    if (!row) return;
    const near = note ? row.claims.filter(({ claim }) => claim === Number(note.dataset.number))
      : row.claims.filter(({ from, to }) => mark?.dataset.at !== undefined && from <= Number(mark.dataset.at) && Number(mark.dataset.at) < to);
    if (note) for (const { from, to } of near) {
      for (const each of row.element.querySelectorAll<HTMLElement>("mark[data-at]")) if (Number(each.dataset.at) >= from && Number(each.dataset.at) < to) each.classList.add("near");
    } else for (const { claim } of near) this.note(claim)?.classList.add("near");
  }
}

/** Puts each note beside its sentence, or below the one before where that is longer. */
function align({ element, claims }: Row): void {
  const text = element.querySelector<HTMLElement>(".passage");
  const notes = [...element.querySelectorAll<HTMLElement>(".margin-note")];
  if (!text || !notes.length) return;
  for (const note of notes) note.style.marginTop = "";
  const marks = [...text.querySelectorAll<HTMLElement>("mark[data-at]")];
  const tops = new Map(marks.map((mark) => [mark.dataset.at, mark.offsetTop - text.offsetTop]));
  const heights = notes.map((note) => note.offsetHeight);
  let y = 0;
  notes.forEach((note, place) => {
    const top = Math.max(y, tops.get(String(claims[place].from)) ?? 0);
    note.style.marginTop = `${top - y}px`;
    y = top + heights[place] + GAP;
  });
}
