// RDF terms as answers bring them: SPARQL JSON results and N-Triples.

export interface Term { type: "uri" | "literal" | "bnode"; value: string; datatype?: string; lang?: string }

export type Row = (Term | null)[];

/** An answer: rows under variables, or triples (three columns), or yes or no. */
export interface Answer {
  kind: "rows" | "triples" | "boolean";
  variables: string[];
  rows: Row[];
  boolean: boolean;
  /** As the server sent it. */
  raw: string;
  type: string;
}

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger"].map((each) => XSD + each));

export function isNumber(term: Term | null): boolean {
  return term?.type === "literal" && NUMBERS.has(term.datatype ?? "");
}

/** SPARQL 1.1 Query Results JSON Format. */
interface JsonResults { head?: { vars?: string[] }; boolean?: boolean; results?: { bindings?: Record<string, Record<string, string>>[] } }

export function readAnswer(raw: string, type: string): Answer {
  if (/json/i.test(type)) return fromJson(raw, type);
  return { kind: "triples", variables: ["subject", "predicate", "object"], rows: parseTriples(raw), boolean: false, raw, type };
}

function fromJson(raw: string, type: string): Answer {
  const results = JSON.parse(raw) as JsonResults;
  if (typeof results.boolean === "boolean") return { kind: "boolean", variables: [], rows: [], boolean: results.boolean, raw, type };
  const variables = results.head?.vars ?? [];
  const rows = (results.results?.bindings ?? []).map((binding) => variables.map((variable) => {
    // Object.hasOwn: a variable may be called like something that every object has.
    const term = Object.hasOwn(binding, variable) ? binding[variable] : null;
    if (!term) return null;
    const kind = term.type === "uri" ? "uri" : term.type === "bnode" ? "bnode" : "literal";
    return { type: kind, value: term.value, datatype: term.datatype, lang: term["xml:lang"] } as Term;
  }));
  return { kind: "rows", variables, rows, boolean: false, raw, type };
}

const TERM = /<([^<>"{}|^`\s]*)>|_:([\p{L}\p{N}_.-]*[\p{L}\p{N}_-])|"((?:[^"\\\n\r]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^<>\s]*)>)?/uy;
const ESCAPES: Record<string, string> = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f", '"': '"', "'": "'", "\\": "\\" };

/** The triples of N-Triples; a line that is none is passed over. */
export function parseTriples(text: string): Row[] {
  return text.split(/\r\n|\r|\n/).map(parseTriple).filter((row) => row.length === 3);
}

/** The terms of a line, up to three. */
function parseTriple(line: string): Row {
  const row: Row = [];
  let at = 0;
  while (row.length < 3) {
    while (line[at] === " " || line[at] === "\t") at++;
    TERM.lastIndex = at;
    const match = TERM.exec(line);
    if (!match) break;
    at = TERM.lastIndex;
    if (match[1] !== undefined) row.push({ type: "uri", value: unescaped(match[1]) });
    else if (match[2] !== undefined) row.push({ type: "bnode", value: match[2] });
    else row.push({ type: "literal", value: unescaped(match[3]), lang: match[4], datatype: match[5] });
  }
  return row;
}

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (whole, four?: string, eight?: string, one?: string) => {
    const code = parseInt(four ?? eight ?? "", 16);
    if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
    return ESCAPES[one ?? ""] ?? whole;
  });
}

/** A number by which equal terms are equal, as a text. */
export function keyOf(term: Term): string {
  return `${term.type} ${term.value} ${term.lang ?? term.datatype ?? ""}`;
}

const collator = new Intl.Collator("en", { numeric: true });

/** Numbers by their value, all else by its words; what is unbound comes last in either direction. */
export function compareTerms(left: Term | null, right: Term | null, down: boolean): number {
  if (!left || !right) return Number(!left) - Number(!right);
  const sign = down ? -1 : 1;
  if (isNumber(left) && isNumber(right)) return (Number(left.value) - Number(right.value)) * sign;
  return collator.compare(left.value, right.value) * sign;
}
