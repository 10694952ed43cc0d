// What can be pinned to the story.

import type { Side } from "./choices";

/** A claim as it is when it is pinned, with all by which it can be found again; the ends are names. */
export interface PinnedClaim {
  id: string; document: string; quote: string; subject: string; relation: string; object: string; polarity: string;
}

/**
 * An answer: its question's name and parameters, what both say in words, and the claims that it held, by id where the page holds them;
 * how many of its statements are told, and where some have more sentences than are told, how many are at most.
 */
export interface PinnableAnswer {
  question: string; parameters: string[]; side?: Side; words: string; claims: (string | PinnedClaim)[]; told?: { statements: number; of: number; most: number };
}

export type Pinnable = { claim: number } | { tie: number } | { actor: number } | { answer: PinnableAnswer } | "view";
