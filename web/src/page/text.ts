// Text: counted in code points, cut, folded for search, and read as an address.

const WIDE = /[\ud800-\udbff][\udc00-\udfff]/;

/** UTF-16 positions of code point positions, which must be sorted. */
export function units(text: string, points: number[]): number[] {
  if (!WIDE.test(text)) return points.map((point) => Math.max(0, Math.min(text.length, point)));
  const found: number[] = [];
  let point = 0;
  let unit = 0;
  for (const wanted of points) {
    while (point < wanted && unit < text.length) {
      unit += (text.codePointAt(unit) as number) > 0xffff ? 2 : 1;
      point++;
    }
    found.push(unit);
  }
  return found;
}

/** Lower case without marks; for search only, since its length may differ. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  for (let index = 0; index < lower.length; index++) {
    if (lower.charCodeAt(index) > 127) return lower.normalize("NFKD").replace(/\p{M}+/gu, "");
  }
  return lower;
}

/** Text cut to `most` characters, by code points. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const points = [...text.slice(0, most * 2)];
  return points.length <= most ? text : `${points.slice(0, most - 1).join("").trimEnd()}…`;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export function safeLink(url: string): string | null {
  return /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(url) ? url : null;
}
