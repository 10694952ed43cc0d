// What a reader can do, as the parts of the page ask for it.

import type { Selection, Side } from "./choices";
import type { JudgementList } from "./judgement";
import type { Pinnable } from "./pinnable";

/** An actor that can be named where one is asked for; it need not be in the page. */
export interface NamedActor { id: string; name: string; kind: string }

export interface Actions {
  selectActor(actor: number): void;
  selectTie(tie: number): void;
  /** Shows a claim among those of its tie, before the others. */
  selectClaim(claim: number): void;
  /** The like by ids, also of what the page does not hold yet. */
  openActor(id: string): void;
  openTie(id: string): void;
  openClaim(id: string): void;
  /** Opens the text of a document by its id. */
  openDocument(id: string, title: string, source: string, start: number, length: number): void;
  /** Opens it by its number, at the sentence of a claim; -1 for no claim. */
  openSource(document: number, start: number, length: number, claim: number): void;
  /** Brings the neighbours of an actor onto the map. */
  expand(actor: number): void;
  /** Fetches more of what is claimed of an actor, and leaves the map as it is. */
  gather(actor: number): void;
  /** Opens the evidence matrix of an actor or a tie; of nothing, that of what is disputed. */
  openMatrix(about: Selection): void;
  /** Shows the answer to a named question about the actors of these ids. */
  ask(question: string, actors: string[], side?: Side): void;
  findPath(from: string, to: string): void;
  /** Gets actors, `tie:ID` and `claim:ID` into the page, where it holds a part of a case. */
  bring(ids: string[], then: () => void): void;
  /** Pins something to the last step of the story. */
  pin(item: Pinnable): void;
  /** Actors of the whole case by their names, where the page holds a part of it. */
  lookUp: ((words: string) => Promise<NamedActor[]>) | null;
  /** Opens an actor where it can be judged whom it is the same as. */
  judgeActor(id: string): void;
  /** Selects a tie, and shows it on the map. */
  showOnMap(tie: string): void;
  /** Opens a document in the reading room, at a claim. */
  readClaim(document: string, claim: string): void;
  /** Lists the documents that mention an actor, to read one. */
  readDocumentsOf(id: string): void;
  /** The claim that was selected last, or -1. */
  wanted: number;
  judgements: JudgementList;
}
