// Colours and shapes of an answer's graph: those of the explorer's map.

import { GROUPS, type Palette } from "../map/palette";
import type { Kind, OntologyTerm } from "../sparql/ontology_term";

export interface Looks {
  palette: Palette;
  group(kind: string): string;
  sentiment(relation: string): string;
}

export function makeLooks(palette: Palette, kinds: Kind[], terms: OntologyTerm[]): Looks {
  const groups = new Map(kinds.map(([id, , group]) => [id, group]));
  for (const [group] of GROUPS) if (!groups.has(group)) groups.set(group, group);
  const sentiments = new Map(terms.filter(({ sentiment }) => sentiment).map(({ term, sentiment }) => [local(term), sentiment as string]));
  return {
    palette,
    group: (kind) => groups.get(kind) ?? "other",
    sentiment: (relation) => sentiments.get(local(relation)) ?? "other",
  };
}

/** The last part of an IRI or of its short form. */
function local(term: string): string {
  return term.replace(/^.*[#/:]/, "");
}
