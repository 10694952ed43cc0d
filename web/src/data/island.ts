// The data of the page, as src/sociogram/write/explorer/data.py writes it: tables in columns.

export interface Data {
  format: number;
  run: string;
  /** The program that made the graph, and the language model that read; a page of an older program has neither. */
  version?: string;
  model?: string;
  polarities: string[];
  modalities: string[];
  /** The classes of ties, words or deeds, for or against; the first is none. */
  tones: string[];
  /** What can be grave about a claim, and how grave that is; the first is nothing. A page of an older program has none. */
  topics?: [id: string, weight: number][];
  /** The worth from which claims are shown where nobody says otherwise. */
  leastWorth: number;
  kinds: [id: string, label: string, group: string][];
  relations: [id: string, label: string, sentiment: string, sign: string, symmetric: number][];
  literals: [value: string, kind: string][];
  strings: string[];
  quotes: string[];
  skipped: number;
  /** Where a server gives a part of a case: what the whole case has. */
  served?: WholeCase;
  /** Where the file holds the strongest part of a case: what the whole case has. */
  partOf?: Totals;
  documents: {
    id: string[]; source: string[]; title: string[]; author: string[]; publisher: string[];
    published: string[]; start: number[]; text: number[];
  };
  actors: {
    id: string[]; name: string[]; kind: number[]; aliases: (string[] | 0)[];
    identifiers: ([string, string][] | 0)[];
    /** Well-known actors that it may be; a page of an older program has none. */
    candidates?: (string[] | 0)[]; x: number[]; y: number[]; community: number[];
    betweenness: number[]; pagerank: number[]; count: number[]; documents: number[]; mentions: number[][];
    /** Ids that actors had before a merge, where any was merged. */
    former?: (string[] | 0)[];
    /** From a server: claims and neighbours in the whole case. */
    claims?: number[]; neighbours?: number[];
  };
  ties: {
    id: string[]; subject: number[]; relation: number[]; object: number[]; lemma: number[];
    sources: number[]; confidence: number[];
    /** In hundredths, with a digit behind the point. */
    worth: number[]; tone: number[];
  };
  claims: {
    id: string[]; tie: number[]; trigger: number[]; polarity: number[]; modality: number[];
    asserters: (number[] | 0)[]; said: number[]; from: number[]; to: number[]; when: number[];
    amount: ([value: number, currency: string, qualifier: string, text: string] | 0)[];
    confidence: number[]; worth: number[]; gravity?: number[]; roles: (number[] | 0)[]; document: number[]; quote: number[]; start: number[]; rule: number[]; spans: number[];
  };
  /**
   * What is known of claims and ties beside each other: claims in which somebody denies, claims with the one that they
   * copy, ties with who says both of them, pairs of ties that contradict each other with why and who says both; claims whose
   * subject and object are the other way round than those of their tie (a page of an older program does not tell them).
   */
  standing?: { denies: number[]; turned?: number[]; copies: [claim: number, first: number][]; changed: [tie: number, who: number[]][]; against: number[][] };
  /** Who confirmed which claim. */
  reviews?: { claim: number[]; who: number[]; when: number[]; note: number[]; against: (string[] | 0)[] };
  /** Where actors stand in documents beside `actors.mentions`: actor, start, length, one after the other. */
  marks?: { document: number[]; places: number[][] };
  /** Which actors may be one, or two; the side that a split parts from its actor is a text. Scores are in hundredths. */
  suggestions?: { left: number[]; right: (number | string)[]; name: string[]; rule: number[]; reason: string[]; score: number[]; total: number[] };
  /** Sentences that name two actors and gave no claim; a server gives them with a document's text. */
  unread?: { document: number[]; start: number[]; length: number[]; why: number[] };
}

/** How much there is in a case of which the page has a part. */
export interface Totals {
  actors: number; ties: number; claims: number; documents: number;
  /** Publishers of its documents, and the first and last day that one was published on; an older server gives none. */
  outlets?: number; first?: string; last?: string;
}

/** What a server says of its case, and what may be done with it. */
export interface WholeCase extends Totals {
  generation: string; title: string; writable: boolean; missing?: string[];
}

export function readData(): Data {
  return JSON.parse(document.getElementById("data")?.textContent ?? "{}") as Data;
}
