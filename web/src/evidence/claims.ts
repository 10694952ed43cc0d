// Claims in groups that can be opened: those of a tie, those of an actor by whom they are about.

import { byTelling, foldedClaims, oneOfEachTie } from "../data/telling";
import { button, countWords, h, name, smallButton } from "../page/dom";
import { addTo } from "../page/groups";
import { many } from "../page/words";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { claimCard } from "./claim_card";
import { counterpartWords, relationWord } from "./links";

/** Cards that are shown before more are asked for, and how many come then. */
const FIRST = 8;
const FIRST_OF_COUNTERPART = 3;
const MORE = 25;
/** Groups of an actor that are shown before more are asked for, and how many of them are open. */
const GROUPS = 30;
const OPEN = 2;

/** Cards in their order, of which the first few are shown until asked for more; what is wanted goes first. */
function claimList(state: State, sorted: number[], actions: Actions, first: number): HTMLElement {
  const list = h("div", { class: "claims" });
  if (sorted.includes(actions.wanted)) sorted = [actions.wanted, ...sorted.filter((claim) => claim !== actions.wanted)];
  append(list, sorted, first, MORE, (claim) => claimCard(state, claim, actions), (left) => many(left, "more claim"));
  return list;
}

/** Appends what is made of the first things, and a button for more. */
function append<Thing>(list: HTMLElement, things: Thing[], first: number, then: number, make: (thing: Thing, place: number) => HTMLElement, words: (left: number) => string): void {
  let shown = 0;
  const more = button("", () => show(then), { class: "more" });
  const show = (count: number) => {
    const had = document.activeElement === more;
    more.remove();
    const made = things.slice(shown, shown + count).map((thing, place) => make(thing, shown + place));
    list.append(...made);
    shown = Math.min(things.length, shown + count);
    if (shown < things.length) {
      more.textContent = words(things.length - shown);
      list.append(more);
    }
    // The button is gone, or lower down: what it brought has the focus.
    if (had) made[0]?.querySelector<HTMLElement>("button, summary")?.focus();
  };
  show(first);
}

interface Group { claims: number[]; heading: (Node | string)[]; open: boolean; first?: number }

function claimGroup(state: State, { claims, heading, open, first = FIRST }: Group, actions: Actions): HTMLElement {
  const { polarities, claims: all } = state.graph.data;
  const denied = claims.filter((claim) => polarities[all.polarity[claim]] === "denied").length;
  const folded = foldedClaims(state.graph, claims, actions.wanted);
  const { outlets } = state.graph.sources.summarise(claims);
  const details = h("details", { class: "group", open }, h("summary", {}, ...heading, " ",
    countWords(`${many(folded.length, "sentence")} in ${many(outlets, "outlet")}${denied ? `, ${denied} denied` : ""}`)));
  const load = () => {
    if (details.open && details.children.length === 1) details.append(claimList(state, oneOfEachTie(state.graph, folded), actions, first));
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
  const counted = ties.filter((tie) => state.tieCount[tie]).sort((a, b) => graph.tieRank(b) - graph.tieRank(a) || a - b);
  return counted.map((tie, place) => {
    const [subject, object] = graph.saidEnds(tie);
    const heading = [name(graph.end(subject), 40), " ", relationWord(state, tie, "strong"), " ", name(graph.end(object), 40)];
    return claimGroup(state, { claims: state.activeClaimsOf(tie), heading, open: place < 3 }, actions);
  });
}

/** The claims of an actor by whom they are with, the most telling first; at once and in full where `whole`. */
export function actorEvidence(state: State, actor: number, actions: Actions, whole = false): HTMLElement[] {
  const groups = groupsOf(state, actor);
  const { object } = state.graph.data.ties;
  const others = groups.filter(([tie]) => object[tie] >= 0);
  const things = groups.filter(([tie]) => object[tie] < 0);
  return [...section(others, "With others"), ...section(things, "Posts, sayings and things")];

  function section(like: number[][], title: string): HTMLElement[] {
    if (!like.length) return [];
    const list = h("div", {}, h("h4", {}, `${title} `, countWords(String(like.length))));
    append(list, like, whole ? Infinity : GROUPS, GROUPS, (ties, place) => claimGroup(state, {
      claims: ties.flatMap((tie) => state.activeClaimsOf(tie)),
      heading: headingOf(state, ties, actor),
      open: whole || place < OPEN,
      first: whole ? Infinity : FIRST_OF_COUNTERPART,
    }, actions), (left) => `${left} more, less telling`);
    return [list];
  }
}

/** Whom the claims of a group are with, and in which relations either way; of words, the relation they have in common. */
function headingOf(state: State, ties: number[], actor: number): (Node | string)[] {
  const { object } = state.graph.data.ties;
  const [first] = ties;
  const own = name(state.graph.name(actor), 30);
  if (object[first] >= 0) return counterpartWords(state, ties, actor);
  return state.graph.isOpen(first) ? ["Of things, by ", own] : [own, " ", relationWord(state, first, "strong"), " …"];
}

/** The ties of an actor that have claims, by the other end, or by the relation to words; the most telling first. */
function groupsOf(state: State, actor: number): number[][] {
  const { graph } = state;
  const { ties } = graph.data;
  const groups = new Map<string, number[]>();
  for (const tie of graph.tiesOfActor[actor]) {
    if (!state.tieCount[tie]) continue;
    const other = graph.otherEnd(tie, actor);
    addTo(groups, other >= 0 ? `with ${other}` : graph.isOpen(tie) ? "things" : `words ${ties.relation[tie]}`, tie);
  }
  const best = (like: number[]) => like.flatMap((tie) => state.activeClaimsOf(tie)).reduce((top, claim) => (byTelling(graph, top, claim) <= 0 ? top : claim));
  const ranked = [...groups.values()].map((like): [number[], number] => [like, best(like)]);
  return ranked.sort((a, b) => byTelling(graph, a[1], b[1])).map(([like]) => like);
}
