// The text of a document, at the sentence that a claim rests on.

import type { Graph } from "../data/graph";
import { button, factLine, fill, h, name, note, panelHeading, smallButton } from "../page/dom";
import { safeLink, units } from "../page/text";
import { wordsOf } from "../served/server";
import { marked, type Stretch, stretchesOf, unreadLegend, unreadStretches, withUnread } from "./marks";

/** Characters before and behind the sentence that are laid out at once. */
const AROUND = 20_000;

/** Where to open a document: a stretch in code points, and the claim that rests on it, or -1. */
export interface SourcePlace { document: number; start: number; length: number; claim: number }

export function sourceView(graph: Graph, place: SourcePlace, back: () => void): HTMLElement {
  return h("section", { class: "source", "aria-label": "Source text" },
    button("← Back to the evidence", back, { class: "small back" }),
    panelHeading(name(graph.title(place.document), 200)),
    aboutDocument(graph, place.document),
    body(graph, place));
}

function aboutDocument(graph: Graph, document: number): HTMLElement {
  const { author, publisher, published, source } = graph.data.documents;
  const facts = document < 0 ? [] : [author[document], publisher[document], published[document]].filter(Boolean);
  const address = document < 0 ? "" : source[document];
  const link = safeLink(address);
  return factLine(facts.join(", "), facts.length ? " — " : "",
    link ? h("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, address) : h("code", {}, address));
}

function body(graph: Graph, place: SourcePlace): (Node | string)[] {
  const fetched = graph.fetchText(place.document);
  if (fetched) return [fetchedText(graph, place, fetched)];
  const text = graph.text(place.document);
  if (text !== null) return [wholeText(graph, place, text)];
  return [note("This page does not hold the document's text; the file above does. The sentence:"), sentence(graph, place)];
}

/** The sentence alone, where the text around it is not there. */
function sentence(graph: Graph, { claim }: SourcePlace): Node | string {
  if (claim < 0 || !graph.quote(claim)) return "";
  return h("blockquote", { dir: "auto" }, h("mark", { id: "here", class: "here" }, graph.quote(claim)));
}

/** The sentence until the text has come, and where it does not come. */
function fetchedText(graph: Graph, place: SourcePlace, fetched: Promise<string>): HTMLElement {
  const waiting = h("div", {});
  const say = (note: HTMLElement) => fill(waiting, note, sentence(graph, place));
  const load = (fetching: Promise<string>) => {
    say(h("p", { role: "status", class: "note" }, "Loading the text …"));
    fetching.then((text) => waiting.replaceWith(wholeText(graph, place, text)), (error: unknown) => {
      const again = () => load(graph.fetchText(place.document) ?? Promise.resolve(graph.text(place.document) ?? ""));
      say(h("p", { role: "status", class: "note failed" }, `The text cannot be shown. ${wordsOf(error)} `, smallButton("Try again", again)));
    });
  };
  load(fetched);
  return waiting;
}

/** The text with a stretch of it marked and in sight. */
function wholeText(graph: Graph, place: SourcePlace, text: string): HTMLElement {
  const { start, length, claim } = place;
  const [from, to] = units(text, [start, start + length]);
  // Words outside their own sentence (a name that a pronoun stands for) need no mark here.
  const stretches: Stretch[] = claim >= 0 ? stretchesOf(graph, claim) : [];
  const gaps = unreadStretches(text, graph.unread(place.document));
  const element = h("div", { class: "text", dir: "auto", tabindex: "0", role: "region", "aria-label": "Text of the document" });
  const lay = (first: number, last: number) => {
    const here = h("mark", { id: "here", class: "here" }, marked(text.slice(from, to), stretches));
    element.replaceChildren(...withUnread(text, gaps, first, from), here, ...withUnread(text, gaps, to, last));
    if (first > 0) element.prepend(button("Show what stands before", () => lay(0, last), { class: "more" }));
    if (last < text.length) element.append(button("Show what follows", () => lay(first, text.length), { class: "more" }));
    requestAnimationFrame(() => here.scrollIntoView({ block: "center" }));
  };
  lay(from > AROUND ? from - AROUND : 0, Math.min(text.length, to + AROUND));
  return gaps.length ? h("div", {}, unreadLegend(gaps.length), element) : element;
}
