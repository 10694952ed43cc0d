// A button that asks for an actor by name; where the page holds a part of a case, among all of the case.

import { guess, type Guessing } from "../data/near";
import { fill, form, h, statusNote, toggleButton } from "../page/dom";
import { fold, oneLine } from "../page/text";
import { wordsOf } from "../served/server";
import type { Actions, NamedActor } from "../state/actions";
import type { State } from "../state/state";

const SUGGESTED = 12;
/** Milliseconds after a letter until the server is asked. */
const WAIT = 200;

/** `action` is given the id of the actor that is picked, which is never `actor` itself. */
export function actorPicker(state: State, words: string, actor: number, actions: Actions, action: (id: string) => void): HTMLElement {
  const { picking, field } = pickForm(words, new Candidates(state, actor, actions.lookUp), action);
  const opener = toggleButton(words, () => {
    picking.hidden = !picking.hidden;
    if (!picking.hidden) field.focus();
    return !picking.hidden;
  });
  return h("span", { class: "picker" }, opener, picking);
}

function pickForm(words: string, candidates: Candidates, action: (id: string) => void): { picking: HTMLElement; field: HTMLInputElement } {
  const { field, list, find } = actorField(`list-${words.replace(/\W/g, "")}`, `${words.replace("…", "")} which actor`, candidates);
  const said = statusNote();
  const pick = async () => {
    try {
      const other = await find();
      if (other) action(other.id);
      else said.textContent = "No such actor.";
    } catch (error) {
      said.textContent = wordsOf(error);
    }
  };
  return { field, picking: form(() => void pick(), { class: "pick", hidden: true }, field, list, h("button", { type: "submit" }, "Go"), said) };
}

/** A field for the name of an actor, with what may be meant below it; `find` gives the one that is meant. */
export interface ActorField { field: HTMLInputElement; list: HTMLElement; find: () => Promise<NamedActor | undefined> }

export function actorField(id: string, label: string, candidates: Candidates, placeholder = "name"): ActorField {
  const list = h("datalist", { id });
  const field = h("input", { type: "text", list: id, "aria-label": label, placeholder, autocomplete: "off" });
  let timer = 0;
  const suggest = () => fill(list, candidates.best(field.value, SUGGESTED).map((other) => h("option", { value: oneLine(other.name) })));
  field.addEventListener("input", () => {
    suggest();
    clearTimeout(timer);
    if (candidates.canAsk) timer = window.setTimeout(() => void candidates.ask(field.value).then(suggest, () => undefined), WAIT);
  });
  return { field, list, find: () => candidates.find(field.value) };
}

/** Actors that a name may mean, besides one that it never means; -1 for none. */
export class Candidates {
  /** What the server found for a name. */
  #away: NamedActor[] = [];
  #guessing: Guessing | null = null;
  readonly #state: State;
  readonly #actor: number;
  readonly #lookUp: Actions["lookUp"];

  constructor(state: State, actor: number, lookUp: Actions["lookUp"]) {
    this.#state = state;
    this.#actor = actor;
    this.#lookUp = lookUp;
  }

  get canAsk(): boolean {
    return this.#lookUp !== null;
  }

  async ask(name: string): Promise<void> {
    if (this.#lookUp && name.trim()) this.#away = await this.#lookUp(name.trim());
  }

  /** Those of that very name first, then those with it in theirs, the strongest first. */
  best(name: string, most: number): NamedActor[] {
    const wanted = fold(name.trim());
    if (!wanted) return [];
    const exact: NamedActor[] = [];
    const near: NamedActor[] = [];
    for (const other of this.#all()) {
      const folded = fold(other.name);
      if (folded === wanted) exact.push(other);
      else if (near.length < most && folded.includes(wanted)) near.push(other);
    }
    return exact.length || near.length ? [...exact, ...near].slice(0, most) : this.#guess(wanted, most);
  }

  /** Those of nearly that name. */
  #guess(wanted: string, most: number): NamedActor[] {
    const all = this.#all();
    // Names that the server gave come and go; the words of so many do not have to be found anew for each letter.
    if (this.#guessing?.names.length !== all.length) this.#guessing = { names: all.map((other) => fold(other.name)), vocabulary: [] };
    return guess(wanted.split(/\s+/), this.#guessing).slice(0, most).map((place) => all[place]);
  }

  /** The one that is meant most likely; the server is asked where the page has none of that very name. */
  async find(name: string): Promise<NamedActor | undefined> {
    const [here] = this.best(name, 1);
    if (!this.#lookUp || (here && fold(here.name) === fold(name.trim()))) return here;
    await this.ask(name);
    return this.best(name, 1)[0] ?? this.#away.find((each) => each.id !== this.#own);
  }

  get #own(): string | undefined {
    return this.#state.graph.data.actors.id[this.#actor];
  }

  #all(): NamedActor[] {
    const { graph } = this.#state;
    const here = graph.ranking.map((other) => ({ id: graph.data.actors.id[other], name: graph.name(other), kind: "" }));
    return [...here, ...this.#away.filter((each) => graph.actor(each.id) < 0)].filter((each) => each.id !== this.#own);
  }
}
