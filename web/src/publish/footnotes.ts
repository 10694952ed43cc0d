// Claims by the number of their first use, with the words behind each; as src/sociogram/write/story/statements.py has them.

import { holdsWords } from "../data/claim_words";
import type { Graph } from "../data/graph";
import { oneLine } from "../page/text";
import { type Judged, judgedWords, type Review, reviewOf } from "../state/reviews";
import { type Content, e, LINE, markedText, named, type Piece, type Stretch } from "./markup";

/** What a title ends with that has a sign of its own before what follows. */
const ENDS = /[.!?;:,…]$/;
/** How a path begins that names a folder of one machine. */
const ROOT = /^(?:\/|[A-Za-z]:[/\\]|\\\\)/;

export class Footnotes {
  readonly #numbers = new Map<number, number>();
  readonly #graph: Graph;
  readonly #judged: Judged;

  constructor(graph: Graph, judged: Judged) {
    this.#graph = graph;
    this.#judged = judged;
  }

  get count(): number {
    return this.#numbers.size;
  }

  get claims(): number[] {
    return [...this.#numbers.keys()];
  }

  /** Who reviewed how many of the claims, by name. */
  get reviewers(): [who: string, count: number][] {
    const counts = new Map<string, number>();
    for (const claim of this.#numbers.keys()) {
      const { state, who } = this.#review(claim);
      if (state !== "unreviewed") counts.set(who, (counts.get(who) ?? 0) + 1);
    }
    return [...counts].sort(([a], [b]) => byPoints(a, b));
  }

  /** The number of a claim as a link to its footnote, the first one as the place to come back to. */
  mark(claim: number): Piece {
    const known = this.#numbers.get(claim);
    if (known !== undefined) return e("sup", {}, e("a", { href: `#n${known}` }, String(known)));
    const number = this.#numbers.size + 1;
    this.#numbers.set(claim, number);
    return e("sup", {}, e("a", { id: `r${number}`, href: `#n${number}` }, String(number)));
  }

  lines(): Content[] {
    return [...this.#numbers].flatMap(([claim, number]) => [
      e("li", { id: `n${number}` }, this.#note(claim), " ", e("a", { class: "back", href: `#r${number}` }, "back")), LINE]);
  }

  #review(claim: number): Review {
    return reviewOf(this.#graph, claim, this.#judged);
  }

  #note(claim: number): Content[] {
    const graph = this.#graph;
    const review = this.#review(claim);
    const { claims } = graph.data;
    const [s1, s2, r1, r2, o1, o2] = claims.spans.slice(claim * 6, claim * 6 + 6);
    const stretches: Stretch[] = [["s", s1, s2], ["r", r1, r2], ["o", o1, o2]];
    const parts: Content[][] = [
      [e("blockquote", { dir: "auto" }, markedText(graph.quote(claim), stretches))], ...sourceOf(graph, claim), ["Claim ", e("code", {}, claims.id[claim]), "."],
      ...(review.state === "unreviewed" ? [] : [[`Review: ${judgedWords(review)}.`]]),
    ];
    return parts.flatMap((part, at) => (at ? [" ", ...part] : part));
  }
}

/** Document, outlet, date and place; who says so; when it holds; how much. */
function sourceOf(graph: Graph, claim: number): Content[][] {
  const { claims, strings, documents } = graph.data;
  const document = claims.document[claim];
  const said = strings[claims.said[claim]];
  const holds = holdsWords(graph, claim);
  const sum = sumOf(graph, claim);
  return [
    citation(graph, document), speakers(graph, claim),
    said && (document < 0 || said !== documents.published[document]) ? [`Said on ${said}.`] : [],
    holds ? [`Holds ${holds}.`] : [], sum ? [`Amount: ${sum}.`] : [],
  ].filter((part) => part.length);
}

function citation({ data: { documents } }: Graph, document: number): Content[] {
  if (document < 0) return [e("cite", {}, named("")), "."];
  const publisher = documents.publisher[document];
  const title = documents.title[document];
  const place = placeOf(documents.source[document]);
  return [
    e("cite", {}, named(title || place)), ENDS.test(title || place) ? " " : ", ", ...(publisher ? [named(publisher), ", "] : []), documents.published[document] || "no date",
    ...(title ? [", ", named(place)] : []), ".",
  ];
}

/** Where a document is; of a whole path its end, as the folders of one machine tell a reader nothing. */
function placeOf(source: string): string {
  return ROOT.test(source) ? source.split(/[/\\]/).at(-1) || source : source;
}

/** Who says so: whom the text names, else what stands behind the document. */
function speakers(graph: Graph, claim: number): Content[] {
  const { claims } = graph.data;
  const names = claims.asserters[claim];
  if (names) return ["Says so: ", ...names.flatMap((actor, at) => [...(at ? [", quoting "] : []), named(graph.name(actor))]), "."];
  if (claims.document[claim] < 0) return [];
  const [name, what] = graph.sources.sayer(claims.document[claim]);
  return ["Says so: ", ...(what === "author" ? ["its author, ", named(name)] : [`the ${what}`]), "."];
}

/** The words of a claim's sum; empty where it speaks of none. */
export function sumOf({ data: { claims } }: Graph, claim: number): string {
  const amount = claims.amount[claim];
  return amount ? oneLine(amount[3]) : "";
}

/** The order of two texts by their code points, as other programs have it. */
function byPoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((sign, place) => sign !== right[place]);
  if (at < 0) return left.length - right.length;
  return at < right.length ? (left[at].codePointAt(0) ?? 0) - (right[at].codePointAt(0) ?? 0) : 1;
}
