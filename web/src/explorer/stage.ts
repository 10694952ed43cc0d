// The middle of the page: the map with its legend, or a table.

import { h } from "../page/dom";
import { Nothing } from "../filters/nothing";
import { drawLegend } from "../map/legend";
import type { MapView } from "../map/map_view";
import type { Palette } from "../map/palette";
import type { State } from "../state/state";
import type { Tables } from "../tables/tables";
import { ROOMS, TABLES } from "../state/choices";
import type { Strongest } from "./strongest";
import type { Views } from "./view";

/** Windows wider than this open with the legend, stages wider than that other have room for it beside the map. */
const WIDE_WINDOW = 980;
const WIDE_STAGE = 700;

export class Stage {
  readonly element: HTMLElement;
  readonly #legend = h("details", { class: "legend", open: innerWidth > WIDE_WINDOW });
  readonly #state: State;
  readonly #map: MapView;
  readonly #tables: Tables;
  readonly #strongest: Strongest;
  readonly #views: Views;
  readonly #nothing: Nothing;
  #palette: Palette | null = null;
  /** What the legend was drawn of. */
  #legendKey = "";

  constructor(state: State, map: MapView, tables: Tables, strongest: Strongest, views: Views) {
    this.#state = state;
    this.#map = map;
    this.#tables = tables;
    this.#strongest = strongest;
    this.#views = views;
    this.#nothing = new Nothing(state);
    this.element = h("main", { id: "main", tabindex: "-1" }, map.element, tables.element, this.#legend, strongest.element, this.#nothing.element, Object.values(views).map((view) => view.element));
    const { whole, data } = state.graph;
    if (!whole.actors) {
      this.element.append(h("p", { class: "empty" }, data.served ? "No actors were found in the documents of this case."
        : "No actors were found in these documents. skipped.jsonl in the same folder says what was not used, and why."));
    }
  }

  /** Draws legend and map with these colours. */
  paint(palette: Palette): void {
    this.#palette = palette;
    this.#legendKey = "";
    this.#followLegend();
    this.#map.setPalette(palette);
  }

  /** Draws the legend anew where it would say something else. */
  #followLegend(): void {
    const { colours, chosen, communities, shownActors } = this.#state;
    const key = JSON.stringify([colours, ...(colours === "community" ? [[...chosen.community], communities, shownActors.length] : [])]);
    if (!this.#palette || key === this.#legendKey) return;
    this.#legendKey = key;
    drawLegend(this.#legend, this.#state, this.#palette);
  }

  refresh(): void {
    this.#followLegend();
    const { tab } = this.#state;
    for (const room of ROOMS) {
      const view = this.#views[room];
      if (!view) continue;
      view.element.hidden = room !== tab;
      if (room === tab) view.refresh();
    }
    const onTables = TABLES.some((table) => table === tab);
    // A link may name a room that this page lacks.
    const onMap = !onTables && !ROOMS.some((room) => room === tab && this.#views[room]);
    this.#map.element.hidden = !onMap;
    this.#legend.hidden = this.#strongest.element.hidden = !onMap;
    this.#tables.element.hidden = !onTables;
    this.#nothing.refresh(onMap);
    this.#strongest.refresh();
    this.#tables.refresh();
  }

  /** Keeps the map free of the legend, and shuts this where the stage becomes narrow. */
  watchLegend(): void {
    const map = this.#map;
    const element = this.element;
    const legend = this.#legend;
    const cover = () => (map.covered = legend.open ? legend.offsetWidth : 0);
    legend.addEventListener("toggle", cover);
    const isWide = () => element.clientWidth > WIDE_STAGE;
    let wasWide = isWide();
    new ResizeObserver(() => {
      if (wasWide !== isWide()) legend.open = wasWide = isWide();
    }).observe(element);
    cover();
  }
}
