// A step of the story: heading, notes, and what is pinned to it.

import { countWords, h, smallButton } from "../page/dom";
import { many } from "../page/words";
import { goneRelation } from "../publish/statements";
import type { Replay } from "../story/replay";
import { besides, LONGEST_LINE, LONGEST_NOTES, movePin, moveStep, type Pin, removePin, removeStep, type Step, type Story, withStep } from "../story/story";
import { dragged, dropped } from "./dragging";

export interface StepOf {
  story: Story; step: Step; at: number; replay: Replay;
  /** Makes another story of what it is then; `typing` names the field that was typed into, `focus` what has the focus after it. */
  change(make: (story: Story) => Story, typing?: string, focus?: string): void;
}

export function stepItem(of: StepOf): HTMLElement {
  const { step, at } = of;
  const item = h("li", { class: "story-step", "data-step": at }, stepHead(of), notesField(of),
    h("ol", { class: "pins" }, step.pins.map((pin, number) => pinItem(of, pin, number)),
      step.pins.length ? null : h("li", { class: "none note" }, "Nothing is pinned to this step.")));
  dropped(item, (from) => {
    if (from.pin === null) return of.change((story) => moveStep(story, from.step, at));
    const place = [from.step, from.pin] as const;
    of.change((story) => movePin(story, place, [at, from.step === at ? step.pins.length - 1 : step.pins.length]));
  });
  return item;
}

function stepHead(of: StepOf): HTMLElement {
  const { story, step, at, change } = of;
  const heading = h("input", {
    type: "text", maxlength: LONGEST_LINE, value: step.heading, placeholder: `Step ${at + 1}`, "aria-label": `Heading of step ${at + 1}`, dir: "auto",
    "data-key": `step ${at} heading`,
    on: { input: () => change((now) => withStep(now, at, { heading: heading.value }), `heading ${at}`) },
  });
  const move = (by: 1 | -1, words: string) => smallButton(by < 0 ? "↑" : "↓", () => change((now) => moveStep(now, at, at + by), "", `step ${at + by} ${words}`), {
    "aria-label": `Move step ${at + 1} ${words}`, title: `Move the step ${words}`, "data-key": `step ${at} ${words}`, disabled: by < 0 ? at === 0 : at === story.steps.length - 1,
  });
  return h("div", { class: "step-head" }, handle({ step: at, pin: null }, `Drag step ${at + 1}`), countWords(`${at + 1}.`), heading,
    move(-1, "up"), move(1, "down"),
    smallButton("Remove", () => change((now) => removeStep(now, at), "", `step ${Math.max(0, at - 1)} heading`), {
      "aria-label": `Remove step ${at + 1} with what is pinned to it`, "data-key": `step ${at} remove`,
    }));
}

function notesField(of: StepOf): HTMLElement {
  const { step, at } = of;
  const field = h("textarea", {
    rows: Math.min(12, Math.max(2, step.notes.split("\n").length + 1)), maxlength: LONGEST_NOTES, placeholder: "Notes: plain text; an empty line begins a paragraph",
    "aria-label": `Notes of step ${at + 1}`, dir: "auto", "data-key": `step ${at} notes`,
    on: { input: () => of.change((now) => withStep(now, at, { notes: field.value }), `notes ${at}`) },
  }, step.notes);
  return field;
}

function pinItem(of: StepOf, pin: Pin, number: number): HTMLElement {
  const { at, replay } = of;
  const gone = pin.claims.filter((claim) => !replay.idOf(claim));
  const item = h("li", { class: `pin of-${pin.kind}` }, h("div", { class: "pin-head" },
    handle({ step: at, pin: number }, `Drag ${pin.words}`), h("span", { class: "badge" }, pin.kind), " ",
    pin.view ? h("a", { href: `#${viewOf(pin, replay)}`, dir: "auto", title: "Show it in the explorer" }, pin.words) : h("span", { dir: "auto" }, pin.words), " ",
    countWords(contentWords(pin)), pinButtons(of, pin, number)),
    pin.kind === "claim" && pin.claims[0] ? h("blockquote", { dir: "auto" }, pin.claims[0].quote) : null,
    gone.map((claim) => h("p", { class: "note failed gone" }, "This claim is no longer in the graph: ",
      h("bdi", {}, claim.subject), " – ", `${goneRelation(claim.relation)}${claim.polarity === "denied" ? " (denied)" : ""}`, " – ", h("bdi", {}, claim.object), ": ", h("q", { dir: "auto" }, claim.quote))));
  dropped(item, (from) => {
    if (from.pin === null) return;
    const place = [from.step, from.pin] as const;
    of.change((story) => movePin(story, place, [at, number]));
  });
  return item;
}

/** The link to what is pinned; of a claim that has another id now, with that. */
function viewOf(pin: Pin, replay: Replay): string {
  if (pin.kind !== "claim" || !pin.claims[0]) return pin.view;
  const link = new URLSearchParams(pin.view);
  const now = replay.idOf(pin.claims[0]);
  if (now) link.set("claim", now);
  return link.toString();
}

function contentWords(pin: Pin): string {
  return [pin.actors.length ? many(pin.actors.length, "actor") : "", pin.kind !== "claim" ? many(pin.claims.length, "claim") : ""].filter(Boolean).join(", ");
}

function pinButtons(of: StepOf, pin: Pin, number: number): HTMLElement {
  const { at } = of;
  const move = (by: 1 | -1, words: string) => {
    const to = besides(of.story, [at, number], by);
    return smallButton(by < 0 ? "↑" : "↓", () => to && of.change((story) => movePin(story, [at, number], to), "", `pin ${to[0]} ${to[1]} ${words}`), {
      "aria-label": `Move ${words}: ${pin.words}`, title: `Move ${words}`, "data-key": `pin ${at} ${number} ${words}`, disabled: !to,
    });
  };
  return h("span", { class: "pin-acts" }, move(-1, "up"), move(1, "down"), smallButton("Remove", () => {
    const left = of.step.pins.length - 1;
    of.change((story) => removePin(story, [at, number]), "", left ? `pin ${at} ${Math.min(number, left - 1)} remove` : `step ${at} heading`);
  }, { "aria-label": `Remove: ${pin.words}`, "data-key": `pin ${at} ${number} remove` }));
}

function handle(from: { step: number; pin: number | null }, title: string): HTMLElement {
  const grip = h("span", { class: "grip", draggable: "true", title, "aria-hidden": "true" }, "⠿");
  dragged(grip, from);
  return grip;
}
