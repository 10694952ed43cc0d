// The view as the hash of the address: taken from a link, and written back with every change. What a reader would call
// a step has an entry of its own in the history, so that Back leads to it; sliders, filters and typing change the last one.

import type { MapView } from "../map/map_view";
import type { ServedCase } from "../served/served_case";
import type { State } from "../state/state";
import { NEIGHBOURS, type PageActions } from "./page_actions";

/** Of a hash, what makes another step where it changes. */
const STEPS = ["tab", "ego", "depth", "path", "with", "actor", "tie", "question", "argument", "side", "matrix", "document-read", "documents-of", "queue"];

export class Links {
  /** The hash that is that of the state. */
  #hash = location.hash.slice(1);
  /** Whether the page has opened: what changes before is no step. */
  #isOpen = false;
  /** Whether what changes follows a link, which has its entry already. */
  #isFollowing = false;
  readonly #state: State;
  readonly #map: MapView;
  readonly #actions: PageActions;
  readonly #served: ServedCase | null;

  constructor(state: State, map: MapView, actions: PageActions, served: ServedCase | null) {
    this.#state = state;
    this.#map = map;
    this.#actions = actions;
    this.#served = served;
    for (const event of ["popstate", "hashchange"]) {
      window.addEventListener(event, () => {
        const hash = location.hash.slice(1);
        if (hash === this.#hash) return;
        this.#hash = hash;
        this.#follow(hash);
      });
    }
  }

  /** Whether the page was opened by a link to a view, more than to the map or a table as such. */
  get isGiven(): boolean {
    return this.#hash !== "" && !/^tab=[a-z]+$/.test(this.#hash);
  }

  /** Takes the link that the page was opened by; gives whether there is one. */
  open(): boolean {
    const given = this.#hash !== "";
    if (given) this.#follow(this.#hash);
    else this.#hash = this.#state.toHash();
    this.#isOpen = true;
    return given;
  }

  /** Writes the view into the address; Back leads to the place before, not to each step of a filter. */
  write(): void {
    const hash = this.#state.toHash();
    if (hash === this.#hash && location.hash.slice(1) === hash) return;
    const isStep = this.#isOpen && !this.#isFollowing && stepOf(hash) !== stepOf(this.#hash);
    this.#hash = hash;
    const address = hash ? `#${hash}` : location.href.split("#")[0];
    try {
      if (isStep) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    } catch {
      // Some browsers allow a page only so many changes a minute; the next one tells all the same.
    }
  }

  /** Takes a link: what it names and the page lacks is fetched first. */
  #follow(text: string): void {
    const served = this.#served;
    if (!served) return this.#take(text);
    const link = new URLSearchParams(text);
    const bring = () => void served.bring(idsOf(link), () => this.#take(text));
    const [from, to, ...more] = link.getAll("path");
    const actor = link.get("actor");
    if (to !== undefined && !more.length) void served.path(from, to, bring);
    else if (actor && !served.holds(actor)) void served.around(actor, NEIGHBOURS, bring);
    else bring();
  }

  #take(text: string): void {
    const state = this.#state;
    const served = this.#served;
    const link = new URLSearchParams(text);
    const focused = document.activeElement;
    this.#isFollowing = true;
    state.change((each) => {
      each.takeHash(text);
      if (served) showSelected(each);
    });
    const { selection } = state;
    if (selection && "actor" in selection && state.isShown[selection.actor]) this.#map.reveal(selection.actor);
    this.#openBeside(link);
    this.#isFollowing = false;
    // What had the focus may be gone with the view that it stood in.
    if (focused !== document.body && document.activeElement === document.body) document.querySelector<HTMLElement>('.tab[aria-pressed="true"]')?.focus({ preventScroll: true });
  }

  #openBeside(link: URLSearchParams): void {
    const state = this.#state;
    const actions = this.#actions;
    const claim = state.graph.claim(link.get("claim") ?? "");
    if (claim >= 0) actions.selectClaim(claim);
    const document = link.get("read");
    if (document) actions.openDocument(document, "", "", 0, 0);
  }
}

/** All that a link names, as a served case is asked for it. */
function idsOf(link: URLSearchParams): string[] {
  const ids = [...link.getAll("with"), link.get("ego"), link.get("actor"), link.get("matrix")?.replace(/^actor:/, ""), ...link.getAll("path"),
    ...["tie", "claim"].map((key) => link.get(key) && `${key}:${link.get(key)}`)];
  return [...new Set(ids.filter((id): id is string => Boolean(id)))];
}

/** Puts what is selected onto the map, where it may be too weak to be by itself. */
function showSelected({ selection, added, graph }: State): void {
  if (!selection) return;
  for (const end of "actor" in selection ? [selection.actor] : graph.actorsOf(selection.tie)) added.add(end);
}

/** What of a hash says which step it is; an order of ids is none of it. */
function stepOf(hash: string): string {
  const link = new URLSearchParams(hash);
  return JSON.stringify(STEPS.map((key) => (key === "path" || key === "parameter" ? link.getAll(key) : link.getAll(key).sort())));
}
