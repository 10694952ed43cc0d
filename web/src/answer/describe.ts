// Names and kinds of the nodes of a picture, asked for where the answer has IRIs alone.

import type { Server } from "../served/server";
import { type Prefixes, shortOf } from "../sparql/prefixes";
import { readAnswer } from "../sparql/terms";
import type { Net, NetNode } from "./net";

export async function describe(net: Net, server: Server, prefixes: Prefixes): Promise<Net> {
  const unknown = net.nodes.filter(({ term, kind }) => term.type === "uri" && !kind && prefixes.actor && term.value.startsWith(prefixes.actor) && isPlain(term.value));
  if (!unknown.length) return net;
  const facts = await askFacts(unknown.map(({ term }) => term.value), server, prefixes);
  // A name that the answer itself gives stays.
  const isNamed = ({ term, label }: NetNode) => label !== (shortOf(term.value, prefixes) ?? "").replace(/^actor:/, "");
  return { ...net, nodes: net.nodes.map((node) => {
    const fact = node.term.type === "uri" ? facts.get(node.term.value) : undefined;
    return fact ? { ...node, kind: fact.kind, label: isNamed(node) ? node.label : fact.label } : node;
  }) };
}

interface Fact { label: string; kind: string }

/** What the case says of IRIs, by them. */
async function askFacts(iris: string[], server: Server, prefixes: Prefixes): Promise<Map<string, Fact>> {
  const sparql = `SELECT ?node ?label ?kind WHERE { VALUES ?node { ${iris.map((iri) => `<${iri}>`).join(" ")} } ` +
    `?node <http://www.w3.org/2000/01/rdf-schema#label> ?label ; a ?kind . FILTER(STRSTARTS(STR(?kind), "${prefixes.soc}")) }`;
  const raw = await server.text("/sparql", { body: sparql, type: "application/sparql-query", accept: "application/sparql-results+json" });
  const facts = new Map<string, Fact>();
  for (const [node, label, kind] of readAnswer(raw, "application/sparql-results+json").rows) {
    if (node && label && kind && !facts.has(node.value)) facts.set(node.value, { label: label.value, kind: kind.value.replace(/^.*[#/]/, "") });
  }
  return facts;
}

/** Whether an IRI may stand in a query as it is (SPARQL 1.1 grammar, IRIREF, without escapes). */
function isPlain(iri: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[\u0000-\u0020<>"{}|^`\\]/.test(iri);
}
