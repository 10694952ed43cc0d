// A tie: how it stands, its claims, and what else is claimed between the two.

import { factLine, h, name, note, panelHeading, smallButton } from "../page/dom";
import { many } from "../page/words";
import { offersOfTie } from "../questions/offers";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { belowNote, tieEvidence } from "./claims";
import { closeButton } from "./closing";
import { endLink, relationWord } from "./links";
import { offered } from "../questions/offered";

export function tiePanel(state: State, tie: number, actions: Actions): (HTMLElement | null)[] {
  const { graph } = state;
  const { subject, object } = graph.data.ties;
  const parallel = tiesBetween(state, subject[tie], tie).filter((each) => each !== tie);
  return [
    closeButton(state),
    panelHeading(name(graph.end(subject[tie]), 60), " ", relationWord(state, tie, "span"), " ", name(graph.end(object[tie]), 60)),
    standing(state, tie),
    belowNote(state, [tie]),
    factLine("Of ", endLink(state, subject[tie], actions), " and ", endLink(state, object[tie], actions)),
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

function standing(state: State, tie: number): HTMLElement {
  const [count, denied] = [state.tieCount[tie], state.tieDenied[tie]];
  const sources = many(state.graph.data.ties.sources[tie], "independent source");
  const tone = state.graph.tone(tie);
  return factLine(`${many(count, "claim")}: ${count - denied} affirm, ${denied} deny; ${sources}${tone && `; ${tone}`}`,
    count && state.standing(tie) !== "fact" ? [" · ", h("strong", { class: "disputed" }, state.standing(tie))] : []);
}
