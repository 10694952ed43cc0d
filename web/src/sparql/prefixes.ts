// Prefixes: which a query uses and does not declare, and IRIs in their short form.

export type Prefixes = Record<string, string>;

// SPARQL 1.1 grammar: IRIREF, the four string forms and comments, in which a prefix is no prefix.
// What is never closed goes on to its end, so that it is not read anew from each of its quotation marks.
const QUOTED = /<[^<>"{}|^`\\\s]*>|"""(?:[^\\]|\\.)*?(?:"""|\\?$)|'''(?:[^\\]|\\.)*?(?:'''|\\?$)|"(?:[^"\\\n\r]|\\.)*"?|'(?:[^'\\\n\r]|\\.)*'?|#[^\n\r]*/gs;

function bare(sparql: string): string {
  return sparql.replace(QUOTED, " ");
}

/** The prefixes that a query uses, knows nothing of, and that are known here, in the order given here. */
export function undeclared(sparql: string, prefixes: Prefixes): string[] {
  const words = bare(sparql);
  const declared = new Set([...words.matchAll(/\bprefix\s+([\w.-]*):/gi)].map((match) => match[1]));
  const used = new Set([...words.matchAll(/(?<![\w?$:.-])([A-Za-z][\w.-]*):/g)].map((match) => match[1]));
  return Object.keys(prefixes).filter((prefix) => used.has(prefix) && !declared.has(prefix));
}

export function declarations(names: string[], prefixes: Prefixes, between: string): string {
  return names.map((prefix) => `PREFIX ${prefix}: <${prefixes[prefix]}>${between}`).join("");
}

/** An IRI in its short form, where a prefix is known and the rest is a plain name. */
export function shortOf(iri: string, prefixes: Prefixes): string | null {
  let best = "";
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (iri.startsWith(namespace) && namespace.length > (prefixes[best]?.length ?? 0) && /^[\p{L}\p{N}_.~-]*$/u.test(iri.slice(namespace.length))) best = prefix;
  }
  return best ? `${best}:${iri.slice(prefixes[best].length)}` : null;
}

/** Where in the explorer an IRI of a case is, if it is one of its actors, ties, claims or documents. */
export function explorerLink(iri: string, prefixes: Prefixes): string | null {
  const kinds: [prefix: string, key: string][] = [["actor", "actor"], ["tie", "tie"], ["claim", "claim"], ["doc", "read"]];
  for (const [prefix, key] of kinds) {
    const namespace = prefixes[prefix];
    if (!namespace || !iri.startsWith(namespace) || iri.length === namespace.length) continue;
    let id = iri.slice(namespace.length);
    // The parts of a claim's annotation have IRIs of their own.
    if (prefix === "claim") id = id.replace(/-(target|quote|position)$/, "");
    return `/#${new URLSearchParams({ [key]: id })}`;
  }
  return null;
}

/** Whether an id may stand behind a prefix as it is (SPARQL 1.1 grammar, PN_LOCAL, without escapes). */
export function isShortId(id: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$/.test(id);
}

/** The IRI of an actor, as it may stand in a query; nothing of an id can end it. */
export function actorTerm(id: string, prefixes: Prefixes): string {
  const namespace = prefixes.actor ?? "";
  if (isShortId(id)) return `actor:${id}`;
  // eslint-disable-next-line no-control-regex
  return `<${namespace}${id.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => encodeURIComponent(letter))}>`;
}
