// A claim as a reader sees it: the quote with its words marked, who says so, how, when, and where it stands.

import { holdsWords, rolesWords, sumWords } from "../data/claim_words";
import { button, h, name, note, smallButton } from "../page/dom";
import { MODALITY, POLARITY } from "../page/words";
import type { Actions } from "../state/actions";
import { reviewWords } from "../state/reviews";
import type { State } from "../state/state";
import { actorLink, endLink, pinButton, relationWord } from "./links";
import { marked, stretchesOf } from "./marks";

/** Copies that a card names; the others are counted. */
const REPEATED = 5;

export function claimCard(state: State, claim: number, actions: Actions): HTMLElement {
  const { graph } = state;
  const { data } = graph;
  const { claims, polarities } = data;
  const document = claims.document[claim];
  const tie = claims.tie[claim];
  const polarity = polarities[claims.polarity[claim]];
  const [subject, object] = graph.endsOf(claim);
  const id = claims.id[claim];
  const judged = actions.judgements.has("wrong", id);
  const openSource = () => actions.openSource(claims.document[claim], claims.start[claim], [...graph.quote(claim)].length, claim);
  const card = h("article", { class: `claim ${polarity}${judged ? " judged" : ""}${claim === actions.wanted ? " wanted" : ""}`, "data-claim": id },
    h("p", { class: "says" }, endLink(state, subject, actions), " ", relationWord(state, tie, "span", polarity === "denied", claim), " ",
      endLink(state, object, actions)),
    badges(state, claim),
    h("blockquote", { dir: "auto" }, marked(graph.quote(claim), stretchesOf(graph, claim))),
    repeats(state, claim, actions),
    facts(state, claim, actions, openSource),
    h("p", { class: "acts" }, smallButton("Show in the text", openSource),
      document >= 0 ? smallButton("Read", () => actions.readClaim(data.documents.id[document], id), { title: "Read the whole document, at this claim" }) : null,
      wrongButton(id, judged, actions, (now) => card.classList.toggle("judged", now)), pinButton(() => actions.pin({ claim }))));
  return card;
}

function badges({ graph }: State, claim: number): HTMLElement {
  const { claims, polarities, modalities } = graph.data;
  const polarity = polarities[claims.polarity[claim]];
  const modality = modalities[claims.modality[claim]];
  const stand = graph.sources.stand(claim);
  const words = stand === "negates" ? "negated in its own words" : stand === "denies" ? "denied by someone" : POLARITY[polarity];
  return h("p", { class: "how" }, h("span", { class: `badge ${polarity}` }, words ?? polarity), " ",
    h("span", { class: `badge ${modality}` }, MODALITY[modality] ?? modality));
}

function facts(state: State, claim: number, actions: Actions, openSource: () => void): HTMLElement {
  const { graph } = state;
  const { claims, strings, documents } = graph.data;
  const document = claims.document[claim];
  const said = strings[claims.said[claim]];
  const holds = holdsWords(graph, claim);
  const sum = sumWords(graph, claim);
  const roles = rolesWords(graph, claim);
  const row = (term: string, value: Node | string) => [h("dt", {}, term), h("dd", {}, value)];
  return h("dl", {},
    row("Says so", asserters(state, claim, actions)),
    said ? row("Said on", said) : [],
    holds ? row("Holds", holds) : [],
    sum ? row("Amount", sum) : [],
    roles ? row("Also", h("bdi", {}, roles)) : [],
    row("Document", h("button", { type: "button", class: "link source", on: { click: openSource } }, name(graph.title(document)))),
    document >= 0 && documents.publisher[document] ? row("Publisher", name(documents.publisher[document])) : [],
    row("Reviewed", reviewWords(state.review(claim))),
    row("Found by", h("span", { title: "The rule that read the sentence, how sure it is, and how much an analyst wants to know it" },
      `${strings[claims.rule[claim]]}, confidence ${claims.confidence[claim].toFixed(2)}, worth ${(claims.worth[claim] / 100).toFixed(2)}`)));
}

/** Says of a copy what it copies, and of what is copied who repeats it. */
function repeats({ graph }: State, claim: number, actions: Actions): HTMLElement | null {
  const { sources } = graph;
  const origin = sources.origin(claim);
  const others = origin === claim ? sources.copiesOf(claim) : [origin];
  if (!others.length) return null;
  const links = others.slice(0, REPEATED).flatMap((other, place) => [place ? ", " : "",
    h("button", { type: "button", class: "link", on: { click: () => actions.selectClaim(other) } }, name(sources.sayer(graph.data.claims.document[other])[0], 60))]);
  return note(origin === claim ? "The same sentence also in " : "A copy of a sentence of ", ...links,
    others.length > REPEATED ? ` and ${others.length - REPEATED} more` : "");
}

/** Who says what a claim says, outermost first; where its words name nobody, who stands behind the document. */
function asserters(state: State, claim: number, actions: Actions): HTMLElement {
  const { claims } = state.graph.data;
  const names = claims.asserters[claim];
  if (!names) {
    const [sayer, what] = state.graph.sources.sayer(claims.document[claim]);
    return h("span", {}, name(sayer), what === "document" ? " (the document)" : ` (the document’s ${what})`);
  }
  return h("span", {}, ...names.map((actor, place) => [place ? ", quoting " : null, actorLink(state, actor, actions)]));
}

function wrongButton(id: string, judged: boolean, { judgements }: Actions, onChange: (now: boolean) => void): HTMLElement {
  const wrong: HTMLButtonElement = button(judged ? "Marked wrong" : "Wrong?", async () => {
    const now = await judgements.toggle("wrong", id, "");
    wrong.textContent = now ? "Marked wrong" : "Wrong?";
    wrong.setAttribute("aria-pressed", String(now));
    onChange(now);
  }, { class: "small", "aria-pressed": String(judged), title: judgements.wrongTitle });
  return wrong;
}
