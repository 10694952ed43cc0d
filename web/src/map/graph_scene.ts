// The scene of the map: the actors and ties that the state shows, as far as they lie in the window.

import type { Graph } from "../data/graph";
import type { Standing } from "../data/sources";
import type { State } from "../state/state";
import { placeLabels } from "./labels";
import { placeLineWords, type Worded } from "./line_words";
import { lay } from "./lines";
import type { Palette } from "./palette";
import { type Dot, type Line, lineWidth, type Mark, radiusOf, type Scene } from "./scene";
import { at, type Viewport } from "./viewport";

/** How the line of a tie is marked that stands so. */
export const MARKS: Record<Standing, Mark> = { stated: "", disputed: "disputed", denied: "denied", negated: "denied", alleged: "unsettled", held: "unsettled" };
/** Pixels outside the window within which things are drawn still. */
const MARGIN = 60;
/** Lines in the window up to which all have words, and those of a selection. */
const WORDED = 70;
const MOST_WORDED = 500;

/** What the selection and the path concern. */
interface Highlights { actors: Set<number>; ties: Set<number> }

export function makeScene(state: State, palette: Palette, view: Viewport, width: number, height: number): Scene {
  const { graph } = state;
  const highlights = findHighlights(state);
  const top = graph.strength[graph.ranking[0]] ?? 1;
  const radii = new Map(state.shownActors.map((actor) => [actor, radiusOf(graph.strength[actor], top, view.scale)]));
  const drawing = { state, palette, view, highlights, radii, width, height };
  const dots = makeDots(drawing);
  const lines = makeLines(drawing);
  const labels = placeLabels((actor) => graph.name(actor), dots, { width, height, scale: view.scale },
    (taken) => placeLineWords(wordedLines(graph, lines, highlights !== null), taken));
  return { width, height, dots, lines, labels };
}

/** The lines whose words are wanted: those of the selection or a path; without one all, where they are few. */
function wordedLines(graph: Graph, lines: Line[], isHighlit: boolean): Worded[] {
  const { subject, object } = graph.data.ties;
  const wanted = isHighlit ? lines.filter((line) => line.strong) : lines;
  if (wanted.length > (isHighlit ? MOST_WORDED : WORDED)) return [];
  return wanted.map((line) => {
    const [one, other] = [subject[line.tie], object[line.tie]];
    return { line, words: graph.relation(line.tie), pair: one < other ? `${one} ${other}` : `${other} ${one}` };
  });
}

interface Drawing {
  state: State; palette: Palette; view: Viewport; highlights: Highlights | null;
  radii: Map<number, number>; width: number; height: number;
}

function makeDots({ state, palette, view, highlights, radii, width, height }: Drawing): Dot[] {
  const { graph, selection } = state;
  const { actors } = graph.data;
  const selected = selection && "actor" in selection ? selection.actor : -1;
  const dots: Dot[] = [];
  for (const actor of state.shownActors) {
    const [x, y] = at(view, actors.x[actor], actors.y[actor]);
    if (x < -MARGIN || y < -MARGIN || x > width + MARGIN || y > height + MARGIN) continue;
    const group = graph.group(actor);
    dots.push({
      actor, x, y, radius: radii.get(actor) as number, shape: palette.shape(group),
      colour: state.colours === "kind" ? palette.group(group) : palette.community(state.communities.indexOf(actors.community[actor])),
      faded: highlights !== null && !highlights.actors.has(actor), strong: actor === selected, pinned: state.pins.has(actor),
    });
  }
  return dots;
}

function makeLines({ state, palette, view, highlights, radii, width, height }: Drawing): Line[] {
  const { graph } = state;
  const { actors, ties, relations } = graph.data;
  const lines: Line[] = [];
  for (const tie of state.shownTies) {
    const [from, to] = [ties.subject[tie], ties.object[tie]];
    const [x1, y1] = at(view, actors.x[from], actors.y[from]);
    const [x2, y2] = at(view, actors.x[to], actors.y[to]);
    if (Math.max(x1, x2) < -MARGIN || Math.max(y1, y2) < -MARGIN || Math.min(x1, x2) > width + MARGIN ||
      Math.min(y1, y2) > height + MARGIN) continue;
    const strong = highlights !== null && highlights.ties.has(tie);
    const line: Line = {
      tie, x1, y1, cx: 0, cy: 0, x2, y2, loop: 0, width: lineWidth(state.tieCount[tie]),
      colour: palette.sentiment(graph.sentiment(tie)), mark: MARKS[state.standing(tie)] || (graph.sentiment(tie) === "contact" ? "contact" : ""),
      arrow: !relations[ties.relation[tie]][4], faded: highlights !== null && !strong, strong,
      reviewed: state.tieReviewed[tie] > 0,
    };
    lay(line, from === to, {
      lane: graph.lane[tie], lanes: graph.lanes[tie], side: from < to ? 1 : -1,
      from: radii.get(from) as number, to: radii.get(to) as number,
    });
    lines.push(line);
  }
  return lines;
}

/** Nothing where nothing is selected: then nothing is faded. */
function findHighlights(state: State): Highlights | null {
  const { graph, selection } = state;
  const { subject } = graph.data.ties;
  const found = (ties: number[], alone: number[] = []) => ({
    actors: new Set([...alone, ...ties.flatMap((tie) => graph.actorsOf(tie))]), ties: new Set(ties),
  });
  if (state.path && state.pathTies.length) {
    return found(state.pathTies.flatMap((step) => graph.tiesOfActor[subject[step]].filter((tie) => graph.samePair(tie, step))));
  }
  if (!selection) return null;
  if ("tie" in selection) return found([selection.tie]);
  return found(graph.tiesOfActor[selection.actor].filter((tie) => state.tieCount[tie]), [selection.actor]);
}
