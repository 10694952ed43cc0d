// Questions in words, with the names of the actors that they are asked about.

import { linkButton, name } from "../page/dom";
import { oneLine, shorten } from "../page/text";
import { type Question, questionOf } from "./catalogue";
import type { Actions } from "../state/actions";
import type { Asked } from "../state/choices";
import type { State } from "../state/state";

const LONGEST = 60;
/** What a question asks where its actor is to be one of the ends alone. */
const OF_SIDE: Record<string, { subject: string; object: string }> = {
  "who-funded-whom": { object: "Who funded {actor}?", subject: "Whom did {actor} fund?" },
  "who-accuses-whom": { object: "Who accuses {actor}?", subject: "Whom does {actor} accuse?" },
  "who-defends-whom": { object: "Who defends {actor}?", subject: "Whom does {actor} defend?" },
  "who-supports-whom": { object: "Who supports {actor}?", subject: "Whom does {actor} support?" },
  "who-opposes-whom": { object: "Who opposes {actor}?", subject: "Whom does {actor} oppose?" },
};
/** What it asks where its actor may be either. */
const OF_ACTOR: Record<string, string> = {
  "who-met-whom": "Whom did {actor} meet or talk with?", posts: "Which posts has {actor}, and who has one there?", family: "Who is kin to {actor}?",
  disputed: "What is disputed about {actor}?", denied: "What is denied about {actor}?", "not-established": "What is only alleged, possible or intended about {actor}?",
  demands: "What does {actor} demand, and what is demanded of {actor}?",
};

/** Whether a question can be asked of one end alone. */
export function hasSides(question: string): boolean {
  return Object.hasOwn(OF_SIDE, question);
}

/** What is asked, in one line of text. */
export function askedWords(state: State, asked: Asked): string {
  return partsOf(state, asked).map((part) => (typeof part === "string" ? part : part.words)).join("");
}

/** The like, with the actors to be clicked. */
export function askedLine(state: State, asked: Asked, actions: Actions): (Node | string)[] {
  return partsOf(state, asked).map((part) => (typeof part === "string" ? part : linkButton(() => actions.openActor(part.id), name(part.words, LONGEST))));
}

function partsOf(state: State, { name: own, actors, side }: Asked): (string | { id: string; words: string })[] {
  const question = questionOf(own);
  if (!question) return [oneLine(own)];
  const nameOf = (id: string) => {
    const actor = state.graph.actor(id);
    return { id, words: actor < 0 ? id : shorten(oneLine(state.graph.name(actor)), LONGEST) };
  };
  return pattern(question, actors.length, side).split(/(\{\w+\})/).filter(Boolean).map((part) => {
    const at = question.parameters.findIndex((each) => part === `{${each.name}}`);
    return at < 0 ? part : actors[at] ? nameOf(actors[at]) : question.parameters[at].words;
  });
}

function pattern({ name: own, words }: Question, count: number, side: Asked["side"]): string {
  if (own === "what-does" && count < 2) return "What does {speaker} say?";
  if (words.includes("{") || !count) return words;
  if (side !== "either" && hasSides(own)) return OF_SIDE[own][side];
  return OF_ACTOR[own] ?? `${words.slice(0, -1)}, with {actor} on either side?`;
}
