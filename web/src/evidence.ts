// Claims as a reader sees them: the quote with its words marked, who says so, how, when, and where it stands.

import { button, h, name } from "./dom";
import type { JudgementList } from "./judge";
import type { State } from "./state";
import { many, MODALITY, oneLine, POLARITY, safeLink, units } from "./words";

/** An actor that can be named where one is asked for; it need not be in the page. */
export interface Named { id: string; name: string; kind: string }

export interface Actions {
  selectActor(actor: number): void;
  selectTie(tie: number): void;
  /** The like by ids, also of what the page does not hold yet. */
  openActor(id: string): void;
  openTie(id: string): void;
  openClaim(id: string): void;
  /** Opens the text of a document by its id. */
  read(id: string, title: string, source: string, start: number, length: number): void;
  /** Brings the neighbours of an actor onto the map. */
  expand(actor: number): void;
  /** Fetches more of what is claimed of an actor, and leaves the map as it is. */
  gather(actor: number): void;
  findPath(from: string, to: string): void;
  /** Actors of the whole case by their names, where the page holds a part of it. */
  lookUp: ((words: string) => Promise<Named[]>) | null;
  /** Shows a claim among those of its tie, before the others. */
  selectClaim(claim: number): void;
  wanted: number;
  openSource(document: number, start: number, length: number, claim: number): void;
  judgements: JudgementList;
}

const FIRST = 8;

/** A quote with the words of subject, relation and object marked. */
export function markedQuote(state: State, claim: number): HTMLElement {
  const { claims, quotes } = state.graph.data;
  const text = quotes[claims.quote[claim]];
  const spans = claims.spans.slice(claim * 6, claim * 6 + 6);
  const quote = h("blockquote", { dir: "auto" });
  quote.append(...marked(text, [
    ["subject", spans[0], spans[1]], ["relation", spans[2], spans[3]], ["object", spans[4], spans[5]],
  ]));
  return quote;
}

/** Text with stretches marked, which are given in code points and may overlap. */
export function marked(text: string, stretches: [kind: string, start: number, end: number][]): Node[] {
  const inside = stretches.filter(([, start, end]) => end > start && end > 0);
  const points = [...new Set(inside.flatMap(([, start, end]) => [Math.max(0, start), end]))].sort((a, b) => a - b);
  const places = units(text, points);
  const at = new Map(points.map((point, index) => [point, places[index]]));
  const cuts = [...new Set([0, ...places, text.length])].sort((a, b) => a - b);
  const nodes: Node[] = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [from, to] = [cuts[index], cuts[index + 1]];
    const kinds = inside.filter(([, start, end]) =>
      (at.get(Math.max(0, start)) as number) <= from && (at.get(end) as number) >= to).map(([kind]) => kind);
    const words = text.slice(from, to);
    nodes.push(kinds.length ? h("mark", { class: kinds.join(" "), title: kinds.join(", ") }, words) : document.createTextNode(words));
  }
  return nodes;
}

export function actorLink(state: State, actor: number, actions: Actions): HTMLElement {
  return h("button", { type: "button", class: "link", on: { click: () => actions.selectActor(actor) } }, name(state.graph.name(actor)));
}

export function endLink(state: State, end: number, actions: Actions): HTMLElement {
  if (end >= 0) return actorLink(state, end, actions);
  return h("span", { class: "literal" }, name(state.graph.end(end)));
}

/** Who says what a claim says, outermost first. */
function asserters(state: State, claim: number, actions: Actions): HTMLElement {
  const names = state.graph.data.claims.asserters[claim];
  if (!names) return h("span", {}, "no one named");
  const line = h("span", {});
  names.forEach((actor, place) => line.append(place ? ", quoting " : "", actorLink(state, actor, actions)));
  return line;
}

export function amountWords(amount: [number, string, string, string]): string {
  const [value, currency, qualifier, text] = amount;
  const number = `${qualifier ? `${qualifier} ` : ""}${value.toLocaleString("en")}${currency ? ` ${currency}` : ""}`;
  return text ? `${number} (“${oneLine(text)}”)` : number;
}

export function holdsWords(state: State, claim: number): string {
  const { claims, strings } = state.graph.data;
  const [from, to, words] = [claims.from, claims.to, claims.when].map((column) => strings[column[claim]]);
  const dates = from && to && from !== to ? `${from} to ${to}` : from || to;
  return words ? `${dates || "date not resolved"} (“${oneLine(words)}”)` : dates;
}

export function claimCard(state: State, claim: number, actions: Actions): HTMLElement {
  const { claims, ties, strings, polarities, modalities, documents } = state.graph.data;
  const tie = claims.tie[claim];
  const polarity = polarities[claims.polarity[claim]];
  const modality = modalities[claims.modality[claim]];
  const doc = claims.document[claim];
  const row = (term: string, ...value: (Node | string)[]) => [h("dt", {}, term), h("dd", {}, ...value)];
  const amount = claims.amount[claim];
  const said = strings[claims.said[claim]];
  const holds = holdsWords(state, claim);
  const judged = actions.judgements.has("wrong", claims.id[claim]);
  const quoteLength = [...state.graph.data.quotes[claims.quote[claim]]].length;
  const source = () => actions.openSource(doc, claims.start[claim], quoteLength, claim);
  const wrong: HTMLButtonElement = button(judged ? "Marked wrong" : "Wrong?", async () => {
    const now = await actions.judgements.toggle("wrong", claims.id[claim], "");
    wrong.textContent = now ? "Marked wrong" : "Wrong?";
    wrong.setAttribute("aria-pressed", String(now));
    card.classList.toggle("judged", now);
  }, { class: "small", "aria-pressed": String(judged), title: actions.judgements.wrongTitle });
  const card = h("article", { class: `claim ${polarity}${judged ? " judged" : ""}${claim === actions.wanted ? " wanted" : ""}`, "data-claim": claims.id[claim] },
    h("p", { class: "says" },
      endLink(state, ties.subject[tie], actions), " ",
      h("span", { class: `relation ${state.graph.sentiment(tie)}` }, polarity === "denied" ? `not: ${state.graph.relation(tie)}` : state.graph.relation(tie)), " ",
      endLink(state, ties.object[tie], actions)),
    h("p", { class: "how" }, h("span", { class: `badge ${polarity}` }, POLARITY[polarity] ?? polarity), " ",
      h("span", { class: `badge ${modality}` }, MODALITY[modality] ?? modality)),
    markedQuote(state, claim),
    h("dl", {},
      row("Says so", asserters(state, claim, actions)),
      said ? row("Said on", said) : [],
      holds ? row("Holds", holds) : [],
      amount ? row("Amount", amountWords(amount)) : [],
      row("Document", h("button", { type: "button", class: "link source", on: { click: source } }, name(state.graph.title(doc)))),
      doc >= 0 && documents.publisher[doc] ? row("Publisher", name(documents.publisher[doc])) : [],
      row("Found by", h("span", { title: "The rule that read the sentence, and how sure it is" },
        `${strings[claims.rule[claim]]}, confidence ${claims.confidence[claim].toFixed(2)}`))),
    h("p", { class: "acts" }, button("Show in the text", source, { class: "small" }), wrong));
  return card;
}

/** Cards, the surest first, of which the first few are shown until asked for more. */
export function claimList(state: State, claims: number[], actions: Actions, first = FIRST): HTMLElement {
  const { confidence } = state.graph.data.claims;
  const wanted = (claim: number) => Number(claim === actions.wanted);
  const sorted = [...claims].sort((a, b) => wanted(b) - wanted(a) || confidence[b] - confidence[a] || a - b);
  const list = h("div", { class: "claims" });
  let shown = 0;
  const more = button("", () => show(25), { class: "more" });
  const show = (count: number) => {
    more.remove();
    for (const claim of sorted.slice(shown, shown + count)) list.append(claimCard(state, claim, actions));
    shown = Math.min(sorted.length, shown + count);
    if (shown < sorted.length) {
      more.textContent = `${many(sorted.length - shown, "more claim")}`;
      list.append(more);
    }
  };
  show(first);
  return list;
}

export function activeClaims(state: State, tie: number): number[] {
  return state.graph.claimsOfTie[tie].filter((claim) => state.activeClaims[claim]);
}

function group(state: State, ties: number[], heading: (Node | string)[], open: boolean, actions: Actions, first = FIRST): HTMLElement {
  const claims = ties.flatMap((tie) => activeClaims(state, tie));
  const denied = ties.reduce((sum, tie) => sum + state.tieDenied[tie], 0);
  const details = h("details", { class: "group", open },
    h("summary", {}, ...heading, " ", h("span", { class: "count" }, `${claims.length}${denied ? `, ${denied} denied` : ""}`)));
  const load = () => {
    if (details.open && details.children.length === 1) details.append(claimList(state, claims, actions, first));
  };
  details.addEventListener("toggle", load);
  load();
  return details;
}

/** All that is claimed between two actors, grouped by relation. */
export function tieEvidence(state: State, ties: number[], actions: Actions): HTMLElement[] {
  return ties.filter((tie) => state.tieCount[tie]).map((tie, place) => group(state, [tie], [
    name(state.graph.end(state.graph.data.ties.subject[tie]), 40), " ",
    h("strong", { class: `relation ${state.graph.sentiment(tie)}` }, state.graph.relation(tie)), " ",
    name(state.graph.end(state.graph.data.ties.object[tie]), 40),
  ], place < 3, actions));
}

/** The claims of an actor, grouped by relation and direction, the largest group first; at once where `whole`. */
export function actorEvidence(state: State, actor: number, actions: Actions, whole = false): HTMLElement[] {
  const { ties } = state.graph.data;
  const groups = new Map<string, number[]>();
  for (const tie of state.graph.tiesOfActor[actor]) {
    if (!state.tieCount[tie]) continue;
    const key = `${ties.subject[tie] === actor ? ">" : "<"}${state.graph.relation(tie)}`;
    const like = groups.get(key);
    if (like) like.push(tie);
    else groups.set(key, [tie]);
  }
  const size = (like: number[]) => like.reduce((sum, tie) => sum + state.tieCount[tie], 0);
  const sorted = [...groups.values()].sort((a, b) => size(b) - size(a) || a[0] - b[0]);
  return sorted.map((like, place) => {
    const tie = like[0];
    const outward = ties.subject[tie] === actor;
    const relation = h("strong", { class: `relation ${state.graph.sentiment(tie)}` }, state.graph.relation(tie));
    const own = name(state.graph.name(actor), 30);
    return group(state, like, outward ? [own, " ", relation, " …"] : ["… ", relation, " ", own], whole || place < 2, actions, whole ? Infinity : FIRST);
  });
}

export function identifierLinks(pairs: [string, string][]): (Node | string)[] {
  return pairs.flatMap(([scheme, value], place) => {
    const url = /^wikidata$/i.test(scheme) && /^Q\d+$/.test(value) ? `https://www.wikidata.org/wiki/${value}` : safeLink(value);
    const words = `${scheme} ${value}`;
    return [place ? ", " : "", url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words) : words];
  });
}
