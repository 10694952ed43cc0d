// What is said where the server refuses a query, and where in the query the mistake is.

import { fill, h, smallButton } from "../page/dom";
import { Failure, wordsOf } from "../served/server";
import type { Editor } from "./editor";

export class Mistake {
  readonly element = h("div", { class: "wrong", role: "alert", hidden: true });
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Says no more of it; its mark in the editor goes with the next change there. */
  hide(): void {
    this.element.hidden = true;
  }

  clear(): void {
    this.hide();
    this.#editor.unmark();
  }

  /** `shift` is how many characters stood before the editor's text in its first line. */
  show(error: unknown, shift: number): void {
    this.element.hidden = false;
    const words = wordsOf(error);
    const place = error instanceof Failure && error.status === 400 ? placeOf(error, words) : null;
    if (!place) return fill(this.element, words);
    const [line, column] = [place[0], place[0] === 1 ? Math.max(1, place[1] - shift) : place[1]];
    this.#editor.mark(line, column);
    fill(this.element, words.replace(/\b\d+:\d+\b/, `${line}:${column}`), " ",
      smallButton(`Go to line ${line}, column ${column}`, () => this.#editor.go(line, column)));
  }
}

/** Line and column of a mistake, as the server gives them or as they stand in its words. */
function placeOf(error: Failure, words: string): [line: number, column: number] | null {
  const { line, column } = error.details;
  if (typeof line === "number" && typeof column === "number") return [line, column];
  const match = /\b(\d+):(\d+)\b/.exec(words);
  return match ? [Number(match[1]), Number(match[2])] : null;
}
