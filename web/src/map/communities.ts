// The largest communities on the map, by the names of their strongest actors, as the legend has them.

import { countWords, h, note } from "../page/dom";
import { measureWords } from "../page/measures";
import { oneLine, shorten } from "../page/text";
import { many } from "../page/words";
import type { State } from "../state/state";
import { COLOURED, type Palette } from "./palette";

/** Names of a community that are told, and letters of each. */
const NAMES = 3;
const LETTERS = 22;

/** A button for each that has a colour, which shows it alone or all again; and one line for all others. */
export function communityKeys(state: State, palette: Palette, swatch: (colour: string) => Node): HTMLElement[] {
  const sizes = new Map<number, number>();
  const { community } = state.graph.data.actors;
  for (const actor of state.shownActors) sizes.set(community[actor], (sizes.get(community[actor]) ?? 0) + 1);
  const coloured = state.communities.slice(0, COLOURED);
  const others = state.communities.slice(COLOURED);
  const rest = others.reduce((sum, each) => sum + (sizes.get(each) ?? 0), 0);
  return [
    ...coloured.map((each, place) => key(state, each, sizes.get(each) ?? 0, swatch(palette.community(place)))),
    ...(others.length ? [h("span", { class: "key" }, swatch(palette.community(-1)), `${many(others.length, "smaller one")} `, countWords(String(rest)))] : []),
    note(measureWords("community")),
  ];
}

function key(state: State, community: number, size: number, picture: Node): HTMLElement {
  const { chosen } = state;
  const value = String(community);
  const isAlone = chosen.community.size === 1 && chosen.community.has(value);
  const names = strongest(state, community).map((name) => shorten(oneLine(name), LETTERS)).join(", ");
  return h("button", {
    type: "button", class: "key region", "data-community": value, "aria-pressed": String(isAlone),
    title: isAlone ? "Show all again" : "Show the ties of this community alone",
    on: { click: () => state.change((each) => (each.chosen.community = isAlone ? new Set() : new Set([value]))) },
  }, picture, h("span", {}, names, " ", countWords(String(size))));
}

/** Its strongest actors on the map. */
function strongest({ shownActors, graph }: State, community: number): string[] {
  const names: string[] = [];
  for (const actor of shownActors) {
    if (graph.data.actors.community[actor] === community) names.push(graph.name(actor));
    if (names.length === NAMES) break;
  }
  return names;
}
