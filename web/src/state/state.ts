// The choices of a reader and what follows from them: which claims count, who is on the map.

import type { Graph } from "../data/graph";
import type { Standing, Summary } from "../data/sources";
import { Choices, FACETS, NO_ONE, type Facet } from "./choices";
import { takeHash, toHash } from "./link";
import { around, findPath } from "./reach";
import { type Judged, type Review, reviewedClaims, reviewOf } from "./reviews";

/** Values of the filter by how ties stand, beside the standings. */
export const CONTESTED = "disputed";
export const CHANGED = "changed";
export const ONE_OUTLET = "one";
export const SEVERAL_OUTLETS = "several";
/** Neighbours that expanding an actor brings at once. */
const EXPANDED = 40;

export class State extends Choices {
  activeClaims = new Uint8Array(0);
  tieCount = new Int32Array(0);
  tieDenied = new Int32Array(0);
  /** How many claims of a tie a person confirmed. */
  tieReviewed = new Int32Array(0);
  actorCount = new Int32Array(0);
  shownActors: number[] = [];
  isShown = new Uint8Array(0);
  shownTies: number[] = [];
  pathTies: number[] = [];
  /** The judgements that were made since the data were, by the id of a claim or a tie. */
  judged: Judged = () => [];
  /** Those who are shown only because they were added, or are on the path. */
  newcomers: number[] = [];
  /** The communities that are shown, those of most actors first. */
  communities: number[] = [];
  /** The ids of all claims and ties with one. */
  judgedIds: () => Iterable<string> = () => [];

  readonly #listeners: (() => void)[] = [];
  #current: Graph;
  /** How ties stand by the claims that the filters leave, made when it is asked for. */
  #summaries: (Summary | undefined)[] = [];
  /** For ties how they stand by all of their claims, as the filter of that name has it; made when it is asked for. */
  #stands: (string[] | undefined)[] = [];

  constructor(current: Graph) {
    super();
    this.#current = current;
    this.worth = this.usualWorth = current.data.leastWorth;
    this.timeMode = this.usualTimeMode = datedMode(current);
    this.#update();
  }

  get graph(): Graph {
    return this.#current;
  }

  /** Goes on with other data of the same case: what was chosen is found again by its id. */
  replace(graph: Graph, action: (state: State) => void = () => undefined): void {
    const hash = this.toHash();
    this.#current = graph;
    this.#stands = [];
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
      case "standing": return (this.#stands[tie] ??= this.#standsOf(tie));
      case "modality": return [data.modalities[data.claims.modality[claim]]];
      case "document": return [data.claims.document[claim] < 0 ? NO_ONE : data.documents.id[data.claims.document[claim]]];
      case "review": return [this.review(claim).state];
      case "asserter": {
        const asserters = data.claims.asserters[claim];
        return asserters ? asserters.map((actor) => data.actors.id[actor]) : [NO_ONE];
      }
    }
  }

  /** What reviewers said of a claim. */
  review(claim: number): Review {
    return reviewOf(this.graph, claim, this.judged);
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

  /** How a tie stands by the claims that the filters leave. */
  standing(tie: number): Standing {
    return this.summary(tie).standing;
  }

  /** The like, with how many outlets say so in each way, and who denies it. */
  summary(tie: number): Summary {
    return (this.#summaries[tie] ??= this.graph.sources.summarise(this.activeClaimsOf(tie)));
  }

  /** Whether some deny what others state of a tie, another tie contradicts it, or a speaker says both. */
  isContested(tie: number): boolean {
    return (this.#stands[tie] ??= this.#standsOf(tie)).includes(CONTESTED);
  }

  #standsOf(tie: number): string[] {
    const { sources, claimsOfTie } = this.graph;
    const { standing, outlets } = sources.summarise(claimsOfTie[tie]);
    const contested = standing === "disputed" || sources.against(tie).length > 0;
    return [contested && CONTESTED, sources.changedBy(tie).length > 0 && CHANGED, outlets === 1 ? ONE_OUTLET : SEVERAL_OUTLETS,
      standing !== CONTESTED && standing].filter((each) => each !== false);
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
    const base = this.isShown.slice();
    for (const actor of this.added) this.isShown[actor] = 1;
    for (const tie of this.pathTies) for (const end of this.graph.actorsOf(tie)) this.isShown[end] = 1;
    for (const actor of this.path ?? []) this.isShown[actor] = 1;
    this.shownActors = this.graph.ranking.filter((actor) => this.isShown[actor]);
    this.newcomers = this.shownActors.filter((actor) => !base[actor]);
    this.communities = this.#largestCommunities();
    this.#listShownTies();
  }

  /** Finds the claims that pass the filters, and counts them for each tie. */
  #countClaims(): void {
    const { claims, ties, polarities } = this.graph.data;
    this.activeClaims = new Uint8Array(claims.id.length);
    this.tieCount = new Int32Array(ties.id.length);
    this.tieDenied = new Int32Array(ties.id.length);
    this.#summaries = [];
    this.tieReviewed = new Int32Array(ties.id.length);
    const { narrowed } = this;
    const denied = polarities.indexOf("denied");
    for (let claim = 0; claim < this.activeClaims.length; claim++) {
      if (narrowed && !this.passes(claim)) continue;
      this.activeClaims[claim] = 1;
      const tie = claims.tie[claim];
      this.tieCount[tie]++;
      if (claims.polarity[claim] === denied) this.tieDenied[tie]++;
    }
    for (const claim of reviewedClaims(this.graph, this.judgedIds())) {
      if (this.activeClaims[claim] && this.review(claim).state === "right") this.tieReviewed[claims.tie[claim]]++;
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

  #largestCommunities(): number[] {
    const sizes = new Map<number, number>();
    const { community } = this.graph.data.actors;
    for (const actor of this.shownActors) sizes.set(community[actor], (sizes.get(community[actor]) ?? 0) + 1);
    return [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([each]) => each);
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

/** When things hold, where no claim says when it was said but some say that; else when they were said. */
function datedMode({ data: { claims, strings } }: Graph): "said" | "holds" {
  const isDated = (columns: number[][]) => columns.some((column) => column.some((text) => strings[text] !== ""));
  return !isDated([claims.said]) && isDated([claims.from, claims.to]) ? "holds" : "said";
}
