// How a tie stands, in words: the same as in ties.jsonl (src/sociogram/graph/standing.py).

import { many } from "../page/words";
import type { Standing, Summary } from "./sources";

/** A standing in the few words of a column or a filter. */
export const STANDING: Record<Standing, string> = {
  stated: "stated", disputed: "disputed", alleged: "only alleged", held: "only possible, intended …", denied: "denied by someone", negated: "negated",
};
/** Why two ties contradict each other, in words. */
export const WHY: Record<string, string> = {
  opposed: "the two do not go together", denied: "one is denied that the other implies", "accusation denied": "the accused denies it",
};
/** Who denies it that words name; the others are counted. */
const NAMED = 3;

/** "disputed: stated by 2 outlets; denied by Lee". */
export function standingWords(summary: Summary, name: (actor: number) => string): string {
  const { standing, stated, alleged, negated, deniedBy, heldAs } = summary;
  const by = (words: string, count: number) => (count ? `${words} ${many(count, "outlet")}` : "");
  const names = deniedBy.slice(0, NAMED).map(name).join(", ");
  const more = deniedBy.length > NAMED ? ` and ${deniedBy.length - NAMED} more` : "";
  const said = [
    by("stated by", stated),
    by(stated ? "alleged by" : "only alleged, by", alleged),
    !stated && !alleged && heldAs.length ? `only ${heldAs.join(", ")}` : "",
    names && `denied by ${names}${more}`,
    by("negated in the words of", negated),
  ].filter(Boolean).join("; ");
  return standing === "disputed" ? `disputed: ${said}` : said;
}
