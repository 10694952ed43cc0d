// Where the page keeps a story: in the browser, or in the case by way of the server.

import { Failure, type Server, wordsOf } from "../served/server";
import { StoryError } from "./story_file";
import type { Shelf } from "./story_book";

const PATH = "/api/story";

export function browserShelf(name: string): Shelf {
  const key = `sociogram story ${name}`;
  return {
    where: "in this browser; download its file to have it beside the case",
    load: async () => {
      try {
        return localStorage.getItem(key) ?? "";
      } catch {
        return "";
      }
    },
    save: async (text) => {
      try {
        localStorage.setItem(key, text);
      } catch {
        throw new Failure("This browser keeps nothing for the page. Download the file of the story before you leave.", 0);
      }
    },
  };
}

/** The story in the case's folder; where it may not be written, what is changed stays in the browser. */
export function caseShelf(server: Server, writable: boolean, title: string): Shelf {
  let version = "";
  const fetched = async () => {
    const kept = await server.json<{ story: string; version: string }>(PATH);
    version = kept.version;
    return kept.story;
  };
  if (!writable) {
    const own = browserShelf(`${location.origin} ${title}`);
    return { ...own, load: async () => (await own.load()) || fetched() };
  }
  return {
    where: "in story.jsonl of the case",
    load: fetched,
    save: async (text) => {
      const answer = await server.json<{ version: string }>(PATH, { method: "PUT", body: JSON.stringify({ story: text, version }) });
      version = answer.version;
    },
  };
}

/** What to tell of an error: of the file, of the server, of the page. */
export function whatFailed(error: unknown): string {
  return error instanceof StoryError ? error.message : wordsOf(error);
}
