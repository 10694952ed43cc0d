// A shortest path between two actors, step by step.

import { button, factLine, h, name, panelHeading } from "../page/dom";
import { many } from "../page/words";
import type { Actions } from "../state/actions";
import type { State } from "../state/state";
import { tieEvidence } from "./claims";
import { actorLink, pinButton } from "./links";
import { tiesBetween } from "./tie_panel";

export function pathPanel(state: State, [from, to]: [number, number], actions: Actions): HTMLElement[] {
  const { graph } = state;
  const steps = pathSteps(state, from, actions);
  const denied = state.pathTies.some((tie) => state.tieDenied[tie] === state.tieCount[tie]);
  return [
    button("× Close", () => state.change((each) => (each.path = null)), { class: "small back" }),
    panelHeading("Path from ", name(graph.name(from), 60), " to ", name(graph.name(to), 60)),
    ...(steps.length ? [h("p", { class: "acts" }, pinButton(() => actions.pin("view"), "Pin this path"))] : []),
    factLine(steps.length ? `${many(steps.length, "step")}, the fewest there are; directions are not followed.`
      : "No path: no chain of ties that pass the filters joins the two."),
    ...(denied ? [h("p", { class: "facts disputed" }, "A step of it rests on denials alone: no chain of affirmed ties joins the two.")] : []),
    h("ol", { class: "path" }, steps),
  ];
}

function pathSteps(state: State, from: number, actions: Actions): HTMLElement[] {
  let at = from;
  return state.pathTies.map((tie) => {
    const [here, next] = [at, state.graph.otherEnd(tie, at)];
    at = next;
    return h("li", {}, h("p", { class: "step" }, actorLink(state, here, actions), " — ", actorLink(state, next, actions)),
      ...tieEvidence(state, tiesBetween(state, here, tie), actions));
  });
}
