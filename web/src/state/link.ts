// Choices as the hash of a link: actors, ties and facets go by their ids.

import type { Graph } from "../data/graph";
import { type Choices, FACETS, type Reading, ROOMS, type Selection, SIDES, type Tab, TABLES } from "./choices";

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
  set("time", choices.timeMode, choices.usualTimeMode);
  set("from", choices.from);
  set("to", choices.to);
  set("undated", choices.undated ? "yes" : "no", "yes");
  for (const actor of choices.added) hash.append("with", actors.id[actor]);
  if (choices.ego >= 0) {
    hash.set("ego", actors.id[choices.ego]);
    set("depth", String(choices.depth), "1");
  }
  if (choices.path) choices.path.forEach((actor) => hash.append("path", actors.id[actor]));
  for (const [actor, [x, y]] of choices.pins) {
    hash.append("pin", `${Math.round(graph.isTurned ? y : x)} ${Math.round(graph.isTurned ? x : y)} ${actors.id[actor]}`);
  }
  set("colours", choices.colours, "kind");
  setReading(choices, set);
  const { selection, matrix } = choices;
  if (matrix) hash.set("matrix", "actor" in matrix ? `actor:${actors.id[matrix.actor]}` : `tie:${ties.id[matrix.tie]}`);
  if (selection && "actor" in selection) hash.set("actor", actors.id[selection.actor]);
  if (selection && "tie" in selection) hash.set("tie", ties.id[selection.tie]);
  return hash.toString() || "tab=map";
}

function setReading({ tab, reading }: Choices, set: (key: string, value: string) => void): void {
  if (tab !== "read") return;
  set("document-read", reading.document);
  set("at", reading.claim);
  set("documents-of", reading.actor);
  set("queue", reading.queue ? "yes" : "");
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
  choices.pins = takePins(graph, hash.getAll("pin"));
  choices.colours = hash.get("colours") === "community" ? "community" : "kind";
  if (choices.tab === "read") choices.reading = takeReading(hash);
  const actor = actorAt("actor");
  const tie = graph.tie(hash.get("tie") ?? "");
  choices.matrix = matrixAt(graph, hash.get("matrix") ?? "");
  choices.selection = actor >= 0 ? { actor } : tie >= 0 ? { tie } : null;
}

function matrixAt(graph: Graph, text: string): Selection {
  const [, kind, id] = /^(actor|tie):(.*)$/s.exec(text) ?? [];
  const place = kind === "actor" ? graph.actor(id) : kind === "tie" ? graph.tie(id) : -1;
  return place < 0 ? null : kind === "actor" ? { actor: place } : { tie: place };
}

function takeReading(hash: URLSearchParams): Reading {
  const of = (key: string) => hash.get(key) ?? "";
  return { document: of("document-read"), claim: of("at"), actor: of("documents-of"), queue: hash.get("queue") === "yes" };
}

/** Pins as "x y id", in a drawing that is wider than high. */
function takePins(graph: Graph, texts: string[]): Map<number, [x: number, y: number]> {
  const pins = new Map<number, [x: number, y: number]>();
  for (const text of texts) {
    const [, x, y, id] = /^(-?\d{1,6}) (-?\d{1,6}) (.+)$/.exec(text) ?? [];
    const actor = graph.actor(id ?? "");
    if (actor >= 0) pins.set(actor, graph.isTurned ? [Number(y), Number(x)] : [Number(x), Number(y)]);
  }
  return pins;
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
  const mode = hash.get("time");
  choices.timeMode = mode === "holds" || mode === "said" ? mode : choices.usualTimeMode;
  choices.from = date("from");
  choices.to = date("to");
  choices.undated = hash.get("undated") !== "no";
}
