// Pieces of a page, as text with all of it escaped or as elements; src/sociogram/write/story/markup.py makes the same text.

export interface Piece { tag: string; attributes: Record<string, string>; children: Content[] }
export type Content = string | Piece;

const VOID = new Set(["br"]);
const SHAPES = new Set(["svg", "path", "circle", "text"]);
const SVG = "http://www.w3.org/2000/svg";
// As src/sociogram/write/text/xml_text.py: what XML cannot hold is left out.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const REFERENCES: Record<string, string> = {
  "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;",
  "\u2028": "&#8232;", "\x85": "&#10;",
};

/** A line end between elements: it stands in the text as it is. */
export const LINE: Piece = { tag: "", attributes: {}, children: [] };

export function e(tag: string, attributes: Record<string, string | number>, ...children: (Content | Content[])[]): Piece {
  return { tag, attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)])), children: children.flat() };
}

export function words(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>"'\n\r\t\u2028\x85]/g, (sign) => REFERENCES[sign]);
}

export function toMarkup(content: Content): string {
  if (typeof content === "string") return words(content);
  if (content === LINE) return "\n";
  const { tag, attributes, children } = content;
  const inside = Object.entries(attributes).map(([name, value]) => ` ${name}="${words(value)}"`).join("");
  if (VOID.has(tag)) return `<${tag}${inside}>`;
  if (SHAPES.has(tag) && !children.length) return `<${tag}${inside}/>`;
  // A style is no markup inside; ours is part of the program.
  return `<${tag}${inside}>${children.map(tag === "style" ? String : toMarkup).join("")}</${tag}>`;
}

export function toNode(content: Content): Node {
  if (typeof content === "string" || content === LINE) return document.createTextNode(typeof content === "string" ? content : "\n");
  const { tag, attributes, children } = content;
  const element = SHAPES.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (name !== "xmlns") element.setAttribute(name, value);
  element.append(...children.map(toNode));
  return element;
}

/** A name in the direction of its own script. */
export function named(text: string): Piece {
  return e("bdi", {}, text);
}

/** Plain text as paragraphs, which empty lines part. */
export function paragraphs(notes: string): Content[] {
  const made: string[][] = [[]];
  for (const line of notes.replace(/\r\n?/g, "\n").split("\n")) {
    if (line.trim()) made[made.length - 1].push(line.trim());
    else if (made[made.length - 1].length) made.push([]);
  }
  return made.filter((part) => part.length).flatMap((part) => [
    e("p", { dir: "auto" }, part.flatMap((line, at) => (at ? [e("br", {}), line] : [line]))), LINE]);
}

export type Stretch = [kind: string, start: number, end: number];

/** Text with stretches marked, in code points, which may overlap. */
export function markedText(text: string, stretches: Stretch[]): Content[] {
  const points = [...text];
  const inside = stretches.filter(([, start, end]) => end > start && end > 0)
    .map(([kind, start, end]): Stretch => [kind, Math.max(0, start), Math.min(end, points.length)]);
  const cuts = [...new Set([0, points.length, ...inside.flatMap(([, start, end]) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, at) => {
    const piece = points.slice(cuts[at], to).join("");
    const kinds = inside.filter(([, start, end]) => start <= cuts[at] && end >= to).map(([kind]) => kind).join(" ");
    return kinds ? e("mark", { class: kinds }, piece) : piece;
  });
}
