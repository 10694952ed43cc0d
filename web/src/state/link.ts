// Choices as the hash of a link: actors, ties and facets go by their ids.

import type { Graph } from "../data/graph";
import { type Choices, FACETS, ROOMS, SIDES, type Tab, TABLES } from "./choices";

export function toHash(choices: Choices, graph: Graph): string {
  const { actors, ties } = graph.data;
  const hash = new URLSearchParams();
  const set = (key: string, value: string, usual = "") => value !== usual && hash.set(key, value);
  // A link without it leads to the map, but for the empty one, which opens the questions.
  set("tab", choices.tab, "map");
  set("question", choices.asked.name);
  if (choices.asked.name) {
    for (const actor of choices.asked.actors) hash.append("argument", actor);
    set("side", choices.asked.side, "either");
  }
  set("most", String(choices.most), String(choices.usualMost));
  for (const facet of FACETS) for (const value of [...choices.chosen[facet]].sort()) hash.append(facet, value);
  set("confidence", String(choices.confidence), "0");
  set("worth", String(choices.worth), String(choices.usualWorth));
  set("time", choices.timeMode, "said");
  set("from", choices.from);
  set("to", choices.to);
  set("undated", choices.undated ? "yes" : "no", "yes");
  for (const actor of choices.added) hash.append("with", actors.id[actor]);
  if (choices.ego >= 0) {
    hash.set("ego", actors.id[choices.ego]);
    set("depth", String(choices.depth), "1");
  }
  if (choices.path) choices.path.forEach((actor) => hash.append("path", actors.id[actor]));
  set("colours", choices.colours, "kind");
  const { selection } = choices;
  if (selection && "actor" in selection) hash.set("actor", actors.id[selection.actor]);
  if (selection && "tie" in selection) hash.set("tie", ties.id[selection.tie]);
  return hash.toString() || "tab=map";
}

/** Makes the choices those of a hash; what it names and the graph lacks is passed over. */
export function takeHash(choices: Choices, graph: Graph, text: string): void {
  const hash = new URLSearchParams(text);
  const actorAt = (key: string) => graph.actor(hash.get(key) ?? "");
  const tab = hash.get("tab");
  choices.tab = isTab(tab, graph) ? tab : text ? "map" : "ask";
  const side = SIDES.find((each) => each === hash.get("side"));
  choices.asked = { name: hash.get("question") ?? "", actors: hash.getAll("argument"), side: side ?? "either" };
  choices.most = Math.max(10, Math.min(5000, Number(hash.get("most")) || choices.usualMost));
  takeFilters(choices, hash);
  choices.added = new Set(hash.getAll("with").map((id) => graph.actor(id)).filter((actor) => actor >= 0));
  choices.ego = actorAt("ego");
  choices.depth = hash.get("depth") === "2" ? 2 : 1;
  const ends = hash.getAll("path").map((id) => graph.actor(id));
  choices.path = ends.length === 2 && ends[0] >= 0 && ends[1] >= 0 ? [ends[0], ends[1]] : null;
  choices.colours = hash.get("colours") === "community" ? "community" : "kind";
  const actor = actorAt("actor");
  const tie = graph.tie(hash.get("tie") ?? "");
  choices.selection = actor >= 0 ? { actor } : tie >= 0 ? { tie } : null;
}

function isTab(tab: string | null, graph: Graph): tab is Tab {
  if (tab === "documents") return Boolean(graph.data.served);
  return ["map", ...TABLES, ...ROOMS].some((each) => each === tab);
}

function takeFilters(choices: Choices, hash: URLSearchParams): void {
  const date = (key: string) => /^\d{4}-\d\d-\d\d$/.exec(hash.get(key) ?? "")?.[0] ?? "";
  for (const facet of FACETS) choices.chosen[facet] = new Set(hash.getAll(facet));
  choices.confidence = Math.max(0, Math.min(1, Number(hash.get("confidence")) || 0));
  const worth = Number(hash.get("worth") ?? choices.usualWorth);
  choices.worth = worth >= 0 && worth <= 1 ? worth : choices.usualWorth;
  choices.timeMode = hash.get("time") === "holds" ? "holds" : "said";
  choices.from = date("from");
  choices.to = date("to");
  choices.undated = hash.get("undated") !== "no";
}
