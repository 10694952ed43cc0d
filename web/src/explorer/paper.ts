// What goes onto paper when the browser prints the page: the map as a picture, a table whole, the story as its page.

import type { MapView } from "../map/map_view";
import { makePalette } from "../map/palette";
import { h } from "../page/dom";
import { isPrinting, layPaper } from "../page/printing";
import type { State } from "../state/state";
import type { StoryPart } from "../storyboard/story_part";
import type { Tables } from "../tables/tables";
import { factsOf, framedMap, titleOf } from "../takeaway/framed_map";

/** What of the page can be printed. */
export interface Printable { state: State; map: MapView; tables: Tables; panel: HTMLElement; story: StoryPart }

export function printAll(all: Printable): void {
  let take: (() => void) | null = null;
  addEventListener("beforeprint", () => {
    // A dossier or a story that is printed by its button lies there already.
    if (isPrinting()) return;
    const paper = paperOf(all);
    if (paper) take = layPaper(paper);
  });
  addEventListener("afterprint", () => {
    take?.();
    take = null;
  });
}

/** Nothing for a room that is printed as it stands. */
function paperOf({ state, map, tables, panel, story }: Printable): HTMLElement | null {
  if (state.tab === "story") return story.paper();
  const table = tables.paper();
  if (table.length) return h("section", { class: "paper" }, h("h1", {}, titleOf(state)), h("p", {}, factsOf(state)), ...table);
  if (state.tab !== "map") return null;
  const evidence = panel.hidden ? null : panel.cloneNode(true) as HTMLElement;
  return h("section", { class: "paper" }, framedMap(state, map, makePalette(false)), evidence);
}
