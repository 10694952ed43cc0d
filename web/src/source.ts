// The text of a document, at the sentence that a claim rests on.

import { button, fill, h, name } from "./dom";
import { marked } from "./evidence";
import type { State } from "./state";
import { wordsOf } from "./server";
import { safeLink, units } from "./words";

/** Characters before and behind the sentence that are laid out at once. */
const AROUND = 20_000;

export function sourceView(
  state: State, doc: number, start: number, length: number, claim: number, back: () => void,
): HTMLElement {
  const { documents, claims, quotes } = state.graph.data;
  const heading = h("h2", { tabindex: "-1" }, name(state.graph.title(doc), 200));
  const facts = doc < 0 ? [] : [documents.author[doc], documents.publisher[doc], documents.published[doc]].filter(Boolean);
  const place = doc < 0 ? "" : documents.source[doc];
  const link = safeLink(place);
  const box = h("section", { class: "source", "aria-label": "Source text" },
    button("← Back to the evidence", back, { class: "small back" }), heading,
    h("p", { class: "facts" }, facts.join(", "), facts.length ? " — " : "",
      link ? h("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, place) : h("code", {}, place)));
  const quote = claim >= 0 ? quotes[claims.quote[claim]] : "";
  const spans = claim >= 0 ? claims.spans.slice(claim * 6, claim * 6 + 6) : [];
  const alone = () => (quote ? h("blockquote", { dir: "auto" }, h("mark", { id: "here", class: "here" }, quote)) : "");
  const { graph } = state;
  const fetched = graph.fetchText(doc);
  if (!fetched) {
    const text = graph.text(doc);
    box.append(...(text === null
      ? [h("p", { class: "note" }, "This page does not hold the document's text; the file above does. The sentence:"), alone()]
      : [wholeText(text, start, length, spans)]));
    return box;
  }
  const waiting = h("div", {}, h("p", { role: "status", class: "note" }, "Loading the text …"), alone());
  box.append(waiting);
  const lay = (fetching: Promise<string>) => fetching.then(
    (text) => waiting.replaceWith(wholeText(text, start, length, spans)),
    (error: unknown) => fill(waiting, h("p", { role: "status", class: "note failed" }, `The text cannot be shown. ${wordsOf(error)} `,
      button("Try again", () => {
        fill(waiting, h("p", { role: "status", class: "note" }, "Loading the text …"), alone());
        void lay(graph.fetchText(doc) ?? Promise.resolve(graph.text(doc) ?? ""));
      }, { class: "small" })), alone()));
  void lay(fetched);
  return box;
}

/** The text with a stretch of it marked and in sight. */
function wholeText(text: string, start: number, length: number, spans: number[]): HTMLElement {
  const [from, to] = units(text, [start, start + length]);
  const body = h("div", { class: "text", dir: "auto", tabindex: "0", role: "region", "aria-label": "Text of the document" });
  const lay = (first: number, last: number) => {
    const here = h("mark", { id: "here", class: "here" });
    here.append(...(spans.length ? marked(text.slice(from, to), [
      ["subject", spans[0], spans[1]], ["relation", spans[2], spans[3]], ["object", spans[4], spans[5]],
    ]) : [text.slice(from, to)]));
    body.replaceChildren(text.slice(first, from), here, text.slice(to, last));
    if (first > 0) body.prepend(button("Show what stands before", () => lay(0, last), { class: "more" }));
    if (last < text.length) body.append(button("Show what follows", () => lay(first, text.length), { class: "more" }));
    // Words outside their own sentence (a name that a pronoun stands for) need no mark here.
    requestAnimationFrame(() => here.scrollIntoView({ block: "center" }));
  };
  lay(from > AROUND ? from - AROUND : 0, Math.min(text.length, to + AROUND));
  return body;
}
