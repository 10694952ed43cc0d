// Fields of CSV (RFC 4180) that no spreadsheet runs as a formula (OWASP, CSV injection).

/** What may begin a formula, as in `knowledge/user_tables.py`: full-width signs, and blanks or marks without width in front. */
const FORMULA = /^(?:[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[ \u00a0]*[\t\r\n])/;

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

export function safe(text: string): string {
  const plain = text.replace(/\0/g, "");
  return csvField(FORMULA.test(plain) ? `'${plain}` : plain);
}

/** A field that a build gives back as it was: one more apostrophe where a guard could be mistaken for its own. */
export function guarded(text: string): string {
  return csvField(FORMULA.test(text.replace(/^'+/, "")) ? `'${text}` : text);
}
