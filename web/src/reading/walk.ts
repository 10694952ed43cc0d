// Going from claim to claim: through those of a document, or through the queue of what waits to be reviewed.

import type { Judged } from "../state/reviews";
import type { Queue, Waiting } from "./library";

/** Which claims of a document have a note in the margin. */
export const SELECTIONS: [string, string][] = [["worth", "claims worth knowing"], ["all", "all claims"], ["unreviewed", "unreviewed claims"], ["grave", "grave claims"]];

/** The queue with the place where a reviewer is. */
export class QueueWalk {
  #queue: Queue = { waiting: [], total: 0 };
  readonly #judged: Judged;

  /** `judged` gives the judgements on a claim by its id. */
  constructor(judged: Judged) {
    this.#judged = judged;
  }

  take(queue: Queue): void {
    this.#queue = queue;
  }

  /** How many nobody has reviewed yet, those counted that were not given out. */
  get left(): number {
    return this.#queue.total - this.#queue.waiting.filter(({ claim }) => this.#isJudged(claim)).length;
  }

  get hasMore(): boolean {
    return this.#queue.total > this.#queue.waiting.length;
  }

  topicOf(claim: string): string {
    return this.#queue.waiting.find((each) => each.claim === claim)?.topic ?? "";
  }

  get first(): Waiting | null {
    return this.#queue.waiting.find(({ claim }) => !this.#isJudged(claim)) ?? null;
  }

  /** The one after a claim that nobody has reviewed; behind the last one the first that was passed over. */
  after(claim: string): Waiting | null {
    const { waiting } = this.#queue;
    const place = waiting.findIndex((each) => each.claim === claim);
    return waiting.slice(place + 1).find((each) => !this.#isJudged(each.claim)) ?? this.first;
  }

  before(claim: string): Waiting | null {
    const { waiting } = this.#queue;
    const place = waiting.findIndex((each) => each.claim === claim);
    return waiting[place - 1] ?? null;
  }

  #isJudged(claim: string): boolean {
    return this.#judged(claim).length > 0;
  }
}
