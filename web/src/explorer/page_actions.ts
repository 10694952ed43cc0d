// What a reader can do, done: in the state, and where the page holds a part of a case by way of the server.

import type { SourcePlace } from "../evidence/source_text";
import type { ServedCase } from "../served/served_case";
import type { Server } from "../served/server";
import type { Actions, NamedActor } from "../state/actions";
import type { Reading, Selection, Side } from "../state/choices";
import type { JudgementList } from "../state/judgement";
import type { Pinnable } from "../state/pinnable";
import type { State } from "../state/state";
import type { Names } from "./names";

/** Neighbours that come with an actor; of one that has some here already, more, up to a limit. */
export const NEIGHBOURS = 60;
const MORE = 4;
const MOST_NEIGHBOURS = 2000;
/** Actors that a name brings from the server. */
const FOUND = 12;

/** What actions do besides changing the state. */
export interface Views {
  reveal(actor: number): void;
  focusPanel(): void;
  focusMatrix(): void;
  openSource(place: SourcePlace): void;
  pin(item: Pinnable): void;
  openJudging(): void;
}

export class PageActions implements Actions {
  wanted = -1;
  readonly lookUp: Actions["lookUp"];
  readonly #state: State;
  readonly #views: Views;
  readonly #served: ServedCase | null;

  constructor(
    state: State, views: Views, readonly judgements: JudgementList, served: ServedCase | null, server: Server | null, names: Names,
  ) {
    this.#state = state;
    this.#views = views;
    this.#served = served;
    this.lookUp = server && (async (words) => {
      const actors = await server.findActors<NamedActor>(words, FOUND);
      names.remember(actors);
      return actors;
    });
  }

  selectActor(actor: number): void {
    if (actor < 0) return;
    this.#state.change((each) => {
      each.selection = { actor };
      each.path = null;
      if (!each.isShown[actor]) each.added.add(actor);
    });
    this.#views.reveal(actor);
    this.#views.focusPanel();
  }

  selectTie(tie: number): void {
    if (tie < 0) return;
    this.#state.change((each) => {
      each.selection = { tie };
      each.path = null;
      // What was fetched for this may be too weak to be on the map by itself.
      if (this.#served) for (const end of each.graph.actorsOf(tie)) if (!each.isShown[end]) each.added.add(end);
    });
    this.#views.focusPanel();
  }

  selectClaim(claim: number): void {
    if (claim < 0) return;
    this.wanted = claim;
    // What is asked for is shown, though it be worth less than is usual.
    if (this.#state.isBelow(claim)) this.#state.worth = 0;
    this.selectTie(this.#state.graph.data.claims.tie[claim]);
  }

  openActor(id: string): void {
    this.#bringActor(id, () => this.selectActor(this.#state.graph.actor(id)));
  }

  judgeActor(id: string): void {
    this.#bringActor(id, () => {
      this.selectActor(this.#state.graph.actor(id));
      this.#views.openJudging();
    });
  }

  readDocumentsOf(id: string): void {
    this.#read({ document: "", claim: "", actor: id, queue: false });
  }

  readClaim(document: string, claim: string): void {
    this.#read({ document, claim, actor: "", queue: false });
  }

  #read(reading: Reading): void {
    this.#state.change((each) => {
      each.tab = "read";
      each.reading = reading;
    });
  }

  showOnMap(id: string): void {
    this.#reach(`tie:${id}`, () => {
      const tie = this.#state.graph.tie(id);
      this.#state.change((each) => {
        each.tab = "map";
        for (const end of each.graph.actorsOf(tie)) each.added.add(end);
      });
      this.selectTie(tie);
      this.#views.reveal(this.#state.graph.data.ties.subject[tie]);
    });
  }

  #bringActor(id: string, select: () => void): void {
    // With its neighbours, for without them nothing that is claimed of it is there.
    if (this.#served && !this.#served.holds(id)) void this.#served.around(id, NEIGHBOURS, select);
    else select();
  }

  openTie(id: string): void {
    this.#reach(`tie:${id}`, () => this.selectTie(this.#state.graph.tie(id)));
  }

  openClaim(id: string): void {
    this.#reach(`claim:${id}`, () => this.selectClaim(this.#state.graph.claim(id)));
  }

  /** Goes on where the page has what is named, or can fetch it. */
  #reach(id: string, then: () => void): void {
    const served = this.#served;
    if (!served) return then();
    void served.bring([id], () => {
      if (served.holds(id)) then();
    });
  }

  openDocument(id: string, title: string, source: string, start: number, length: number): void {
    const { graph } = this.#state;
    const known = graph.document(id);
    if (known < 0 && !this.#served) return;
    this.openSource(known < 0 ? graph.addDocument(id, title, source) : known, start, length, -1);
  }

  openSource(document: number, start: number, length: number, claim: number): void {
    this.#views.openSource({ document, start, length, claim });
  }

  expand(actor: number): void {
    if (!this.#served) {
      return this.#state.change((each) => {
        each.expand(actor);
        each.tab = "map";
      });
    }
    void this.#served.around(this.#idOf(actor), NEIGHBOURS, (found) => this.#state.change((each) => {
      for (const id of found) if (each.graph.actor(id) >= 0) each.added.add(each.graph.actor(id));
      each.tab = "map";
    }));
  }

  gather(actor: number): void {
    const most = Math.min(MOST_NEIGHBOURS, Math.max(NEIGHBOURS, this.#state.graph.degree[actor] * MORE));
    void this.#served?.around(this.#idOf(actor), most, () => undefined);
  }

  openMatrix(about: Selection): void {
    this.#state.change((each) => {
      each.tab = "matrix";
      each.matrix = about;
    });
    this.#views.focusMatrix();
  }

  ask(name: string, actors: string[], side: Side = "either"): void {
    this.#state.change((each) => {
      each.tab = "ask";
      each.asked = { name, actors, side };
      // The answer has the room of the evidence.
      each.selection = each.path = null;
    });
  }

  bring(ids: string[], then: () => void): void {
    if (this.#served) void this.#served.bring(ids, then);
    else then();
  }

  findPath(from: string, to: string): void {
    const choose = () => this.#state.change((each) => {
      const ends = [each.graph.actor(from), each.graph.actor(to)];
      if (ends[0] < 0 || ends[1] < 0) return;
      each.path = [ends[0], ends[1]];
      each.tab = "map";
    });
    if (this.#served) void this.#served.path(from, to, choose);
    else choose();
  }

  pin(item: Pinnable): void {
    this.#views.pin(item);
  }

  #idOf(actor: number): string {
    return this.#state.graph.data.actors.id[actor];
  }
}
