// The queries that are open as tabs, kept in this browser with their names and texts: each under a key of its own,
// so that two windows of the page do not write over each other's.

import { oneLine, shorten } from "../page/text";
import { keysBehind, read, readJson, readList, write } from "./storage";

export interface QueryTab { readonly id: string; name: string; sparql: string }

export const TAB_KEY = "sociogram query tab ";
const CLOSED = "sociogram closed query tabs";
const SHOWN = "sociogram shown query tab";
/** Tabs that may be open, and tabs that are kept when they are closed. */
export const MOST_TABS = 40;
const MOST_CLOSED = 10;
/** Characters of a name, and of a text beyond which it is not kept. */
export const LONGEST_NAME = 60;
const LONGEST = 200_000;

export class KeptTabs {
  /** In the order in which they were made; never empty. */
  tabs: QueryTab[];
  /** The tab whose query is in the editor. */
  shown: QueryTab;
  /** Ids of the tabs that were shown before, the last of them last. */
  #trail: string[] = [];

  /** `first` is the text of the very first tab. */
  constructor(first: string) {
    this.tabs = readTabs();
    if (!this.tabs.length) this.tabs = [this.#make("", first)];
    const last = read(SHOWN, () => sessionStorage) ?? read(SHOWN);
    this.shown = this.tabs.find(({ id }) => id === last) ?? this.tabs[this.tabs.length - 1];
  }

  get isFull(): boolean {
    return this.tabs.length >= MOST_TABS;
  }

  /** Whether a closed tab can come back. */
  get canReopen(): boolean {
    return !this.isFull && readClosed().length > 0;
  }

  show(tab: QueryTab): void {
    this.#trail = [...this.#trail.filter((id) => id !== this.shown.id), this.shown.id];
    this.shown = tab;
    write(SHOWN, tab.id, () => sessionStorage);
    write(SHOWN, tab.id);
  }

  /** Shows a new tab; there must be room for it. */
  add(name: string, sparql: string): void {
    keep(this.shown);
    const tab = this.#make(name, sparql);
    this.tabs.push(tab);
    this.show(tab);
    keep(tab);
  }

  /** Puts another query into the tab that is shown. */
  replace(name: string, sparql: string): void {
    this.shown.name = this.#freeName(cut(name) || this.shown.name, this.shown);
    this.change({ sparql });
  }

  /** Changes the tab that is shown. */
  change(change: { name?: string; sparql?: string }): void {
    this.shown.name = cut(change.name ?? "") || this.shown.name;
    this.shown.sparql = change.sparql ?? this.shown.sparql;
    keep(this.shown);
  }

  /** Takes a tab away; the one that was shown before it comes back, or an empty one where it was the only one. */
  close(tab: QueryTab): void {
    if (tab.sparql.trim()) write(CLOSED, JSON.stringify([tab, ...readClosed()].slice(0, MOST_CLOSED)));
    write(TAB_KEY + tab.id, null);
    const place = this.tabs.indexOf(tab);
    this.tabs = this.tabs.filter((each) => each !== tab);
    if (this.shown !== tab) return;
    if (!this.tabs.length) this.tabs = [this.#make("", "")];
    const [before] = this.#trail.map((id) => this.tabs.find((each) => each.id === id)).filter((each) => each !== undefined).slice(-1);
    this.show(before ?? this.tabs[Math.min(place, this.tabs.length - 1)]);
  }

  /** Brings back the tab that was closed last. */
  reopen(): void {
    const [last, ...rest] = readClosed();
    if (!last) return;
    write(CLOSED, JSON.stringify(rest));
    this.add(last.name, last.sparql);
  }

  /** Takes what another window has opened, closed or renamed; what is shown here stays as it is. */
  reread(): void {
    this.tabs = [...readTabs().filter(({ id }) => id !== this.shown.id), this.shown].sort(byAge);
  }

  /** Ids sort by the time at which they were made. */
  #make(name: string, sparql: string): QueryTab {
    const newest = Math.max(0, ...this.tabs.map(({ id }) => timeOf(id)));
    const id = `${Math.max(Date.now(), newest + 1).toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
    return { id, name: this.#freeName(cut(name)), sparql };
  }

  /** The name itself, or with a number where another tab has it. */
  #freeName(name: string, own?: QueryTab): string {
    const taken = new Set(this.tabs.map((tab) => tab !== own && tab.name));
    let free = name || "Query 1";
    for (let number = 2; taken.has(free); number++) free = `${name || "Query"} ${number}`;
    return free;
  }
}

function keep(tab: QueryTab): void {
  if (tab.sparql.length <= LONGEST) write(TAB_KEY + tab.id, JSON.stringify({ name: tab.name, sparql: tab.sparql }));
}

/** The milliseconds at which a tab was made, by its id. */
function timeOf(id: string): number {
  const time = parseInt(id, 36);
  return Number.isSafeInteger(time) ? time : 0;
}

function byAge(one: QueryTab, other: QueryTab): number {
  return timeOf(one.id) - timeOf(other.id) || (one.id < other.id ? -1 : 1);
}

function cut(name: string): string {
  return shorten(oneLine(name), LONGEST_NAME);
}

/** What is kept; whatever else lies there under such a key is passed over. */
function readTabs(): QueryTab[] {
  return keysBehind(TAB_KEY).map((id) => asTab(id, readJson(TAB_KEY + id))).filter((tab) => tab !== null).sort(byAge).slice(-MOST_TABS);
}

function readClosed(): QueryTab[] {
  return readList(CLOSED, (item) => asTab("", item)).slice(0, MOST_CLOSED);
}

function asTab(id: string, item: unknown): QueryTab | null {
  const { name, sparql } = (item ?? {}) as Record<string, unknown>;
  return typeof name === "string" && typeof sparql === "string" && sparql.length <= LONGEST ? { id, name: cut(name) || "Query", sparql } : null;
}
