// The data of the page, as src/sociogram/write/explorer/data.py writes it: tables in columns.

export interface Data {
  format: number;
  run: string;
  polarities: string[];
  modalities: string[];
  /** The classes of ties, words or deeds, for or against; the first is none. */
  tones: string[];
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
    confidence: number[]; worth: number[]; roles: (number[] | 0)[]; document: number[]; quote: number[]; start: number[]; rule: number[]; spans: number[];
  };
  /** Sentences that name two actors and gave no claim; a server gives them with a document's text. */
  unread?: { document: number[]; start: number[]; length: number[]; why: number[] };
}

/** How much there is in a case of which the page has a part, and what may be done with it. */
export interface WholeCase {
  generation: string; actors: number; ties: number; claims: number; documents: number;
  title: string; writable: boolean; missing?: string[];
  /** Publishers of its documents, and the first and last day that one was published on; an older server gives none. */
  outlets?: number; first?: string; last?: string;
}

export function readData(): Data {
  return JSON.parse(document.getElementById("data")?.textContent ?? "{}") as Data;
}
