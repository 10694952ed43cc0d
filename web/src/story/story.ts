// A story as frozen values, and how large one may be: as in src/sociogram/story/values.py.

import type { PinnedClaim } from "../state/pinnable";

export const KINDS = ["claim", "tie", "actor", "answer", "view"] as const;
export type PinKind = (typeof KINDS)[number];

export const MOST_BYTES = 700_000;
export const MOST_STEPS = 200;
export const MOST_PINS = 1000;
export const MOST_CLAIMS = 200;
export const MOST_ACTORS = 300;
export const MOST_TIES = 1000;
export const LONGEST_LINE = 500;
export const LONGEST_NOTES = 20_000;
export const LONGEST_QUOTE = 10_000;
export const LONGEST_VIEW = 20_000;

export interface Pin {
  readonly kind: PinKind; readonly id: string; readonly words: string; readonly view: string;
  readonly claims: readonly PinnedClaim[]; readonly actors: readonly string[]; readonly ties: readonly string[];
}
export interface Step { readonly heading: string; readonly notes: string; readonly pins: readonly Pin[] }
export interface Story { readonly title: string; readonly author: string; readonly run: string; readonly steps: readonly Step[] }

export const EMPTY: Story = { title: "", author: "", run: "", steps: [] };

/** Where a pin stands: the number of its step, and its own. */
export type Place = readonly [step: number, pin: number];

export function pinsOf(story: Story): Pin[] {
  return story.steps.flatMap((step) => step.pins);
}

export function isEmpty(story: Story): boolean {
  return !story.title && !story.author && !story.steps.length;
}

export function withStep(story: Story, number: number, change: Partial<Step>): Story {
  return { ...story, steps: story.steps.map((step, at) => (at === number ? { ...step, ...change } : step)) };
}

export function addStep(story: Story): Story {
  return { ...story, steps: [...story.steps, { heading: "", notes: "", pins: [] }] };
}

export function removeStep(story: Story, number: number): Story {
  return { ...story, steps: story.steps.filter((_, at) => at !== number) };
}

export function moveStep(story: Story, from: number, to: number): Story {
  return to < 0 || to >= story.steps.length ? story : { ...story, steps: moved(story.steps, from, to) };
}

/** Puts a pin at the end of a step, the last one unless another is named; makes the first step where there is none. */
export function addPin(story: Story, pin: Pin, step = story.steps.length - 1): Story {
  const base = story.steps.length ? story : addStep(story);
  const at = Math.max(0, Math.min(step, base.steps.length - 1));
  return withStep(base, at, { pins: [...base.steps[at].pins, pin] });
}

export function removePin(story: Story, [step, pin]: Place): Story {
  return withStep(story, step, { pins: story.steps[step].pins.filter((_, at) => at !== pin) });
}

/** Moves a pin to another place, also of another step. */
export function movePin(story: Story, [step, pin]: Place, [toStep, toPin]: Place): Story {
  const moving = story.steps[step].pins[pin];
  const without = removePin(story, [step, pin]);
  const pins = [...without.steps[toStep].pins];
  pins.splice(toPin, 0, moving);
  return withStep(without, toStep, { pins });
}

/** Where a pin goes by one step up or down: at the edge of a step into the next one; nothing at the edge of all. */
export function besides(story: Story, [step, pin]: Place, by: 1 | -1): Place | null {
  const to = pin + by;
  if (to >= 0 && to < story.steps[step].pins.length) return [step, to];
  const other = story.steps[step + by];
  return other ? [step + by, by > 0 ? 0 : other.pins.length] : null;
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = [...list];
  rest.splice(to, 0, ...rest.splice(from, 1));
  return rest;
}
