// The page of a story, to publish and to print: src/sociogram/write/story/page.py makes the same of the same story.

import type { Graph } from "../data/graph";
import { MARKS } from "../map/graph_scene";
import { GROUPS, makePalette, SENTIMENTS } from "../map/palette";
import type { Judged } from "../state/reviews";
import type { Replay } from "../story/replay";
import type { Pin, Step, Story } from "../story/story";
import { Footnotes } from "./footnotes";
import { type Content, e, LINE, paragraphs, named, toMarkup, words } from "./markup";
import { OUTLINES, smallMap, type SmallDot, type SmallLine } from "./small_map";
import { pinnedStatements } from "./statements";
import STYLE from "./story_page.css?raw";

/** The source of the policy that allows the style; made with the bundle. */
declare const STORY_STYLE_SOURCE: string;
const TITLED = ["tie", "actor", "answer", "view"];
const PAGE_RULE = /@page \{(?:[^{}]|\{[^{}]*\})*\}/;
const UNTITLED = "Untitled story";

/** The whole as the text of one file; `judged` gives what was judged since the page was made. */
export function storyPage(story: Story, graph: Graph, replay: Replay, judged: Judged): string {
  const policy = `default-src 'none'; style-src ${STORY_STYLE_SOURCE}; base-uri 'none'; form-action 'none'`;
  return [
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n',
    `<title>${words(story.title.trim() || UNTITLED)}</title>\n`, toMarkup(e("style", {}, STYLE)), "</head>\n<body>\n",
    ...storyBody(story, graph, replay, judged).map(toMarkup), "</body></html>\n",
  ].join("");
}

/** What stands in its body. */
export function storyBody(story: Story, graph: Graph, replay: Replay, judged: Judged): Content[] {
  return new Body(story, graph, replay, judged).parts();
}

/** The style of the page for the shadow root of an element of another one, into which nothing of that other's style comes. */
export function shadowStyle(): string {
  return `:host { all: initial; display: block; }\n${STYLE.replace(PAGE_RULE, "").replace(/^( *)body \{/gm, "$1:host {")}`;
}

/** What the style says of paper: that is of the whole, and of no element. */
export function paperStyle(): string {
  return PAGE_RULE.exec(STYLE)?.[0] ?? "";
}

class Body {
  readonly #palette = makePalette(false);
  readonly #footnotes: Footnotes;
  readonly #groups = new Set<string>();
  readonly #sentiments = new Set<string>();
  #pictures = 0;
  readonly #story: Story;
  readonly #graph: Graph;
  readonly #replay: Replay;

  constructor(story: Story, graph: Graph, replay: Replay, judged: Judged) {
    this.#story = story;
    this.#graph = graph;
    this.#replay = replay;
    this.#footnotes = new Footnotes(graph, judged);
  }

  parts(): Content[] {
    const steps = this.#story.steps.flatMap((step, at) => this.#step(step, at + 1));
    const sources = this.#footnotes.count ? [
      e("section", { class: "sources" }, e("h2", {}, "The words behind it"), LINE, e("ol", {}, LINE, this.#footnotes.lines())), LINE] : [];
    return [...this.#head(), e("main", {}, LINE, steps), LINE, ...sources, ...this.#legend(), ...this.#review(), ...this.#making()];
  }

  #head(): Content[] {
    const { title, author } = this.#story;
    const { gone } = this.#replay;
    return [e("header", {},
      e("h1", { dir: "auto" }, title.trim() || UNTITLED), LINE,
      author.trim() ? [e("p", { class: "by" }, "by ", named(author.trim())), LINE] : [],
      e("p", { class: "lead" }, "What documents claim, not what is so. Each number leads to the exact words."), LINE,
      gone ? [e("p", { class: "warning" }, `${figure(gone)} pinned ${gone === 1 ? "claim is" : "claims are"} no longer in the graph; each is told where it stood.`), LINE] : [],
    ), LINE];
  }

  #step(step: Step, number: number): Content[] {
    return [e("section", { class: "step" }, e("h2", { dir: "auto" }, `${number}. `, step.heading.trim() || `Step ${number}`), LINE,
      paragraphs(step.notes), step.pins.flatMap((pin) => this.#pin(pin))), LINE];
  }

  #pin(pin: Pin): Content[] {
    const items = () => pinnedStatements(pin, this.#replay, this.#graph, this.#footnotes);
    const head = TITLED.includes(pin.kind) ? [e("h3", { dir: "auto" }, pin.words), LINE] : [];
    const picture = this.#picture(pin);
    const list = items();
    return [e("div", { class: `pin ${pin.kind}` }, head, picture, list.length ? e("ul", {}, LINE, list) : []), LINE];
  }

  /** The map of what the pin shows, and how much of it has gone. */
  #picture(pin: Pin): Content[] {
    const graph = this.#graph;
    const kept = pin.actors.map((id) => graph.actor(id)).filter((actor) => actor >= 0);
    if (!kept.length) return [];
    const numbers = new Map(kept.map((actor, at) => [actor, at]));
    const dots = kept.map((actor) => this.#dot(actor));
    const lines = pin.ties.map((id) => graph.tie(id)).filter((tie) => tie >= 0)
      .map((tie) => this.#line(tie, numbers)).filter((line): line is SmallLine => line !== null);
    this.#pictures++;
    const gone = pin.actors.length - kept.length;
    const lost = gone ? `; ${counted(gone, "actor")} of it no longer in the graph` : "";
    return [e("figure", {}, smallMap(dots, lines, `Map: ${pin.words}`),
      e("figcaption", {}, `${counted(dots.length, "actor")}, ${counted(lines.length, "tie")}${lost}`)), LINE];
  }

  #dot(actor: number): SmallDot {
    const graph = this.#graph;
    const { id, x, y } = graph.data.actors;
    const group = graph.group(actor);
    this.#groups.add(group);
    return { id: id[actor], name: graph.name(actor), shape: this.#palette.shape(group), colour: this.#palette.group(group), x: x[actor], y: y[actor] };
  }

  #line(tie: number, numbers: Map<number, number>): SmallLine | null {
    const graph = this.#graph;
    const { ties } = graph.data;
    const [start, end] = [numbers.get(ties.subject[tie]), numbers.get(ties.object[tie])];
    if (start === undefined || end === undefined) return null;
    const sentiment = SENTIMENTS.some((row) => row[0] === graph.sentiment(tie)) ? graph.sentiment(tie) : "other";
    this.#sentiments.add(sentiment);
    return {
      start, end, words: graph.relation(tie), colour: this.#palette.sentiment(sentiment), mark: MARKS[graph.sources.summarise(graph.claimsOfTie[tie]).standing], arrow: !graph.isSymmetric(tie),
    };
  }

  #legend(): Content[] {
    const marks = [e("p", {}, "In the quotes: ", e("mark", { class: "s" }, "subject"), ", ", e("mark", { class: "r" }, "relation"), ", ",
      e("mark", { class: "o" }, "object"), "."), LINE];
    return [e("section", { class: "legend" }, e("h2", {}, "Legend"), LINE, this.#footnotes.count ? marks : [], this.#pictures ? this.#keys() : []), LINE];
  }

  #keys(): Content[] {
    const key = (shape: Content, label: string) => [e("svg", { viewBox: "-14 -14 28 28", "aria-hidden": "true" }, shape), ` ${label}`];
    const joined = (keys: Content[][]) => keys.flatMap((each, at) => (at ? [", ", ...each] : each));
    const actors = GROUPS.filter(([group]) => this.#groups.has(group))
      .map(([group, label, , , shape]) => key(e("path", { d: OUTLINES[shape], fill: this.#palette.group(group) }), label));
    const ties = SENTIMENTS.filter(([sentiment]) => this.#sentiments.has(sentiment))
      .map(([sentiment, label]) => key(e("path", { d: "M-14 0H14", stroke: this.#palette.sentiment(sentiment), "stroke-width": "5" }), label));
    return [
      e("p", {}, "Actors: ", joined(actors), "."), LINE,
      e("p", {}, "Ties: ", joined(ties), "; ? disputed, not: only denied or negated, ~ not established. Dashes: denied by some or all; " +
        "dots: only alleged, possible, hypothetical, intended, demanded or predicted."), LINE,
    ];
  }

  #review(): Content[] {
    const cited = counted(this.#footnotes.count, "cited claim");
    const { reviewers } = this.#footnotes;
    const reviewed = reviewers.reduce((sum, [, count]) => sum + count, 0);
    const by = reviewers.flatMap(([who, count], at) => [at ? ", " : "", named(who || "a person"), ` (${figure(count)})`]);
    return [e("section", { class: "review" }, e("h2", {}, "What was reviewed"), LINE,
      e("p", {}, reviewed ? [`${figure(reviewed)} of ${cited}, by `, ...by, "; each footnote says how and when."] : `Of ${cited} none bears a reviewer’s mark. ` +
        "They were read out of the documents by a program: compare each with its document before you rely on it.")), LINE];
  }

  #making(): Content[] {
    const { data } = this.#graph;
    const cited = this.#footnotes.claims;
    const of = new Set(cited.map((claim) => data.claims.document[claim])).size;
    const model = data.model ? `, model ${data.model}` : "";
    const silent = data.unread?.document.length ?? 0;
    const below = data.claims.worth.filter((worth) => Math.round(worth) < Math.round(data.leastWorth * 100)).length;
    return [e("section", { class: "making" }, e("h2", {}, "How this was made"), LINE,
      e("p", {}, `By sociogram ${data.version ?? "of an unknown version"}${model}; run `, e("code", {}, data.run),
        `: ${counted(data.documents.id.length, "document")}, ${counted(data.actors.id.length, "actor")}, ` +
        `${counted(data.ties.id.length, "tie")}, ${counted(data.claims.id.length, "claim")}. ` +
        `Cited here: ${counted(cited.length, "claim")} of ${counted(of, "document")}.`), LINE,
      e("h2", {}, "What was left out"), LINE,
      e("p", {}, `${counted(silent, "sentence")} that ${silent === 1 ? "names" : "name"} two actors gave no claim; ` +
        `${counted(data.skipped, "thing")} in the documents ${data.skipped === 1 ? "was" : "were"} not used; ${counted(below, "claim")} ` +
        `${below === 1 ? "is" : "are"} worth less than ${data.leastWorth.toFixed(2)} and shown in the explorer only when asked for.`)), LINE];
  }
}

function figure(count: number): string {
  return count.toLocaleString("en");
}

function counted(count: number, what: string): string {
  return `${figure(count)} ${what}${count === 1 ? "" : "s"}`;
}
