// The text of a document, at the sentence that a claim rests on.

import { button, h, name } from "./dom";
import { marked } from "./evidence";
import type { State } from "./state";
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
  const text = state.graph.text(doc);
  if (text === null) {
    const quote = claim >= 0 ? quotes[claims.quote[claim]] : "";
    box.append(h("p", { class: "note" }, "This page does not hold the document's text; the file above does. The sentence:"),
      h("blockquote", { dir: "auto" }, h("mark", { id: "here", class: "here" }, quote)));
    return box;
  }
  const [from, to] = units(text, [start, start + length]);
  const spans = claim >= 0 ? claims.spans.slice(claim * 6, claim * 6 + 6) : [];
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
  box.append(body);
  return box;
}
