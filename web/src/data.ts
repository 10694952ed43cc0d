// The data of the page, as src/sociogram/write/explorer/data.py writes it: tables in columns.

export interface Data {
  format: number;
  run: string;
  polarities: string[];
  modalities: string[];
  kinds: [id: string, label: string, group: string][];
  relations: [id: string, label: string, sentiment: string, sign: string, symmetric: number][];
  literals: [value: string, kind: string][];
  strings: string[];
  quotes: string[];
  skipped: number;
  /** Where a server gives a part of a case: what the whole has. */
  served?: Served;
  documents: {
    id: string[]; source: string[]; title: string[]; author: string[]; publisher: string[];
    published: string[]; start: number[]; text: number[];
  };
  actors: {
    id: string[]; name: string[]; kind: number[]; aliases: (string[] | 0)[];
    identifiers: ([string, string][] | 0)[]; x: number[]; y: number[]; community: number[];
    betweenness: number[]; pagerank: number[]; count: number[]; documents: number[]; mentions: number[][];
    /** From a server: claims and neighbours in the whole case. */
    claims?: number[]; neighbours?: number[];
  };
  ties: {
    id: string[]; subject: number[]; relation: number[]; object: number[]; lemma: number[];
    sources: number[]; confidence: number[];
  };
  claims: {
    id: string[]; tie: number[]; trigger: number[]; polarity: number[]; modality: number[];
    asserters: (number[] | 0)[]; said: number[]; from: number[]; to: number[]; when: number[];
    amount: ([value: number, currency: string, qualifier: string, text: string] | 0)[];
    confidence: number[]; document: number[]; quote: number[]; start: number[]; rule: number[]; spans: number[];
  };
}

export interface Served {
  generation: string; actors: number; ties: number; claims: number; documents: number;
  title: string; writable: boolean; missing?: string[];
}

/** Texts that are not in the page: what was fetched already, and how to fetch one. */
export interface Texts {
  known(document: string): string | undefined;
  load(document: string): Promise<string>;
}

/** The data with the indices that every view needs. */
export class Case {
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
  private readonly actorNumbers = new Map<string, number>();
  private readonly documentNumbers = new Map<string, number>();
  private readonly communityNames = new Map<number, string[]>();
  private readonly tieNumbers = new Map<string, number>();
  private readonly claimNumbers = new Map<string, number>();
  private readonly texts = new Map<number, string>();

  constructor(readonly data: Data, private readonly away: Texts | null = null) {
    const { actors, ties, claims } = data;
    this.claimsOfTie = ties.id.map(() => []);
    claims.tie.forEach((tie, claim) => this.claimsOfTie[tie].push(claim));
    this.tiesOfActor = actors.id.map(() => []);
    this.strength = actors.id.map(() => 0);
    const neighbours = actors.id.map(() => new Set<number>());
    const pairs = new Map<string, number[]>();
    ties.subject.forEach((subject, tie) => {
      const object = ties.object[tie];
      const weight = this.claimsOfTie[tie].length;
      this.tiesOfActor[subject].push(tie);
      this.strength[subject] += object >= 0 ? weight : weight * 0.01;
      if (object < 0) return;
      if (object !== subject) {
        this.tiesOfActor[object].push(tie);
        this.strength[object] += weight;
        neighbours[subject].add(object);
        neighbours[object].add(subject);
      }
      const key = subject < object ? `${subject} ${object}` : `${object} ${subject}`;
      const pair = pairs.get(key);
      if (pair) pair.push(tie);
      else pairs.set(key, [tie]);
    });
    actors.claims?.forEach((count, actor) => (this.strength[actor] = count));
    this.lane = new Int32Array(ties.id.length);
    this.lanes = new Int32Array(ties.id.length).fill(1);
    for (const pair of pairs.values()) {
      pair.forEach((tie, place) => {
        this.lane[tie] = place;
        this.lanes[tie] = pair.length;
      });
    }
    this.degree = neighbours.map((set) => set.size);
    this.ranking = actors.id.map((_, actor) => actor);
    this.ranking.sort((a, b) => this.strength[b] - this.strength[a] || actors.count[b] - actors.count[a] || a - b);
    actors.id.forEach((id, actor) => this.actorNumbers.set(id, actor));
    ties.id.forEach((id, tie) => this.tieNumbers.set(id, tie));
    claims.id.forEach((id, claim) => this.claimNumbers.set(id, claim));
    data.documents.id.forEach((id, document) => this.documentNumbers.set(id, document));
    for (const actor of this.ranking) {
      const names = this.communityNames.get(actors.community[actor]);
      if (!names) this.communityNames.set(actors.community[actor], [this.name(actor)]);
      else if (names.length < 3) names.push(this.name(actor));
    }
  }

  actor(id: string): number {
    return this.actorNumbers.get(id) ?? -1;
  }

  tie(id: string): number {
    return this.tieNumbers.get(id) ?? -1;
  }

  claim(id: string): number {
    return this.claimNumbers.get(id) ?? -1;
  }

  document(id: string): number {
    return this.documentNumbers.get(id) ?? -1;
  }

  /** The strongest actors of a community, by which it goes. */
  community(community: number): string[] {
    return this.communityNames.get(community) ?? [];
  }

  name(actor: number): string {
    return this.data.actors.name[actor] || this.data.actors.id[actor];
  }

  /** The words of the end of a tie: an actor's name, or a date, a sum, a text. */
  end(end: number): string {
    return end >= 0 ? this.name(end) : this.data.literals[-1 - end][0];
  }

  kind(actor: number): string {
    return this.data.kinds[this.data.actors.kind[actor]][0];
  }

  group(actor: number): string {
    return this.data.kinds[this.data.actors.kind[actor]][2];
  }

  relation(tie: number): string {
    const [id, label] = this.data.relations[this.data.ties.relation[tie]];
    const lemma = this.data.strings[this.data.ties.lemma[tie]];
    return id === "relatedTo" && lemma ? lemma : label;
  }

  sentiment(tie: number): string {
    return this.data.relations[this.data.ties.relation[tie]][2];
  }

  /** The number of a document that no claim here rests on, made known by a search. */
  addDocument(id: string, title: string, source: string): number {
    const known = this.document(id);
    if (known >= 0) return known;
    const { documents } = this.data;
    this.documentNumbers.set(id, documents.id.length);
    for (const column of [documents.author, documents.publisher, documents.published]) column.push("");
    documents.title.push(title);
    documents.source.push(source);
    documents.start.push(0);
    documents.text.push(0);
    return documents.id.push(id) - 1;
  }

  /** Fetches a text that the page does not hold; nothing where it holds all that there is. */
  fetchText(document: number): Promise<string> | null {
    if (!this.away || document < 0 || this.data.documents.text[document] < 0) return null;
    const id = this.data.documents.id[document];
    return this.away.known(id) === undefined ? this.away.load(id) : null;
  }

  text(document: number): string | null {
    if (document < 0 || this.data.documents.text[document] < 0) return null;
    if (this.away) return this.away.known(this.data.documents.id[document]) ?? null;
    const known = this.texts.get(document);
    if (known !== undefined) return known;
    const island = globalThis.document.getElementById(`text-${document}`);
    const text: string = island ? JSON.parse(island.textContent ?? '""') : "";
    this.texts.set(document, text);
    return text;
  }

  title(document: number): string {
    if (document < 0) return "unknown document";
    const { title, id } = this.data.documents;
    return title[document] || id[document];
  }
}

export function readData(): Data {
  return JSON.parse(document.getElementById("data")?.textContent ?? "{}") as Data;
}
