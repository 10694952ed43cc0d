// An actor: what it is, what can be done with it, its claims and its mentions.

import { button, countWords, download, factLine, h, linkButton, name, note, panelHeading, smallButton } from "../page/dom";
import { printed } from "../page/printing";
import { measuresNote, measureWords } from "../page/measures";
import { shorten } from "../page/text";
import { figure, many } from "../page/words";
import { offersOf } from "../questions/offers";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { dossier } from "../takeaway/dossier";
import { actorTime } from "../times/actor_time";
import { actorPicker } from "./actor_picker";
import { actorEvidence, belowNote } from "./claims";
import { closeButton } from "./closing";
import { judgeActor, judgeMention } from "./judging";
import { identifierLinks, pinButton } from "./links";
import { offered } from "../questions/offered";

/** Other names that are shown. */
const ALIASES = 8;

export function actorPanel(state: State, actor: number, actions: Actions): (HTMLElement | null)[] {
  const groups = actorEvidence(state, actor, actions);
  return [
    closeButton(state),
    panelHeading(name(state.graph.name(actor), 300)),
    kindAndNames(state, actor),
    numbers(state, actor),
    measuresNote(["degree", "betweenness", "PageRank", "confidence", "worth"]),
    acts(state, actor, actions),
    offered(offersOf(state.graph, actor), actions),
    actorTime(state, actor, actions),
    h("h3", {}, "Claims"),
    beyond(state, actor, actions),
    belowNote(state, state.graph.tiesOfActor[actor]),
    ...(groups.length ? groups : [note("No claim about this actor passes the filters.")]),
    mentions(state, actor, actions),
    judgeActor(state, actor, actions),
  ];
}

function kindAndNames({ graph }: State, actor: number): HTMLElement {
  const { actors, kinds } = graph.data;
  const aliases = actors.aliases[actor] || [];
  const identifiers = actors.identifiers[actor] || [];
  const candidates = actors.candidates?.[actor] || [];
  return factLine(kinds[actors.kind[actor]][1],
    aliases.length ? [" · also ", ...aliases.slice(0, ALIASES).flatMap((alias, place) => [place ? ", " : "", name(alias, 60)])] : [],
    identifiers.length ? [" · ", ...identifierLinks(identifiers)] : [],
    candidates.length ? [` · perhaps ${candidates.join("; or ")}`] : []);
}

function numbers({ graph, actorCount }: State, actor: number): HTMLElement {
  const { actors } = graph.data;
  const terms: [term: string, value: number | string][] = [
    ["claims", actorCount[actor]], ["degree", actors.neighbours?.[actor] ?? graph.degree[actor]],
    ["mentions", actors.count[actor]], ["documents", actors.documents[actor]],
    ["betweenness", actors.betweenness[actor].toPrecision(2)], ["PageRank", actors.pagerank[actor].toPrecision(2)],
  ];
  return h("dl", { class: "numbers" }, terms.map(([term, value]) => h("div", { title: measureWords(term) || undefined }, h("dt", {}, term), h("dd", {}, String(value)))));
}

function acts(state: State, actor: number, actions: Actions): HTMLElement {
  const id = state.graph.data.actors.id[actor];
  return h("p", { class: "acts" },
    button("Expand", () => actions.expand(actor), { title: "Bring its neighbours onto the map" }),
    button("Documents", () => actions.readDocumentsOf(id), { title: "List the documents that mention it, to read them" }),
    networkButtons(state, actor),
    actorPicker(state, "Path to…", actor, actions, (other) => actions.findPath(id, other)),
    button("Who says so", () => actions.openMatrix({ actor }), { title: "Its claims by outlet, as a table" }),
    button("Dossier", () => download(`${id}.md`, "text/markdown;charset=utf-8", [dossier(state, actor)]), { title: "All its claims as Markdown" }),
    pinButton(() => actions.pin({ actor })),
    button("Print", () => print(state, actor, actions)));
}

function networkButtons(state: State, actor: number): (HTMLElement | null)[] {
  const isEgo = state.ego === actor;
  return [
    button(isEgo ? "All again" : "Only its network", () => state.change((each) => {
      each.ego = isEgo ? -1 : actor;
      each.tab = "map";
      // Whom one looked up before has no part in it.
      each.added = new Set([actor]);
      each.depth = 1;
    })),
    isEgo ? button(state.depth === 1 ? "Two steps" : "One step", () => state.change((each) => (each.depth = 3 - each.depth))) : null,
  ];
}

/** Says how much of what is claimed of an actor the page does not hold, and fetches it. */
function beyond({ graph }: State, actor: number, actions: Actions): HTMLElement | null {
  const all = graph.data.actors.claims?.[actor] ?? 0;
  const here = graph.tiesOfActor[actor].reduce((sum, tie) => sum + graph.claimsOfTie[tie].length, 0);
  if (all <= here) return null;
  return h("p", { class: "note beyond" }, `Loaded here: ${figure(here)} of its ${many(all, "claim")}, those with actors that are loaded. `,
    smallButton("Load more", () => actions.gather(actor), { title: "Fetch the claims with more of its neighbours" }));
}

function mentions(state: State, actor: number, actions: Actions): HTMLElement | null {
  const { actors } = state.graph.data;
  const places = actors.mentions[actor];
  if (!places.length) return null;
  return h("details", { class: "group mentions" },
    h("summary", {}, "Where it is mentioned ", countWords(String(actors.count[actor]))),
    h("ul", {}, Array.from({ length: places.length / 3 }, (_, place) => mention(state, actor, places.slice(place * 3, place * 3 + 3), actions))));
}

function mention(state: State, actor: number, [document, start, length]: number[], actions: Actions): HTMLElement {
  const { id, title } = state.graph.data.documents;
  return h("li", {},
    linkButton(() => actions.openSource(document, start, length, -1), name(title[document] || id[document], 60), ` at ${start}`), " ",
    judgeMention(state, actor, `${id[document]}@${start}-${start + length}`, actions));
}

/** Prints all its claims as a page of their own. */
function print(state: State, actor: number, actions: Actions): void {
  const paper = h("section", {}, h("h1", {}, name(state.graph.name(actor), 300)),
    h("p", {}, shorten(state.graph.kind(actor), 60)), ...actorEvidence(state, actor, actions, true));
  printed(paper);
}
