// Claims in groups that can be opened: those of a tie, those of an actor.

import { button, countWords, h, name } from "../page/dom";
import { addTo } from "../page/groups";
import { many } from "../page/words";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { claimCard } from "./claim_card";
import { relationWord } from "./links";

/** Cards that are shown before more are asked for, and how many come then. */
const FIRST = 8;
const MORE = 25;

/** Cards, the surest first, of which the first few are shown until asked for more. */
function claimList(state: State, claims: number[], actions: Actions, first: number): HTMLElement {
  const { confidence } = state.graph.data.claims;
  const wanted = (claim: number) => Number(claim === actions.wanted);
  const sorted = [...claims].sort((a, b) => wanted(b) - wanted(a) || confidence[b] - confidence[a] || a - b);
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

/** All that is claimed between two actors, grouped by relation. */
export function tieEvidence(state: State, ties: number[], actions: Actions): HTMLElement[] {
  const { graph } = state;
  const { subject, object } = graph.data.ties;
  return ties.filter((tie) => state.tieCount[tie]).map((tie, place) => claimGroup(state, {
    ties: [tie],
    heading: [name(graph.end(subject[tie]), 40), " ", relationWord(state, tie, "strong"), " ", name(graph.end(object[tie]), 40)],
    open: place < 3,
  }, actions));
}

/** The claims of an actor, grouped by relation and direction, the largest group first; at once where `whole`. */
export function actorEvidence(state: State, actor: number, actions: Actions, whole = false): HTMLElement[] {
  const { ties } = state.graph.data;
  return byRelation(state, actor).map((like, place) => {
    const relation = relationWord(state, like[0], "strong");
    const own = name(state.graph.name(actor), 30);
    return claimGroup(state, {
      ties: like,
      heading: ties.subject[like[0]] === actor ? [own, " ", relation, " …"] : ["… ", relation, " ", own],
      open: whole || place < 2,
      first: whole ? Infinity : FIRST,
    }, actions);
  });
}

/** The ties of an actor that have claims, by relation and direction, those with most claims first. */
function byRelation(state: State, actor: number): number[][] {
  const { ties } = state.graph.data;
  const groups = new Map<string, number[]>();
  for (const tie of state.graph.tiesOfActor[actor]) {
    if (!state.tieCount[tie]) continue;
    const key = `${ties.subject[tie] === actor ? ">" : "<"}${state.graph.relation(tie)}`;
    addTo(groups, key, tie);
  }
  const size = (like: number[]) => like.reduce((sum, tie) => sum + state.tieCount[tie], 0);
  return [...groups.values()].sort((a, b) => size(b) - size(a) || a[0] - b[0]);
}
