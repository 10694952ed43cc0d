// A claim as a note in the margin of the text it stands in.

import { holdsWords, rolesWords, sumWords } from "../data/claim_words";
import type { Graph } from "../data/graph";
import { form, h, linkButton, name, smallButton } from "../page/dom";
import { MODALITY } from "../page/words";
import { type Review, reviewWords } from "../state/reviews";

/** What a note in the margin needs and can do. */
export interface Desk {
  readonly graph: Graph;
  /** The claim whose note is being written, or -1. */
  readonly noting: number;
  /** Why a reviewer may not judge, or nothing. */
  review(claim: number): Review;
  /** What was noted and not judged yet. */
  pending(claim: number): string;
  choose(claim: number): void;
  judge(claim: number, verdict: "right" | "wrong"): void;
  same(claim: number, end: "subject" | "object"): void;
  beginNote(claim: number): void;
  endNote(claim: number, words: string | null): void;
  openActor(actor: number): void;
  toMap(claim: number): void;
}

const SIGNS: Record<Review["state"], string> = { unreviewed: "○", right: "✓", wrong: "✗" };

export function claimNote(desk: Desk, claim: number, current: boolean): HTMLElement {
  const { claims, polarities } = desk.graph.data;
  const review = desk.review(claim);
  const polarity = polarities[claims.polarity[claim]];
  return h("article", {
    class: `margin-note ${polarity} ${review.state}${current ? " current" : ""}`, tabindex: current ? "0" : "-1",
    "data-claim": claims.id[claim], "data-number": claim, "aria-current": current ? "true" : undefined,
    "aria-label": `Claim, ${review.state}`,
  },
    says(desk, claim, current), current ? [how(desk, claim), more(desk, claim)] : null,
    stateLine(desk, claim, review, current),
    current && desk.noting === claim ? noteForm(desk, claim, review.note) : null);
}

function says(desk: Desk, claim: number, current: boolean): HTMLElement {
  const { graph } = desk;
  const { claims, polarities } = graph.data;
  const tie = claims.tie[claim];
  const [subject, object] = graph.endsOf(claim);
  const end = (number: number) => (current && number >= 0 ? linkButton(() => desk.openActor(number), name(graph.end(number), 60)) : name(graph.end(number), 60));
  const denied = polarities[claims.polarity[claim]] === "denied";
  const topic = graph.topic(claim);
  return h("p", { class: "says", title: current ? undefined : `${graph.end(subject)} ${graph.relation(tie)} ${graph.end(object)}` },
    topic && !current ? h("abbr", { class: "mark-grave", title: `grave: ${topic}` }, "! ") : null, end(subject), " ",
    h("span", { class: `relation ${graph.sentiment(tie)}` }, denied ? `not: ${graph.relation(tie)}` : graph.relation(tie)), " ", end(object));
}

function how({ graph }: Desk, claim: number): HTMLElement {
  const { claims, polarities, modalities } = graph.data;
  const polarity = polarities[claims.polarity[claim]];
  const modality = modalities[claims.modality[claim]];
  const topic = graph.topic(claim);
  const names = claims.asserters[claim] || [];
  return h("p", { class: "how" },
    polarity === "denied" ? h("span", { class: "badge denied" }, polarity) : null, " ",
    h("span", { class: `badge ${modality}` }, MODALITY[modality] ?? modality), " ",
    topic ? h("span", { class: "badge grave" }, `grave: ${topic}`) : null, " ",
    names.length ? h("span", { class: "count" }, "says ", ...names.map((actor, place) => [place ? ", quoting " : "", name(graph.name(actor), 40)]).flat()) : null);
}

/** What the note of the claim that is being reviewed tells besides. */
function more({ graph }: Desk, claim: number): HTMLElement | null {
  const { claims, strings } = graph.data;
  const facts = [holdsWords(graph, claim), sumWords(graph, claim), rolesWords(graph, claim),
    `${strings[claims.rule[claim]]}, confidence ${claims.confidence[claim].toFixed(2)}, worth ${(claims.worth[claim] / 100).toFixed(2)}`].filter(Boolean);
  return h("p", { class: "facts" }, h("bdi", {}, facts.join(" · ")));
}

function stateLine(desk: Desk, claim: number, review: Review, current: boolean): HTMLElement {
  const pending = desk.pending(claim);
  const act = (words: string, label: string, action: () => void, pressed?: boolean) => smallButton(words, (event) => {
    event.stopPropagation();
    action();
  }, { "aria-label": label, title: label, tabindex: current ? "0" : "-1", "aria-pressed": pressed === undefined ? undefined : String(pressed) });
  return h("p", { class: "acts" },
    h("span", { class: "state", title: reviewWords(review) }, current ? `${SIGNS[review.state]} ${reviewWords(review)}` : `${SIGNS[review.state]} ${review.state === "unreviewed" ? "" : review.state}`.trim()),
    act(current ? "✓ Right" : "✓", "Right (r)", () => desk.judge(claim, "right"), review.state === "right"),
    act(current ? "✗ Wrong" : "✗", "Wrong (w)", () => desk.judge(claim, "wrong"), review.state === "wrong"),
    current ? [act("Same…", "Judge who is the same as the subject (s), as the object (S)", () => desk.same(claim, "subject")),
      act("Note", "Note (m)", () => desk.beginNote(claim)), act("On the map", "Show on the map (g)", () => desk.toMap(claim))] : [],
    review.note && desk.noting !== claim ? h("span", { class: "noted" }, "Note: ", h("bdi", {}, review.note)) : null,
    pending ? h("span", { class: "noted" }, "Noted, kept with the judgement: ", h("bdi", {}, pending)) : null);
}

function noteForm(desk: Desk, claim: number, words: string): HTMLElement {
  const field = h("input", { type: "text", maxlength: "900", "aria-label": "Note on this claim", value: desk.pending(claim) || words, placeholder: "note" });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    desk.endNote(claim, null);
  });
  return form(() => desk.endNote(claim, field.value), { class: "pick" }, field, h("button", { type: "submit" }, "Keep"));
}
