// The view as the hash of the address: taken from a link, and written back with every change.

import type { MapView } from "../map/map_view";
import type { ServedCase } from "../served/served_case";
import type { State } from "../state/state";
import { NEIGHBOURS, type PageActions } from "./page_actions";

export class Links {
  /** The hash that is that of the state. */
  #hash = location.hash.slice(1);
  #place = "";
  /** Whether a link is being taken, which is no step of the reader's. */
  #following = false;
  readonly #state: State;
  readonly #map: MapView;
  readonly #actions: PageActions;
  readonly #served: ServedCase | null;

  constructor(state: State, map: MapView, actions: PageActions, served: ServedCase | null) {
    this.#state = state;
    this.#map = map;
    this.#actions = actions;
    this.#served = served;
    window.addEventListener("hashchange", () => {
      if (location.hash.slice(1) !== this.#hash) this.#follow(location.hash.slice(1));
    });
  }

  /** Whether the page was opened by a link to a view, more than to the map or a table as such. */
  get isGiven(): boolean {
    return this.#hash !== "" && !/^tab=[a-z]+$/.test(this.#hash);
  }

  /** Takes the link that the page was opened by; gives whether there is one. */
  open(): boolean {
    if (this.#hash !== "") this.#follow(this.#hash);
    this.#place = this.#placeOf();
    return this.#hash !== "";
  }

  /** Writes the view into the address; Back leads to the place before, not to each step of a filter. */
  write(): void {
    const place = this.#placeOf();
    const goesOn = place !== this.#place && !this.#following;
    this.#place = place;
    this.#hash = this.#state.toHash();
    try {
      if (goesOn) history.pushState(null, "", `#${this.#hash}`);
      else history.replaceState(null, "", `#${this.#hash}`);
    } catch {
      // Some browsers allow a page only so many changes a minute; the next one tells all the same.
    }
  }

  /** What a reader would call the place where the page is. */
  #placeOf(): string {
    const { tab, asked, selection, path, ego, graph } = this.#state;
    const { actors, ties } = graph.data;
    const selected = selection && ("actor" in selection ? actors.id[selection.actor] : ties.id[selection.tie]);
    return JSON.stringify([tab, asked, selected, path?.map((actor) => actors.id[actor]), actors.id[ego]]);
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
    this.#following = true;
    this.#show(text);
    this.#following = false;
  }

  #show(text: string): void {
    const state = this.#state;
    const served = this.#served;
    const actions = this.#actions;
    const link = new URLSearchParams(text);
    state.change((each) => {
      each.takeHash(text);
      if (served) showSelected(each);
    });
    const { selection } = state;
    if (served && selection && "actor" in selection) this.#map.reveal(selection.actor);
    const claim = state.graph.claim(link.get("claim") ?? "");
    if (claim >= 0) actions.selectClaim(claim);
    const document = link.get("read");
    if (document) actions.openDocument(document, "", "", 0, 0);
  }
}

/** All that a link names, as a served case is asked for it. */
function idsOf(link: URLSearchParams): string[] {
  const ids = [...link.getAll("with"), link.get("ego"), link.get("actor"), ...link.getAll("path"),
    ...["tie", "claim"].map((key) => link.get(key) && `${key}:${link.get(key)}`)];
  return [...new Set(ids.filter((id): id is string => Boolean(id)))];
}

/** Puts what is selected onto the map, where it may be too weak to be by itself. */
function showSelected({ selection, added, graph }: State): void {
  if (!selection) return;
  for (const end of "actor" in selection ? [selection.actor] : graph.actorsOf(selection.tie)) added.add(end);
}
