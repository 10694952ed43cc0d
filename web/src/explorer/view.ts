// What fills the middle of the page in place of the map: a room.

import type { Room } from "../state/choices";

export interface View {
  /** What its button in the header says. */
  title: string;
  element: HTMLElement;
  /** Draws it anew; called after every change while it is shown, and never while it is not. */
  refresh(): void;
}

/** The rooms that a page has, in the order of their buttons. */
export type Views = Partial<Record<Room, View>>;
