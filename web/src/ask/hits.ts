// The rows of an answer by the ids of what they rest on: they stay the same where the page comes to hold more.

import type { Graph } from "../data/graph";
import { oneLine } from "../page/text";
import { type Column, isComplete, type Question, questionOf } from "../questions/catalogue";
import { askHere } from "../questions/asking";
import type { Cells, Row } from "../questions/order";
import { type Server, Failure } from "../served/server";
import { isNumber, readAnswer, type Term } from "../sparql/terms";
import type { Asked } from "../state/choices";

/** A row; an id is empty where the row rests on nothing of that sort. */
export interface Hit { cells: Cells; claim: string; tie: string; actor: string; document: string; subject: string; object: string }

/** `truncated` where a server gives no more than so many rows. */
export interface Found { question: Question; asked: Asked; hits: Hit[]; truncated: boolean }

const JSON_RESULTS = "application/sparql-results+json";
/** What stands before an id in an IRI of ours. */
const BEFORE_ID = /^https:\/\/sociogram\.org\/(?:actor|document|claim|tie)\//;

/** The answer over what the page holds, which is all there is. */
export function findHere(graph: Graph, asked: Asked): Found {
  const question = known(asked);
  const actors = asked.actors.map((id) => {
    const actor = graph.actor(id);
    if (actor < 0) throw new Failure(`There is no actor ${oneLine(id).slice(0, 60)} in this case.`, 404);
    return actor;
  });
  const hits = askHere(graph, question, actors).map((row) => hitOf(graph, row));
  return { question, asked, hits: onSide(hits, asked), truncated: false };
}

/** The answer of the whole case, from the server. */
export async function findThere(server: Server, asked: Asked, signal: AbortSignal): Promise<Found> {
  const question = known(asked);
  const query = new URLSearchParams([["name", asked.name], ...asked.actors.map((id) => ["argument", id]), ["ids", "1"]]);
  const response = await server.ask(`/api/question?${query}`, { accept: JSON_RESULTS, signal });
  const { variables, rows } = readAnswer(await response.text(), JSON_RESULTS);
  const hits = rows.map((row) => servedHit(new Map(variables.map((variable, at) => [variable, row[at]])), question));
  return { question, asked, hits: onSide(hits, asked), truncated: response.headers.has("X-Sociogram-Truncated") };
}

function known({ name, actors }: Asked): Question {
  const question = questionOf(name);
  if (!question) throw new Failure(`There is no question ${oneLine(name).slice(0, 60)}.`, 404);
  if (!isComplete(question, actors.length)) throw new Failure("It is asked of more actors, or of fewer, than are named.", 400);
  return question;
}

function hitOf(graph: Graph, { cells, claim, tie, ends: [subject, object], actor, document }: Row): Hit {
  const { claims, ties, actors, documents } = graph.data;
  return {
    cells, claim: claims.id[claim] ?? "", tie: ties.id[tie] ?? "", actor: actors.id[actor] ?? "", document: documents.id[document] ?? "",
    subject: actors.id[subject] ?? "", object: actors.id[object] ?? "",
  };
}

function servedHit(row: Map<string, Term | null>, { columns }: Question): Hit {
  const id = (...names: string[]) => {
    const term = names.map((name) => row.get(name)).find(Boolean);
    return term?.type === "uri" ? idOf(term.value) : "";
  };
  const cells: Cells = {};
  for (const column of columns) cells[column] = cellOf(row.get(column) ?? null);
  return { cells, claim: id("claim"), tie: id("tie"), actor: id("actor"), document: decodeURIComponent(id("document")), subject: id("s"), object: id("o") };
}

function idOf(iri: string): string {
  return BEFORE_ID.test(iri) ? iri.replace(BEFORE_ID, "") : "";
}

function cellOf(term: Term | null): string | number | null {
  if (!term) return null;
  if (isNumber(term)) return Number(term.value);
  return term.type === "uri" ? idOf(term.value) : term.value;
}

/** The rows in which the actor that is asked about is at the end that is wanted. */
function onSide(hits: Hit[], { actors, side }: Asked): Hit[] {
  return side === "either" || !actors.length ? hits : hits.filter((hit) => hit[side] === actors[0]);
}

/** The names of columns as a table has them. */
export function cell(hit: Hit, column: Column): string {
  const value = hit.cells[column];
  return value === null || value === undefined ? "" : String(value);
}
