// A tie: how it stands, what contradicts it, its claims, and what else is claimed between the two.

import { standingWords, WHY } from "../data/standing_words";
import { button, factLine, h, linkButton, name, note, panelHeading, smallButton } from "../page/dom";
import { many } from "../page/words";
import { offersOfTie } from "../questions/offers";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { belowNote, tieEvidence } from "./claims";
import { closeButton } from "./closing";
import { actorLink, endLink, pinButton, relationWord } from "./links";
import { offered } from "../questions/offered";

export function tiePanel(state: State, tie: number, actions: Actions): (HTMLElement | null)[] {
  const { graph } = state;
  const [subject, object] = graph.saidEnds(tie);
  const parallel = tiesBetween(state, subject, tie).filter((each) => each !== tie);
  return [
    closeButton(state),
    panelHeading(name(graph.end(subject), 60), " ", relationWord(state, tie, "span"), " ", name(graph.end(object), 60)),
    standing(state, tie),
    ...contradictions(state, tie, actions),
    h("p", { class: "acts" }, button("Who says so", () => actions.openMatrix({ tie }), { title: "Its claims by outlet, as a table" }), pinButton(() => actions.pin({ tie }), "Pin this tie")),
    belowNote(state, [tie]),
    factLine("Of ", endLink(state, subject, actions), " and ", endLink(state, object, actions)),
    offered(offersOfTie(graph, tie), actions),
    ...(state.tieCount[tie] ? tieEvidence(state, [tie], actions) : [note("None of its claims passes the filters. ",
      smallButton("Clear all filters", () => state.change((each) => each.clearFilters())))]),
    ...(parallel.length ? [h("h3", {}, "Also between the two"), ...tieEvidence(state, parallel, actions)] : []),
  ];
}

/** The ties of an actor that join the same two as `tie` does and have claims. */
export function tiesBetween(state: State, actor: number, tie: number): number[] {
  const { graph } = state;
  return graph.tiesOfActor[actor].filter((each) => graph.data.ties.object[each] >= 0 && graph.samePair(each, tie) && state.tieCount[each]);
}

function standing(state: State, tie: number): HTMLElement | null {
  const [count, denied] = [state.tieCount[tie], state.tieDenied[tie]];
  if (!count) return null;
  const { graph } = state;
  const summary = state.summary(tie);
  const tone = graph.tone(tie);
  return factLine(h("strong", { class: summary.standing === "disputed" ? "standing disputed" : "standing" },
    standingWords(summary, (actor) => graph.name(actor))),
    summary.outlets === 1 ? [" ", h("span", { class: "badge one-outlet" }, "one outlet alone")] : [],
    ` · ${many(count, "claim")}: ${count - denied} affirm, ${denied} deny; ${many(graph.data.ties.sources[tie], "independent source")}${tone && `; ${tone}`}; ${state.tieReviewed[tie]} of ${count} reviewed and right`);
}

/** The ties that do not go with a tie, and who tells both stories. */
function contradictions(state: State, tie: number, actions: Actions): HTMLElement[] {
  const { graph } = state;
  const words = (other: number) => graph.saidEnds(other).map((end) => graph.end(end)).join(` ${graph.relation(other)} `);
  const against = graph.sources.against(tie).map(({ tie: other, why }) => h("li", {},
    linkButton(() => actions.selectTie(other), name(words(other))), ` (${WHY[why] ?? why})`));
  const changed = graph.sources.changedBy(tie);
  return [
    ...(against.length ? [h("p", { class: "facts disputed" }, "Contradicted by:"), h("ul", { class: "against" }, against)] : []),
    ...(changed.length ? [h("p", { class: "facts disputed" }, "Changed story: both are said by ",
      ...changed.flatMap((actor, place) => [place ? ", " : "", actorLink(state, actor, actions)]), ".")] : []),
  ];
}
