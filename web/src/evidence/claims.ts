// Claims in groups that can be opened: those of a tie, those of an actor.

import { button, countWords, h, name, smallButton } from "../page/dom";
import { addTo } from "../page/groups";
import { many } from "../page/words";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { claimCard } from "./claim_card";
import { relationWord } from "./links";

/** Cards that are shown before more are asked for, and how many come then. */
const FIRST = 8;
const MORE = 25;

/** Cards by worth × confidence, the highest first, of which the first few are shown until asked for more. */
function claimList(state: State, claims: number[], actions: Actions, first: number): HTMLElement {
  const { byWorth } = state.graph;
  const wanted = (claim: number) => Number(claim === actions.wanted);
  const sorted = [...claims].sort((a, b) => wanted(b) - wanted(a) || byWorth(a, b));
  const list = h("div", { class: "claims" });
  let shown = 0;
  const more = button("", () => show(MORE), { class: "more" });
  const show = (count: number) => {
    more.remove();
    for (const claim of sorted.slice(shown, shown + count)) list.append(claimCard(state, claim, actions));
    shown = Math.min(sorted.length, shown + count);
    if (shown < sorted.length) {
      more.textContent = `${many(sorted.length - shown, "more claim")}`;
      list.append(more);
    }
  };
  show(first);
  return list;
}

interface Group { ties: number[]; heading: (Node | string)[]; open: boolean; first?: number }

function claimGroup(state: State, { ties, heading, open, first = FIRST }: Group, actions: Actions): HTMLElement {
  const claims = ties.flatMap((tie) => state.activeClaimsOf(tie));
  const denied = ties.reduce((sum, tie) => sum + state.tieDenied[tie], 0);
  const details = h("details", { class: "group", open },
    h("summary", {}, ...heading, " ", countWords(`${claims.length}${denied ? `, ${denied} denied` : ""}`)));
  const load = () => {
    if (details.open && details.children.length === 1) details.append(claimList(state, claims, actions, first));
  };
  details.addEventListener("toggle", load);
  load();
  return details;
}

/** Says how many claims of these ties are worth less than is wanted, and shows them. */
export function belowNote(state: State, ties: number[]): HTMLElement | null {
  const below = state.countBelow(ties);
  if (!below) return null;
  return h("p", { class: "note below" }, `${many(below, "claim")} worth less than ${state.worth.toFixed(2)} not shown. `,
    smallButton("Show them", () => state.change((each) => (each.worth = 0))));
}

/** All that is claimed between two actors, grouped by relation. */
export function tieEvidence(state: State, ties: number[], actions: Actions): HTMLElement[] {
  const { graph } = state;
  const { subject, object } = graph.data.ties;
  const counted = ties.filter((tie) => state.tieCount[tie]).sort((a, b) => graph.tieRank(b) - graph.tieRank(a) || a - b);
  return counted.map((tie, place) => claimGroup(state, {
    ties: [tie],
    heading: [name(graph.end(subject[tie]), 40), " ", relationWord(state, tie, "strong"), " ", name(graph.end(object[tie]), 40)],
    open: place < 3,
  }, actions));
}

/** The claims of an actor in groups, the best first; at once where `whole`. */
export function actorEvidence(state: State, actor: number, actions: Actions, whole = false): HTMLElement[] {
  return groupsOf(state, actor).map((like, place) => claimGroup(state, {
    ties: like,
    heading: headingOf(state, like[0], actor),
    open: whole || place < 2,
    first: whole ? Infinity : FIRST,
  }, actions));
}

/** What the claims of a group have in common: their relation, or of predicates without one whom they are about. */
function headingOf(state: State, tie: number, actor: number): (Node | string)[] {
  const { ties } = state.graph.data;
  const own = name(state.graph.name(actor), 30);
  const isSubject = ties.subject[tie] === actor;
  if (state.graph.isOpen(tie)) {
    const others = !isSubject ? "Of others, about " : ties.object[tie] < 0 ? "Of things, by " : "Of others, by ";
    return [others, own];
  }
  const relation = relationWord(state, tie, "strong");
  return isSubject ? [own, " ", relation, " …"] : ["… ", relation, " ", own];
}

/** The ties of an actor that have claims, by relation and direction, those with the best claim first. */
function groupsOf(state: State, actor: number): number[][] {
  const { graph } = state;
  const { ties } = graph.data;
  const groups = new Map<string, number[]>();
  for (const tie of graph.tiesOfActor[actor]) {
    if (!state.tieCount[tie]) continue;
    const open = ties.object[tie] < 0 ? "things" : "others";
    addTo(groups, `${ties.subject[tie] === actor ? ">" : "<"}${graph.isOpen(tie) ? open : graph.data.relations[ties.relation[tie]][0]}`, tie);
  }
  const best = (like: number[]) => like.reduce((most, tie) => state.activeClaimsOf(tie).reduce((top, claim) => Math.max(top, graph.rank(claim)), most), 0);
  const ranked = [...groups.values()].map((like): [number[], number] => [like, best(like)]);
  return ranked.sort((a, b) => b[1] - a[1] || a[0][0] - b[0][0]).map(([like]) => like);
}
