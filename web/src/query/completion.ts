// What Ctrl-Space offers: variables of the query, keywords, prefixes, terms of the ontology, actors of the case.

import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import type { Server } from "../server";
import { oneLine, shorten } from "../words";
import type { Prefixes } from "./prefixes";

export interface OntologyTerm { term: string; label: string; kind: string; sentiment?: string }

const KEYWORDS = ["SELECT", "CONSTRUCT", "DESCRIBE", "ASK", "WHERE", "DISTINCT", "OPTIONAL", "UNION", "MINUS", "FILTER", "BIND", "VALUES", "GRAPH",
  "GROUP BY", "HAVING", "ORDER BY", "LIMIT", "OFFSET", "PREFIX", "AS", "DESC", "ASC", "NOT EXISTS", "EXISTS", "IN", "UNDEF"];
const CALLS = ["COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT", "STR", "LANG", "DATATYPE", "BOUND", "COALESCE", "IF", "CONTAINS", "REGEX",
  "STRSTARTS", "STRENDS", "STRAFTER", "STRBEFORE", "LCASE", "UCASE", "CONCAT", "REPLACE", "STRLEN", "SUBSTR", "YEAR", "MONTH", "DAY", "ABS", "ROUND", "ISIRI", "ISLITERAL"];

export function makeCompletion(prefixes: Prefixes, terms: OntologyTerm[], server: Server): CompletionSource {
  const words: Completion[] = [
    ...KEYWORDS.map((label) => ({ label, type: "keyword" })),
    ...CALLS.map((label) => ({ label: `${label}()`, apply: `${label}(`, type: "function", detail: "function" })),
    ...Object.keys(prefixes).map((prefix) => ({ label: `${prefix}:`, type: "namespace", detail: prefixes[prefix] })),
  ];
  const named: Completion[] = terms.map(({ term, label, kind }) => ({ label: term, type: kind, detail: `${kind}: ${label}` }));
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const word = context.matchBefore(/[?$]?[\p{L}\p{N}_-]*:?[\p{L}\p{N}_-]*$/u);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    if (/^[?$]/.test(word.text)) return { from: word.from, options: variables(context, word.text), validFor: /^[?$]\w*$/ };
    if (word.text.startsWith("actor:")) return actors(context, word.from, word.text.slice(6), server);
    const options = word.text.includes(":") ? named : [...words, ...named];
    return { from: word.from, options, validFor: /^[\w-]*:?[\w-]*$/ };
  };
}

function variables(context: CompletionContext, own: string): Completion[] {
  const found = new Set(context.state.doc.toString().match(/[?$]\w+/g) ?? []);
  found.delete(own);
  return [...found].map((label) => ({ label, type: "variable" }));
}

async function actors(context: CompletionContext, from: number, words: string, server: Server): Promise<CompletionResult | null> {
  if (!words) return null;
  await new Promise((resolve) => setTimeout(resolve, 150));
  if (context.aborted) return null;
  try {
    const query = new URLSearchParams({ q: words.replace(/-/g, " "), most: "20" });
    const { actors: found } = await server.json<{ actors: { id: string; name: string; kind: string }[] }>(`/api/search?${query}`);
    const plain = found.filter(({ id }) => /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$/.test(id));
    return { from, filter: false, options: plain.map(({ id, name, kind }) => ({ label: `actor:${id}`, detail: `${shorten(oneLine(name), 40)}, ${kind}` })) };
  } catch {
    return null;
  }
}
