// A query in words that asks one of the named questions: "who funded Clinton", "Clinton accuses", "Musk met Trump".

import { fold } from "../page/text";
import type { Side } from "../state/choices";

/** A question that words ask, and the words that name its actors before and behind the verb. */
export interface Understood { question: string; left: string; right: string; side: Side }

const VERBS: [question: string, verb: RegExp][] = [
  ["who-funded-whom", /^(fund(s|ed|ing)?|financ(e|es|ed)|pa(y|ys|id)|donat(e|es|ed)|bankroll(s|ed)?|gave|bought|sold|money)$/],
  ["who-accuses-whom", /^(accus(e|es|ed|ing)|su(e|es|ed)|investigat(e|es|ed|ing)|blam(e|es|ed))$/],
  ["who-defends-whom", /^(defend(s|ed|ing)?|prais(e|es|ed)|endors(e|es|ed))$/],
  ["who-supports-whom", /^(support(s|ed|ing)?|back(s|ed)|help(s|ed)|aid(s|ed))$/],
  ["who-opposes-whom", /^(oppos(e|es|ed|ing)|critici[sz](e|es|ed|ing)|attack(s|ed|ing)?|threaten(s|ed|ing)?|fight(s|ing)?|fought|against)$/],
  ["who-met-whom", /^(m(ee|e)t(s|ing)?|talk(s|ed)?|visit(s|ed)?|negotiat(e|es|ed))$/],
  ["what-does", /^(say(s|ing)?|said|tell(s)?|told|claim(s|ed)?)$/],
  ["demands", /^(demand(s|ed)?|urg(e|es|ed)|warn(s|ed)?)$/],
  ["posts", /^(posts?|office|leads?|led|member|minister|president|works?)$/],
  ["family", /^(married|wife|husband|kin|family|son|daughter|relatives?)$/],
  ["disputed", /^(disputed?|contested)$/],
  ["denied", /^(den(y|ies|ied))$/],
  ["not-established", /^(alleged(ly)?|possibl[ey])$/],
  ["timeline", /^(timeline|happened|when)$/],
];
const FILLERS = new Set(["who", "whom", "what", "which", "does", "do", "did", "is", "are", "was", "were", "has", "have", "had", "been", "being", "of", "about", "by", "from", "with",
  "to", "for", "the", "a", "an", "and", "in", "on", "holds", "held", "around", "people", "anyone", "someone", "them", "each", "other"]);
/** Questions that may ask for one end alone. */
const ONE_SIDED = new Set(["who-funded-whom", "who-accuses-whom", "who-defends-whom", "who-supports-whom", "who-opposes-whom"]);

const BE = new Set(["is", "are", "was", "were", "been", "being"]);

/** Nothing where no word of the query is a verb of a question. */
export function understand(query: string): Understood | null {
  const words = fold(query).replace(/(?<![?!.,])[?!.,]+(?=\s|$)/g, "").split(/\s+/).filter(Boolean);
  for (const [question, verb] of VERBS) {
    const at = words.findIndex((word) => verb.test(word));
    if (at < 0) continue;
    const names = (part: string[]) => part.filter((word) => !FILLERS.has(word)).join(" ");
    const [left, right] = [names(words.slice(0, at)), names(words.slice(at + 1))];
    // A verb alone is a word to be searched for, but for one that asks something.
    if (!left && !right && words.length < 2) return null;
    const isPassive = words[at + 1] === "by" || BE.has(words[at - 1]);
    const isSubject = Boolean(left) !== isPassive;
    return { question, left, right, side: ONE_SIDED.has(question) && (left || right) ? (isSubject ? "subject" : "object") : "either" };
  }
  return null;
}

/** The question with its actors by their ids; nothing where a name means no one. `find` gives the id that some words mean. */
export async function resolve({ question, left, right, side }: Understood, find: (words: string) => Promise<string | undefined>): Promise<{ name: string; actors: string[]; side: Side } | null> {
  const [one, other] = [left && (await find(left)), right && (await find(right))];
  if ((left && !one) || (right && !other)) return null;
  if (question === "what-does" && !one) return other ? { name: "who-says", actors: [other], side: "either" } : null;
  if (question === "what-does") return { name: question, actors: [one, other].filter((each): each is string => Boolean(each)), side: "either" };
  if (one && other) return one === other ? null : { name: "between", actors: [one, other], side: "either" };
  const actor = one || other;
  if (question === "timeline" && !actor) return null;
  return { name: question, actors: actor ? [actor] : [], side };
}
