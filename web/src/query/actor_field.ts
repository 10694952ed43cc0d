// A field for an actor, with suggestions from the whole case (WAI-ARIA: combobox with a list box).

import { countWords, fill, h, name } from "../page/dom";
import { oneLine } from "../page/text";
import { many } from "../page/words";
import { isAbort, type Server, wordsOf } from "../served/server";

interface Suggestion { id: string; name: string; kind: string; claims: number }

/** Milliseconds after a letter until the server is asked. */
const WAIT = 180;
/** Actors that are suggested. */
const MOST = 12;

export class ActorField {
  readonly input: HTMLInputElement;
  readonly element: HTMLElement;
  readonly #list: HTMLElement;
  readonly #said = h("span", { role: "status", class: "offscreen" });
  #found: Suggestion[] = [];
  #active = -1;
  #timer = 0;
  #asked: AbortController | null = null;
  /** The actor chosen from the list; typing on lets go of it. */
  #chosen: Suggestion | null = null;
  readonly #server: Server;

  constructor(id: string, label: string, required: boolean, server: Server) {
    this.#server = server;
    this.#list = h("ul", { role: "listbox", id: `${id}-list`, "aria-label": `Actors for ${label}`, hidden: true });
    this.input = h("input", {
      type: "text", id, role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.#list.id,
      required, placeholder: required ? "an actor" : "any, or an actor", spellcheck: "false",
    });
    this.element = h("div", { class: "actor-field" }, h("label", { for: id }, label, required ? null : h("span", { class: "note" }, " (optional)")), this.input, this.#list, this.#said);
    this.input.addEventListener("input", () => {
      this.#chosen = null;
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#ask(), WAIT);
    });
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.shut());
  }

  /** What to ask with: the id of the actor chosen, or the words as typed; empty for no one. */
  get value(): string {
    return this.#chosen?.id ?? this.input.value.trim();
  }

  set value(words: string) {
    this.input.value = words;
    this.#chosen = null;
  }

  /** The id of the actor that is meant; asks the server where none was chosen. */
  async resolve(): Promise<string> {
    if (this.#chosen || !this.input.value.trim()) return this.#chosen?.id ?? "";
    const words = this.input.value.trim();
    const actors = await this.#server.findActors<Suggestion>(words, MOST);
    const plain = (text: string) => oneLine(text).toLowerCase();
    return (actors.find(({ id, name: own }) => id === words || plain(own) === plain(words)) ?? actors[0])?.id ?? "";
  }

  /** Shuts the list, and lets go of what was asked for it. */
  shut(): void {
    this.#asked?.abort();
    this.#close();
  }

  async #ask(): Promise<void> {
    this.#asked?.abort();
    const words = this.input.value.trim();
    if (!words) return this.#close();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      this.#found = await this.#server.findActors<Suggestion>(words, MOST, asked.signal);
    } catch (error) {
      if (!isAbort(error)) this.#close(wordsOf(error));
      return;
    }
    if (asked.signal.aborted || document.activeElement !== this.input) return;
    this.#active = -1;
    this.#draw();
    this.#said.textContent = this.#found.length ? `${many(this.#found.length, "actor")} found` : "No such actor.";
  }

  #draw(): void {
    fill(this.#list, this.#found.map((each, place) => h("li", {
      role: "option", id: `${this.#list.id}-${place}`, "aria-selected": String(place === this.#active),
      on: { pointerdown: (event) => {
        event.preventDefault();
        this.#choose(place);
      } },
    }, name(oneLine(each.name), 60), countWords(` ${each.kind}, ${many(each.claims, "claim")}`))),
    this.#found.length ? null : h("li", { class: "note", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "No such actor."));
    this.#list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    if (this.#active >= 0) {
      this.input.setAttribute("aria-activedescendant", `${this.#list.id}-${this.#active}`);
      this.#list.children[this.#active].scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  #choose(place: number): void {
    this.#chosen = this.#found[place] ?? null;
    if (this.#chosen) this.input.value = oneLine(this.#chosen.name);
    this.#close(this.#chosen ? `${oneLine(this.#chosen.name)} chosen` : "");
  }

  #close(words = ""): void {
    clearTimeout(this.#timer);
    this.#list.hidden = true;
    this.#active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.#said.textContent = words;
  }

  #key(event: KeyboardEvent): void {
    const open = !this.#list.hidden && this.#found.length > 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open) return void this.#ask();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.#active = (this.#active + step + this.#found.length) % this.#found.length;
      this.#draw();
    } else if (event.key === "Enter" && open && this.#active >= 0) this.#choose(this.#active);
    else if (event.key === "Escape" && open) this.#close();
    else return;
    event.preventDefault();
  }
}
