// Lays out what the map shows, whenever that has become something else, and moves the actors to their new places.
//
// The same is shown in the same way, however one came to it: places begin with those that the case gives, and depend on
// nothing but who is shown, their ties, and what was pinned. The page's policy lets no worker run, which would need its
// script as a string; so the work is done in slices, between which the page answers.

import type { State } from "../state/state";
import { type Drawn, layOut } from "./layout";
import { freePlaces } from "./placing";

/** Units of the map between two tied actors, as in src/sociogram/write/picture/layout.py. */
const UNIT = 70;
/** The strongest up to this number have good places from the case: those are laid out among themselves. */
const HOME = 300;
/** Newcomers up to this number stand beside their neighbours, and the others where they were. */
const FEW = 6;
/** How much more weakly ties across communities pull, so that these lie apart. */
const ACROSS = 0.4;
/** Milliseconds that a slice of the work takes, that a change has to last, and that moving takes. */
const SLICE = 9;
const LASTING = 120;
const MOVING = 420;
const ASPECT = 1.5;

export class Arranger {
  /** What is laid out, or is being so. */
  #key = "";
  #work: Generator<void> | null = null;
  #timer = 0;
  /** Of what was laid out by button, though the case has places for it. */
  #forced = "";
  /** Who was shown when all were last at rest. */
  #before = new Set<string>();
  #moving = 0;
  readonly #state: State;
  readonly #fit: () => void;
  readonly #keep: () => void;

  /**
   * `fit` shows all of the map; it is called with each step of a move. `keep` leaves the frame as the reader has it,
   * but for the chosen actor; it is called where a few came and all others stay where they were.
   */
  constructor(state: State, fit: () => void, keep: () => void) {
    this.#state = state;
    this.#fit = fit;
    this.#keep = keep;
  }

  /** Whether all are where they belong. */
  get isSettled(): boolean {
    return !this.#work && !this.#timer && !this.#moving;
  }

  /** Lays out what is shown, if it is not; gives whether the map will move. A new pin alone moves no one else. */
  follow(): boolean {
    const key = this.#keyOf();
    if (key === this.#key) return !this.isSettled;
    const isFirst = this.#key === "";
    this.#key = key;
    this.#stop();
    if (isFirst && this.#isHome() && !this.#state.newcomers.length && !this.#state.pins.size) {
      this.#remember();
      return false;
    }
    this.#timer = window.setTimeout(() => this.#begin(), isFirst ? 0 : LASTING);
    return true;
  }

  /** Lays out anew what is shown, all but what is pinned. */
  again(): void {
    this.#forced = this.#scopeOf();
    this.#key = this.#keyOf();
    this.#stop();
    this.#begin();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#moving);
    this.#timer = this.#moving = 0;
    this.#work = null;
  }

  /** Who is there besides those added by hand, as far as it tells whether the case has good places for them. */
  #isHome(): boolean {
    const { filtered, ego, most } = this.#state;
    return !filtered && ego < 0 && most <= HOME && this.#forced !== this.#scopeOf();
  }

  #scopeOf(): string {
    const { shownActors, graph } = this.#state;
    return `${shownActors.length} ${hashOf(shownActors.map((actor) => graph.data.actors.id[actor]))}`;
  }

  #keyOf(): string {
    const { shownTies, graph } = this.#state;
    const ties = this.#isHome() ? "home" : hashOf(shownTies.map((tie) => graph.data.ties.id[tie]));
    return `${this.#scopeOf()} ${ties}`;
  }

  #begin(): void {
    this.#timer = 0;
    const target = this.#plan();
    if (!target.work) return this.#move(target);
    this.#work = target.work;
    this.#slice(target);
  }

  #slice(target: Target): void {
    const { work } = target;
    const began = performance.now();
    while (work && performance.now() - began < SLICE) {
      if (!work.next().done) continue;
      this.#work = null;
      return this.#move(target);
    }
    setTimeout(() => {
      if (work && this.#work === work) this.#slice(target);
    });
  }

  /** Who is to be placed, and how; newcomers, where they are few, come after the others. */
  #plan(): Target {
    const { shownActors, newcomers, pins, graph } = this.#state;
    const few = newcomers.length <= FEW && newcomers.length < shownActors.length ? new Set(newcomers) : new Set<number>();
    const actors = shownActors.filter((actor) => !few.has(actor));
    const places = new Map<number, [number, number]>(actors.map((actor) => [actor, pins.get(actor) ?? [graph.home.x[actor], graph.home.y[actor]]]));
    const target: Target = { places, few: [...few], work: null };
    if (!this.#isHome()) {
      const drawn = this.#drawn(actors, places);
      target.work = layOut(drawn);
      target.finish = () => actors.forEach((actor, node) => places.set(actor, [drawn.x[node] * UNIT, drawn.y[node] * UNIT]));
    }
    return target;
  }

  #drawn(actors: number[], places: Map<number, [number, number]>): Drawn {
    const { graph, shownTies, pins } = this.#state;
    const { subject, object } = graph.data.ties;
    const { community } = graph.data.actors;
    const node = new Map(actors.map((actor, place) => [actor, place]));
    const pairs = new Map<number, [number, number, number]>();
    for (const tie of shownTies) {
      const [from, to] = [node.get(subject[tie]), node.get(object[tie])];
      if (from === undefined || to === undefined || from === to) continue;
      const [one, other] = [Math.min(from, to), Math.max(from, to)];
      pairs.set(one * actors.length + other, [one, other, community[subject[tie]] === community[object[tie]] ? 1 : ACROSS]);
    }
    const axis = (which: 0 | 1) => Float64Array.from(actors, (actor) => (places.get(actor) as [number, number])[which] / UNIT);
    return {
      x: axis(0), y: axis(1), ties: [...pairs.values()], fixed: Uint8Array.from(actors, (actor) => Number(pins.has(actor))),
      aspect: graph.isTurned ? 1 / ASPECT : ASPECT,
    };
  }

  /** Moves all to their places; who was not there before stands on its own at once. */
  #move({ places, few, finish }: Target): void {
    finish?.();
    const { graph, pins } = this.#state;
    for (const [actor, place] of freePlaces(graph, places, few)) places.set(actor, pins.get(actor) ?? place);
    const { x, y, id } = graph.data.actors;
    const moves = [...places].map(([actor, [tx, ty]]): Move =>
      this.#before.has(id[actor]) ? [actor, x[actor], y[actor], tx, ty] : [actor, tx, ty, tx, ty]);
    const moveNone = moves.every(([, ax, ay, bx, by]) => ax === bx && ay === by);
    const show = moveNone && this.#isJoined(places, few) ? this.#keep : this.#fit;
    this.#remember();
    const isStill = moveNone || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const began = performance.now();
    const step = (now: number) => {
      const share = isStill ? 1 : Math.min(1, Math.max(0, now - began) / MOVING);
      const eased = share * share * (3 - 2 * share);
      for (const [actor, ax, ay, bx, by] of moves) {
        // At the end exactly, so that the same is shown always.
        x[actor] = share === 1 ? bx : ax + (bx - ax) * eased;
        y[actor] = share === 1 ? by : ay + (by - ay) * eased;
      }
      this.#moving = share < 1 && graph === this.#state.graph ? requestAnimationFrame(step) : 0;
      show();
    };
    step(began);
  }

  /** Whether all who were shown still are, and of the others only those that stand beside their neighbours. */
  #isJoined(places: Map<number, [number, number]>, few: number[]): boolean {
    const { id } = this.#state.graph.data.actors;
    const added = [...places.keys()].filter((actor) => !this.#before.has(id[actor]));
    return added.length > 0 && added.every((actor) => few.includes(actor)) && places.size === this.#before.size + added.length;
  }

  #remember(): void {
    const { shownActors, graph } = this.#state;
    this.#before = new Set(shownActors.map((actor) => graph.data.actors.id[actor]));
  }
}

type Move = [actor: number, fromX: number, fromY: number, toX: number, toY: number];

interface Target {
  /** Where each actor goes. */
  places: Map<number, [number, number]>;
  /** Those who stand beside their neighbours, once these have their places. */
  few: number[];
  work: Generator<void> | null;
  /** Takes over what the work has found. */
  finish?: () => void;
}

/** A number for a list of ids (FNV-1a). */
function hashOf(ids: string[]): string {
  let hash = 0x811c9dc5;
  for (const id of ids) {
    for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x2c, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
