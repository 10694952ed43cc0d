// What stands over a document that is read: its title, where it is from, what was found in it.

import type { Graph } from "../data/graph";
import { factLine, h, name, note } from "../page/dom";
import { safeLink } from "../page/text";
import { many } from "../page/words";
import { marksLegend } from "./text_piece";

export function documentHeading(graph: Graph, document: number, claims: number, hasText: boolean): HTMLElement {
  const { author, publisher, published, source } = graph.data.documents;
  const facts = [author[document], publisher[document], published[document]].filter(Boolean);
  const address = source[document];
  const link = safeLink(address);
  const unread = hasText ? graph.unread(document).length : 0;
  return h("div", { class: "document-heading" },
    h("h2", { tabindex: "-1" }, name(graph.title(document), 300)),
    factLine(h("bdi", {}, facts.join(", ")), facts.length ? " — " : "", link ? h("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, address) : h("code", {}, address)),
    factLine(`${many(claims, "claim")}; ${many(unread, "sentence")} that ${unread === 1 ? "names" : "name"} two actors and gave no claim`),
    hasText ? marksLegend() : note("This page does not hold the document's text; the file above does. These are the sentences that gave claims."));
}

/** The sentences that gave claims, where the text around them is not there, and where in it each begins. */
export function sentencesOf(graph: Graph, document: number): { text: string; starts: Map<number, number> } {
  const { claims } = graph.data;
  const quotes = new Map<number, string>();
  claims.document.forEach((each, claim) => {
    if (each === document) quotes.set(claims.start[claim], graph.quote(claim));
  });
  const starts = new Map<number, number>();
  let text = "";
  let length = 0;
  for (const [start, quote] of [...quotes].sort((a, b) => a[0] - b[0])) {
    starts.set(start, length);
    text += `${quote}\n\n`;
    length += [...quote].length + 2;
  }
  return { text, starts };
}
