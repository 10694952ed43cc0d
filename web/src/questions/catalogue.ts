// The named questions: the files of src/sociogram/rdf/questions, as the page computes them. A browser test compares
// all of them with the command line.

/** What a row of an answer can have, in the words of SPARQL. */
export type Column =
  | "subject" | "relation" | "object" | "polarity" | "modality" | "confidence" | "document" | "quote" | "saidBy" | "speaker"
  | "when" | "until" | "said" | "qualifier" | "amount" | "currency" | "affirmed" | "denied" | "tie" | "step"
  | "title" | "published" | "claims" | "name" | "kind" | "ties" | "actor"
  | "topic" | "claim" | "saidOn" | "standing" | "statedBy" | "deniedBy" | "contradictedBy";
/** `rank` is worth × confidence, the highest first. */
export type Key = Column | "rank" | "time";

export interface Parameter { name: string; words: string; required: boolean }

export interface Question {
  name: string;
  /** As the page asks it; `{actor}` stands where an actor is named. */
  words: string;
  parameters: Parameter[];
  columns: Column[];
  order: Key[];
  /** Relations of the claims that answer it. */
  relations?: string[];
  /** Classes of open relations whose claims answer it too. */
  tones?: string[];
}

const END = ["document", "quote"] as const;
const HOW: Column[] = ["subject", "relation", "object", "polarity", "modality", ...END];
const USUAL: Key[] = ["rank", "subject", "object", ...END];
const ANY: Parameter[] = [{ name: "actor", words: "of", required: false }];
const ONE: Parameter[] = [{ name: "actor", words: "actor", required: true }];
const TWO: Parameter[] = [{ name: "first", words: "one actor", required: true }, { name: "second", words: "another actor", required: true }];

export const QUESTIONS: Question[] = [
  { name: "who-funded-whom", words: "Who funded whom?", parameters: ANY, order: USUAL,
    columns: ["subject", "relation", "object", "qualifier", "amount", "currency", "polarity", "modality", ...END],
    relations: ["funded", "promisedFunding", "paid", "gave", "bought", "soldTo", "contractedWith"] },
  { name: "who-accuses-whom", words: "Who accuses whom?", parameters: ANY, columns: HOW, order: USUAL, relations: ["accuses", "sued", "investigated"] },
  { name: "who-defends-whom", words: "Who defends whom?", parameters: ANY, columns: HOW, order: USUAL, relations: ["defends", "praises", "endorses"] },
  { name: "who-supports-whom", words: "Who supports whom?", parameters: ANY, columns: HOW, order: USUAL,
    relations: ["supports", "endorses", "praises", "defends", "aids", "alliedWith", "agreedTo", "agreedWith", "friendOf"],
    tones: ["verbal cooperation", "material cooperation"] },
  { name: "who-opposes-whom", words: "Who opposes whom?", parameters: ANY, columns: HOW, order: USUAL,
    relations: ["criticises", "opposes", "rejects", "protestsAgainst", "accuses", "threatens", "sanctions", "sued", "investigated", "dismantles",
      "attacked", "invaded", "fired", "banned", "fought", "killed", "arrested", "convicted", "coerces", "expelled", "quarrelsWith"],
    tones: ["verbal conflict", "material conflict"] },
  { name: "who-met-whom", words: "Who met or talked with whom?", parameters: ANY, order: USUAL,
    columns: ["subject", "relation", "object", "when", "polarity", "modality", ...END],
    relations: ["met", "talkedWith", "negotiatesWith", "sentTo", "received", "visited"] },
  { name: "posts", words: "Who holds which post?", parameters: ANY, order: USUAL,
    columns: ["subject", "relation", "object", "polarity", "modality", "when", "until", ...END],
    relations: ["holdsPost", "leads", "chiefExecutiveOf", "headOfState", "headOfGovernment", "ministerOf", "memberOf", "partyMemberOf", "represents",
      "employs", "advises", "spokespersonFor", "leftPost", "succeeded"] },
  { name: "family", words: "Who is kin to whom?", parameters: ANY, order: USUAL,
    columns: ["subject", "relation", "object", "polarity", "modality", "until", ...END],
    relations: ["marriedTo", "divorced", "partnerOf", "parentOf", "siblingOf", "relativeOf", "friendOf"] },
  { name: "demands", words: "Who demands what of whom?", parameters: ANY, columns: HOW, order: USUAL, relations: ["demands", "urged", "ordered", "threatens", "warned"] },
  { name: "disputed", words: "What is disputed?", parameters: ANY,
    columns: ["subject", "relation", "object", "affirmed", "denied", "tie", "standing", "statedBy", "deniedBy", "contradictedBy"], order: [] },
  { name: "changed-story", words: "Who says both that it is so and that it is not?", parameters: ANY,
    columns: ["speaker", "subject", "relation", "object", "polarity", "modality", "saidOn", ...END],
    order: ["speaker", "subject", "object", "saidOn", "relation", ...END] },
  { name: "denied", words: "What is denied?", parameters: ANY, columns: ["subject", "relation", "object", "saidBy", ...END], order: USUAL },
  { name: "not-established", words: "What is only alleged, possible or intended?", parameters: ANY,
    columns: ["subject", "relation", "object", "modality", "polarity", ...END], order: ["rank", "modality", "subject", "object", ...END] },
  { name: "to-review", words: "What is grave and reviewed by nobody?", parameters: ANY,
    columns: ["subject", "relation", "object", "topic", "polarity", "modality", ...END, "claim"], order: ["rank", "claim"] },
  { name: "strongest", words: "Who has the most ties?", parameters: [], columns: ["name", "kind", "ties", "claims", "actor"], order: [] },
  { name: "sources", words: "Which documents were read?", parameters: [], columns: ["document", "title", "published", "claims"], order: ["published", "document"] },
  { name: "what-does", words: "What does {speaker} say of {topic}?",
    parameters: [{ name: "speaker", words: "speaker", required: true }, { name: "topic", words: "anyone", required: false }],
    columns: ["subject", "relation", "object", "polarity", "modality", "said", ...END],
    order: ["rank", "said", ...END, "subject", "relation", "object"] },
  { name: "between", words: "What do {first} and {second} have with each other?", parameters: TWO, columns: HOW,
    order: ["rank", "relation", "subject", ...END] },
  { name: "path", words: "How are {first} and {second} connected?", parameters: TWO,
    columns: ["step", "subject", "relation", "object", "modality", ...END], order: [] },
  { name: "about", words: "What is claimed of {actor}?", parameters: ONE,
    columns: ["subject", "relation", "object", "polarity", "modality", "confidence", ...END],
    order: ["rank", "relation", "subject", "object", ...END] },
  { name: "timeline", words: "What happened around {actor}, in order of time?", parameters: ONE,
    columns: ["when", "until", "said", "subject", "relation", "object", "polarity", "modality", ...END],
    order: ["time", ...END, "subject", "relation", "object"] },
  { name: "who-says", words: "Who says something about {actor}?", parameters: ONE,
    columns: ["speaker", "subject", "relation", "object", "polarity", "modality", ...END],
    order: ["rank", "speaker", ...END, "subject", "relation", "object"] },
];

const BY_NAME = new Map(QUESTIONS.map((question) => [question.name, question]));

export function questionOf(name: string): Question | undefined {
  return BY_NAME.get(name);
}

/** Whether a question can be asked with so many actors. */
export function isComplete(question: Question, actors: number): boolean {
  return actors >= question.parameters.filter((each) => each.required).length && actors <= question.parameters.length;
}
