// What the page says in English of claims and ties. The files have a wording of their own, in
// src/sociogram/write/text; both are tested by one table of cases.

import { oneLine } from "./text";

export const POLARITY: Record<string, string> = { affirmed: "affirmed", denied: "denied" };

export const MODALITY: Record<string, string> = {
  asserted: "stated",
  reported: "reported from others",
  alleged: "alleged",
  possible: "called possible",
  hypothetical: "hypothetical",
  intended: "intended or promised",
  demanded: "demanded or urged",
  predicted: "predicted",
};

/** The relation that says nothing itself: its verb does. */
export const FALLBACK = "relatedTo";

/** A number with its thousands apart. */
export function figure(value: number): string {
  return value.toLocaleString("en");
}

export function many(count: number, one: string, more = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : more}`;
}

/** The relation of a tie: the label of the ontology, or the verb where the relation says nothing itself. */
export function relationWords(relation: string, label: string, lemma: string): string {
  return relation === FALLBACK && lemma ? lemma : label;
}

/** When a claim holds: its dates, and the words of the document; empty where it says nothing of that. */
export function timeWords(from: string, to: string, quoted: string): string {
  const dates = from && to && from !== to ? `${from} to ${to}` : from || to;
  return quoted ? `${dates || "date not resolved"} (“${oneLine(quoted)}”)` : dates;
}

export function amountWords(value: number, currency: string, qualifier: string, quoted: string): string {
  const sum = `${qualifier ? `${qualifier} ` : ""}${figure(value)}${currency ? ` ${currency}` : ""}`;
  return quoted ? `${sum} (“${oneLine(quoted)}”)` : sum;
}

/** A worth, from 0 to 1, of its hundredths; a quotient of two has digits of its own. */
export function worthOf(hundredths: number): number {
  return Math.round(hundredths * 10) / 1000;
}
