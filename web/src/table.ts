// The tables that mirror the map: the same actors and ties, to be sorted and read without it.

import { button, fill, h, name } from "./dom";
import type { Actions } from "./evidence";
import type { State, Tab } from "./state";
import type { WholeTables } from "./whole";
import { MODALITY, oneLine, shorten } from "./words";

interface Column { title: string; value: (row: number) => string | number; show?: (row: number) => Node | string; number?: boolean; date?: boolean }

const PAGE = 100;

export class Tables {
  readonly element = h("div", { class: "tables" });
  private readonly sorted: Record<string, [column: number, down: boolean]> = { actors: [2, true], ties: [4, true], claims: [6, true] };
  private readonly page: Record<string, number> = { actors: 0, ties: 0, claims: 0 };
  private all = false;
  /** Where a server has more than the page: whether its tables are shown. */
  private whole = false;
  private readonly local = h("div", {});
  private readonly wholeSwitch = h("input", { type: "checkbox", id: "whole-case", on: { change: () => {
    this.whole = this.wholeSwitch.checked;
    this.refresh();
  } } });
  private readonly wholeWords = h("span", {});
  private readonly wholeLabel = h("label", { for: "whole-case" }, this.wholeSwitch, " whole case ", this.wholeWords);
  private readonly wholeNote = h("span", { class: "note" }, " The filters at the side do not apply to it.");

  constructor(private readonly state: State, private readonly actions: Actions, private readonly tables: WholeTables | null = null) {
    if (tables) this.element.append(h("div", { class: "controls" }, this.wholeLabel, this.wholeNote), tables.element);
    this.element.append(this.local);
  }

  private columns(tab: Tab): Column[] {
    const { graph } = this.state;
    const { data } = graph;
    const actor = (end: number) => (end >= 0 ? this.link(graph.end(end), () => this.actions.selectActor(end)) : name(graph.end(end), 60));
    if (tab === "actors") {
      return [
        { title: "Actor", value: (row) => graph.name(row), show: (row) => actor(row) },
        { title: "Kind", value: (row) => data.kinds[data.actors.kind[row]][1] },
        { title: "Claims", value: (row) => this.state.actorCount[row], number: true },
        { title: "Neighbours", value: (row) => graph.degree[row], number: true },
        { title: "Betweenness", value: (row) => data.actors.betweenness[row], show: (row) => decimals(data.actors.betweenness[row]), number: true },
        { title: "PageRank", value: (row) => data.actors.pagerank[row], show: (row) => decimals(data.actors.pagerank[row]), number: true },
        { title: "Mentions", value: (row) => data.actors.count[row], number: true },
        { title: "Documents", value: (row) => data.actors.documents[row], number: true },
        { title: "Community", value: (row) => data.actors.community[row] + 1, number: true },
      ];
    }
    if (tab === "ties") {
      const spans = (row: number, last: boolean) => {
        const days = graph.claimsOfTie[row].filter((claim) => this.state.activeClaims[claim]).map((claim) => data.strings[data.claims.said[claim]]).filter(Boolean).sort();
        return days[last ? days.length - 1 : 0] ?? "";
      };
      return [
        { title: "Subject", value: (row) => graph.end(data.ties.subject[row]), show: (row) => actor(data.ties.subject[row]) },
        { title: "Relation", value: (row) => graph.relation(row), show: (row) => this.link(graph.relation(row), () => this.actions.selectTie(row)) },
        { title: "Object", value: (row) => graph.end(data.ties.object[row]), show: (row) => actor(data.ties.object[row]) },
        { title: "Standing", value: (row) => this.state.standing(row) },
        { title: "Claims", value: (row) => this.state.tieCount[row], number: true },
        { title: "Denied", value: (row) => this.state.tieDenied[row], number: true },
        { title: "Sources", value: (row) => data.ties.sources[row], number: true },
        { title: "First said", value: (row) => spans(row, false), date: true },
        { title: "Last said", value: (row) => spans(row, true), date: true },
        { title: "Confidence", value: (row) => data.ties.confidence[row], show: (row) => data.ties.confidence[row].toFixed(2), number: true },
      ];
    }
    const { claims, ties } = data;
    return [
      { title: "Subject", value: (row) => graph.end(ties.subject[claims.tie[row]]), show: (row) => actor(ties.subject[claims.tie[row]]) },
      { title: "Relation", value: (row) => graph.relation(claims.tie[row]), show: (row) => this.link(graph.relation(claims.tie[row]), () => this.actions.selectClaim(row)) },
      { title: "Object", value: (row) => graph.end(ties.object[claims.tie[row]]), show: (row) => actor(ties.object[claims.tie[row]]) },
      { title: "Polarity", value: (row) => data.polarities[claims.polarity[row]] },
      { title: "How", value: (row) => MODALITY[data.modalities[claims.modality[row]]] ?? "" },
      { title: "Said on", value: (row) => data.strings[claims.said[row]], date: true },
      { title: "Confidence", value: (row) => claims.confidence[row], show: (row) => claims.confidence[row].toFixed(2), number: true },
      { title: "Quote", value: (row) => oneLine(data.quotes[claims.quote[row]]), show: (row) => h("bdi", { class: "quote" }, shorten(oneLine(data.quotes[claims.quote[row]]), 180)) },
    ];
  }

  /** The rows of a table: what is on the map, or all that the filters leave. */
  rows(tab: Tab): number[] {
    const { state } = this;
    const { ties, claims } = state.graph.data;
    if (tab === "actors") return this.all ? state.graph.ranking.filter((actor) => !state.filtered || state.actorCount[actor]) : [...state.shownActors];
    const tie = (each: number) => state.tieCount[each] > 0 && (this.all ||
      (state.isShown[ties.subject[each]] === 1 && (ties.object[each] < 0 || state.isShown[ties.object[each]] === 1)));
    if (tab === "ties") return ties.id.map((_, each) => each).filter(tie);
    return claims.id.map((_, each) => each).filter((each) => state.activeClaims[each] && tie(claims.tie[each]));
  }

  refresh(): void {
    const tab = this.state.tab;
    if (tab === "map") return;
    const { served } = this.state.graph.data;
    const onServer = Boolean(this.tables && served && (this.whole || tab === "documents"));
    this.local.hidden = onServer;
    if (this.tables && served) {
      this.tables.element.hidden = !onServer;
      this.wholeNote.hidden = !this.whole;
      this.wholeLabel.parentElement?.toggleAttribute("hidden", tab === "documents");
      this.wholeWords.textContent = `(${served[tab].toLocaleString("en")} ${tab})`;
      if (onServer) return this.tables.show(tab, served.generation);
    }
    const columns = this.columns(tab);
    const [by, down] = this.sorted[tab];
    const rows = this.rows(tab);
    const keys = new Map(rows.map((row) => [row, columns[by].value(row)]));
    rows.sort((a, b) => compare(keys.get(a) as string | number, keys.get(b) as string | number) * (down ? -1 : 1) || a - b);
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    const page = Math.min(this.page[tab], pages - 1);
    const head = h("tr", {}, columns.map((column, place) => h("th", {
      scope: "col", class: column.number ? "number" : undefined, "aria-sort": place === by ? (down ? "descending" : "ascending") : undefined,
    }, button(`${column.title}${place === by ? (down ? " ▼" : " ▲") : ""}`, () => {
      this.sorted[tab] = [place, place === by ? !down : Boolean(column.number)];
      this.page[tab] = 0;
      this.refresh();
      this.element.querySelectorAll<HTMLElement>("th button")[place]?.focus();
    }, { class: "sort", "aria-label": `${column.title}, sort` }))));
    const selection = this.state.selection;
    const body = h("tbody", {}, rows.slice(page * PAGE, (page + 1) * PAGE).map((row) => {
      const chosen = selection && ((tab === "actors" && "actor" in selection && selection.actor === row) || (tab === "ties" && "tie" in selection && selection.tie === row));
      return h("tr", { class: chosen ? "chosen" : undefined, "aria-current": chosen ? "true" : undefined }, columns.map((column, place) => {
        const content = column.show ? column.show(row) : String(column.value(row));
        return place ? h("td", { class: column.number ? "number" : column.date ? "date" : undefined }, content) : h("th", { scope: "row" }, content);
      }));
    }));
    const turn = (to: number) => {
      this.page[tab] = to;
      this.refresh();
      this.element.scrollTop = 0;
    };
    const whole = h("input", { type: "checkbox", id: "all-rows", on: { change: (event) => {
      this.all = (event.target as HTMLInputElement).checked;
      this.refresh();
    } } });
    whole.checked = this.all;
    fill(this.local,
      h("div", { class: "controls" }, h("label", { for: "all-rows" }, whole, served ? " also what is loaded but not on the map" : " also what is not on the map"),
        pages > 1 ? [button("Previous", () => turn(page - 1), { class: "small", disabled: page === 0 }),
          h("span", { role: "status" }, `page ${page + 1} of ${pages}`),
          button("Next", () => turn(page + 1), { class: "small", disabled: page + 1 >= pages })] : []),
      h("table", {}, h("caption", {}, `${rows.length.toLocaleString("en")}${served ? ` of ${served[tab].toLocaleString("en")}` : ""} ${tab}`), h("thead", {}, head), body),
      rows.length ? null : h("p", { class: "note" }, "Nothing passes the filters."));
  }

  private link(words: string, action: () => void): HTMLElement {
    return h("button", { type: "button", class: "link", on: { click: action } }, name(words, 60));
  }
}

function decimals(value: number): string {
  return value === 0 ? "0" : value < 0.0001 ? value.toExponential(1) : value.toFixed(4);
}

const collator = new Intl.Collator("en", { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}
