// Who stands behind the claims of the page, and how a tie stands by them: as src/sociogram/graph/standing.py says it of files.

import { addTo } from "../page/groups";
import type { Data } from "./island";

/** How one claim stands to its tie; "holds" is possible, hypothetical, intended, demanded or predicted. */
export type Stand = "states" | "alleges" | "denies" | "negates" | "holds";
/** How a tie stands by its claims. */
export type Standing = "stated" | "disputed" | "alleged" | "held" | "denied" | "negated";

/** How a tie, or any claims, stand: by how many outlets in each way, and by whom it is denied. */
export interface Summary {
  standing: Standing; outlets: number; stated: number; alleged: number; negated: number;
  deniedBy: number[]; heldAs: string[];
}

/** Another tie that does not go with a tie, and why. */
export interface Against { tie: number; why: string; changedBy: number[] }

/** What is held to have happened, of which one can be the contrary of another; and what a speaker pledges besides. */
const HELD = ["asserted", "reported", "alleged"];
const PLEDGED = [...HELD, "intended", "predicted"];

export class Sources {
  readonly #data: Data;
  readonly #denied: number;
  readonly #denies: Set<number>;
  readonly #origins = new Map<number, number>();
  readonly #copies = new Map<number, number[]>();
  readonly #against = new Map<number, Against[]>();
  readonly #changed: Map<number, number[]>;

  constructor(data: Data) {
    this.#data = data;
    this.#denied = data.polarities.indexOf("denied");
    const told = data.standing;
    this.#denies = new Set(told?.denies);
    for (const [claim, first] of told?.copies ?? []) {
      this.#origins.set(claim, first);
      addTo(this.#copies, first, claim);
    }
    this.#changed = new Map(told?.changed);
    for (const [left, right, why, ...changedBy] of told?.against ?? []) {
      addTo(this.#against, left, { tie: right, why: data.strings[why], changedBy });
      addTo(this.#against, right, { tie: left, why: data.strings[why], changedBy });
    }
  }

  /** The claim of the tie that this one copies; itself where it copies none. */
  origin(claim: number): number {
    return this.#origins.get(claim) ?? claim;
  }

  /** The claims of the tie that copy this one. */
  copiesOf(claim: number): number[] {
    return this.#copies.get(claim) ?? [];
  }

  stand(claim: number): Stand {
    const { claims, modalities } = this.#data;
    if (claims.polarity[claim] === this.#denied) return this.#denies.has(claim) ? "denies" : "negates";
    const modality = modalities[claims.modality[claim]];
    return modality === "alleged" ? "alleges" : HELD.includes(modality) ? "states" : "holds";
  }

  /** Whether a claim holds that something was so, or was not, and not only that it may, shall or will. */
  isHeld(claim: number): boolean {
    return HELD.includes(this.#data.modalities[this.#data.claims.modality[claim]]);
  }

  /** Who says what a document says on its own account: its outlet, else its author, else it itself. */
  sayer(document: number): [name: string, what: string] {
    const { documents } = this.#data;
    if (document < 0) return ["unknown document", "document"];
    if (documents.publisher[document]) return [documents.publisher[document], "outlet"];
    if (documents.author[document]) return [documents.author[document], "author"];
    return [documents.source[document], "document"];
  }

  /** The outlet that a claim counts for: a copy's is that of the first. */
  outlet(claim: number): string {
    return this.sayer(this.#data.claims.document[this.origin(claim)])[0];
  }

  /** Who denies it in a claim, or -1. */
  denier(claim: number): number {
    const asserters = this.#data.claims.asserters[claim];
    return this.#denies.has(claim) && asserters ? asserters[asserters.length - 1] : -1;
  }

  /** The ties that do not go with a tie. */
  against(tie: number): Against[] {
    return this.#against.get(tie) ?? [];
  }

  /** Who says of a tie both that it is so and that it is not. */
  changedBy(tie: number): number[] {
    return [...new Set([...(this.#changed.get(tie) ?? []), ...this.against(tie).flatMap((each) => each.changedBy)])];
  }

  /** How a tie stands by these of its claims. */
  summarise(claims: number[]): Summary {
    const { modalities, claims: all } = this.#data;
    const outlets: Record<Stand, Set<string>> = { states: new Set(), alleges: new Set(), denies: new Set(), negates: new Set(), holds: new Set() };
    const every = new Set<string>();
    const deniedBy = new Set<number>();
    const heldAs = new Set<string>();
    for (const claim of claims) {
      const stand = this.stand(claim);
      const outlet = this.outlet(claim).replace(/\s+/g, " ").trim().toLowerCase();
      outlets[stand].add(outlet);
      every.add(outlet);
      if (stand === "holds") heldAs.add(modalities[all.modality[claim]]);
      const denier = this.denier(claim);
      if (denier >= 0) deniedBy.add(denier);
    }
    const has = (stand: Stand) => outlets[stand].size > 0;
    const standing: Standing = this.#isDisputed(claims) ? "disputed" : has("states") ? "stated" : has("alleges") ? "alleged"
      : has("holds") ? "held" : has("denies") ? "denied" : "negated";
    return {
      standing, outlets: every.size, stated: outlets.states.size, alleged: outlets.alleges.size, negated: outlets.negates.size,
      deniedBy: [...deniedBy], heldAs: [...heldAs].sort(),
    };
  }

  /** Whether some of the claims of a tie hold the contrary of others, or a speaker says both. */
  #isDisputed(claims: number[]): boolean {
    if (claims.length < 2) return false;
    const { polarity, modality, asserters } = this.#data.claims;
    const held = new Set<number>();
    const said = new Map<number, number>();
    for (const claim of claims) {
      if (this.isHeld(claim)) held.add(polarity[claim]);
      const by = asserters[claim];
      if (!by || !PLEDGED.includes(this.#data.modalities[modality[claim]])) continue;
      const who = by[by.length - 1];
      if ((said.get(who) ?? polarity[claim]) !== polarity[claim]) return true;
      said.set(who, polarity[claim]);
    }
    return held.size > 1;
  }
}
