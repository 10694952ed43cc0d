// What a reader has chosen: the view, the filters, the actors on the map, the selection.

export type Facet = "kind" | "relation" | "standing" | "polarity" | "modality" | "asserter" | "document" | "community" | "review";
export const FACETS: Facet[] = ["kind", "relation", "standing", "polarity", "modality", "asserter", "document", "community", "review"];
/** The tables, the last of them on a server alone. */
export const TABLES = ["actors", "ties", "claims", "documents"] as const;
export type Table = (typeof TABLES)[number];
/** The rooms of the page beside map and tables. */
export const ROOMS = ["ask", "read", "matrix", "identity", "story"] as const;
export type Room = (typeof ROOMS)[number];
export type Tab = "map" | Table | Room;
export type Selection = { actor: number } | { tie: number } | null;

/** Which end of a claim the actor of a question is to be. */
export const SIDES = ["either", "subject", "object"] as const;
export type Side = (typeof SIDES)[number];
/** A named question with the ids of the actors that it is asked about; no name for none. */
export interface Asked { name: string; actors: string[]; side: Side }

/** Who asserts a claim that names no one. */
export const NO_ONE = "-";

/** What is read: a document and a claim in it by their ids, only the documents of an actor, claim by claim in the queue. */
export interface Reading { document: string; claim: string; actor: string; queue: boolean }

export class Choices {
  tab: Tab = "ask";
  asked: Asked = { name: "", actors: [], side: "either" };
  /** How many of the strongest actors are on the map, and how many usually are. */
  most = 200;
  usualMost = 200;
  /** The values chosen of each facet; an empty set filters nothing. */
  chosen: Record<Facet, Set<string>> = {
    kind: new Set(), relation: new Set(), standing: new Set(), polarity: new Set(), modality: new Set(),
    asserter: new Set(), document: new Set(), community: new Set(), review: new Set(),
  };
  confidence = 0;
  /** The least worth of what is shown, from 0 to 1, and the usual one. */
  worth = 0;
  usualWorth = 0;
  timeMode: "said" | "holds" = "said";
  /** The mode that a page opens with: the one that has dates. */
  usualTimeMode: "said" | "holds" = "said";
  from = "";
  to = "";
  undated = true;
  /** Actors added by search or by expanding others. */
  added = new Set<number>();
  /** The actor whose network alone is shown, or -1. */
  ego = -1;
  depth = 1;
  path: [number, number] | null = null;
  selection: Selection = null;
  /** What the evidence matrix is about; of nothing, it shows what is disputed. */
  matrix: Selection = null;
  reading: Reading = { document: "", claim: "", actor: "", queue: false };
  colours: "kind" | "community" = "kind";
  /** Where actors were put on the map by hand. */
  pins = new Map<number, [x: number, y: number]>();

  get filtered(): boolean {
    return FACETS.some((facet) => this.chosen[facet].size > 0) || this.confidence > 0 || this.worth !== this.usualWorth ||
      this.from !== "" || this.to !== "" || !this.undated;
  }

  /** Whether some claims may not be shown, be it by what a reader has chosen or by what is usual. */
  get narrowed(): boolean {
    return this.filtered || this.worth > 0;
  }

  /** Chooses a stretch of time, or none; what has no date is left out with it, until it is asked for. */
  chooseTime(from: string, to: string): void {
    const had = this.from !== "" || this.to !== "";
    const has = from !== "" || to !== "";
    [this.from, this.to] = [from, to];
    if (had !== has) this.undated = !has;
  }

  clearFilters(): void {
    for (const facet of FACETS) this.chosen[facet].clear();
    this.confidence = 0;
    this.worth = this.usualWorth;
    this.from = this.to = "";
    this.undated = true;
  }

  /** Back to the strongest actors alone. */
  clearMap(): void {
    this.added.clear();
    this.ego = -1;
    this.path = null;
  }
}
