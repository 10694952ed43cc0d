// What Ctrl-Space offers: variables of the query, keywords, prefixes, terms of the ontology, actors of the case.

import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import { oneLine, shorten } from "../page/text";
import type { Server } from "../served/server";
import type { OntologyTerm } from "../sparql/ontology_term";
import { isShortId, type Prefixes } from "../sparql/prefixes";

const KEYWORDS = ["SELECT", "CONSTRUCT", "DESCRIBE", "ASK", "WHERE", "DISTINCT", "OPTIONAL", "UNION", "MINUS", "FILTER", "BIND", "VALUES", "GRAPH",
  "GROUP BY", "HAVING", "ORDER BY", "LIMIT", "OFFSET", "PREFIX", "AS", "DESC", "ASC", "NOT EXISTS", "EXISTS", "IN", "UNDEF"];
const CALLS = ["COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT", "STR", "LANG", "DATATYPE", "BOUND", "COALESCE", "IF", "CONTAINS", "REGEX",
  "STRSTARTS", "STRENDS", "STRAFTER", "STRBEFORE", "LCASE", "UCASE", "CONCAT", "REPLACE", "STRLEN", "SUBSTR", "YEAR", "MONTH", "DAY", "ABS", "ROUND", "ISIRI", "ISLITERAL"];

/** Actors that are offered, and milliseconds after a letter until the server is asked for them. */
const OFFERED = 20;
const WAIT = 150;

export function makeCompletion(prefixes: Prefixes, terms: OntologyTerm[], server: Server): CompletionSource {
  const words: Completion[] = [
    ...KEYWORDS.map((label) => ({ label, type: "keyword" })),
    ...CALLS.map((label) => ({ label: `${label}()`, apply: `${label}(`, type: "function", detail: "function" })),
    ...Object.keys(prefixes).map((prefix) => ({ label: `${prefix}:`, type: "namespace", detail: prefixes[prefix] })),
  ];
  const named: Completion[] = terms.map(({ term, label, kind }) => ({ label: term, type: kind, detail: `${kind}: ${label}` }));
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const word = context.matchBefore(/(?:[?$]|(?<![\p{L}\p{N}_-]))[\p{L}\p{N}_-]*(?::[\p{L}\p{N}_-]*)?$/u);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    if (/^[?$]/.test(word.text)) return { from: word.from, options: variables(context, word.text), validFor: /^[?$]\w*$/ };
    if (word.text.startsWith("actor:")) return actors(context, word.from, word.text.slice(6), server);
    const options = word.text.includes(":") ? named : [...words, ...named];
    return { from: word.from, options, validFor: /^[\w-]*(?::[\w-]*)?$/ };
  };
}

function variables(context: CompletionContext, own: string): Completion[] {
  const found = new Set(context.state.doc.toString().match(/[?$]\w+/g) ?? []);
  found.delete(own);
  return [...found].map((label) => ({ label, type: "variable" }));
}

async function actors(context: CompletionContext, from: number, words: string, server: Server): Promise<CompletionResult | null> {
  if (!words) return null;
  await new Promise((resolve) => setTimeout(resolve, WAIT));
  if (context.aborted) return null;
  try {
    const found = (await server.findActors<{ id: string; name: string; kind: string }>(words.replace(/-/g, " "), OFFERED)).filter(({ id }) => isShortId(id));
    return { from, filter: false, options: found.map(({ id, name, kind }) => ({ label: `actor:${id}`, detail: `${shorten(oneLine(name), 40)}, ${kind}` })) };
  } catch {
    return null;
  }
}
