// What can be done with the whole story: taken away as a page, a print or a file; loaded; undone.

import { button, download, h, smallButton } from "../page/dom";
import { printed } from "../page/printing";
import { paperStyle, shadowStyle, storyBody, storyPage } from "../publish/document";
import { toNode } from "../publish/markup";
import { type Server, wordsOf } from "../served/server";
import type { State } from "../state/state";
import { whatFailed } from "../story/shelves";
import type { StoryBook } from "../story/story_book";
import { replayStory, tellReplay } from "../story/replay";
import { formatStory, parseStory, STORY_FILE } from "../story/story_file";
import { MOST_BYTES, type Story } from "../story/story";
import type { Replays } from "./replays";

const PAGE_FILE = "story.html";
const PAGE_PATH = "/api/story/page";

type Say = (words: string, failed?: boolean) => void;

export function takeAwayActs(state: State, book: StoryBook, replays: Replays, server: Server | null, say: Say): HTMLElement {
  const current = (): Story => ({ ...book.story, run: state.graph.data.run });
  const exported = async () => {
    if (!server) return download(PAGE_FILE, "text/html;charset=utf-8", [storyPage(current(), state.graph, replays.of(book.story), state.judged)]);
    try {
      download(PAGE_FILE, "text/html;charset=utf-8", [await server.text(PAGE_PATH, { body: JSON.stringify({ story: formatStory(current()) }) })]);
    } catch (error) {
      say(`Not exported: ${wordsOf(error)}`, true);
    }
  };
  return h("p", { class: "acts" },
    button("Export as a page (HTML)", () => void exported(), { title: "One file with numbered footnotes, small maps and a legend; it needs no script" }),
    server ? printFromServer(book) : button("Print…", () => printStory(current(), state, replays), { title: "The same page on paper or as PDF" }),
    button("File of the story", () => download(STORY_FILE, "application/jsonl;charset=utf-8", [formatStory(current())]),
      { title: "Put it beside the case as story.jsonl: sociogram export story reads it, and each build finds its claims again" }),
    loader(state, book, server, say),
    smallButton("Undo", () => book.undo(), { class: "small undo" }), smallButton("Redo", () => book.redo(), { class: "small redo" }));
}

/** The page that the server has of the story that is kept, to be printed there. */
function printFromServer(book: StoryBook): HTMLElement {
  return h("a", { class: "button", href: PAGE_PATH, target: "_blank", rel: "noopener", title: "Open the page of the story that the case keeps, and print it", on: {
    click: () => void book.flush(),
  } }, "Open as a page");
}

export function printStory(story: Story, state: State, replays: Replays): void {
  printed(storyPaper(story, state, replays), story.title);
}

export function storyPaper(story: Story, state: State, replays: Replays): HTMLElement {
  document.adoptedStyleSheets = [styleSheet(paperStyle())];
  const paper = h("section", { class: "story-paper" });
  const inside = paper.attachShadow({ mode: "open" });
  inside.adoptedStyleSheets = [styleSheet(shadowStyle())];
  inside.append(...storyBody(story, state.graph, replays.of(story), state.judged).map(toNode));
  return paper;
}

function styleSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

function loader(state: State, book: StoryBook, server: Server | null, say: Say): HTMLElement {
  const field = h("input", { type: "file", accept: ".jsonl,application/jsonl", hidden: true, "aria-label": "File of a story", on: { change: async () => {
    const [file] = field.files ?? [];
    field.value = "";
    if (file) await load(file, state, book, server, say);
  } } });
  return h("span", {}, button("Load a file…", () => field.click(), { title: "Takes the place of this story; Undo brings it back" }), field);
}

async function load(file: File, state: State, book: StoryBook, server: Server | null, say: Say): Promise<void> {
  try {
    if (file.size > MOST_BYTES) return say(`${file.name} was not loaded: it is longer than ${MOST_BYTES.toLocaleString("en")} bytes. The story is as it was.`, true);
    const story = parseStory(await file.text());
    const replay = replayStory(story, state.graph);
    // A page that holds a part of a case may lack its documents.
    if (replay.isForeign && !server) return say(`${file.name} was not loaded: ${tellReplay(replay)}. The story is as it was.`, true);
    if (book.change(story)) say(`${file.name} is loaded; Undo brings back what was here before.`);
  } catch (error) {
    say(`${file.name} was not loaded. ${whatFailed(error)} The story is as it was.`, true);
  }
}
