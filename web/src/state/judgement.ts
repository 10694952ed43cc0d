// What a reader judged: two actors are the same or not, a name or a claim is wrong.

export type Verdict = "same" | "different" | "rename" | "wrong" | "right";
/** The verdicts on a claim or a tie. */
export type ReviewVerdict = "wrong" | "right";
export interface Judgement { verdict: Verdict; left: string; right: string; when: string; who?: string; note?: string }

/** What a person decided: collected in the page, or written to the case at once. */
export interface JudgementList {
  readonly size: number;
  readonly wrongTitle: string;
  onChange: () => void;
  has(verdict: Verdict, left: string): boolean;
  /** Takes a judgement; gives what to tell of it. */
  add(verdict: Verdict, left: string, right: string): Promise<string>;
  /** Takes it or takes it back; gives whether it is there now. */
  toggle(verdict: Verdict, left: string, right: string): Promise<boolean>;
  /** The reviews of a claim or a tie by its id, in their order; with what is in the case's file where it can be written. */
  reviews(id: string): Judgement[];
  /** The ids of all claims and ties with a review. */
  reviewedIds(): Iterable<string>;
  /** Says that a claim is right or wrong; gives whether that is kept. */
  review(id: string, verdict: ReviewVerdict, who: string, note: string): Promise<boolean>;
  /** Takes a reviewer's word on a claim back; gives whether it is gone. */
  takeBack(id: string, verdict: ReviewVerdict, who: string): Promise<boolean>;
  /** Keeps a judgement with who made it and why; gives whether it is kept. */
  put(verdict: Verdict, left: string, right: string, more: { who: string; note: string }): Promise<boolean>;
  /** Takes a judgement out again; gives whether it is gone. */
  remove(verdict: Verdict, left: string, right: string): Promise<boolean>;
  panel(close: () => void): HTMLElement;
}
