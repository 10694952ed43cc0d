// The actors, ties and claims of the page by their numbers, with the indices that every view needs.

import { oneLine } from "../page/text";
import { FALLBACK, relationWords } from "../page/words";
import type { Data } from "./island";
import { makeLanes } from "./lanes";
import { Sources } from "./sources";

/** A sentence of a document that is not in the graph, from where in its text, how long in code points, and why. */
export type Unread = [start: number, length: number, why: string];

/** Texts that are not in the page: what was fetched already, and how to fetch one with what is unread in it. */
export interface Texts {
  known(document: string): string | undefined;
  unread(document: string): Unread[];
  load(document: string): Promise<string>;
}

/** What a tie to a date or a sum counts for, against one to an actor. */
const LITERAL = 0.01;

export class Graph {
  readonly claimsOfTie: number[][];
  readonly tiesOfActor: number[][];
  /** Claims of all ties of an actor, ties to dates and sums for little; from a server, those of the whole case. */
  readonly strength: number[];
  readonly degree: number[];
  /** Actors by strength, the strongest first. */
  readonly ranking: number[];
  /** For each tie its place among the ties of its pair, and how many there are. */
  readonly lane: Int32Array;
  readonly lanes: Int32Array;
  /** Whether the map lies on its side, in a window that is higher than wide. */
  isTurned = false;
  /** The places that the case gives its actors, whatever a map makes of them. */
  readonly home: { x: number[]; y: number[] };
  readonly #actorNumbers: Map<string, number>;
  readonly #documentNumbers: Map<string, number>;
  readonly #tieNumbers: Map<string, number>;
  readonly #claimNumbers: Map<string, number>;
  readonly #communityNames = new Map<number, string[]>();
  readonly #texts = new Map<number, string>();
  #reviewPlaces: Map<number, number> | null = null;
  #named: Uint8Array | null = null;
  readonly #turned: Set<number>;
  readonly #away: Texts | null;
  #sources: Sources | null = null;

  constructor(readonly data: Data, away: Texts | null = null) {
    this.#away = away;
    this.home = { x: [...data.actors.x], y: [...data.actors.y] };
    const { actors, ties, claims, documents } = data;
    this.#turned = new Set(data.standing?.turned);
    this.claimsOfTie = ties.id.map(() => []);
    claims.tie.forEach((tie, claim) => this.claimsOfTie[tie].push(claim));
    this.tiesOfActor = actors.id.map(() => []);
    this.strength = actors.id.map(() => 0);
    this.degree = this.#joinActors();
    actors.claims?.forEach((count, actor) => (this.strength[actor] = count));
    ({ lane: this.lane, lanes: this.lanes } = makeLanes(ties.subject, ties.object));
    this.ranking = actors.id.map((_, actor) => actor);
    this.ranking.sort((a, b) => this.byStrength(a, b) || actors.count[b] - actors.count[a] || a - b);
    this.#actorNumbers = numbersOf(actors.id);
    // A link may name an actor by the id that it had before a merge.
    actors.former?.forEach((ids, actor) => (ids || []).forEach((id) => this.#actorNumbers.has(id) || this.#actorNumbers.set(id, actor)));
    this.#tieNumbers = numbersOf(ties.id);
    this.#claimNumbers = numbersOf(claims.id);
    this.#documentNumbers = numbersOf(documents.id);
    this.#nameCommunities();
  }

  /** Gives each actor its ties and their strength; returns how many neighbours each has. */
  #joinActors(): number[] {
    const { actors, ties } = this.data;
    const neighbours = actors.id.map(() => new Set<number>());
    ties.subject.forEach((subject, tie) => {
      const object = ties.object[tie];
      const weight = this.claimsOfTie[tie].length;
      this.tiesOfActor[subject].push(tie);
      this.strength[subject] += object >= 0 ? weight : weight * LITERAL;
      if (object < 0 || object === subject) return;
      this.tiesOfActor[object].push(tie);
      this.strength[object] += weight;
      neighbours[subject].add(object);
      neighbours[object].add(subject);
    });
    return neighbours.map((set) => set.size);
  }

  /** Lays the map on its side. */
  turn(): void {
    const { actors } = this.data;
    this.isTurned = !this.isTurned;
    for (const places of [actors, this.home]) [places.x, places.y] = [places.y, places.x];
  }

  #nameCommunities(): void {
    for (const actor of this.ranking) {
      const community = this.data.actors.community[actor];
      const names = this.#communityNames.get(community);
      if (!names) this.#communityNames.set(community, [this.name(actor)]);
      else if (names.length < 3) names.push(this.name(actor));
    }
  }

  /** How much there is in all, also where the page has a part of it. */
  get whole(): { actors: number; claims: number; documents: number } {
    const { served, partOf, actors, claims, documents } = this.data;
    return served ?? partOf ?? { actors: actors.id.length, claims: claims.id.length, documents: documents.id.length };
  }

  /** Who stands behind the claims; made when it is first asked for. */
  get sources(): Sources {
    return (this.#sources ??= new Sources(this.data));
  }

  actor(id: string): number {
    return this.#actorNumbers.get(id) ?? -1;
  }

  tie(id: string): number {
    return this.#tieNumbers.get(id) ?? -1;
  }

  claim(id: string): number {
    return this.#claimNumbers.get(id) ?? -1;
  }

  document(id: string): number {
    return this.#documentNumbers.get(id) ?? -1;
  }

  /** The strongest actors of a community, by which it goes. */
  community(community: number): string[] {
    return this.#communityNames.get(community) ?? [];
  }

  name(actor: number): string {
    return this.data.actors.name[actor] || this.data.actors.id[actor];
  }

  /** How two actors are ordered, the stronger first. */
  readonly byStrength = (a: number, b: number) => this.strength[b] - this.strength[a];

  /** The words of the end of a tie: an actor's name, or a date, a sum, a text. */
  end(end: number): string {
    return end >= 0 ? this.name(end) : this.data.literals[-1 - end][0];
  }

  /** The ends of a tie that are actors. */
  actorsOf(tie: number): number[] {
    const { subject, object } = this.data.ties;
    return [subject[tie], object[tie]].filter((end) => end >= 0);
  }

  /** Subject and object of a claim: those of its tie, or the other way round where a symmetric relation is told so. */
  endsOf(claim: number): [subject: number, object: number] {
    const { subject, object } = this.data.ties;
    const tie = this.data.claims.tie[claim];
    return this.#turned.has(claim) ? [object[tie], subject[tie]] : [subject[tie], object[tie]];
  }

  /** Subject and object of a tie in words: as the claim that stands for it has them. */
  saidEnds(tie: number): [subject: number, object: number] {
    const best = this.isSymmetric(tie) ? this.#bestOf(tie) : -1;
    return best >= 0 ? this.endsOf(best) : [this.data.ties.subject[tie], this.data.ties.object[tie]];
  }

  /** Whether the relation of a tie has no direction. */
  isSymmetric(tie: number): boolean {
    return Boolean(this.data.relations[this.data.ties.relation[tie]][4]);
  }

  /** Whether an actor is only named: no claim is about it, and it says none. */
  isOnlyNamed(actor: number): boolean {
    return this.#onlyNamed()[actor] === 1;
  }

  /** How many are only named. */
  get namedCount(): number {
    return this.#onlyNamed().reduce((sum, each) => sum + each, 0);
  }

  #onlyNamed(): Uint8Array {
    if (this.#named) return this.#named;
    const { actors, claims } = this.data;
    const named = Uint8Array.from(actors.id, (_, actor) => Number(!this.tiesOfActor[actor].length && !actors.claims?.[actor]));
    for (const asserters of claims.asserters) for (const actor of asserters || []) named[actor] = 0;
    return (this.#named = named);
  }

  /** The end of a tie that is not `actor`. */
  otherEnd(tie: number, actor: number): number {
    const { subject, object } = this.data.ties;
    return subject[tie] === actor ? object[tie] : subject[tie];
  }

  /** Whether two ties join the same two, whatever their direction. */
  samePair(left: number, right: number): boolean {
    const { subject, object } = this.data.ties;
    return (subject[left] === subject[right] && object[left] === object[right]) ||
      (subject[left] === object[right] && object[left] === subject[right]);
  }

  kind(actor: number): string {
    return this.data.kinds[this.data.actors.kind[actor]][0];
  }

  group(actor: number): string {
    return this.data.kinds[this.data.actors.kind[actor]][2];
  }

  /** The label of a tie's relation; of one of no known sense the words of its best claim: "lavished with". */
  relation(tie: number): string {
    return this.isOpen(tie) ? this.#words(this.#bestOf(tie)) || this.lemma(tie) : this.lemma(tie);
  }

  /** The like of a claim: of one of no known sense its own words. */
  relationOf(claim: number): string {
    const tie = this.data.claims.tie[claim];
    return this.isOpen(tie) ? this.#words(claim) || this.lemma(tie) : this.lemma(tie);
  }

  /** The label of a tie's relation; of one of no known sense its verb, as files have it: "lavish with". */
  lemma(tie: number): string {
    const [id, label] = this.data.relations[this.data.ties.relation[tie]];
    return relationWords(id, label, this.data.strings[this.data.ties.lemma[tie]]);
  }

  #words(claim: number): string {
    return claim < 0 ? "" : oneLine(this.data.strings[this.data.claims.trigger[claim]]).trim();
  }

  /** The claim of a tie whose words stand for all: one that affirms goes first, then the highest by worth. */
  #bestOf(tie: number): number {
    const denied = this.data.polarities.indexOf("denied");
    const { polarity } = this.data.claims;
    let best = -1;
    for (const claim of this.claimsOfTie[tie]) {
      const less = best >= 0 && (Number(polarity[claim] === denied) - Number(polarity[best] === denied) || this.byWorth(claim, best)) >= 0;
      if (!less) best = claim;
    }
    return best;
  }

  /** The family of a tie's relation, or for the general relation that of its tone. */
  sentiment(tie: number): string {
    const { relations, ties } = this.data;
    const [id, , sentiment] = relations[ties.relation[tie]];
    const tone = this.tone(tie);
    return id !== FALLBACK || !tone ? sentiment : tone === "contact" ? tone : tone.endsWith("conflict") ? "conflict" : "support";
  }

  /** Words or deeds, for or against; empty where it is neither. */
  tone(tie: number): string {
    return this.data.tones[this.data.ties.tone[tie]];
  }

  /** Whether a tie is of no known sense, and goes by its verb. */
  isOpen(tie: number): boolean {
    return this.data.relations[this.data.ties.relation[tie]][0] === FALLBACK;
  }

  /** How two claims are ordered, by worth × confidence, the higher first. */
  readonly byWorth = (a: number, b: number) => this.rank(b) - this.rank(a) || a - b;

  /** Worth × confidence of a claim. */
  rank(claim: number): number {
    const { worth, confidence } = this.data.claims;
    return product(worth[claim], confidence[claim]);
  }

  /** Worth × confidence of a tie. */
  tieRank(tie: number): number {
    const { worth, confidence } = this.data.ties;
    return product(worth[tie], confidence[tie]);
  }

  /** The sentence that a claim rests on. */
  quote(claim: number): string {
    return this.data.quotes[this.data.claims.quote[claim]];
  }

  /** The number of a document that no claim here rests on, made known by a search. */
  addDocument(id: string, title: string, source: string): number {
    const known = this.document(id);
    if (known >= 0) return known;
    const { documents } = this.data;
    this.#documentNumbers.set(id, documents.id.length);
    for (const column of [documents.author, documents.publisher, documents.published]) column.push("");
    documents.title.push(title);
    documents.source.push(source);
    documents.start.push(0);
    documents.text.push(0);
    return documents.id.push(id) - 1;
  }

  /** Fetches a text that the page does not hold; nothing where it holds all that there is. */
  fetchText(document: number): Promise<string> | null {
    if (!this.#away || document < 0 || this.data.documents.text[document] < 0) return null;
    const id = this.data.documents.id[document];
    return this.#away.known(id) === undefined ? this.#away.load(id) : null;
  }

  text(document: number): string | null {
    if (document < 0 || this.data.documents.text[document] < 0) return null;
    if (this.#away) return this.#away.known(this.data.documents.id[document]) ?? null;
    const known = this.#texts.get(document);
    if (known !== undefined) return known;
    const island = globalThis.document.getElementById(`text-${document}`);
    const text: string = island ? JSON.parse(island.textContent ?? '""') : "";
    this.#texts.set(document, text);
    return text;
  }

  /** What is grave about a claim; empty where nothing is. */
  topic(claim: number): string {
    const { topics, claims } = this.data;
    return topics?.[claims.gravity?.[claim] ?? 0]?.[0] ?? "";
  }

  /** The place of a claim among those that somebody confirmed before the data were made, or -1. */
  reviewPlace(claim: number): number {
    this.#reviewPlaces ??= new Map(this.data.reviews?.claim.map((each, place) => [each, place]));
    return this.#reviewPlaces.get(claim) ?? -1;
  }

  /** What is unread in a document whose text is known, in the order of the text. */
  unread(document: number): Unread[] {
    if (this.#away) return this.#away.unread(this.data.documents.id[document]);
    const { unread, strings } = this.data;
    if (!unread) return [];
    return unread.document.flatMap((each, place): Unread[] =>
      each === document ? [[unread.start[place], unread.length[place], strings[unread.why[place]]]] : []);
  }

  title(document: number): string {
    if (document < 0) return "unknown document";
    const { title, id } = this.data.documents;
    return title[document] || id[document];
  }
}

/** Worth (in hundredths) × confidence, by whole numbers: what the files hold as equal is equal here. */
function product(worth: number, confidence: number): number {
  return Math.round(worth * 10) * Math.round(confidence * 1e4) / 1e7;
}

function numbersOf(ids: string[]): Map<string, number> {
  return new Map(ids.map((id, number) => [id, number]));
}
