// When something is claimed of an actor: by month or year, with what happened; a period can be chosen for the whole page.

import type { Graph } from "../data/graph";
import { countWords, h, linkButton, name, note, smallButton, svg } from "../page/dom";
import { addTo } from "../page/groups";
import { many } from "../page/words";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";

/** More months than this are told by years. */
const MONTHS = 30;
/** Periods and lines of one that are shown before more are asked for. */
const PERIODS = 12;
const LINES = 5;
const WIDE = 90;
/** Families of relations that say how things are, and not what happened. */
const LASTING = ["office", "family", "place"];

/** Periods with claims, the last first. A claim is told when it holds, or else when it was said. */
export function actorTime(state: State, actor: number, actions: Actions): HTMLElement {
  const days = new Map<number, string>();
  let undated = 0;
  for (const tie of state.graph.tiesOfActor[actor]) {
    for (const claim of state.activeClaimsOf(tie)) {
      const day = dayOf(state, claim);
      if (day) days.set(claim, day);
      else undated++;
    }
  }
  const heading = h("summary", {}, "When ", countWords(`${days.size} dated, ${undated} without a date`));
  if (!days.size) return h("details", { class: "when" }, heading, note("No claim about it that passes the filters has a date."));
  const periods = [...byPeriod(days)].sort((a, b) => (a[0] < b[0] ? 1 : -1));
  const most = Math.max(...periods.map(([, claims]) => claims.length));
  const list = h("ul", { class: "periods" });
  const show = (from: number, to: number) => list.append(...periods.slice(from, to).map(([period, claims]) => row(state, period, claims, most, actions)));
  show(0, PERIODS);
  const more = periods.length > PERIODS ? smallButton(`${many(periods.length - PERIODS, "earlier period")}`, () => {
    show(PERIODS, periods.length);
    more?.remove();
    list.children[PERIODS]?.querySelector<HTMLElement>("button")?.focus();
  }) : null;
  return h("details", { class: "when", open: true }, heading,
    note("Each claim where it holds; without such a date, where it was said."), list, more);
}

/** The first day on which it holds, or else on which it was said; empty without a date. */
function dayOf({ graph }: State, claim: number): string {
  const { claims, strings } = graph.data;
  const day = strings[claims.from[claim]] || strings[claims.to[claim]] || strings[claims.said[claim]];
  return /^\d{4}/.test(day) ? day : "";
}

function byPeriod(days: Map<number, string>): Map<string, number[]> {
  const months = new Set([...days.values()].map((day) => day.slice(0, 7)));
  const length = months.size > MONTHS ? 4 : 7;
  const periods = new Map<string, number[]>();
  for (const [claim, day] of days) addTo(periods, day.slice(0, length), claim);
  return periods;
}

function row(state: State, period: string, claims: number[], most: number, actions: Actions): HTMLElement {
  const [first, last] = limits(period);
  const bar = svg("svg", { width: WIDE, height: 10, "aria-hidden": "true" },
    svg("rect", { width: Math.max(2, (claims.length / most) * WIDE), height: 10, class: "bar" }));
  return h("li", {},
    h("span", { class: "period" }, h("strong", {}, period), " ", bar, " ", countWords(many(claims.length, "claim")), " ",
      smallButton("Only then", () => state.change((each) => {
        // What holds at a time and what was said at it are asked for apart: here by what most of them have.
        each.timeMode = claims.filter((claim) => holds(state, claim)).length * 2 >= claims.length ? "holds" : "said";
        each.chooseTime(first, last);
      }), { "aria-label": `Only then: ${period}`, "data-period": period })),
    h("ul", {}, told(state, claims).slice(0, LINES).map(([claim, times]) => event(state, claim, times, actions))));
}

const holds = ({ graph: { data } }: State, claim: number) => data.strings[data.claims.from[claim]] !== "" || data.strings[data.claims.to[claim]] !== "";

/** The first and last day of a month or year. */
function limits(period: string): [string, string] {
  if (period.length === 4) return [`${period}-01-01`, `${period}-12-31`];
  const days = new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7)), 0)).getUTCDate();
  return [`${period}-01`, `${period}-${String(days).padStart(2, "0")}`];
}

/** One claim a tie, the most telling first, and how many the tie has. */
function told({ graph }: State, claims: number[]): [claim: number, times: number][] {
  const ties = new Map<number, number[]>();
  for (const claim of claims) addTo(ties, graph.data.claims.tie[claim], claim);
  return [...ties.values()].map((of): [number, number] => [[...of].sort(graph.byWorth)[0], of.length])
    .sort((a, b) => kindOf(graph, a[0]) - kindOf(graph, b[0]) || graph.byWorth(a[0], b[0]));
}

/** What happened goes first, then what is of no known sense, then what lasts: posts, kin, places, and what was said. */
function kindOf(graph: Graph, claim: number): number {
  const tie = graph.data.claims.tie[claim];
  if (graph.isOpen(tie)) return 1;
  return LASTING.includes(graph.sentiment(tie)) || graph.data.ties.object[tie] < 0 ? 2 : 0;
}

function event(state: State, claim: number, times: number, actions: Actions): HTMLElement {
  const { graph } = state;
  const { claims, polarities } = graph.data;
  const tie = claims.tie[claim];
  const [subject, object] = graph.endsOf(claim);
  const isDenied = polarities[claims.polarity[claim]] === "denied";
  return h("li", {}, linkButton(() => actions.selectClaim(claim), name(graph.end(subject), 40), " ",
    h("span", { class: `relation ${graph.sentiment(tie)}` }, isDenied ? `not: ${graph.relationOf(claim)}` : graph.relationOf(claim)), " ", name(graph.end(object), 60)), times > 1 ? countWords(` ${times} times`) : null);
}
