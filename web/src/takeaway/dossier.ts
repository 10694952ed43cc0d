// All that is claimed of an actor, as Markdown, each claim with its words and their place.

import { holdsWords, rolesWords, sumWords } from "../data/claim_words";
import type { Graph } from "../data/graph";
import { addTo } from "../page/groups";
import { oneLine } from "../page/text";
import { many, MODALITY } from "../page/words";
import { judgedWords } from "../state/reviews";
import type { State } from "../state/state";

export function dossier(state: State, actor: number): string {
  const { graph } = state;
  const lines = aboutActor(graph, actor);
  for (const [relation, claims] of byRelation(state, actor)) {
    lines.push("", `## ${plain(relation)}`);
    for (const claim of claims) lines.push(...aboutClaim(state, claim));
  }
  return `${lines.join("\n")}\n`;
}

function aboutActor(graph: Graph, actor: number): string[] {
  const { actors } = graph.data;
  const aliases = actors.aliases[actor] || [];
  const lines = [
    `# ${plain(graph.name(actor))}`, "",
    `${graph.kind(actor)}; ${many(actors.count[actor], "mention")} in ${many(actors.documents[actor], "document")}; id \`${actors.id[actor]}\`.`,
  ];
  if (aliases.length) lines.push("", `Also: ${aliases.map(plain).join("; ")}.`);
  for (const [scheme, value] of actors.identifiers[actor] || []) lines.push("", `${plain(scheme)}: ${plain(value)}.`);
  const candidates = actors.candidates?.[actor] || [];
  if (candidates.length) lines.push("", `Perhaps (not told): ${candidates.map(plain).join("; ")}.`);
  return lines;
}

/** The claims that pass the filters by their relation, those with the best claim first. */
function byRelation(state: State, actor: number): [relation: string, claims: number[]][] {
  const { graph } = state;
  const groups = new Map<string, number[]>();
  for (const tie of graph.tiesOfActor[actor]) {
    const words = graph.isOpen(tie) ? "other predicates" : graph.relation(tie);
    // A symmetric relation is one and the same from either side.
    const relation = graph.isSymmetric(tie) || graph.data.ties.subject[tie] === actor ? words : `${words} (as object)`;
    for (const claim of state.activeClaimsOf(tie)) addTo(groups, relation, claim);
  }
  for (const claims of groups.values()) claims.sort(graph.byWorth);
  return [...groups].sort((a, b) => graph.byWorth(a[1][0], b[1][0]));
}

function aboutClaim(state: State, claim: number): string[] {
  const { graph } = state;
  const { claims, documents, polarities } = graph.data;
  const [subject, object] = graph.endsOf(claim);
  const denied = polarities[claims.polarity[claim]] === "denied";
  const document = claims.document[claim];
  const start = claims.start[claim] + (document >= 0 ? documents.start[document] : 0);
  const source = document >= 0 ? plain(documents.source[document]) : "unknown";
  return [
    "", `- **${plain(graph.name(subject))} — ${denied ? "not: " : ""}${plain(graph.relationOf(claim))} → ${plain(graph.end(object))}** (${howHeld(state, claim, denied)})`,
    "", `  > ${plain(graph.quote(claim))}`,
    "", `  ${plain(graph.title(document))}, ${source}, from character ${start}; claim \`${claims.id[claim]}\``,
  ];
}

function howHeld(state: State, claim: number, denied: boolean): string {
  const { graph } = state;
  const review = state.review(claim);
  const { claims, strings, modalities } = graph.data;
  const by = (claims.asserters[claim] || []).map((actor) => plain(graph.name(actor))).join(", quoting ") ||
    plain(graph.sources.sayer(claims.document[claim])[0]);
  const said = strings[claims.said[claim]];
  const holds = holdsWords(graph, claim);
  const sum = sumWords(graph, claim);
  return [
    denied ? "denied" : "affirmed", MODALITY[modalities[claims.modality[claim]]], by && `says ${by}`, said && `said on ${said}`,
    holds && `holds ${plain(holds)}`, sum && `amount ${plain(sum)}`, plain(rolesWords(graph, claim)),
    review.state !== "unreviewed" && plain(judgedWords(review)),
  ].filter(Boolean).join("; ");
}

/** Words that mean nothing in Markdown. */
function plain(text: string): string {
  return oneLine(text).replace(/([\\`*_[\]<>#|~!])/g, "\\$1");
}
