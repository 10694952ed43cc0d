// A class or property of the ontology, as the server names it to the query page.

export interface OntologyTerm { term: string; label: string; kind: string; sentiment?: string }

/** A kind of actor, and the group by which it is drawn. */
export type Kind = [id: string, label: string, group: string];
