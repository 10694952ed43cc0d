// One of the two sides as a reader sees it: names, kind, identifiers, counts, and words about it.

import { identifierLinks } from "../evidence/links";
import { countWords, factLine, h, linkButton, name } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import { many } from "../page/words";
import type { Actions } from "../state/actions";
import type { Side, SideQuote } from "./side";

/** Other names that are shown, and characters of a quote. */
const ALIASES = 12;
const QUOTE = 420;

export function sideCard(side: Side, title: string, actions: Actions): HTMLElement {
  return h("section", { class: "side-card", "aria-label": `${title}: ${shorten(oneLine(side.name), 80)}` },
    h("h3", {}, countWords(title), " ", linkButton(() => actions.openActor(side.id), name(side.name, 300))),
    factLine(side.kind, " · ", many(side.claims, "claim"), " · ", many(side.mentions, "mention"), " in ", many(side.documents, "document")),
    side.aliases.length ? factLine("also ", side.aliases.slice(0, ALIASES).flatMap((alias, place) => [place ? ", " : "", name(alias, 60)]),
      side.aliases.length > ALIASES ? ` and ${side.aliases.length - ALIASES} more` : null) : null,
    side.identifiers.length ? factLine(...identifierLinks(side.identifiers)) : null,
    side.candidates.length ? factLine("perhaps ", h("bdi", {}, side.candidates.map((each) => shorten(each, 80)).join("; or "))) : null,
    factLine(countWords("id "), h("bdi", {}, shorten(side.id, 80))),
    quoteList(side.quotes, actions));
}

/** What a split would part from its actor. */
export function partCard(words: string, quotes: SideQuote[], actions: Actions): HTMLElement {
  return h("section", { class: "side-card", "aria-label": `Perhaps another: ${shorten(oneLine(words), 80)}` },
    h("h3", {}, countWords("Perhaps another"), " ", name(words, 300)), quoteList(quotes, actions));
}

function quoteList(quotes: SideQuote[], actions: Actions): HTMLElement {
  if (!quotes.length) return h("p", { class: "note" }, "No words about it here.");
  return h("ul", { class: "quotes" }, quotes.map((quote) => h("li", {},
    quote.text ? h("blockquote", {}, h("bdi", {}, shorten(oneLine(quote.text), QUOTE))) : null,
    quote.claim ? linkButton(() => actions.openClaim(quote.claim), name(oneLine(quote.title), 70)) : h("span", { class: "count" }, name(oneLine(quote.title), 70)))));
}
