// What became of the claims of the story: in the page's graph, or, where it holds a part of a case, on the server.

import type { Server } from "../served/server";
import type { State } from "../state/state";
import type { PinnedClaim } from "../state/pinnable";
import { type Replay, replayStory, tellReplay } from "../story/replay";
import { formatStory } from "../story/story_file";
import type { Story } from "../story/story";

interface Told { ids: string[]; count: number; gone: number; again: number; isForeign: boolean; claims: PinnedClaim[] }

export class Replays {
  #known: { key: string; replay: Replay } | null = null;
  #asking = "";
  readonly #state: State;
  readonly #server: Server | null;
  readonly #onAnswer: () => void;

  constructor(state: State, server: Server | null, onAnswer: () => void) {
    this.#state = state;
    this.#server = server;
    this.#onAnswer = onAnswer;
  }

  of(story: Story): Replay {
    const { graph } = this.#state;
    // Notes and titles change nothing of it.
    const key = JSON.stringify([graph.data.run, graph.data.served?.generation, story.steps.map((step) => step.pins)]);
    if (this.#known?.key === key) return this.#known.replay;
    if (!this.#server) {
      this.#known = { key, replay: replayStory(story, graph) };
      return this.#known.replay;
    }
    if (this.#asking !== key) void this.#ask(this.#server, story, key);
    return { idOf: ({ id }) => id, count: 0, gone: 0, again: 0, isForeign: false };
  }

  tell(story: Story): string {
    return tellReplay(this.of(story));
  }

  async #ask(server: Server, story: Story, key: string): Promise<void> {
    this.#asking = key;
    try {
      const told = await server.json<Told>("/api/story/replay", { body: JSON.stringify({ story: formatStory(story) }) });
      const ids = new Map(told.claims.map((claim, at) => [keyOf(claim), told.ids[at]]));
      if (this.#asking === key) this.#known = { key, replay: { ...told, idOf: (claim) => ids.get(keyOf(claim)) ?? "" } };
    } catch {
      // Whoever keeps or exports the story is told what is wrong.
      return;
    }
    this.#onAnswer();
  }
}

function keyOf(claim: PinnedClaim): string {
  return JSON.stringify([claim.id, claim.document, claim.quote, claim.subject, claim.relation, claim.object, claim.polarity]);
}
