// A passage of a text as elements: what is claimed underlined by how it is held, actors dotted, unread sentences told.

import type { Graph } from "../data/graph";
import { h } from "../page/dom";
import { MODALITY } from "../page/words";
import { type Mark, type Passage, piecesOf } from "./passages";

/** How the words of a claim are held, where they are not simply affirmed as a fact. */
function signOf(graph: Graph, claim: number): string {
  const { claims, polarities, modalities } = graph.data;
  const modality = modalities[claims.modality[claim]];
  const denied = polarities[claims.polarity[claim]] === "denied";
  return [denied ? "denied" : "", modality === "asserted" ? "" : modality].filter(Boolean).join(", ");
}

export function passageNodes(graph: Graph, text: string, passage: Passage, marks: Mark[], current: number): Node[] {
  return piecesOf(passage, marks).map(({ from, to, over }) => {
    const words = text.slice(from, to);
    if (!over.length) return document.createTextNode(words);
    const classes = new Set<string>();
    const signs = new Set<string>();
    for (const mark of over) classify(graph, mark, to, current, classes, signs);
    const last = (kind: Mark["kind"]) => over.filter((mark) => mark.kind === kind).pop();
    const actor = last("actor");
    return h("mark", {
      class: [...classes].join(" "), title: titleOf(graph, actor, last("unread")),
      "data-sign": signs.size ? [...signs].join(" / ") : undefined,
      "data-actor": actor?.number, "data-at": last("sentence") ? from : undefined,
    }, words);
  });
}

function classify(graph: Graph, mark: Mark, end: number, current: number, classes: Set<string>, signs: Set<string>): void {
  if (mark.kind === "unread" || mark.kind === "actor") classes.add(mark.kind);
  else if (mark.kind === "sentence") classes.add("told");
  if (mark.kind === "relation") {
    const { claims, polarities, modalities } = graph.data;
    const sign = signOf(graph, mark.number);
    classes.add("words").add(polarities[claims.polarity[mark.number]]).add(modalities[claims.modality[mark.number]]);
    if (sign && mark.to === end) signs.add(sign);
  }
  if (mark.number === current && mark.kind !== "actor" && mark.kind !== "unread") classes.add(mark.kind === "sentence" ? "here" : mark.kind);
}

function titleOf(graph: Graph, actor: Mark | undefined, unread: Mark | undefined): string | undefined {
  if (actor) return `${graph.name(actor.number)} (${graph.data.kinds[graph.data.actors.kind[actor.number]][1]})`;
  return unread && `Not in the graph: ${unread.why}`;
}

/** What the marks mean. */
export function marksLegend(): HTMLElement {
  const sample = (classes: string, words: string, sign?: string) => h("mark", { class: classes, "data-sign": sign }, words);
  return h("p", { class: "note legend-line" }, sample("told words affirmed asserted", "affirmed"), " ", sample("told words denied", "denied", "denied"), " ",
    sample("told words affirmed alleged", "not stated as a fact", MODALITY.alleged), " ", sample("actor", "actor"), " ",
    sample("unread", "names two actors, gave no claim"));
}
