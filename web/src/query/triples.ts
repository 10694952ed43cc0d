// The graph in an answer: its nodes and edges, from triples or from the rows of a SELECT.

import { shorten, oneLine } from "../words";
import { type Prefixes, shortOf } from "./prefixes";
import { type Answer, keyOf, type Term } from "./terms";

export interface Node { key: string; term: Term; label: string; kind: string; degree: number }
/** `both` where the same holds the other way round too. */
export interface Edge { from: number; to: number; label: string; relation: string; count: number; both: boolean }
export interface Net { nodes: Node[]; edges: Edge[]; left: number; values: boolean }

const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
/** Nodes that a picture has at most; those with most edges stay. */
export const MOST = 250;

/** The columns of rows that name the two ends of an edge and what joins them, if there are such. */
export function ends(answer: Answer): [subject: number, object: number, relation: number] | null {
  if (answer.kind === "triples") return [0, 2, 1];
  if (answer.kind !== "rows") return null;
  const at = (...names: string[]) => answer.variables.findIndex((each) => names.includes(each));
  const [subject, object] = [at("subject", "s", "source", "from"), at("object", "o", "target", "to")];
  return subject >= 0 && object >= 0 ? [subject, object, at("relation", "predicate", "p", "label")] : null;
}

/** `names` has words for some terms in their short form; `values` takes texts, dates and numbers of triples as nodes too. */
export function makeNet(answer: Answer, prefixes: Prefixes, names: ReadonlyMap<string, string>, values: boolean): Net {
  const columns = ends(answer);
  if (!columns) return { nodes: [], edges: [], left: 0, values: false };
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  const numbers = new Map<string, number>();
  const labels = new Map<string, string>();
  const kinds = new Map<string, string>();
  const triples = answer.kind === "triples";
  let literal = false;
  const take = (term: Term): number => {
    const key = keyOf(term);
    let number = numbers.get(key);
    if (number === undefined) {
      number = nodes.size;
      numbers.set(key, number);
      nodes.set(key, { key, term, label: "", kind: "", degree: 0 });
    }
    return number;
  };
  for (const row of answer.rows) {
    const [subject, object] = [row[columns[0]], row[columns[1]]];
    const relation = columns[2] >= 0 ? row[columns[2]] : null;
    if (!subject || !object) continue;
    if (triples && relation?.value === LABEL && object.type === "literal") {
      labels.set(keyOf(subject), object.value);
      take(subject);
      continue;
    }
    if (triples && relation?.value === TYPE) {
      // Actors have types of other vocabularies too.
      if (object.value.startsWith(prefixes.soc ?? "")) kinds.set(keyOf(subject), object.value.replace(/^.*[#/]/, ""));
      take(subject);
      continue;
    }
    if (triples && object.type === "literal") {
      literal = true;
      if (!values) {
        take(subject);
        continue;
      }
    }
    const [from, to] = [take(subject), take(object)];
    const name = relation ? relation.value : "";
    const key = `${from} ${to} ${name}`;
    const known = edges.get(key);
    const back = from === to ? undefined : edges.get(`${to} ${from} ${name}`);
    if (known) known.count++;
    else if (back) back.both = true;
    else edges.set(key, { from, to, relation: name, label: relation ? names.get(shortOf(relation.value, prefixes) ?? "") ?? wordsOf(relation, prefixes) : "", count: 1, both: false });
  }
  const all = [...nodes.values()];
  for (const edge of edges.values()) {
    all[edge.from].degree += edge.count;
    if (edge.to !== edge.from) all[edge.to].degree += edge.count;
  }
  for (const node of all) {
    node.label = labels.get(node.key) ?? wordsOf(node.term, prefixes);
    node.kind = kinds.get(node.key) ?? "";
  }
  return { ...strongest(all, [...edges.values()]), values: literal };
}

function strongest(all: Node[], edges: Edge[]): { nodes: Node[]; edges: Edge[]; left: number } {
  const order = all.map((_, number) => number).sort((a, b) => all[b].degree - all[a].degree || a - b).slice(0, MOST);
  const place = new Map(order.map((number, at) => [number, at]));
  const kept = edges.filter(({ from, to }) => place.has(from) && place.has(to))
    .map((edge) => ({ ...edge, from: place.get(edge.from) as number, to: place.get(edge.to) as number }));
  return { nodes: order.map((number) => all[number]), edges: kept, left: all.length - order.length };
}

function wordsOf(term: Term, prefixes: Prefixes): string {
  if (term.type === "literal") return shorten(oneLine(term.value), 60) || "“”";
  if (term.type === "bnode") return `_:${term.value}`;
  const short = shortOf(term.value, prefixes);
  return short ? short.replace(/^(?:soc|actor|doc|rdf|rdfs):(?=.)/, "") : shorten(term.value, 60);
}
