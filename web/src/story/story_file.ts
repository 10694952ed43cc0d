// story.jsonl: a story as text, one record a line; src/sociogram/story/story_file.py reads and writes the same.

import type { PinnedClaim } from "../state/pinnable";
import * as limits from "./story";
import { KINDS, type Pin, type PinKind, type Step, type Story } from "./story";

export const STORY_FILE = "story.jsonl";
const VERSION = 1;
const FIELDS: Record<string, string[]> = {
  story: ["version", "title", "author", "run"],
  step: ["heading", "notes"],
  pin: ["kind", "id", "words", "view", "claims", "actors", "ties"],
};
const OF_CLAIM = ["id", "document", "quote", "subject", "relation", "object", "polarity"] as const;
const LONGEST: Record<string, number> = { notes: limits.LONGEST_NOTES, quote: limits.LONGEST_QUOTE, view: limits.LONGEST_VIEW };

type Fields = Record<string, unknown>;

/** A file that is no story; the message has the line and the field, and how to mend it. */
export class StoryError extends Error {}

export function formatStory(story: Story): string {
  const lines = [line("story", { version: VERSION, title: story.title, author: story.author, run: story.run })];
  for (const step of story.steps) {
    lines.push(line("step", { heading: step.heading, notes: step.notes }));
    for (const pin of step.pins) lines.push(line("pin", recordOf(pin)));
  }
  return lines.join("");
}

/** What is empty is left out. */
function recordOf(pin: Pin): Fields {
  const claims = pin.claims.map((claim) => Object.fromEntries(OF_CLAIM.map((name) => [name, claim[name]])));
  const record: Fields = { kind: pin.kind, id: pin.id, words: pin.words, view: pin.view, claims, actors: pin.actors, ties: pin.ties };
  return Object.fromEntries(Object.entries(record).filter(([, value]) => (value as string | unknown[]).length > 0));
}

function line(record: string, fields: Fields): string {
  const escapes: Record<string, string> = { "\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085" };
  return `${JSON.stringify({ record, ...fields }).replace(/[\u2028\u2029\x85]/g, (sign) => escapes[sign])}\n`;
}

/** Raises a StoryError where the text is no story. */
export function parseStory(text: string): Story {
  if (new Blob([text]).size > limits.MOST_BYTES) {
    throw new StoryError(`It is longer than ${limits.MOST_BYTES} bytes; make two stories of it, or give a story.`);
  }
  const reader = new Reader();
  text.replace(/^\ufeff/, "").split("\n").forEach((each, at) => {
    if (each.trim()) reader.take(each, at + 1);
  });
  return reader.story();
}

/** Takes the lines of one file, one after the other. */
class Reader {
  #head: Pick<Story, "title" | "author" | "run"> | null = null;
  readonly #steps: { heading: string; notes: string; pins: Pin[] }[] = [];
  #pins = 0;

  take(text: string, number: number): void {
    const { record: kind, ...record } = objectIn(parse(text, number), number, "the line");
    if (typeof kind !== "string" || !Object.hasOwn(FIELDS, kind)) throw wrong(number, "field 'record' is none of story, step and pin");
    if ((this.#head === null) !== (kind === "story")) {
      throw wrong(number, kind === "story" ? "a second record 'story'" : "the first line has to be the record 'story'", "give a file that sociogram wrote");
    }
    checkFields(record, FIELDS[kind], number);
    if (kind === "story") this.#takeStory(record, number);
    else if (kind === "step") this.#takeStep(record, number);
    else this.#takePin(record, number);
  }

  story(): Story {
    if (!this.#head) throw new StoryError("It holds no story; give a file that sociogram wrote.");
    return { ...this.#head, steps: this.#steps as Step[] };
  }

  #takeStory(record: Fields, number: number): void {
    const { version } = record;
    if (typeof version !== "number" || !Number.isInteger(version) || version < 1) throw wrong(number, "field 'version' is no whole number from 1 on");
    if (version > VERSION) throw wrong(number, `is of version ${version}, and this page reads ${VERSION}`, "use a newer sociogram");
    this.#head = { title: textIn(record, "title", number), author: textIn(record, "author", number), run: textIn(record, "run", number) };
  }

  #takeStep(record: Fields, number: number): void {
    if (this.#steps.length === limits.MOST_STEPS) throw wrong(number, `more than ${limits.MOST_STEPS} steps`, "make two stories of it");
    this.#steps.push({ heading: textIn(record, "heading", number), notes: textIn(record, "notes", number), pins: [] });
  }

  #takePin(record: Fields, number: number): void {
    if (++this.#pins > limits.MOST_PINS) throw wrong(number, `more than ${limits.MOST_PINS} pins`, "make two stories of it");
    const step = this.#steps[this.#steps.length - 1];
    if (!step) throw wrong(number, "a pin before the first step", "put a record 'step' before it");
    if (!KINDS.some((kind) => kind === record.kind)) throw wrong(number, `field 'kind' is none of ${KINDS.join(", ")}`);
    step.pins.push({
      kind: record.kind as PinKind, id: textIn(record, "id", number), words: textIn(record, "words", number), view: textIn(record, "view", number),
      claims: claimsIn(record, number), actors: idsIn(record, "actors", limits.MOST_ACTORS, number), ties: idsIn(record, "ties", limits.MOST_TIES, number),
    });
  }
}

function wrong(number: number, reason: string, remedy = "mend the line or delete it"): StoryError {
  return new StoryError(`Line ${number}: ${reason}; ${remedy}.`);
}

function parse(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(number, "is no JSON");
  }
}

function objectIn(value: unknown, number: number, what: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(number, `${what} is no object`);
  return value as Fields;
}

function checkFields(record: Fields, known: readonly string[], number: number, before = ""): void {
  const [unknown] = Object.keys(record).filter((name) => !known.includes(name)).sort();
  if (unknown !== undefined) throw wrong(number, `unknown field '${before}${unknown.slice(0, 40)}'`, `the fields are ${known.join(", ")}`);
}

function textIn(record: Fields, name: string, number: number, before = ""): string {
  const value = record[name] ?? "";
  const most = LONGEST[name] ?? limits.LONGEST_LINE;
  if (typeof value !== "string" || record[name] === null) throw wrong(number, `field '${before}${name}' is no text`);
  if (value.length > most && [...value].length > most) throw wrong(number, `field '${before}${name}' is longer than ${most} characters`, "shorten it");
  return value;
}

function listIn(record: Fields, name: string, most: number, number: number): unknown[] {
  const value = record[name] === undefined ? [] : record[name];
  if (!Array.isArray(value)) throw wrong(number, `field '${name}' is no list`);
  if (value.length > most) throw wrong(number, `field '${name}' has more than ${most}`, "pin less at once");
  return value;
}

function idsIn(record: Fields, name: string, most: number, number: number): string[] {
  return listIn(record, name, most, number).map((value, at) => textIn({ [`${name}.${at + 1}`]: value }, `${name}.${at + 1}`, number));
}

function claimsIn(record: Fields, number: number): PinnedClaim[] {
  return listIn(record, "claims", limits.MOST_CLAIMS, number).map((value, at) => {
    const before = `claims.${at + 1}.`;
    const claim = objectIn(value, number, `field 'claims.${at + 1}'`);
    checkFields(claim, OF_CLAIM, number, before);
    return Object.fromEntries(OF_CLAIM.map((name) => [name, textIn(claim, name, number, before)])) as unknown as PinnedClaim;
  });
}
