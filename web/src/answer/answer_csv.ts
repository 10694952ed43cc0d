// Rows of an answer as CSV (RFC 4180).

import { safe } from "../page/csv";
import { isNumber, type Row } from "../sparql/terms";

export function csvOf(variables: string[], rows: Row[]): string {
  const lines = rows.map((row) => row.map((term) => (!term ? "" : isNumber(term) ? term.value : safe(term.value))).join(","));
  return `${[variables.map(safe).join(","), ...lines].join("\r\n")}\r\n`;
}
