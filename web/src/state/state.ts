// The choices of a reader and what follows from them: which claims count, who is on the map.

import type { Graph } from "../data/graph";
import { Choices, FACETS, NO_ONE, type Facet } from "./choices";
import { takeHash, toHash } from "./link";
import { around, findPath } from "./reach";

/** How a tie stands by the claims that the filters leave. */
export type Standing = "fact" | "disputed" | "only denied" | "not established";
/** What affirms a tie as a fact; all else is only alleged, possible, intended, demanded or predicted. */
const ESTABLISHED = ["asserted", "reported"];
/** Neighbours that expanding an actor brings at once. */
const EXPANDED = 40;

export class State extends Choices {
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

  readonly #listeners: (() => void)[] = [];
  #current: Graph;

  constructor(current: Graph) {
    super();
    this.#current = current;
    this.worth = this.usualWorth = current.data.leastWorth;
    this.#update();
  }

  get graph(): Graph {
    return this.#current;
  }

  /** Goes on with other data of the same case: what was chosen is found again by its id. */
  replace(graph: Graph, action: (state: State) => void = () => undefined): void {
    const hash = this.toHash();
    this.#current = graph;
    this.change((each) => {
      each.takeHash(hash);
      action(each);
    });
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  change(action: (state: State) => void): void {
    action(this);
    this.#update();
    for (const listener of this.#listeners) listener();
  }

  /** The choices as the hash of a link. */
  toHash(): string {
    return toHash(this, this.graph);
  }

  takeHash(text: string): void {
    takeHash(this, this.graph, text);
  }

  /** The values of a claim under a facet. */
  values(facet: Facet, claim: number): string[] {
    const { graph } = this;
    const { data } = graph;
    const tie = data.claims.tie[claim];
    switch (facet) {
      case "kind": return [...new Set(graph.actorsOf(tie).map((end) => graph.kind(end)))];
      case "community": return [...new Set(graph.actorsOf(tie).map((end) => String(data.actors.community[end])))];
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
    if (claims.confidence[claim] < this.confidence || this.isBelow(claim)) return false;
    for (const facet of FACETS) {
      const wanted = this.chosen[facet];
      if (wanted.size && facet !== except && !this.values(facet, claim).some((value) => wanted.has(value))) return false;
    }
    return except === "time" || this.#inTime(claim);
  }

  /** Whether a claim is worth less than is wanted. */
  isBelow(claim: number): boolean {
    return Math.round(this.graph.data.claims.worth[claim]) < Math.round(this.worth * 100);
  }

  /** How many claims of these ties are worth less than is wanted. */
  countBelow(ties: Iterable<number>): number {
    let below = 0;
    for (const tie of ties) for (const claim of this.graph.claimsOfTie[tie]) below += Number(this.isBelow(claim));
    return below;
  }

  /** The claims of a tie that pass the filters. */
  activeClaimsOf(tie: number): number[] {
    return this.graph.claimsOfTie[tie].filter((claim) => this.activeClaims[claim]);
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

  /** Puts the neighbours of an actor that are not on the map among the added, the strongest first. */
  expand(actor: number): void {
    const { graph } = this;
    const others = new Set<number>();
    for (const tie of graph.tiesOfActor[actor]) {
      if (!this.tieCount[tie]) continue;
      for (const end of graph.actorsOf(tie)) if (!this.isShown[end]) others.add(end);
    }
    const strongest = [...others].sort((a, b) => graph.byStrength(a, b) || a - b).slice(0, EXPANDED);
    this.added.add(actor);
    for (const other of strongest) this.added.add(other);
  }

  #inTime(claim: number): boolean {
    const [first, last] = this.dates(claim);
    if (!first) return this.undated;
    // A month or a year counts from its first day to its last.
    return (!this.from || `${last}-99` >= this.from) && (!this.to || first <= this.to);
  }

  #update(): void {
    this.#countClaims();
    this.#countActors();
    this.pathTies = this.path ? this.#joiningTies(...this.path) : [];
    this.isShown = new Uint8Array(this.graph.data.actors.id.length);
    for (const actor of this.ego >= 0 ? this.#egoNetwork() : this.#strongestActors()) this.isShown[actor] = 1;
    for (const actor of this.added) this.isShown[actor] = 1;
    for (const tie of this.pathTies) for (const end of this.graph.actorsOf(tie)) this.isShown[end] = 1;
    for (const actor of this.path ?? []) this.isShown[actor] = 1;
    this.shownActors = this.graph.ranking.filter((actor) => this.isShown[actor]);
    this.#listShownTies();
  }

  /** Finds the claims that pass the filters, and counts them for each tie. */
  #countClaims(): void {
    const { claims, ties, polarities, modalities } = this.graph.data;
    this.activeClaims = new Uint8Array(claims.id.length);
    this.tieCount = new Int32Array(ties.id.length);
    this.tieDenied = new Int32Array(ties.id.length);
    this.tieEstablished = new Int32Array(ties.id.length);
    const { narrowed } = this;
    const denied = polarities.indexOf("denied");
    const established = modalities.map((modality) => ESTABLISHED.includes(modality));
    for (let claim = 0; claim < this.activeClaims.length; claim++) {
      if (narrowed && !this.passes(claim)) continue;
      this.activeClaims[claim] = 1;
      const tie = claims.tie[claim];
      this.tieCount[tie]++;
      if (claims.polarity[claim] === denied) this.tieDenied[tie]++;
      else if (established[claims.modality[claim]]) this.tieEstablished[tie]++;
    }
  }

  #countActors(): void {
    const { actors, ties } = this.graph.data;
    this.actorCount = new Int32Array(actors.id.length);
    for (let tie = 0; tie < this.tieCount.length; tie++) {
      if (!this.tieCount[tie]) continue;
      this.actorCount[ties.subject[tie]] += this.tieCount[tie];
      const object = ties.object[tie];
      if (object >= 0 && object !== ties.subject[tie]) this.actorCount[object] += this.tieCount[tie];
    }
  }

  /** A chain over ties that someone affirms, if there is one: what is only denied joins no one. */
  #joiningTies(from: number, to: number): number[] {
    const affirmed = findPath(this.graph, from, to, (tie) => this.tieCount[tie] > this.tieDenied[tie]);
    return affirmed.length ? affirmed : findPath(this.graph, from, to, (tie) => this.tieCount[tie] > 0);
  }

  #egoNetwork(): Iterable<number> {
    return around(this.graph, this.ego, this.depth, (tie) => this.tieCount[tie] > 0);
  }

  #strongestActors(): number[] {
    const { actors, ties } = this.graph.data;
    const tied = new Uint8Array(actors.id.length);
    for (let tie = 0; tie < this.tieCount.length; tie++) {
      const object = ties.object[tie];
      if (this.tieCount[tie] && object >= 0) tied[object] = tied[ties.subject[tie]] = 1;
    }
    // Who has no tie to anyone says nothing on a map, unless there is no one else.
    const alone = !this.filtered && !tied.includes(1);
    return this.graph.ranking.filter((actor) => tied[actor] || alone).slice(0, Math.max(0, this.most));
  }

  #listShownTies(): void {
    const { subject, object } = this.graph.data.ties;
    this.shownTies = [];
    for (let tie = 0; tie < this.tieCount.length; tie++) {
      const end = object[tie];
      if (this.tieCount[tie] && end >= 0 && this.isShown[end] && this.isShown[subject[tie]]) this.shownTies.push(tie);
    }
  }
}
