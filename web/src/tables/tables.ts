// The tables that mirror the map: the same actors and ties, to be sorted and read without it.

import type { WholeCase } from "../data/island";
import { checkbox, fill, h, note, smallButton } from "../page/dom";
import { measuresNote } from "../page/measures";
import type { Actions } from "../state/actions";
import { type Tab, type Table, TABLES } from "../state/choices";
import type { State } from "../state/state";
import { bodyCell, headCell, ROWS_OF_A_PAGE, sortField, turnButtons } from "./cells";
import { type Column, columnsOf, type LocalTab } from "./columns";
import type { WholeTables } from "./whole_tables";
import { figure } from "../page/words";
import { fold } from "../page/text";

const MEASURES_OF: Record<LocalTab, string[]> = {
  actors: ["degree", "betweenness", "PageRank", "community"], ties: ["sources", "confidence", "worth", "rank"], claims: ["confidence", "worth", "rank"],
};

/** Rows that go onto paper: some sixty pages. */
const MOST_PRINTED = 3000;

export class Tables {
  readonly element = h("div", { class: "tables" });
  readonly #sorted: Record<LocalTab, [column: number, down: boolean]> = { actors: [2, true], ties: [12, true], claims: [8, true] };
  readonly #page: Record<LocalTab, number> = { actors: 0, ties: 0, claims: 0 };
  /** Whether what is not on the map is shown too. */
  #all = false;
  /** Whether actors without a claim are shown too. */
  #named = false;
  /** Where a server has more than the page: whether its tables are shown. */
  #whole = false;
  readonly #local = h("div", {});
  /** What the rows shown have to say. */
  readonly #words = h("input", { type: "search", placeholder: "only rows with …", "aria-label": "Only rows with these words", on: { input: () => {
    for (const tab of ["actors", "ties", "claims"] as const) this.#page[tab] = 0;
    this.#drawTable();
  } } });
  readonly #body = h("div", {});
  readonly #controls = h("span", { class: "controls" });
  readonly #wholeWords = h("span", {});
  readonly #wholeLabel = checkbox("whole-case", false, (checked) => {
    this.#whole = checked;
    this.refresh();
  }, " whole case ", this.#wholeWords);
  readonly #wholeNamed = h("span", { hidden: true });
  readonly #wholeNote = h("span", { class: "note" }, " The filters at the side do not apply to it.");
  readonly #state: State;
  readonly #actions: Actions;
  readonly #tables: WholeTables | null;

  constructor(state: State, actions: Actions, tables: WholeTables | null = null) {
    this.#state = state;
    this.#actions = actions;
    this.#tables = tables;
    if (tables) this.element.append(h("div", { class: "controls" }, this.#wholeLabel, this.#wholeNote, this.#wholeNamed), tables.element);
    this.#local.append(h("div", { class: "controls" }, this.#words, this.#controls), this.#body);
    this.element.append(this.#local);
  }

  refresh(): void {
    const { tab } = this.#state;
    const { served } = this.#state.graph.data;
    if (!isTable(tab)) return;
    if (this.#tables && served) {
      this.#tables.named = this.#named;
      const onServer = this.#whole || tab === "documents";
      this.#local.hidden = onServer;
      this.#drawSwitch(tab, served);
      this.#tables.element.hidden = !onServer;
      if (onServer) this.#tables.show(tab, served.generation);
    }
    // Documents are on a server alone.
    if (!this.#local.hidden) this.#drawTable();
  }

  #drawTable(): void {
    const { tab } = this.#state;
    if (isTable(tab) && tab !== "documents") this.#drawLocal(tab);
  }

  #drawSwitch(tab: Table, served: WholeCase): void {
    this.#wholeNote.hidden = !this.#whole;
    this.#wholeNamed.hidden = !this.#whole || tab !== "actors";
    if (!this.#wholeNamed.firstChild) this.#wholeNamed.append(this.#namedSwitch(0));
    this.#wholeLabel.parentElement?.toggleAttribute("hidden", tab === "documents");
    this.#wholeWords.textContent = `(${figure(served[tab])} ${tab})`;
  }

  #drawLocal(tab: LocalTab): void {
    const columns = columnsOf(tab, this.#state, this.#actions);
    const rows = this.#sortedRows(tab, columns);
    const pages = Math.max(1, Math.ceil(rows.length / ROWS_OF_A_PAGE));
    const page = Math.min(this.#page[tab], pages - 1);
    const body = rows.slice(page * ROWS_OF_A_PAGE, (page + 1) * ROWS_OF_A_PAGE).map((row) => this.#row(tab, row, columns));
    const { served } = this.#state.graph.data;
    const [by, down] = this.#sorted[tab];
    const restoreFocus = keepFocus(this.#controls);
    fill(this.#controls, this.#allSwitch(), tab === "actors" && this.#all ? this.#namedSwitch(this.#state.graph.namedCount) : null, sortField(columns.map(({ title }) => title), by, down, (place) => this.#sort(tab, place, columns)),
      pages > 1 ? this.#turning(tab, page, pages) : []);
    restoreFocus();
    fill(this.#body,
      h("table", {}, h("caption", {}, `${figure(rows.length)}${served ? ` of ${figure(served[tab])}` : ""} ${tab}`),
        h("thead", {}, h("tr", {}, this.#head(tab, columns))), h("tbody", {}, body)),
      measuresNote(MEASURES_OF[tab]),
      rows.length ? null : this.#words.value.trim() ? note("No row has these words.") : note("Nothing passes the filters. ", this.#state.filtered
        ? smallButton("Clear all filters", () => this.#state.change((each) => each.clearFilters())) : null));
  }

  /** The table that is shown, whole as far as the page holds it: for paper. */
  paper(): HTMLElement[] {
    const { tab } = this.#state;
    if (!isTable(tab)) return [];
    if (this.#local.hidden || tab === "documents") {
      const table = this.#tables?.element.querySelector("table");
      return table ? [table.cloneNode(true) as HTMLElement, note("One page of a table of the whole case.")] : [];
    }
    const columns = columnsOf(tab, this.#state, this.#actions);
    const rows = this.#sortedRows(tab, columns);
    return [
      h("table", {}, h("caption", {}, `${figure(rows.length)} ${tab}`), h("thead", {}, h("tr", {}, columns.map(({ title }) => h("th", { scope: "col" }, title)))),
        h("tbody", {}, rows.slice(0, MOST_PRINTED).map((row) => this.#row(tab, row, columns)))),
      ...(rows.length > MOST_PRINTED ? [note(`${figure(rows.length - MOST_PRINTED)} more are not printed; Take away has them as CSV.`)] : []),
    ];
  }

  #sortedRows(tab: LocalTab, columns: Column[]): number[] {
    const [by, down] = this.#sorted[tab];
    const words = fold(this.#words.value.trim());
    const says = (row: number) => columns.some(({ value, number }) => !number && fold(String(value(row))).includes(words));
    const rows = words ? this.#rows(tab).filter(says) : this.#rows(tab);
    const keys = new Map(rows.map((row) => [row, columns[by].value(row)]));
    const key = (row: number) => keys.get(row) as string | number;
    return rows.sort((a, b) => compare(key(a), key(b)) * (down ? -1 : 1) || a - b);
  }

  /** The rows of a table: what is on the map, or all that the filters leave. */
  #rows(tab: LocalTab): number[] {
    const state = this.#state;
    const { ties, claims } = state.graph.data;
    if (tab === "actors") return this.#all ? state.graph.ranking.filter((actor) => this.#isListed(actor)) : [...state.shownActors];
    const isWanted = (tie: number) => state.tieCount[tie] > 0 && (this.#all || state.graph.actorsOf(tie).every((end) => state.isShown[end]));
    if (tab === "ties") return ties.id.map((_, tie) => tie).filter(isWanted);
    return claims.id.map((_, claim) => claim).filter((claim) => state.activeClaims[claim] && isWanted(claims.tie[claim]));
  }

  /** Whether an actor that need not be on the map is listed: not if it is only named, unless a reader asks for those. */
  #isListed(actor: number): boolean {
    const { filtered, actorCount, graph } = this.#state;
    return (!filtered || actorCount[actor] > 0) && (this.#named || !graph.isOnlyNamed(actor));
  }

  #head(tab: LocalTab, columns: Column[]): HTMLElement[] {
    const [by, down] = this.#sorted[tab];
    return columns.map(({ title, number }, place) => headCell(title, place !== by ? null : down ? "down" : "up", Boolean(number), () => {
      this.#sort(tab, place, columns);
      this.element.querySelectorAll<HTMLElement>("th button")[place]?.focus();
    }));
  }

  #sort(tab: LocalTab, place: number, columns: Column[]): void {
    const [by, down] = this.#sorted[tab];
    this.#sorted[tab] = [place, place === by ? !down : Boolean(columns[place].number)];
    this.#page[tab] = 0;
    this.refresh();
  }

  #row(tab: LocalTab, row: number, columns: Column[]): HTMLElement {
    const { selection } = this.#state;
    const chosen = selection && ("actor" in selection ? tab === "actors" && selection.actor === row : tab === "ties" && selection.tie === row);
    return h("tr", { class: chosen ? "chosen" : undefined, "aria-current": chosen ? "true" : undefined },
      columns.map((column, place) => bodyCell(place, column.show ? column.show(row) : String(column.value(row)), column)));
  }

  #allSwitch(): HTMLElement {
    return checkbox("all-rows", this.#all, (checked) => {
      this.#all = checked;
      this.refresh();
    }, this.#state.graph.data.served ? " also what is loaded but not on the map" : " also what is not on the map");
  }

  #namedSwitch(count: number): HTMLElement {
    return checkbox("named-rows", this.#named, (checked) => {
      this.#named = checked;
      this.refresh();
    }, ` also those only named${count ? ` (${figure(count)})` : ""}`);
  }

  #turning(tab: LocalTab, page: number, pages: number): HTMLElement[] {
    const turn = (to: number) => {
      this.#page[tab] = to;
      this.refresh();
      this.element.scrollTop = 0;
    };
    const [previous, next] = turnButtons(page + 1, pages, (to) => turn(to - 1));
    return [previous, h("span", { role: "status" }, `page ${page + 1} of ${pages}`), next];
  }
}

function isTable(tab: Tab): tab is Table {
  return TABLES.some((each) => each === tab);
}

/** Remembers which of the controls has the focus, by its place; the function gives it back after a drawing. */
function keepFocus(controls: HTMLElement): () => void {
  const inputs = () => [...controls.querySelectorAll<HTMLElement>("input, select, button")];
  const place = inputs().findIndex((each) => each === document.activeElement);
  return () => inputs()[place]?.focus();
}

const collator = new Intl.Collator("en", { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}
