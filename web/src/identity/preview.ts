// What a judgement will change, reckoned before it is made.

import { oneLine, shorten } from "../page/text";
import { many } from "../page/words";
import { type Side, type SideTie, tieWords } from "./side";

/** A line of a preview, with what it is about in detail; a warning is what a reader must not miss. */
export interface PreviewLine { words: string; details: string[]; warning?: boolean }

/** Lines of detail of one line. */
const DETAILS = 12;
const NAME = 60;

/** What becomes of two actors that are one, called `name`; `keep` is the side whose id stays. */
export function previewSame(keep: Side, other: Side, name: string): PreviewLine[] {
  const self = keep.ties.filter((tie) => tie.other === other.id);
  const between = sum(self, (tie) => tie.claims);
  const others = (side: Side, than: Side) => side.ties.filter((tie) => tie.other !== than.id);
  const joined = joinedTies(others(keep, other), others(other, keep));
  const ties = others(keep, other).length + others(other, keep).length - joined.length;
  const short = shorten(oneLine(name), NAME);
  return [
    { words: `One actor, “${short}”, ${kindWords(keep, other)}: ${many(keep.mentions + other.mentions, "mention")}, ` +
      `${many(keep.claims + other.claims - 2 * between, "claim")}, ${many(ties, "tie")}.`, details: [] },
    ...clashes(keep, other),
    between ? {
      words: `${many(between, "claim")} between the two ${between === 1 ? "is" : "are"} dropped, for then it would tie an actor to itself.`,
      details: self.map((tie) => `${tieWords(tie, shorten(keep.name, NAME))} (${tie.claims})`), warning: true,
    } : null,
    joined.length ? { words: `${many(joined.length, "tie")} that both have ${joined.length === 1 ? "becomes" : "become"} one each.`,
      details: joined.map(([left, right]) => `${tieWords(left, short)}: ${left.claims} + ${many(right.claims, "claim")}`) } : null,
    ...disputes(joined, short),
    keep.more + other.more ? { words: `${many(keep.more + other.more, "weaker tie")} of theirs ${keep.more + other.more === 1 ? "was" : "were"} not looked at.`, details: [] } : null,
    { words: `The id “${other.id}” goes on to mean this actor, in links and in judgements.`, details: [] },
  ].filter((line) => line !== null).map((line) => ({ ...line, details: line.details.slice(0, DETAILS) }));
}

function sum(ties: SideTie[], value: (tie: SideTie) => number): number {
  return ties.reduce((all, tie) => all + value(tie), 0);
}

function kindWords(keep: Side, other: Side): string {
  return keep.kind === other.kind ? keep.kind : `${keep.kind} (the other is read as ${other.kind})`;
}

/** The pairs of ties that say the same of the same third. */
function joinedTies(left: SideTie[], right: SideTie[]): [SideTie, SideTie][] {
  const keyOf = (tie: SideTie) => JSON.stringify([tie.relation, tie.lemma, tie.symmetric || tie.out, tie.other || tie.name]);
  const known = new Map(left.map((tie) => [keyOf(tie), tie]));
  return right.flatMap((tie): [SideTie, SideTie][] => {
    const like = known.get(keyOf(tie));
    return like ? [[like, tie]] : [];
  });
}

/** Identifiers of one scheme that differ, and what each may be besides. */
function clashes(keep: Side, other: Side): PreviewLine[] {
  const known = new Map(keep.identifiers);
  const clashing = other.identifiers.filter(([scheme, value]) => known.has(scheme) && known.get(scheme) !== value);
  if (!clashing.length) return [];
  return [{
    words: "The lists know them as two: their identifiers clash, and those of the first are kept.",
    details: clashing.map(([scheme, value]) => `${scheme}: ${known.get(scheme)} and ${value}`), warning: true,
  }];
}

/** Ties that one side's claims affirm and the other's deny. */
function disputes(joined: [SideTie, SideTie][], name: string): PreviewLine[] {
  const allDenied = (tie: SideTie) => tie.denied === tie.claims;
  const disputed = joined.filter(([left, right]) => allDenied(left) !== allDenied(right) && (left.denied > 0 || right.denied > 0));
  if (!disputed.length) return [];
  return [{ words: `${many(disputed.length, "tie")} will be both affirmed and denied.`, details: disputed.map(([left]) => tieWords(left, name)), warning: true }];
}

/** What becomes of an actor of which `part`, a name or a mention, is another's; or of two that stay two. */
export function previewDifferent(left: Side, right: Side | null, part: string): PreviewLine[] {
  if (right) {
    return [{ words: "They stay two actors, also where names alone would join them, and are not suggested again.", details: [] }];
  }
  const count = left.names[part];
  return [{
    words: count ? `What is said of “${shorten(oneLine(part), NAME)}” (${many(count, "mention")} here) goes to an actor of its own; “${shorten(left.name, NAME)}” keeps the rest.`
      : `This mention, and those that its document takes for the same one, go to an actor of their own; “${shorten(left.name, NAME)}” keeps the rest.`,
    details: [],
  }];
}
