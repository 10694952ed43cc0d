// What a reader judged: two actors are the same or not, a name or a claim is wrong.

export type Verdict = "same" | "different" | "rename" | "wrong";
export interface Judgement { verdict: Verdict; left: string; right: string; when: string }

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
  panel(close: () => void): HTMLElement;
}
