// What can be taken away: tables, a graph for Gephi, and a dossier, each of what is filtered.

import { safe } from "./csv";
import { activeClaims, amountWords, holdsWords } from "./evidence";
import type { Palette } from "./palette";
import type { Standing, State } from "./state";
import { MODALITY, many, oneLine } from "./words";

export function claimsCsv(state: State): string {
  const { graph } = state;
  const { claims, ties, documents, strings, quotes, polarities, modalities } = graph.data;
  const lines = ["id,subject,relation,object,polarity,modality,asserters,said_on,holds_from,holds_to,amount,currency,confidence,document,source,start,quote"];
  for (let claim = 0; claim < claims.id.length; claim++) {
    if (!state.activeClaims[claim]) continue;
    const tie = claims.tie[claim];
    const doc = claims.document[claim];
    const amount = claims.amount[claim];
    const begin = claims.start[claim] + (doc >= 0 ? documents.start[doc] : 0);
    lines.push([
      claims.id[claim], graph.name(ties.subject[tie]), graph.relation(tie), graph.end(ties.object[tie]),
      polarities[claims.polarity[claim]], modalities[claims.modality[claim]],
      (claims.asserters[claim] || []).map((actor) => graph.name(actor)).join("; "),
      strings[claims.said[claim]], strings[claims.from[claim]], strings[claims.to[claim]],
      amount ? String(amount[0]) : "", amount ? amount[1] : "", String(claims.confidence[claim]),
      doc >= 0 ? documents.id[doc] : "", doc >= 0 ? documents.source[doc] : "", String(begin), quotes[claims.quote[claim]],
    ].map(safe).join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

// XML 1.0, Char: what it cannot hold is left out.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function xml(value: string | number): string {
  return String(value).replace(FORBIDDEN, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\r/g, "&#13;").replace(/\t/g, "&#9;");
}

const STATUS: Record<Standing, string> = { fact: "established", disputed: "disputed", "only denied": "denied", "not established": "not established" };

/** GEXF 1.3 of the actors and ties on the map, like graph.gexf of the case. */
export function gexf(state: State, palette: Palette): string {
  const { graph } = state;
  const { actors, ties, claims, strings, quotes, relations } = graph.data;
  const colour = (hex: string) => `<viz:color r="${parseInt(hex.slice(1, 3), 16)}" g="${parseInt(hex.slice(3, 5), 16)}" b="${parseInt(hex.slice(5, 7), 16)}"/>`;
  const declare = (kind: string, titles: [string, string][]) =>
    `<attributes class="${kind}" mode="static">${titles.map(([title, type]) => `<attribute id="${title}" title="${title}" type="${type}"/>`).join("")}</attributes>`;
  const value = (title: string, words: string | number) => `<attvalue for="${title}" value="${xml(words)}"/>`;
  const out = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    "<meta><creator>sociogram</creator><description>What the explorer showed</description></meta>",
    '<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">',
    declare("node", [["kind", "string"], ["mentions", "integer"], ["community", "integer"], ["betweenness", "double"], ["pagerank", "double"]]),
    declare("edge", [["relation", "string"], ["affirmed", "integer"], ["denied", "integer"], ["status", "string"], ["confidence", "double"], ["quote", "string"]]),
    `<nodes count="${state.shownActors.length}">`,
  ];
  for (const actor of state.shownActors) {
    out.push(`<node id="${xml(actors.id[actor])}" label="${xml(graph.name(actor))}"><attvalues>` +
      value("kind", graph.kind(actor)) + value("mentions", actors.count[actor]) + value("community", actors.community[actor]) +
      value("betweenness", actors.betweenness[actor]) + value("pagerank", actors.pagerank[actor]) +
      `</attvalues>${colour(palette.group(graph.group(actor)))}<viz:position x="${actors.x[actor]}" y="${-actors.y[actor]}"/>` +
      `<viz:size value="${(4 + 3 * Math.sqrt(graph.strength[actor])).toFixed(2)}"/></node>`);
  }
  out.push("</nodes>", `<edges count="${state.shownTies.length}">`);
  for (const tie of state.shownTies) {
    const active = activeClaims(state, tie);
    const days = active.map((claim) => strings[claims.said[claim]]).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)).sort();
    const dates = days.length ? ` start="${days[0]}" end="${days[days.length - 1]}"` : "";
    out.push(`<edge id="${xml(ties.id[tie])}" source="${xml(actors.id[ties.subject[tie]])}" target="${xml(actors.id[ties.object[tie]])}" ` +
      `label="${xml(graph.relation(tie))}" kind="${xml(relations[ties.relation[tie]][0])}" weight="${state.tieCount[tie]}"${dates}><attvalues>` +
      value("relation", relations[ties.relation[tie]][0]) + value("affirmed", state.tieCount[tie] - state.tieDenied[tie]) +
      value("denied", state.tieDenied[tie]) + value("status", STATUS[state.standing(tie)]) + value("confidence", ties.confidence[tie]) +
      value("quote", quotes[claims.quote[active[0]]]) + `</attvalues>${colour(palette.sentiment(graph.sentiment(tie)))}</edge>`);
  }
  out.push("</edges>", "</graph>", "</gexf>", "");
  return out.join("\n");
}

function plain(text: string): string {
  return oneLine(text).replace(/([\\`*_[\]<>#|~!])/g, "\\$1");
}

/** All that is claimed of an actor, as Markdown, each claim with its words and their place. */
export function dossier(state: State, actor: number): string {
  const { graph } = state;
  const { actors, claims, ties, documents, strings, quotes, polarities, modalities } = graph.data;
  const aliases = actors.aliases[actor] || [];
  const out = [
    `# ${plain(graph.name(actor))}`, "",
    `${graph.kind(actor)}; ${many(actors.count[actor], "mention")} in ${many(actors.documents[actor], "document")}; id \`${actors.id[actor]}\`.`,
  ];
  if (aliases.length) out.push("", `Also: ${aliases.map(plain).join("; ")}.`);
  for (const [scheme, value] of actors.identifiers[actor] || []) out.push("", `${plain(scheme)}: ${plain(value)}.`);
  const groups = new Map<string, number[]>();
  for (const tie of graph.tiesOfActor[actor]) {
    for (const claim of activeClaims(state, tie)) {
      const key = ties.subject[tie] === actor ? graph.relation(tie) : `${graph.relation(tie)} (as object)`;
      const like = groups.get(key);
      if (like) like.push(claim);
      else groups.set(key, [claim]);
    }
  }
  for (const [relation, like] of [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))) {
    out.push("", `## ${plain(relation)}`);
    for (const claim of like) {
      const tie = claims.tie[claim];
      const denied = polarities[claims.polarity[claim]] === "denied";
      const doc = claims.document[claim];
      const by = (claims.asserters[claim] || []).map((each) => plain(graph.name(each))).join(", quoting ");
      const amount = claims.amount[claim];
      const holds = holdsWords(state, claim);
      const facts = [
        denied ? "denied" : "affirmed", MODALITY[modalities[claims.modality[claim]]], by && `says ${by}`,
        strings[claims.said[claim]] && `said on ${strings[claims.said[claim]]}`, holds && `holds ${plain(holds)}`,
        amount && `amount ${plain(amountWords(amount))}`,
      ].filter(Boolean);
      out.push("", `- **${plain(graph.name(ties.subject[tie]))} — ${denied ? "not: " : ""}${plain(graph.relation(tie))} → ${plain(graph.end(ties.object[tie]))}** (${facts.join("; ")})`,
        "", `  > ${plain(quotes[claims.quote[claim]])}`, "",
        `  ${plain(graph.title(doc))}, ${doc >= 0 ? plain(documents.source[doc]) : "unknown"}, from character ${claims.start[claim] + (doc >= 0 ? documents.start[doc] : 0)}; claim \`${claims.id[claim]}\``);
    }
  }
  return `${out.join("\n")}\n`;
}
