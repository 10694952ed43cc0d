// The graph in an answer: its nodes and edges, from triples or from the rows of a SELECT.

import { oneLine, shorten } from "../page/text";
import { type Prefixes, shortOf } from "../sparql/prefixes";
import { type Answer, keyOf, type Row, type Term } from "../sparql/terms";

export interface NetNode { key: string; term: Term; label: string; kind: string; degree: number }
/** `both` where the same holds the other way round too. */
export interface NetEdge { from: number; to: number; label: string; relation: string; count: number; both: boolean }
/** `left` says how many nodes there was no room for, `values` whether there are texts, dates or numbers. */
export interface Net { nodes: NetNode[]; edges: NetEdge[]; left: number; values: boolean }

const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
/** Nodes that a picture has at most; those with most edges stay. */
const MOST = 250;

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
  const making = new Making(prefixes, names);
  let literal = false;
  for (const row of answer.rows) {
    const [subject, object, relation] = columns.map((column) => (column >= 0 ? row[column] : null));
    if (!subject || !object) continue;
    if (answer.kind !== "triples") making.addEdge(subject, object, relation);
    else if (!making.takeFact(subject, object, relation)) {
      literal ||= object.type === "literal";
      if (object.type === "literal" && !values) making.addNode(subject);
      else making.addEdge(subject, object, relation);
    }
  }
  return { ...making.strongest(), values: literal };
}

/** Nodes and edges while they are gathered. */
class Making {
  readonly #nodes = new Map<string, NetNode & { number: number }>();
  readonly #edges = new Map<string, NetEdge>();
  readonly #prefixes: Prefixes;
  readonly #names: ReadonlyMap<string, string>;

  constructor(prefixes: Prefixes, names: ReadonlyMap<string, string>) {
    this.#prefixes = prefixes;
    this.#names = names;
  }

  addNode(term: Term): NetNode & { number: number } {
    const key = keyOf(term);
    let node = this.#nodes.get(key);
    if (!node) {
      node = { key, term, label: wordsOf(term, this.#prefixes), kind: "", degree: 0, number: this.#nodes.size };
      this.#nodes.set(key, node);
    }
    return node;
  }

  /** Takes a triple that names a node or says of what kind it is, and is no edge. */
  takeFact(subject: Term, object: Term, relation: Row[number]): boolean {
    if (relation?.value === LABEL && object.type === "literal") this.addNode(subject).label = object.value;
    else if (relation?.value === TYPE) {
      const node = this.addNode(subject);
      // Actors have types of other vocabularies too.
      if (object.value.startsWith(this.#prefixes.soc ?? "")) node.kind = object.value.replace(/^.*[#/]/, "");
    } else return false;
    return true;
  }

  addEdge(subject: Term, object: Term, relation: Row[number]): void {
    const [from, to] = [this.addNode(subject).number, this.addNode(object).number];
    const iri = relation ? relation.value : "";
    const key = `${from} ${to} ${iri}`;
    const known = this.#edges.get(key);
    const back = from === to ? undefined : this.#edges.get(`${to} ${from} ${iri}`);
    if (known) known.count++;
    else if (back) back.both = true;
    else this.#edges.set(key, { from, to, relation: iri, label: this.#relationWords(relation), count: 1, both: false });
  }

  #relationWords(relation: Row[number]): string {
    if (!relation) return "";
    return this.#names.get(shortOf(relation.value, this.#prefixes) ?? "") ?? wordsOf(relation, this.#prefixes);
  }

  /** As many nodes as a picture may have, with the edges between them. */
  strongest(): { nodes: NetNode[]; edges: NetEdge[]; left: number } {
    const all = [...this.#nodes.values()];
    for (const { from, to, count } of this.#edges.values()) {
      all[from].degree += count;
      if (to !== from) all[to].degree += count;
    }
    const kept = [...all].sort((a, b) => b.degree - a.degree || a.number - b.number).slice(0, MOST);
    const place = new Map(kept.map(({ number }, at) => [number, at]));
    const edges = [...this.#edges.values()].filter(({ from, to }) => place.has(from) && place.has(to))
      .map((edge) => ({ ...edge, from: place.get(edge.from) as number, to: place.get(edge.to) as number }));
    return { nodes: kept, edges, left: all.length - kept.length };
  }
}

function wordsOf(term: Term, prefixes: Prefixes): string {
  if (term.type === "literal") return shorten(oneLine(term.value), 60) || "“”";
  if (term.type === "bnode") return `_:${term.value}`;
  const short = shortOf(term.value, prefixes);
  return short ? short.replace(/^(?:soc|actor|doc|rdf|rdfs):(?=.)/, "") : shorten(term.value, 60);
}
