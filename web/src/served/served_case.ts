// A case too large for a page: the page holds a part of it, and brings in more from the server.

import { Graph, type Texts } from "../data/graph";
import type { Data } from "../data/island";
import { keepPlaces } from "../layout/placing";
import type { Notice } from "../page/notice";
import type { Judgement } from "../state/judgement";
import type { State } from "../state/state";
import { Failure, type Server, wordsOf } from "./server";
import { Watch } from "./watch";

/** The strongest actors of the part that a page opens with. */
const FIRST = 300;
/** Letters of a request line beyond which a list goes into the body. */
const LONGEST = 1000;
/** Milliseconds for which a number of actors has to stay wanted before more are fetched. */
const SETTLED = 350;

export class ServedCase {
  /** Ids of what was brought in besides the strongest. */
  readonly #brought = new Set<string>();
  #most = FIRST;
  /** `most` of the part that is shown. */
  #shown = FIRST;
  #wanting = 0;
  #queue: Promise<boolean> = Promise.resolve(true);
  readonly #watching: Watch;
  /** Called when there are more of the strongest, so that the map is another. */
  onGrow: () => void = () => undefined;
  readonly #server: Server;
  readonly #state: State;
  readonly #texts: Texts;
  readonly #notice: Notice;
  readonly #prepare: (graph: Graph) => void;

  /** `prepare` is given each graph before anything is made of it. */
  constructor(server: Server, state: State, texts: Texts, notice: Notice, prepare: (graph: Graph) => void) {
    this.#server = server;
    this.#state = state;
    this.#texts = texts;
    this.#notice = notice;
    this.#prepare = prepare;
    this.#watching = new Watch(server, this, notice);
  }

  /** Which state of the case the page shows. */
  get generation(): string {
    return this.#state.graph.data.served?.generation ?? "";
  }

  /** Whether the page has an actor, or `tie:ID`, or `claim:ID`. */
  holds(id: string): boolean {
    const { graph } = this.#state;
    if (id.startsWith("tie:")) return graph.tie(id.slice(4)) >= 0;
    if (id.startsWith("claim:")) return graph.claim(id.slice(6)) >= 0;
    return graph.actor(id) >= 0;
  }

  /** Brings in what is named, then goes on; what the case does not have is told. */
  async bring(ids: string[], then: () => void, words = "Loading it from the case …"): Promise<void> {
    const lacking = ids.filter((id) => id && !this.holds(id));
    if (lacking.length) {
      for (const id of lacking) this.#brought.add(id);
      const loaded = await this.#load(words, () => void this.bring(ids, then, words));
      const missing = loaded ? lacking.filter((id) => !this.holds(id)) : lacking;
      for (const id of missing) this.#brought.delete(id);
      if (!loaded) return;
      if (missing.length) this.#tellMissing(`${missing.slice(0, 5).join(", ")}${missing.length > 5 ? " …" : ""}`);
    }
    then();
  }

  /** An actor with its strongest neighbours, brought in; `then` gets those. */
  async around(actor: string, most: number, then: (actors: string[]) => void): Promise<void> {
    const done = this.#notice.busy("Looking for its neighbours …");
    try {
      const { actors } = await this.#server.get<{ actors: string[] }>("/api/around", { actor, most });
      done();
      await this.bring([actor, ...actors], () => then(actors), "Bringing in its neighbours …");
    } catch (error) {
      if (isMissing(error)) {
        this.#tellMissing(actor);
        then([]);
      } else this.#fail("The neighbours cannot be shown.", error, () => void this.around(actor, most, then));
    }
  }

  /** A shortest path in the whole case, brought in; nothing where no affirmed ties join the two. */
  async path(from: string, to: string, then: () => void): Promise<void> {
    const done = this.#notice.busy("Looking for a path through the whole case …");
    try {
      const { actors } = await this.#server.get<{ actors: string[] }>("/api/path", { from, to });
      done();
      await this.bring([from, to, ...actors], then, "Bringing in the path …");
    } catch (error) {
      if (isMissing(error)) {
        this.#tellMissing(`${from} or ${to}`);
        then();
      } else this.#fail("No path was found.", error, () => void this.path(from, to, then));
    }
  }

  /** Makes the part larger where more of the strongest are wanted than it has. */
  want(most: number): void {
    const { served, actors } = this.#state.graph.data;
    if (most <= this.#most || actors.id.length >= (served?.actors ?? 0)) return;
    clearTimeout(this.#wanting);
    this.#wanting = window.setTimeout(() => {
      const before = this.#most;
      this.#most = most;
      void this.#load("Loading more actors …", () => this.want(most)).then((loaded) => {
        if (!loaded) this.#most = before;
      });
    }, SETTLED);
  }

  /** Lets go of what was brought in. */
  forget(): void {
    this.#brought.clear();
  }

  /** Loads the part anew; what was chosen is found again by its id, or by the other id of a merge. */
  async reload(merged: string[] = []): Promise<boolean> {
    return this.#load("Loading the case anew …", () => void this.reload(merged), merged);
  }

  /** Waits until the graph has been made anew after a judgement, and loads it. */
  watch(judgement: Judgement | null): Promise<void> {
    return this.#watching.after(judgement);
  }

  /** Looks whether someone else has changed the case. */
  look(): Promise<void> {
    return this.#watching.look();
  }

  /** Loads one part after the other; gives whether that worked, and tells where not. */
  #load(words: string, again: () => void, merged: string[] = []): Promise<boolean> {
    this.#queue = this.#queue.then(async () => {
      const done = this.#notice.quiet(words);
      try {
        this.#take(await this.#fetchPart(), merged);
        done();
        return true;
      } catch (error) {
        done();
        this.#fail("That could not be loaded.", error, again);
        return false;
      }
    });
    return this.#queue;
  }

  #take(data: Data, merged: string[]): void {
    const state = this.#state;
    const graph = new Graph(data, this.#texts);
    this.#prepare(graph);
    const grown = this.#most > this.#shown;
    keepPlaces(state.graph, graph, grown);
    this.#shown = this.#most;
    const selected = state.selection && "actor" in state.selection ? state.graph.data.actors.id[state.selection.actor] : "";
    state.replace(graph, (each) => {
      if (each.selection || !merged.includes(selected)) return;
      const heir = merged.map((id) => graph.actor(id)).find((actor) => actor >= 0);
      if (heir === undefined) return;
      each.selection = { actor: heir };
      each.added.add(heir);
    });
    if (grown) this.onGrow();
  }

  #fetchPart(): Promise<Data> {
    const query = new URLSearchParams({ most: String(this.#most) });
    for (const id of this.#brought) query.append("with", id);
    if (query.toString().length <= LONGEST) return this.#server.json<Data>(`/api/slice?${query}`);
    return this.#server.json<Data>("/api/slice", { method: "POST", body: JSON.stringify({ most: this.#most, with: [...this.#brought] }) });
  }

  #tellMissing(what: string): void {
    this.#notice.fail(`Not in this case, or no longer: ${what}`);
  }

  #fail(words: string, error: unknown, again: () => void): void {
    this.#notice.fail(`${words} ${wordsOf(error)}`, { words: "Try again", action: again });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Failure && error.status === 404;
}
