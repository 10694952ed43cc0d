// A text in passages of a size that can be laid out one by one, and what stands marked in each.

import type { Graph } from "../data/graph";
import { units } from "../page/text";

/** UTF-16 units of a passage after which it ends at the next paragraph, at the next line, and anywhere. */
const PARAGRAPH = 300;
const LINE = 1200;
const LONGEST = 2400;

/** Where a passage begins and ends, in UTF-16 units. */
export interface Passage { from: number; to: number }

/** The whole text in passages, none of which cuts a character in two. */
export function passagesOf(text: string): Passage[] {
  const found: Passage[] = [];
  let from = 0;
  while (from < text.length) {
    const to = endOf(text, from);
    found.push({ from, to });
    from = to;
  }
  return found;
}

function endOf(text: string, from: number): number {
  const most = from + LONGEST;
  const paragraph = text.indexOf("\n\n", from + PARAGRAPH);
  if (paragraph >= 0 && paragraph < most) return skipBreaks(text, paragraph);
  const line = text.indexOf("\n", from + LINE);
  if (line >= 0 && line < most) return line + 1;
  if (text.length <= most) return text.length;
  const blank = text.lastIndexOf(" ", most);
  if (blank > from + LINE) return blank + 1;
  return isSecondHalf(text, most) ? most + 1 : most;
}

function skipBreaks(text: string, at: number): number {
  let end = at;
  while (text[end] === "\n") end++;
  return end;
}

function isSecondHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** What a stretch of the text is: the sentence of claims, a word of a claim, an actor, a sentence without a claim. */
export interface Mark {
  kind: "sentence" | "subject" | "relation" | "object" | "actor" | "unread";
  from: number;
  to: number;
  /** The number of a claim (of a sentence its first), of an actor, or -1. */
  number: number;
  /** Of an unread sentence, why. */
  why?: string;
}

/** A claim with where its sentence stands, in UTF-16 units. */
export interface Placed { claim: number; from: number; to: number; trigger: number }

/** All that is marked in a document, by the start, and its claims in the order of the text. */
export interface Marked { marks: Mark[]; claims: Placed[] }

type Stretch = Omit<Mark, "from" | "to"> & { start: number; end: number };

/**
 * Code points become UTF-16 units in one pass over the text. With `starts` the text is of sentences alone, each of which
 * begins where `starts` has it by its place in the document.
 */
export function markDocument(graph: Graph, document: number, text: string, starts: Map<number, number> | null): Marked {
  const stretches = claimStretches(graph, document, starts);
  if (!starts) {
    stretches.push(...actorStretches(graph, document));
    for (const [start, length, why] of graph.unread(document)) stretches.push({ kind: "unread", start, end: start + length, number: -1, why });
  }
  const points = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const places = units(text, points);
  const at = new Map(points.map((point, place) => [point, places[place]]));
  const marks = stretches.map(({ start, end, ...rest }): Mark => ({ ...rest, from: at.get(start) as number, to: at.get(end) as number }))
    .filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from || b.to - a.to);
  return { marks, claims: placeClaims(marks, graph) };
}

function claimStretches(graph: Graph, document: number, starts: Map<number, number> | null): Stretch[] {
  const { claims } = graph.data;
  const found: Stretch[] = [];
  claims.document.forEach((each, claim) => {
    if (each !== document) return;
    const start = starts?.get(claims.start[claim]) ?? claims.start[claim];
    const length = [...graph.quote(claim)].length;
    found.push({ kind: "sentence", start, end: start + length, number: claim });
    (["subject", "relation", "object"] as const).forEach((kind, place) => {
      const [first, last] = claims.spans.slice(claim * 6 + place * 2, claim * 6 + place * 2 + 2);
      // Words outside their own sentence (a name that a pronoun stands for) need no mark here.
      if (first >= 0 && last > first && last <= length) found.push({ kind, start: start + first, end: start + last, number: claim });
    });
  });
  return found;
}

function actorStretches(graph: Graph, document: number): Stretch[] {
  const { actors, marks } = graph.data;
  const found: Stretch[] = [];
  const add = (actor: number, start: number, length: number) =>
    found.push({ kind: "actor", start, end: start + length, number: actor });
  actors.mentions.forEach((mentions, actor) => {
    for (let place = 0; place < mentions.length; place += 3) {
      if (mentions[place] === document) add(actor, mentions[place + 1], mentions[place + 2]);
    }
  });
  const place = marks ? marks.document.indexOf(document) : -1;
  const more = place >= 0 && marks ? marks.places[place] : [];
  for (let each = 0; each < more.length; each += 3) add(more[each], more[each + 1], more[each + 2]);
  return found.filter(({ start }) => start >= 0);
}

function placeClaims(marks: Mark[], graph: Graph): Placed[] {
  const triggers = new Map<number, number>();
  for (const { kind, number, from } of marks) if (kind === "relation") triggers.set(number, from);
  const { byWorth } = graph;
  return marks.filter(({ kind }) => kind === "sentence")
    .map(({ number, from, to }) => ({ claim: number, from, to, trigger: triggers.get(number) ?? from }))
    .sort((a, b) => a.from - b.from || a.trigger - b.trigger || byWorth(a.claim, b.claim));
}

/** The marks of each passage; one that goes over its end is in the next one too. */
export function sortIntoPassages(passages: Passage[], marks: Mark[]): Mark[][] {
  const found: Mark[][] = passages.map(() => []);
  let first = 0;
  for (const mark of marks) {
    while (first < passages.length && passages[first].to <= mark.from) first++;
    for (let each = first; each < passages.length && passages[each].from < mark.to; each++) found[each].push(mark);
  }
  return found;
}

/** A stretch of a passage with all the marks that are over it, the outer ones first. */
export interface Piece { from: number; to: number; over: Mark[] }

/** A passage cut at every end of a mark, so that marks may overlap and nest. */
export function piecesOf({ from, to }: Passage, marks: Mark[]): Piece[] {
  const cuts = [...new Set([from, to, ...marks.flatMap((mark) => [Math.max(from, mark.from), Math.min(to, mark.to)])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, place) => {
    const start = cuts[place];
    return { from: start, to: end, over: marks.filter((mark) => mark.from <= start && mark.to >= end) };
  });
}
