// Answers to the named questions over what the page holds: the same rows in the same order as on the command line.

import type { Graph } from "../data/graph";
import { FALLBACK } from "../page/words";
import type { Column, Question } from "./catalogue";
import { type Cells, NO_ENDS, type Row, sortRows } from "./order";
import { chain } from "./chain";

// What no IRI of ours can hold (src/sociogram/rdf/terms.py).
// eslint-disable-next-line no-control-regex
const NOT_IRI = /[\u0000-\u0020<>"{}|^`\\%#?]/g;
/** How a claim may hold that is not established. */
const UNSETTLED = new Set(["alleged", "possible", "hypothetical", "intended", "demanded", "predicted"]);

/** The rows that answer a question about these actors, of which those that may be left out may be missing. */
export function askHere(graph: Graph, question: Question, actors: number[]): Row[] {
  const asking = new Asking(graph, question, actors);
  switch (question.name) {
    case "disputed": return asking.disputed();
    case "changed-story": return asking.changed();
    case "strongest": return asking.strongest();
    case "sources": return asking.sources();
    case "path": return asking.path();
    default: return asking.claims();
  }
}

/** Whether a claim answers a question that names relations, or demands, denials and doubts. */
export function fits(graph: Graph, { name, relations, tones }: Question, claim: number): boolean {
  const { claims, modalities, polarities } = graph.data;
  const tie = claims.tie[claim];
  const relation = relationId(graph, tie);
  const modality = modalities[claims.modality[claim]];
  switch (name) {
    case "denied": return polarities[claims.polarity[claim]] === "denied";
    case "not-established": return UNSETTLED.has(modality);
    case "to-review": return Boolean(claims.gravity?.[claim]) && graph.reviewPlace(claim) < 0;
    case "demands": return relations?.includes(relation) || modality === "demanded";
    case "who-funded-whom": return Boolean(relations?.includes(relation)) && (relation !== "gave" || hasCurrency(graph, claim));
    default: return !relations || relations.includes(relation) || (relation === FALLBACK && Boolean(tones?.includes(graph.tone(tie))));
  }
}

function relationId({ data }: Graph, tie: number): string {
  return data.relations[data.ties.relation[tie]][0];
}

/** Whether a claim tells a sum of money; votes and shares are given too. */
export function hasCurrency({ data }: Graph, claim: number): boolean {
  const amount = data.claims.amount[claim];
  return Boolean(amount && amount[1]);
}

/** Whether some state a tie and others deny it, or another tie contradicts it. */
export function isDisputed({ sources, claimsOfTie }: Graph, tie: number): boolean {
  return sources.against(tie).length > 0 || sources.summarise(claimsOfTie[tie]).standing === "disputed";
}

class Asking {
  readonly #graph: Graph;
  readonly #question: Question;
  readonly #actors: number[];

  constructor(graph: Graph, question: Question, actors: number[]) {
    this.#graph = graph;
    this.#question = question;
    this.#actors = actors;
  }

  claims(): Row[] {
    const rows: Row[] = [];
    for (const claim of this.#graph.data.claims.id.keys()) {
      if (!fits(this.#graph, this.#question, claim)) continue;
      const times = this.#timesAbout(claim);
      if (!times) continue;
      for (const speaker of this.#speakers(claim)) for (let time = 0; time < times; time++) rows.push(this.#row(claim, speaker));
    }
    return sortRows(rows, this.#question.order, this.#question.columns);
  }

  /** How often a claim answers, by the actors that the question is about: one of an actor with itself does twice. */
  #timesAbout(claim: number): number {
    const { claims } = this.#graph.data;
    const [first, second] = this.#actors;
    const [subject, object] = this.#graph.endsOf(claim);
    switch (this.#question.name) {
      case "about": case "timeline": case "who-says": return Number(subject === first) + Number(object === first);
      case "between": return Number(subject === first && object === second) + Number(subject === second && object === first);
      case "what-does": {
        const says = claims.asserters[claim] && (claims.asserters[claim] as number[]).includes(first);
        return Number(Boolean(says) && (second === undefined || subject === second || object === second));
      }
      default: return Number(first === undefined || subject === first || object === first);
    }
  }

  /** A row for each who says it, where that is asked; else one. */
  #speakers(claim: number): number[] {
    return this.#question.name === "who-says" ? [...new Set(this.#graph.data.claims.asserters[claim] || [])] : [-1];
  }

  #row(claim: number, speaker = -1): Row {
    const { claims } = this.#graph.data;
    const ends = this.#graph.endsOf(claim);
    const cells: Cells = {};
    for (const column of this.#question.columns) cells[column] = this.#cell(column, claim, speaker);
    return { cells, claim, tie: claims.tie[claim], ends, actor: ends[0], document: claims.document[claim], rank: this.#graph.rank(claim) * this.#weight(claim) };
  }

  /** What the rank of a claim counts times: how grave it is, where that is asked. */
  #weight(claim: number): number {
    const { topics, claims } = this.#graph.data;
    return this.#question.name === "to-review" ? topics?.[claims.gravity?.[claim] ?? 0][1] ?? 0 : 1;
  }

  #cell(column: Column, claim: number, speaker: number): string | number | null {
    const graph = this.#graph;
    const { claims, strings, polarities, modalities } = graph.data;
    const tie = claims.tie[claim];
    const amount = claims.amount[claim];
    switch (column) {
      case "subject": return graph.name(graph.endsOf(claim)[0]);
      case "object": return graph.end(graph.endsOf(claim)[1]);
      case "relation": return this.#relation(tie);
      case "polarity": return polarities[claims.polarity[claim]];
      case "modality": return modalities[claims.modality[claim]];
      case "confidence": return claims.confidence[claim];
      case "document": return this.#documentIri(claims.document[claim]);
      case "quote": return graph.quote(claim);
      case "topic": return graph.data.topics?.[claims.gravity?.[claim] ?? 0][0] ?? null;
      case "claim": return claims.id[claim];
      case "said": case "saidOn": return strings[claims.said[claim]] || null;
      case "when": return strings[claims.from[claim]] || null;
      case "until": return strings[claims.to[claim]] || null;
      case "amount": return amount && amount[1] ? amount[0] : null;
      case "currency": return amount && amount[1] ? amount[1] : null;
      case "qualifier": return amount && amount[2] ? amount[2] : null;
      case "speaker": return graph.name(speaker);
      case "saidBy": return [...new Set((claims.asserters[claim] || []).map((actor) => graph.name(actor)))].join(", ") || null;
      default: return null;
    }
  }

  /** The id of a relation, or the verb where it is the general one. */
  #relation(tie: number): string {
    const id = relationId(this.#graph, tie);
    return id === FALLBACK ? this.#graph.data.strings[this.#graph.data.ties.lemma[tie]] : id;
  }

  #documentIri(document: number): string {
    if (document < 0) return "";
    return this.#graph.data.documents.id[document].replace(NOT_IRI, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
  }

  disputed(): Row[] {
    const graph = this.#graph;
    const { ties } = graph.data;
    const [actor] = this.#actors;
    const rows: (Row & { all: number })[] = [];
    for (const tie of ties.id.keys()) {
      const [affirmed, denied] = this.#counts(tie);
      if (!isDisputed(graph, tie) || (actor !== undefined && ties.subject[tie] !== actor && ties.object[tie] !== actor)) continue;
      const { standing, heldAs, stated, deniedBy } = graph.sources.summarise(graph.claimsOfTie[tie]);
      const against = new Set(graph.sources.against(tie).map((each) => this.#words(each.tie)));
      const cells: Cells = {
        subject: graph.name(ties.subject[tie]), relation: this.#relation(tie), object: graph.end(ties.object[tie]), affirmed, denied, tie: ties.id[tie],
        standing: standing === "held" ? heldAs.join(", ") : standing, statedBy: stated,
        deniedBy: [...new Set(deniedBy.map((each) => graph.name(each)))].join(", ") || null, contradictedBy: [...against].join("; ") || null,
      };
      const [claim] = [...graph.claimsOfTie[tie]].sort(graph.byWorth);
      rows.push({ cells, claim, tie, ends: [ties.subject[tie], ties.object[tie]], actor: ties.subject[tie], document: -1, rank: graph.tieRank(tie), all: affirmed + denied });
    }
    const { columns } = this.#question;
    return sortRows(rows, ["subject", "relation", "object"], columns)
      .map((row) => row as Row & { all: number }).sort((a, b) => b.rank - a.rank || b.all - a.all);
  }

  #words(tie: number): string {
    const { subject, object } = this.#graph.data.ties;
    return `${this.#graph.name(subject[tie])} ${this.#relation(tie)} ${this.#graph.end(object[tie])}`;
  }

  /** What those say who say both of a tie, or one of it and the contrary of another: their own deeds, and their words. */
  changed(): Row[] {
    const graph = this.#graph;
    const { claims, ties } = graph.data;
    const [actor] = this.#actors;
    const rows: Row[] = [];
    for (const tie of ties.id.keys()) {
      const [subject, object] = [ties.subject[tie], ties.object[tie]];
      for (const who of graph.sources.changedBy(tie)) {
        if (actor !== undefined && actor !== who && actor !== subject && actor !== object) continue;
        for (const claim of graph.claimsOfTie[tie]) {
          if (who === graph.endsOf(claim)[0] || (claims.asserters[claim] || []).includes(who)) rows.push(this.#row(claim, who));
        }
      }
    }
    return sortRows(rows, this.#question.order, this.#question.columns);
  }

  /** How many claims of a tie affirm and deny it. */
  #counts(tie: number): [affirmed: number, denied: number] {
    const { claims, polarities } = this.#graph.data;
    const all = this.#graph.claimsOfTie[tie];
    const denied = all.filter((claim) => polarities[claims.polarity[claim]] === "denied").length;
    return [all.length - denied, denied];
  }

  strongest(): Row[] {
    const graph = this.#graph;
    const { actors, ties } = graph.data;
    const counts = actors.id.map(() => ({ ties: 0, claims: 0 }));
    for (const tie of ties.id.keys()) {
      for (const end of graph.actorsOf(tie)) {
        counts[end].ties++;
        counts[end].claims += graph.claimsOfTie[tie].length;
      }
    }
    const rows = counts.flatMap(({ ties: own, claims }, actor): Row[] => own ? [{
      cells: { name: graph.name(actor), kind: graph.kind(actor), ties: own, claims, actor: actors.id[actor] }, claim: -1, tie: -1, ends: NO_ENDS, actor, document: -1, rank: claims }] : []);
    return sortRows(rows, ["name", "actor"], this.#question.columns)
      .sort((a, b) => b.rank - a.rank || Number(b.cells.ties) - Number(a.cells.ties));
  }

  sources(): Row[] {
    const { documents, claims } = this.#graph.data;
    const counts = new Int32Array(documents.id.length);
    for (const document of claims.document) if (document >= 0) counts[document]++;
    const rows = documents.id.map((_, document): Row => ({
      cells: { document: this.#documentIri(document), title: documents.title[document] || null, published: documents.published[document] || null, claims: counts[document] },
      claim: -1, tie: -1, ends: NO_ENDS, actor: -1, document, rank: 0,
    }));
    return sortRows(rows, this.#question.order, this.#question.columns);
  }

  path(): Row[] {
    const [first, second] = this.#actors;
    const { claims, polarities } = this.#graph.data;
    const { columns } = this.#question;
    return chain(this.#graph, first, second, (tie) => this.#counts(tie)[0]).map((tie, at) => {
      const affirmed = this.#graph.claimsOfTie[tie].filter((claim) => polarities[claims.polarity[claim]] === "affirmed").map((claim) => this.#row(claim));
      // Of equal rank the surer first; the rows differ in what they show of it by nothing else.
      const [best] = sortRows(affirmed, ["document", "quote"], columns).sort((a, b) => b.rank - a.rank || claims.confidence[b.claim] - claims.confidence[a.claim]);
      return { ...best, cells: { ...best.cells, step: at + 1 } };
    });
  }
}
