// What is chosen: filters, the actors on the map, the selection; and all that as the hash of a link.

import type { Case } from "./data";

export type Facet = "kind" | "relation" | "polarity" | "modality" | "asserter" | "document" | "community";
export const FACETS: Facet[] = ["kind", "relation", "polarity", "modality", "asserter", "document", "community"];
export type Tab = "map" | "actors" | "ties" | "claims" | "documents";
export type Selection = { actor: number } | { tie: number } | null;

/** How a tie stands by the claims that the filters leave. */
export type Standing = "fact" | "disputed" | "only denied" | "not established";
/** What affirms a tie as a fact; all else is only alleged, possible, intended, demanded or predicted. */
const ESTABLISHED = ["asserted", "reported"];

/** Who asserts a claim that names no one. */
export const NO_ONE = "-";

export class State {
  tab: Tab = "map";
  most = 200;
  /** The values chosen of each facet; an empty set filters nothing. */
  chosen: Record<Facet, Set<string>> = {
    kind: new Set(), relation: new Set(), polarity: new Set(), modality: new Set(),
    asserter: new Set(), document: new Set(), community: new Set(),
  };
  confidence = 0;
  timeMode: "said" | "holds" = "said";
  from = "";
  to = "";
  undated = true;
  /** Actors added by search or by expanding others. */
  added = new Set<number>();
  ego = -1;
  depth = 1;
  path: [number, number] | null = null;
  selection: Selection = null;
  colours: "kind" | "community" = "kind";

  activeClaims = new Uint8Array(0);
  tieCount = new Int32Array(0);
  tieDenied = new Int32Array(0);
  /** How many claims affirm a tie as asserted or reported. */
  tieEstablished = new Int32Array(0);
  actorCount = new Int32Array(0);
  shownActors: number[] = [];
  isShown = new Uint8Array(0);
  shownTies: number[] = [];
  pathTies: number[] = [];

  private readonly listeners: (() => void)[] = [];

  constructor(private current: Case) {
    this.update();
  }

  get graph(): Case {
    return this.current;
  }

  /** Goes on with other data of the same case: what was chosen is found again by its id. */
  replace(graph: Case, action: (state: State) => void = () => undefined): void {
    const hash = this.toHash();
    this.current = graph;
    this.change((each) => {
      each.fromHash(hash);
      action(each);
    });
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  change(action: (state: State) => void): void {
    action(this);
    this.update();
    for (const listener of this.listeners) listener();
  }

  get filtered(): boolean {
    return FACETS.some((facet) => this.chosen[facet].size > 0) || this.confidence > 0 || this.from !== "" ||
      this.to !== "" || !this.undated;
  }

  clearFilters(): void {
    for (const facet of FACETS) this.chosen[facet].clear();
    this.confidence = 0;
    this.from = this.to = "";
    this.undated = true;
  }

  /** The values of a claim under a facet. */
  values(facet: Facet, claim: number): string[] {
    const { data } = this.graph;
    const tie = data.claims.tie[claim];
    const ends = [data.ties.subject[tie], data.ties.object[tie]].filter((end) => end >= 0);
    switch (facet) {
      case "kind": return [...new Set(ends.map((end) => this.graph.kind(end)))];
      case "community": return [...new Set(ends.map((end) => String(data.actors.community[end])))];
      case "relation": return [data.relations[data.ties.relation[tie]][0]];
      case "polarity": return [data.polarities[data.claims.polarity[claim]]];
      case "modality": return [data.modalities[data.claims.modality[claim]]];
      case "document": return [data.claims.document[claim] < 0 ? NO_ONE : data.documents.id[data.claims.document[claim]]];
      case "asserter": {
        const asserters = data.claims.asserters[claim];
        return asserters ? asserters.map((actor) => data.actors.id[actor]) : [NO_ONE];
      }
    }
  }

  /** Whether a claim passes all filters but those of `except`. */
  passes(claim: number, except?: Facet | "time"): boolean {
    const { claims } = this.graph.data;
    if (claims.confidence[claim] < this.confidence) return false;
    for (const facet of FACETS) {
      const wanted = this.chosen[facet];
      if (wanted.size && facet !== except && !this.values(facet, claim).some((value) => wanted.has(value))) return false;
    }
    return except === "time" || this.inTime(claim);
  }

  standing(tie: number): Standing {
    const denied = this.tieDenied[tie];
    if (this.tieEstablished[tie]) return denied ? "disputed" : "fact";
    return denied && denied === this.tieCount[tie] ? "only denied" : "not established";
  }

  /** First and last day of a claim in the mode chosen; empty where it has no date. */
  dates(claim: number): [string, string] {
    const { claims, strings } = this.graph.data;
    if (this.timeMode === "said") return [strings[claims.said[claim]], strings[claims.said[claim]]];
    const from = strings[claims.from[claim]];
    const to = strings[claims.to[claim]];
    return [from || to, to || from];
  }

  private inTime(claim: number): boolean {
    const [first, last] = this.dates(claim);
    if (!first) return this.undated;
    // A month or a year counts from its first day to its last.
    return (!this.from || `${last}-99` >= this.from) && (!this.to || first <= this.to);
  }

  private update(): void {
    const { data, ranking, tiesOfActor } = this.graph;
    const filtered = this.filtered;
    this.activeClaims = new Uint8Array(data.claims.id.length);
    this.tieCount = new Int32Array(data.ties.id.length);
    this.tieDenied = new Int32Array(data.ties.id.length);
    this.tieEstablished = new Int32Array(data.ties.id.length);
    this.actorCount = new Int32Array(data.actors.id.length);
    const denied = data.polarities.indexOf("denied");
    const established = data.modalities.map((modality) => ESTABLISHED.includes(modality));
    for (let claim = 0; claim < this.activeClaims.length; claim++) {
      if (filtered && !this.passes(claim)) continue;
      this.activeClaims[claim] = 1;
      const tie = data.claims.tie[claim];
      this.tieCount[tie]++;
      if (data.claims.polarity[claim] === denied) this.tieDenied[tie]++;
      else if (established[data.claims.modality[claim]]) this.tieEstablished[tie]++;
    }
    for (let tie = 0; tie < this.tieCount.length; tie++) {
      if (!this.tieCount[tie]) continue;
      this.actorCount[data.ties.subject[tie]] += this.tieCount[tie];
      const object = data.ties.object[tie];
      if (object >= 0 && object !== data.ties.subject[tie]) this.actorCount[object] += this.tieCount[tie];
    }
    this.pathTies = [];
    // A chain over ties that someone affirms, if there is one; what is only denied joins no one.
    if (this.path) {
      this.pathTies = findPath(this, this.path[0], this.path[1], false);
      if (!this.pathTies.length) this.pathTies = findPath(this, this.path[0], this.path[1], true);
    }
    this.isShown = new Uint8Array(data.actors.id.length);
    if (this.ego >= 0) {
      this.isShown[this.ego] = 1;
      let rim = [this.ego];
      for (let step = 0; step < this.depth; step++) {
        const next: number[] = [];
        for (const actor of rim) {
          for (const tie of tiesOfActor[actor]) {
            if (!this.tieCount[tie]) continue;
            for (const end of [data.ties.subject[tie], data.ties.object[tie]]) {
              if (end >= 0 && !this.isShown[end]) {
                this.isShown[end] = 1;
                next.push(end);
              }
            }
          }
        }
        rim = next;
      }
    } else {
      let count = 0;
      const tied = new Uint8Array(data.actors.id.length);
      for (let tie = 0; tie < this.tieCount.length; tie++) {
        const object = data.ties.object[tie];
        if (this.tieCount[tie] && object >= 0) tied[object] = tied[data.ties.subject[tie]] = 1;
      }
      // Who has no tie to anyone says nothing on a map, unless there is no one else.
      const alone = !filtered && !tied.includes(1);
      for (const actor of ranking) {
        if (count >= this.most) break;
        if (!tied[actor] && !alone) continue;
        this.isShown[actor] = 1;
        count++;
      }
    }
    for (const actor of this.added) this.isShown[actor] = 1;
    for (const tie of this.pathTies) {
      this.isShown[data.ties.subject[tie]] = 1;
      this.isShown[data.ties.object[tie]] = 1;
    }
    if (this.path) this.path.forEach((actor) => (this.isShown[actor] = 1));
    this.shownActors = ranking.filter((actor) => this.isShown[actor]);
    this.shownTies = [];
    for (let tie = 0; tie < this.tieCount.length; tie++) {
      const object = data.ties.object[tie];
      if (this.tieCount[tie] && object >= 0 && this.isShown[object] && this.isShown[data.ties.subject[tie]]) {
        this.shownTies.push(tie);
      }
    }
  }

  /** The state as the hash of a link; actors, ties and facets go by their ids. */
  toHash(): string {
    const { data } = this.graph;
    const hash = new URLSearchParams();
    const set = (key: string, value: string, usual = "") => value !== usual && hash.set(key, value);
    set("tab", this.tab, "map");
    set("most", String(this.most), "200");
    for (const facet of FACETS) for (const value of [...this.chosen[facet]].sort()) hash.append(facet, value);
    set("confidence", String(this.confidence), "0");
    set("time", this.timeMode, "said");
    set("from", this.from);
    set("to", this.to);
    set("undated", this.undated ? "yes" : "no", "yes");
    for (const actor of this.added) hash.append("with", data.actors.id[actor]);
    if (this.ego >= 0) {
      hash.set("ego", data.actors.id[this.ego]);
      set("depth", String(this.depth), "1");
    }
    if (this.path) this.path.forEach((actor) => hash.append("path", data.actors.id[actor]));
    set("colours", this.colours, "kind");
    if (this.selection && "actor" in this.selection) hash.set("actor", data.actors.id[this.selection.actor]);
    if (this.selection && "tie" in this.selection) hash.set("tie", data.ties.id[this.selection.tie]);
    return hash.toString();
  }

  /** What a hash says; what it names and the case lacks is passed over. */
  fromHash(text: string): void {
    const hash = new URLSearchParams(text);
    const known = (id: string) => this.graph.actor(id);
    const tab = hash.get("tab");
    this.tab = tab === "actors" || tab === "ties" || tab === "claims" || (tab === "documents" && this.graph.data.served) ? tab : "map";
    this.most = Math.max(10, Math.min(5000, Number(hash.get("most")) || 200));
    for (const facet of FACETS) this.chosen[facet] = new Set(hash.getAll(facet));
    this.confidence = Math.max(0, Math.min(1, Number(hash.get("confidence")) || 0));
    this.timeMode = hash.get("time") === "holds" ? "holds" : "said";
    const date = (key: string) => /^\d{4}-\d\d-\d\d$/.exec(hash.get(key) ?? "")?.[0] ?? "";
    this.from = date("from");
    this.to = date("to");
    this.undated = hash.get("undated") !== "no";
    this.added = new Set(hash.getAll("with").map(known).filter((actor) => actor >= 0));
    this.ego = known(hash.get("ego") ?? "");
    this.depth = hash.get("depth") === "2" ? 2 : 1;
    const ends = hash.getAll("path").map(known);
    this.path = ends.length === 2 && ends[0] >= 0 && ends[1] >= 0 ? [ends[0], ends[1]] : null;
    this.colours = hash.get("colours") === "community" ? "community" : "kind";
    const actor = known(hash.get("actor") ?? "");
    const tie = this.graph.tie(hash.get("tie") ?? "");
    this.selection = actor >= 0 ? { actor } : tie >= 0 ? { tie } : null;
  }
}

/** The ties of a shortest path, whatever their direction; of equal ones that of the strongest actors. */
export function findPath(state: State, from: number, to: number, denied: boolean): number[] {
  const { graph } = state;
  const { ties } = graph.data;
  const via = new Map<number, number>([[from, -1]]);
  let rim = [from];
  while (rim.length && !via.has(to)) {
    const next: number[] = [];
    rim.sort((a, b) => graph.strength[b] - graph.strength[a]);
    for (const actor of rim) {
      for (const tie of graph.tiesOfActor[actor]) {
        if (state.tieCount[tie] <= (denied ? 0 : state.tieDenied[tie])) continue;
        const other = ties.subject[tie] === actor ? ties.object[tie] : ties.subject[tie];
        if (other < 0 || via.has(other)) continue;
        via.set(other, tie);
        next.push(other);
      }
    }
    rim = next;
  }
  const path: number[] = [];
  if (!via.has(to)) return path;
  for (let actor = to; actor !== from; ) {
    const tie = via.get(actor) as number;
    path.unshift(tie);
    actor = ties.subject[tie] === actor ? ties.object[tie] : ties.subject[tie];
  }
  return path;
}
