// The room of the story: steps with notes and pinned things, which can be put in order, taken away and undone.

import "./storyboard.css";
import { button, fill, h, note } from "../page/dom";
import type { Server } from "../served/server";
import type { State } from "../state/state";
import { addStep, isEmpty, LONGEST_LINE, MOST_STEPS, type Story } from "../story/story";
import type { StoryBook } from "../story/story_book";
import { storyPaper, takeAwayActs } from "./acts";
import { Replays } from "./replays";
import { stepItem } from "./step_item";

export class StoryRoom {
  readonly title = "Story";
  readonly element = h("div", { class: "story", role: "region", "aria-label": "Story" });
  /** Where it is kept; and what came of the last thing that was done with the whole, until the story is another. */
  readonly #status = h("p", { class: "note kept", role: "status" });
  readonly #told = h("p", { class: "note told", role: "status" });
  #toldOf: Story | null = null;
  readonly #warning = h("p", { class: "note failed warning", hidden: true });
  readonly #head = h("div", { class: "story-head" });
  readonly #steps = h("ol", { class: "steps" });
  readonly #replays: Replays;
  /** What was drawn last. */
  #drawn: unknown[] = [];
  /** What is to have the focus after the next drawing, by its key. */
  #wanted = "";
  readonly #state: State;
  readonly #book: StoryBook;
  readonly #server: Server | null;

  constructor(state: State, book: StoryBook, server: Server | null) {
    this.#state = state;
    this.#book = book;
    this.#server = server;
    this.#replays = new Replays(state, server, () => this.#draw(true));
    this.element.append(this.#head, this.#warning, this.#told, this.#status, this.#steps,
      h("p", { class: "acts" }, button("Add a step", () => this.#addStep(), { class: "add-step" })));
    book.onChange(() => {
      if (state.tab === "story") this.#draw();
    });
    this.#layHead();
  }

  refresh(): void {
    this.#draw();
  }

  /** The page of the story, to be printed. */
  paper(): HTMLElement {
    return storyPaper(this.#book.story, this.#state, this.#replays);
  }

  #layHead(): void {
    const book = this.#book;
    const field = (name: "title" | "author", label: string) => {
      const input = h("input", { type: "text", maxlength: LONGEST_LINE, id: `story-${name}`, "data-field": name, on: {
        input: () => book.change({ ...book.story, [name]: input.value }, name),
      } });
      return h("label", { class: name }, h("span", {}, label), input);
    };
    fill(this.#head, h("h2", {}, "Story"), field("title", "Title of the story"), field("author", "Author"),
      takeAwayActs(this.#state, book, this.#replays, this.#server, (words, failed) => this.#say(words, failed)));
  }

  #say(words: string, failed = false): void {
    this.#toldOf = this.#book.story;
    this.#told.textContent = words;
    this.#told.classList.toggle("failed", failed);
  }

  /** Draws what has changed; typing changes nothing that is drawn. */
  #draw(anew = false): void {
    const { story, said, failed } = this.#book;
    this.#status.textContent = said;
    this.#status.classList.toggle("failed", failed);
    if (this.#toldOf !== story) this.#told.textContent = "";
    this.element.querySelector<HTMLButtonElement>(".undo")?.toggleAttribute("disabled", !this.#book.canUndo);
    this.element.querySelector<HTMLButtonElement>(".redo")?.toggleAttribute("disabled", !this.#book.canRedo);
    const key = [...story.steps.map((step) => step.pins), this.#state.graph];
    const typed = story.steps.every((step, at) => this.#holds(`step ${at} heading`, step.heading) && this.#holds(`step ${at} notes`, step.notes));
    this.#fillHead();
    this.#warn();
    if (!anew && typed && key.length === this.#drawn.length && key.every((each, at) => each === this.#drawn[at])) return;
    this.#drawn = key;
    this.#drawSteps();
  }

  #fillHead(): void {
    for (const field of this.#head.querySelectorAll<HTMLInputElement>("input[data-field]")) {
      const value = this.#book.story[field.dataset.field as "title" | "author"];
      if (field.value !== value) field.value = value;
    }
  }

  #holds(key: string, value: string): boolean {
    const field = this.#find(key);
    return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value === value;
  }

  #find(key: string): HTMLElement | null {
    return this.element.querySelector<HTMLElement>(`[data-key="${key}"]`);
  }

  #warn(): void {
    const words = this.#replays.tell(this.#book.story);
    this.#warning.hidden = !words;
    this.#warning.textContent = words ? `Of this story: ${words}.` : "";
  }

  #drawSteps(): void {
    const focused = document.activeElement instanceof HTMLElement && this.#steps.contains(document.activeElement) ? document.activeElement.dataset.key ?? "" : "";
    const { story } = this.#book;
    const replay = this.#replays.of(story);
    const items = story.steps.map((step, at) => stepItem({ story, step, at, replay, change: (make, typing, focus = "") => {
      this.#wanted = focus;
      this.#book.change(make(this.#book.story), typing);
    } }));
    fill(this.#steps, ...items);
    if (!story.steps.length) {
      this.#steps.append(h("li", { class: "none" }, note(isEmpty(story)
        ? "Nothing is pinned yet. “Pin” stands at each claim, tie and actor in the panel, and “Pin this view” under Take away; what is pinned goes to the last step."
        : "No step yet.")));
    }
    const wanted = this.#wanted || focused;
    this.#wanted = "";
    if (!wanted) return;
    (this.#find(wanted) ?? this.#steps.querySelector<HTMLElement>("input") ?? this.element.querySelector<HTMLElement>(".add-step"))?.focus();
  }

  #addStep(): void {
    const { story } = this.#book;
    if (story.steps.length >= MOST_STEPS) return this.#say(`A story has at most ${MOST_STEPS} steps.`, true);
    this.#wanted = `step ${story.steps.length} heading`;
    this.#book.change(addStep(story));
  }
}

