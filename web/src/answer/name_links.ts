// Names in an answer lead to their actors: a text that is the name of just one actor of the case, or of the one whose IRI its row has.

import { h } from "../page/dom";
import type { Server } from "../served/server";
import { explorerLink, type Prefixes } from "../sparql/prefixes";
import { readAnswer, type Row, type Term } from "../sparql/terms";

/** IRIs of the actors that bear each of the names, by name. */
export type Bearers = (names: string[]) => Promise<Map<string, string[]>>;

/** A cell of the table, and what stands in it. */
interface Cell { term: Term | null; row: Row; cell: Element }

const STRING = "http://www.w3.org/2001/XMLSchema#string";
/** Characters beyond which a text is no name, and names that are asked for at a time. */
const LONGEST = 200;
const MOST = 500;

export class NameLinks {
  readonly #known = new Map<string, string[]>();
  readonly #prefixes: Prefixes;
  readonly #bearers: Bearers;

  constructor(prefixes: Prefixes, bearers: Bearers) {
    this.#prefixes = prefixes;
    this.#bearers = bearers;
  }

  /** Another answer may be of another state of the case. */
  forget(): void {
    this.#known.clear();
  }

  /** Makes links of the names in cells that have none. */
  async add(cells: Cell[]): Promise<void> {
    const named = cells.flatMap(({ term, row, cell }) => (isName(term) ? [{ name: term.value, row, cell }] : []));
    const unknown = [...new Set(named.map(({ name }) => name))].filter((name) => !this.#known.has(name)).slice(0, MOST);
    if (unknown.length) {
      // Without an answer they stay what they are: texts.
      const found = await this.#bearers(unknown).catch(() => null);
      for (const name of found ? unknown : []) this.#known.set(name, found?.get(name) ?? []);
    }
    for (const { name, row, cell } of named) {
      const bearers = this.#known.get(name) ?? [];
      const meant = bearers.length === 1 ? bearers : bearers.filter((iri) => row.some((term) => term?.type === "uri" && term.value === iri));
      const link = meant.length === 1 ? explorerLink(meant[0], this.#prefixes) : null;
      const words = cell.firstChild;
      if (link && words) cell.replaceChildren(h("a", { href: link, title: meant[0] }, words));
    }
  }
}

function isName(term: Term | null): term is Term {
  if (term?.type !== "literal" || term.lang || (term.datatype && term.datatype !== STRING)) return false;
  // A half of a character beyond the first plane cannot stand in a query.
  return term.value.length > 0 && term.value.length <= LONGEST && !/\p{Surrogate}/u.test(term.value);
}

/** Asks the server's endpoint for who bears names. */
export async function askBearers(names: string[], server: Server, prefixes: Prefixes): Promise<Map<string, string[]>> {
  // The escapes of JSON are those of SPARQL's strings.
  const sparql = `SELECT DISTINCT ?name ?actor WHERE { VALUES ?name { ${names.map((name) => JSON.stringify(name)).join(" ")} } ` +
    `?actor <http://www.w3.org/2000/01/rdf-schema#label> ?name FILTER(STRSTARTS(STR(?actor), ${JSON.stringify(prefixes.actor ?? "")})) }`;
  const raw = await server.text("/sparql", { body: sparql, type: "application/sparql-query", accept: "application/sparql-results+json" });
  const found = new Map<string, string[]>();
  for (const [name, actor] of readAnswer(raw, "application/sparql-results+json").rows) {
    if (name && actor) found.set(name.value, [...(found.get(name.value) ?? []), actor.value]);
  }
  return found;
}
