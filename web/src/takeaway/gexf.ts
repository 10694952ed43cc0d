// The map as GEXF 1.3, for Gephi: the actors and ties that are shown, like graph.gexf of the case.

import type { Palette } from "../map/palette";
import type { Standing } from "../data/sources";
import { standingWords } from "../data/standing_words";
import { worthOf } from "../page/words";
import type { State } from "../state/state";

// XML 1.0, Char: what it cannot hold is left out.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const STATUS: Record<Standing, string> = {
  stated: "established", disputed: "disputed", denied: "denied", negated: "denied", alleged: "not established", held: "not established",
};

type Attributes = [title: string, type: "string" | "integer" | "double"][];
const OF_ACTORS: Attributes = [["kind", "string"], ["mentions", "integer"], ["community", "integer"], ["betweenness", "double"], ["pagerank", "double"]];
const OF_TIES: Attributes = [["relation", "string"], ["affirmed", "integer"], ["denied", "integer"], ["status", "string"], ["standing", "string"], ["standing_words", "string"], ["outlets", "integer"], ["confidence", "double"], ["worth", "double"], ["tone", "string"], ["quote", "string"], ["reviewed", "integer"]];

export function gexf(state: State, palette: Palette): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    "<meta><creator>sociogram</creator><description>What the explorer showed</description></meta>",
    '<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">',
    declare("node", OF_ACTORS),
    declare("edge", OF_TIES),
    `<nodes count="${state.shownActors.length}">`,
    ...state.shownActors.map((actor) => node(state, actor, palette)),
    "</nodes>",
    `<edges count="${state.shownTies.length}">`,
    ...state.shownTies.map((tie) => edge(state, tie, palette)),
    "</edges>", "</graph>", "</gexf>", "",
  ].join("\n");
}

function node({ graph }: State, actor: number, palette: Palette): string {
  const { actors } = graph.data;
  return `<node id="${xml(actors.id[actor])}" label="${xml(graph.name(actor))}">` + values({
    kind: graph.kind(actor), mentions: actors.count[actor], community: actors.community[actor],
    betweenness: actors.betweenness[actor], pagerank: actors.pagerank[actor],
  }) + `${colour(palette.group(graph.group(actor)))}<viz:position x="${actors.x[actor]}" y="${-actors.y[actor]}"/>` +
    `<viz:size value="${(4 + 3 * Math.sqrt(graph.strength[actor])).toFixed(2)}"/></node>`;
}

function edge(state: State, tie: number, palette: Palette): string {
  const { graph } = state;
  const { actors, ties, claims, strings, relations } = graph.data;
  const active = state.activeClaimsOf(tie);
  const summary = state.summary(tie);
  const relation = relations[ties.relation[tie]][0];
  const days = active.map((claim) => strings[claims.said[claim]]).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)).sort();
  const dates = days.length ? ` start="${days[0]}" end="${days[days.length - 1]}"` : "";
  return `<edge id="${xml(ties.id[tie])}" source="${xml(actors.id[ties.subject[tie]])}" target="${xml(actors.id[ties.object[tie]])}" ` +
    `label="${xml(graph.relation(tie))}" kind="${xml(relation)}" weight="${state.tieCount[tie]}"${dates}>` + values({
      relation, affirmed: state.tieCount[tie] - state.tieDenied[tie], denied: state.tieDenied[tie],
      status: STATUS[summary.standing], standing: summary.standing === "held" ? summary.heldAs.join(", ") : summary.standing, standing_words: standingWords(summary, (actor) => graph.name(actor)), outlets: summary.outlets, confidence: ties.confidence[tie], worth: worthOf(ties.worth[tie]), tone: graph.tone(tie),
      quote: graph.quote(active.sort(graph.byWorth)[0]), reviewed: state.tieReviewed[tie],
    }) + `${colour(palette.sentiment(graph.sentiment(tie)))}</edge>`;
}

function declare(kind: string, attributes: Attributes): string {
  const each = attributes.map(([title, type]) => `<attribute id="${title}" title="${title}" type="${type}"/>`);
  return `<attributes class="${kind}" mode="static">${each.join("")}</attributes>`;
}

function values(attributes: Record<string, string | number>): string {
  const each = Object.entries(attributes).map(([title, value]) => `<attvalue for="${title}" value="${xml(value)}"/>`);
  return `<attvalues>${each.join("")}</attvalues>`;
}

function colour(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
  return `<viz:color r="${red}" g="${green}" b="${blue}"/>`;
}

function xml(value: string | number): string {
  return String(value).replace(FORBIDDEN, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\r/g, "&#13;").replace(/\t/g, "&#9;");
}
