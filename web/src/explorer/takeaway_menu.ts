// The menu of what can be taken away.

import { button, copy, download, h } from "../page/dom";
import type { MapView } from "../map/map_view";
import type { Palette } from "../map/palette";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { claimsCsv } from "../takeaway/claims_csv";
import { framedMap, pngOf, svgFile } from "../takeaway/framed_map";
import { gexf } from "../takeaway/gexf";

export function takeawayMenu(state: State, map: MapView, palette: () => Palette, say: (words: string) => void, actions: Actions): HTMLElement {
  const items = [
    button("Pin this view to the story", () => actions.pin("view")),
    button("Picture (PNG)", async () => {
      const blob = await pngOf(framedMap(state, map, palette()));
      if (blob) download("sociogram.png", "image/png", [blob]);
    }),
    button("Picture (SVG)", () => download("sociogram.svg", "image/svg+xml", [svgFile(framedMap(state, map, palette()))])),
    button("Map for Gephi (GEXF)", () => download("sociogram.gexf", "application/xml", [gexf(state, palette())])),
    button("Filtered claims (CSV)", () => download("claims.csv", "text/csv;charset=utf-8", ["\ufeff", claimsCsv(state)])),
    button("Link to this view", async () => {
      const isCopied = await copy(`${location.href.split("#")[0]}#${state.toHash()}`);
      say(isCopied ? "The link is copied." : "Copy it from the address bar.");
    }),
  ];
  const menu = h("details", { class: "menu" }, h("summary", {}, "Take away"), h("div", { class: "items" }, items));
  for (const item of items) item.addEventListener("click", () => (menu.open = false));
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
  return menu;
}
