// A case too large for a page: the page holds a part of it, and brings in more from the server.

import { Case, type Data, type Texts } from "./data";
import type { Judgement } from "./judge";
import type { Notice } from "./notice";
import { keepPlaces } from "./placing";
import { Failure, type Server, wordsOf } from "./server";
import type { State } from "./state";

/** The strongest actors of the part that a page opens with. */
const FIRST = 300;
/** Texts kept, the last read; one may have a million characters. */
const KEPT = 24;
/** Letters of a request line beyond which a list goes into the body. */
const LONGEST = 1000;
const QUIET = 30_000;

/** What the server says of its case; `unfit` has the judgements that change nothing, `left | right`. */
interface CaseState { generation: string; building: boolean; error: string | null; unfit: { judgement: string; reason: string }[] }

export class FetchedTexts implements Texts {
  private readonly texts = new Map<string, string>();

  constructor(private readonly server: Server) {}

  known(document: string): string | undefined {
    return this.texts.get(document);
  }

  async load(document: string): Promise<string> {
    const answer = await this.server.ask(`/api/text?${new URLSearchParams({ document })}`, {});
    // Offsets count a mark at the beginning (U+FEFF) too, which `Response.text` would swallow.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
    this.texts.set(document, text);
    for (const oldest of this.texts.keys()) {
      if (this.texts.size <= KEPT) break;
      this.texts.delete(oldest);
    }
    return text;
  }
}

export class ServedCase {
  private readonly brought = new Set<string>();
  private most = FIRST;
  /** `most` of the part that is shown. */
  private shown = FIRST;
  private wanting = 0;
  private queue: Promise<boolean> = Promise.resolve(true);
  private watching = 0;
  /** Called when there are more of the strongest, so that the map is another. */
  onGrow: () => void = () => undefined;
  private told = "";

  /** `prepare` is given the data before anything is made of them. */
  constructor(
    private readonly server: Server, private readonly state: State, private readonly texts: Texts,
    private readonly notice: Notice, private readonly prepare: (data: Data) => void,
  ) {
    setInterval(() => void this.look(), QUIET);
  }

  /** Whether the page has an actor, or `tie:ID`, or `claim:ID`. */
  holds(id: string): boolean {
    const { graph } = this.state;
    if (id.startsWith("tie:")) return graph.tie(id.slice(4)) >= 0;
    if (id.startsWith("claim:")) return graph.claim(id.slice(6)) >= 0;
    return graph.actor(id) >= 0;
  }

  /** Brings in what is named, then goes on; what the case does not have is told. */
  async bring(ids: string[], then: () => void, words = "Loading it from the case …"): Promise<void> {
    const lacking = ids.filter((id) => id && !this.holds(id));
    if (lacking.length) {
      for (const id of lacking) this.brought.add(id);
      const loaded = await this.load(words, () => void this.bring(ids, then, words));
      if (!loaded) {
        for (const id of lacking) this.brought.delete(id);
        return;
      }
      const missing = lacking.filter((id) => !this.holds(id));
      for (const id of missing) this.brought.delete(id);
      if (missing.length) this.notice.fail(`Not in this case, or no longer: ${missing.slice(0, 5).join(", ")}${missing.length > 5 ? " …" : ""}`);
    }
    then();
  }

  /** An actor with its strongest neighbours, brought in; `then` gets those. */
  async around(actor: string, most: number, then: (actors: string[]) => void): Promise<void> {
    const done = this.notice.busy("Looking for its neighbours …");
    try {
      const { actors } = await this.server.json<{ actors: string[] }>(`/api/around?${new URLSearchParams({ actor, most: String(most) })}`);
      done();
      await this.bring([actor, ...actors], () => then(actors), "Bringing in its neighbours …");
    } catch (error) {
      if (error instanceof Failure && error.status === 404) {
        this.notice.fail(`Not in this case, or no longer: ${actor}`);
        then([]);
      } else this.notice.fail(`The neighbours cannot be shown. ${wordsOf(error)}`, { words: "Try again", action: () => void this.around(actor, most, then) });
    }
  }

  /** A shortest path in the whole case, brought in; nothing where no affirmed ties join the two. */
  async path(from: string, to: string, then: () => void): Promise<void> {
    const done = this.notice.busy("Looking for a path through the whole case …");
    try {
      const { actors } = await this.server.json<{ actors: string[] }>(`/api/path?${new URLSearchParams({ from, to })}`);
      done();
      await this.bring([from, to, ...actors], then, "Bringing in the path …");
    } catch (error) {
      if (error instanceof Failure && error.status === 404) {
        this.notice.fail(`Not in this case, or no longer: ${from} or ${to}`);
        then();
      } else this.notice.fail(`No path was found. ${wordsOf(error)}`, { words: "Try again", action: () => void this.path(from, to, then) });
    }
  }

  /** Makes the part larger where more of the strongest are wanted than it has. */
  want(most: number): void {
    const { served, actors } = this.state.graph.data;
    if (most <= this.most || actors.id.length >= (served?.actors ?? 0)) return;
    clearTimeout(this.wanting);
    this.wanting = window.setTimeout(() => {
      const before = this.most;
      this.most = most;
      void this.load("Loading more actors …", () => this.want(most)).then((loaded) => {
        if (!loaded) this.most = before;
      });
    }, 350);
  }

  /** Lets go of what was brought in. */
  forget(): void {
    this.brought.clear();
  }

  /** Loads the part anew; what was chosen is found again by its id, or by the other id of a merge. */
  async reload(merged: string[] = []): Promise<boolean> {
    return this.load("Loading the case anew …", () => void this.reload(merged), merged);
  }

  /** Waits until the graph has been made anew after a judgement, and loads it. */
  async watch(judgement: Judgement | null): Promise<void> {
    const own = ++this.watching;
    const merged = judgement && judgement.verdict === "same" ? [judgement.left, judgement.right] : [];
    this.notice.append("The graph is being made anew …");
    let idle = 0;
    for (let pause = 400; own === this.watching; pause = Math.min(4000, pause * 1.25)) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (own !== this.watching) return;
      try {
        const { generation, building, error, unfit } = await this.server.json<CaseState>("/api/state");
        if (own !== this.watching) return;
        if (building) continue;
        if (error) {
          this.notice.fail(`It is written, but the graph could not be made anew: ${error}`, { words: "Load it again", action: () => void this.watch(judgement) });
          return;
        }
        if (generation !== this.generation) {
          if (await this.reload(merged)) this.notice.append("The view is up to date.");
          const sides = judgement && [judgement.left, judgement.right].filter(Boolean).join(" | ");
          const reason = unfit.find((each) => each.judgement === sides)?.reason;
          if (reason) this.notice.fail(`It is written, but it changes nothing: ${reason}. Judgements, above, can take it out.`);
          return;
        }
        // A judgement that changes nothing makes no other generation.
        if (++idle > 12) return this.notice.append("");
      } catch (error) {
        this.notice.fail(`It is written, but the page cannot learn of the new graph. ${wordsOf(error)}`, { words: "Try again", action: () => void this.watch(judgement) });
        return;
      }
    }
  }

  private get generation(): string {
    return this.state.graph.data.served?.generation ?? "";
  }

  /** Looks from time to time whether someone else has changed the case. */
  private async look(): Promise<void> {
    if (document.hidden) return;
    try {
      const { generation, building } = await this.server.json<CaseState>("/api/state");
      if (building || generation === this.generation || generation === this.told) return;
      this.told = generation;
      this.notice.tell("The case has changed since this page was opened.", { words: "Show it as it is now", action: () => {
        this.notice.clear();
        void this.reload();
      } });
    } catch {
      // The next thing that is asked for says what is wrong.
    }
  }

  private load(words: string, again: () => void, merged: string[] = []): Promise<boolean> {
    const run = this.queue.then(async () => {
      const done = this.notice.quiet(words);
      try {
        const data = await this.fetchPart();
        this.prepare(data);
        const graph = new Case(data, this.texts);
        const grown = this.most > this.shown;
        keepPlaces(this.state.graph, graph, grown);
        this.shown = this.most;
        const lost = this.state.selection && "actor" in this.state.selection ? this.state.graph.data.actors.id[this.state.selection.actor] : "";
        this.state.replace(graph, (each) => {
          const heir = merged.includes(lost) && !each.selection ? merged.map((id) => graph.actor(id)).find((actor) => actor >= 0) : undefined;
          if (heir !== undefined) {
            each.selection = { actor: heir };
            each.added.add(heir);
          }
        });
        if (grown) this.onGrow();
        done();
        return true;
      } catch (error) {
        done();
        this.notice.fail(`That could not be loaded. ${wordsOf(error)}`, { words: "Try again", action: again });
        return false;
      }
    });
    this.queue = run;
    return run;
  }

  private fetchPart(): Promise<Data> {
    const query = new URLSearchParams({ most: String(this.most) });
    for (const id of this.brought) query.append("with", id);
    if (query.toString().length <= LONGEST) return this.server.json<Data>(`/api/slice?${query}`);
    return this.server.json<Data>("/api/slice", { method: "POST", body: JSON.stringify({ most: this.most, with: [...this.brought] }) });
  }
}
