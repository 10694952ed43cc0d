// What the page opens with: what the case holds, what is strongest in it, and what one can ask.

import { dayOf, outletOf, saidWords } from "../data/claim_words";
import { actorField, Candidates } from "../evidence/actor_picker";
import { form, h, linkButton, name, note, statusNote } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import { many, MODALITY } from "../page/words";
import { type Question, QUESTIONS } from "../questions/catalogue";
import { fits, isDisputed } from "../questions/asking";
import { wordsOf } from "../served/server";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { strongestFindings } from "./findings";

const QUOTE = 220;

export function opening(state: State, actions: Actions): HTMLElement[] {
  const findings = strongestFindings(state.graph);
  return [
    h("h2", { tabindex: "-1" }, "What does this case say?"),
    h("p", { class: "holds" }, holdsSentence(state)),
    h("div", { class: "halves" },
      h("section", { class: "questions", "aria-labelledby": "ask-questions" }, h("h3", { id: "ask-questions" }, "Ask"), ...questions(state, actions)),
      findings.length ? h("section", { class: "findings", "aria-labelledby": "ask-findings" }, h("h3", { id: "ask-findings" }, "Strongest findings"),
        state.graph.data.served ? note(`Of the ${many(state.graph.data.actors.id.length, "actor")} that are loaded; questions are asked of the whole case.`) : null,
        h("ul", {}, findings.map((claim) => finding(state, claim, actions)))) : null as unknown as HTMLElement),
  ];
}

/** How much there is, of how many outlets and of which time. */
function holdsSentence({ graph }: State): string {
  const { whole, data } = graph;
  const all = data.served ?? data.partOf;
  const ties = all?.ties ?? data.ties.id.length;
  const [outlets, first, last] = all ? [all.outlets ?? 0, all.first ?? "", all.last ?? ""] : spanOf(data.documents);
  const from = outlets ? ` from ${many(outlets, "outlet")}` : "";
  const time = first ? (first === last ? ` of ${first}` : ` of ${first} to ${last}`) : "";
  return `${many(whole.documents, "document")}${from}${time} name ${many(whole.actors, "actor")} and make ${many(whole.claims, "claim")} of ${many(ties, "tie")}.`;
}


function spanOf({ publisher, published }: { publisher: string[]; published: string[] }): [outlets: number, first: string, last: string] {
  const days = published.filter(Boolean).sort();
  return [new Set(publisher.filter(Boolean)).size, days[0] ?? "", days[days.length - 1] ?? ""];
}

function finding(state: State, claim: number, actions: Actions): HTMLElement {
  const { graph } = state;
  const { claims, polarities, modalities, actors } = graph.data;
  const tie = claims.tie[claim];
  const denied = polarities[claims.polarity[claim]] === "denied";
  const how = modalities[claims.modality[claim]];
  const [subject, object] = graph.endsOf(claim);
  const end = (actor: number) => linkButton(() => actions.openActor(actors.id[actor]), name(graph.name(actor), 60));
  const words = saidWords(graph, claim);
  return h("li", { "data-claim": claims.id[claim] },
    h("p", { class: "says" }, end(subject), " ", h("span", { class: `relation ${graph.sentiment(tie)}` }, denied ? `not: ${words}` : words), " ", end(object),
      how !== "asserted" ? h("span", { class: `badge ${how}` }, MODALITY[how] ?? how) : null),
    h("button", { type: "button", class: "link words", title: "Show the claim", on: { click: () => actions.openClaim(claims.id[claim]) } },
      h("bdi", { class: "quote" }, `“${shorten(oneLine(graph.quote(claim)), QUOTE)}”`)),
    h("p", { class: "count" }, [dayOf(graph, claim), shorten(outletOf(graph, claims.document[claim]), 70)].filter(Boolean).join(" · ")));
}

/** Those about the whole case as buttons, where the page has an answer; those about actors as sentences with blanks. */
function questions(state: State, actions: Actions): HTMLElement[] {
  const plain = QUESTIONS.filter((question) => !question.parameters.some((each) => each.required));
  const blanks = QUESTIONS.filter((question) => question.parameters.some((each) => each.required));
  return [
    h("div", { class: "plain" }, plain.filter((question) => hasAnswer(state, question)).map((question) =>
      h("button", { type: "button", "data-question": question.name, on: { click: () => actions.ask(question.name, []) } }, question.words))),
    ...(state.graph.whole.actors ? blanks.map((question) => blankForm(state, question, actions)) : []),
  ];
}

/** Whether something in the page answers it; of what a server has besides one cannot tell. */
function hasAnswer({ graph }: State, question: Question): boolean {
  if (graph.data.served || question.name === "sources") return true;
  if (question.name === "strongest") return graph.data.ties.id.length > 0;
  if (question.name === "disputed") return graph.claimsOfTie.some((_, tie) => isDisputed(graph, tie));
  if (question.name === "changed-story") return graph.claimsOfTie.some((_, tie) => graph.sources.changedBy(tie).length > 0);
  return graph.data.claims.id.some((_, claim) => fits(graph, question, claim));
}

/** A question as a sentence with a field for each actor. */
function blankForm(state: State, question: Question, actions: Actions): HTMLElement {
  const candidates = () => new Candidates(state, -1, actions.lookUp);
  const label = question.words.replace(/[{}]/g, "");
  const fields = question.parameters.map((each) => actorField(`ask-${question.name}-${each.name}`, `${label}: ${each.name}`, candidates(), each.words));
  const said = statusNote();
  const submit = async () => {
    const ids: string[] = [];
    try {
      for (const [at, each] of fields.entries()) {
        const parameter = question.parameters[at];
        if (!each.field.value.trim() && !parameter.required) continue;
        const actor = each.field.value.trim() ? await each.find() : undefined;
        if (!actor) {
          said.textContent = each.field.value.trim() ? `No actor is called “${shorten(oneLine(each.field.value), 40)}”.` : "Name an actor.";
          return each.field.focus();
        }
        ids.push(actor.id);
      }
      actions.ask(question.name, ids);
    } catch (error) {
      said.textContent = wordsOf(error);
    }
  };
  const parts = question.words.split(/\{(\w+)\}/).map((part, at) => {
    if (at % 2 === 0) return part;
    const { field, list } = fields[question.parameters.findIndex((each) => each.name === part)];
    return h("span", { class: "blank" }, field, list);
  });
  return form(() => void submit(), { class: "sentence", "data-question": question.name }, ...parts, " ", h("button", { type: "submit", class: "small" }, "Ask"), said);
}
