// The story that is written: each change can be undone, and is kept a moment later.

import { formatStory, parseStory } from "./story_file";
import { EMPTY, MOST_BYTES, type Story } from "./story";

/** Where a story is kept. */
export interface Shelf {
  /** The text that is kept, empty where there is none. */
  load(): Promise<string>;
  save(text: string): Promise<void>;
  /** Where it is kept, in words: "in this browser". */
  readonly where: string;
}

const MOST_UNDONE = 200;
/** Milliseconds without a change after which it is kept. */
const REST = 500;

export class StoryBook {
  #story = EMPTY;
  #past: Story[] = [];
  #future: Story[] = [];
  /** What the last change typed into: more letters there are the same change. */
  #typing = "";
  #waiting = 0;
  /** Whether what is kept could be read: what could not be is never written over. */
  #isLoaded = false;
  said = "";
  failed = false;
  readonly #listeners: (() => void)[] = [];
  readonly #shelf: Shelf;
  readonly #wordsOf: (error: unknown) => string;

  constructor(shelf: Shelf, wordsOf: (error: unknown) => string) {
    this.#shelf = shelf;
    this.#wordsOf = wordsOf;
    addEventListener("pagehide", () => void this.flush());
  }

  get story(): Story {
    return this.#story;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async load(): Promise<void> {
    try {
      const text = await this.#shelf.load();
      const kept = text ? parseStory(text) : EMPTY;
      // What was pinned while the story was on its way is not lost.
      this.#story = this.#past.length ? { ...kept, steps: [...kept.steps, ...this.#story.steps] } : kept;
      this.#isLoaded = true;
      if (this.#past.length) this.#wait();
    } catch (error) {
      this.#tell(`The story that is kept ${this.#shelf.where} cannot be read, and is left as it is: ${this.#wordsOf(error)} Changes made here are not kept: download them.`, true);
    }
    this.#changed();
  }

  /** Takes a change; `typing` names the field that was typed into. Gives whether the story had room for it. */
  change(story: Story, typing = ""): boolean {
    if (story === this.#story) return true;
    if (new Blob([formatStory(story)]).size > MOST_BYTES) {
      this.#tell(`The story is full: its file would be longer than ${MOST_BYTES.toLocaleString("en")} bytes. Nothing was changed; make a second story.`, true);
      this.#changed();
      return false;
    }
    if (!typing || typing !== this.#typing) this.#past = [...this.#past, this.#story].slice(-MOST_UNDONE);
    this.#typing = typing;
    this.#future = [];
    this.#take(story);
    return true;
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.#story);
    this.#typing = "";
    this.#take(before);
  }

  redo(): void {
    const next = this.#future.pop();
    if (!next) return;
    this.#past.push(this.#story);
    this.#take(next);
  }

  /** Keeps at once what waits to be kept. */
  async flush(): Promise<void> {
    if (!this.#waiting) return;
    clearTimeout(this.#waiting);
    this.#waiting = 0;
    try {
      await this.#shelf.save(formatStory(this.#story));
      if (!this.#waiting) this.#tell(`Kept ${this.#shelf.where}.`, false);
    } catch (error) {
      this.#tell(`Not kept: ${this.#wordsOf(error)}`, true);
    }
    for (const listener of this.#listeners) listener();
  }

  #take(story: Story): void {
    this.#story = story;
    if (this.#isLoaded) this.#wait();
    this.#changed();
  }

  #wait(): void {
    // What was said of an earlier change is not true of this one.
    this.#tell("Writing …", false);
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => void this.flush(), REST);
  }

  #tell(words: string, failed: boolean): void {
    this.said = words;
    this.failed = failed;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
