// The story of the explorer: where it is kept, its room, and pinning to it.

import type { Server } from "../served/server";
import type { Pinnable } from "../state/pinnable";
import type { State } from "../state/state";
import { makePin } from "../story/pins";
import { browserShelf, caseShelf, whatFailed } from "../story/shelves";
import { addPin, MOST_PINS, pinsOf } from "../story/story";
import { StoryBook } from "../story/story_book";
import { StoryRoom } from "./story_room";

export class StoryPart {
  readonly room: StoryRoom;
  readonly book: StoryBook;
  readonly #state: State;
  readonly #say: (words: string) => void;

  constructor(state: State, server: Server | null, say: (words: string) => void) {
    const { served } = state.graph.data;
    const shelf = server ? caseShelf(server, Boolean(server.token && served?.writable), served?.title ?? "") : browserShelf(location.pathname);
    this.#state = state;
    this.#say = say;
    this.book = new StoryBook(shelf, whatFailed);
    this.room = new StoryRoom(state, this.book, server);
  }

  /** The page of the story, to be printed. */
  paper(): HTMLElement {
    return this.room.paper();
  }

  load(): Promise<void> {
    return this.book.load();
  }

  pin(item: Pinnable): void {
    const { story } = this.book;
    if (pinsOf(story).length >= MOST_PINS) return this.#say(`Not pinned: a story has at most ${MOST_PINS} pins.`);
    const pin = makePin(item, this.#state);
    const pinned = addPin({ ...story, run: this.#state.graph.data.run }, pin);
    if (!this.book.change(pinned)) return this.#say(`Not pinned. ${this.book.said}`);
    this.#say(`Pinned to step ${pinned.steps.length} of the story: ${pin.words}`);
  }
}
