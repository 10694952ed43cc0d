// The questions that fit an actor or a tie, of which only those with an answer are offered.

import type { Graph } from "../data/graph";
import { fits } from "./asking";
import { questionOf } from "./catalogue";

/** A question as it can be asked at once, and how many claims answer it here. */
export interface Offer { question: string; words: string; actors: string[]; side: "either" | "subject" | "object"; count: number }

/** What can be asked of an actor, by the end that it is of a claim. */
const OF_ACTOR: [question: string, side: Offer["side"], words: string][] = [
  ["who-funded-whom", "object", "Who funds them?"], ["who-funded-whom", "subject", "Whom do they fund?"],
  ["who-accuses-whom", "object", "Who accuses them?"], ["who-accuses-whom", "subject", "Whom do they accuse?"],
  ["who-defends-whom", "object", "Who defends them?"], ["who-defends-whom", "subject", "Whom do they defend?"],
  ["who-supports-whom", "object", "Who supports them?"], ["who-opposes-whom", "object", "Who opposes them?"],
  ["who-met-whom", "either", "Whom did they meet?"], ["posts", "either", "Which posts?"], ["family", "either", "Which kin?"],
  ["denied", "either", "What is denied?"], ["not-established", "either", "What is only alleged?"],
];

/** Claims by who asserts them, made when first asked for. */
const asserted = new WeakMap<Graph, number[][]>();

/** The claims that an actor asserts. */
export function claimsBy(graph: Graph, actor: number): number[] {
  let known = asserted.get(graph);
  if (!known) {
    const all: number[][] = graph.data.actors.id.map(() => []);
    graph.data.claims.asserters.forEach((actors, claim) => {
      for (const each of actors ? new Set(actors) : []) all[each].push(claim);
    });
    asserted.set(graph, (known = all));
  }
  return known[actor] ?? [];
}

export function offersOf(graph: Graph, actor: number): Offer[] {
  const { actors, ties, claims } = graph.data;
  const id = actors.id[actor];
  const own = graph.tiesOfActor[actor].flatMap((tie) => graph.claimsOfTie[tie]);
  const offers = OF_ACTOR.map(([question, side, words]): Offer => {
    const asked = questionOf(question);
    const count = asked ? own.filter((claim) => (side === "either" || ties[side][claims.tie[claim]] === actor) && fits(graph, asked, claim)).length : 0;
    return { question, words, actors: [id], side, count };
  });
  const plain = (question: string, words: string, count: number): Offer => ({ question, words, actors: [id], side: "either", count });
  return [...offers, plain("what-does", "What do they say?", claimsBy(graph, actor).length),
    plain("who-says", "Who speaks of them?", own.filter((claim) => claims.asserters[claim]).length),
    plain("timeline", "What happened, in order of time?", own.length)].filter((each) => each.count > 0);
}

/** What can be asked of the two that a tie joins. */
export function offersOfTie(graph: Graph, tie: number): Offer[] {
  const { ties, actors, claims } = graph.data;
  const [subject, object] = [ties.subject[tie], ties.object[tie]];
  if (object < 0 || subject === object) return [];
  const [one, other] = [actors.id[subject], actors.id[object]];
  const about = (actor: number) => (claim: number) => graph.actorsOf(claims.tie[claim]).includes(actor);
  const between = graph.tiesOfActor[subject].filter((each) => graph.samePair(each, tie)).reduce((sum, each) => sum + graph.claimsOfTie[each].length, 0);
  const [nameOne, nameOther] = [graph.name(subject), graph.name(object)];
  return [
    { question: "between", words: "All between the two", actors: [one, other], count: between },
    { question: "what-does", words: `What does ${nameOne} say of ${nameOther}?`, actors: [one, other], count: claimsBy(graph, subject).filter(about(object)).length },
    { question: "what-does", words: `What does ${nameOther} say of ${nameOne}?`, actors: [other, one], count: claimsBy(graph, object).filter(about(subject)).length },
  ].filter((each) => each.count > 0).map((each) => ({ ...each, side: "either" as const }));
}
