// Colours and shapes of kinds, colours of ties: those of src/sociogram/write/picture/colours.py, and their like on dark.

export type Shape = "circle" | "square" | "diamond" | "triangle" | "hexagon" | "page" | "star" | "ring";

export const GROUPS: [group: string, label: string, light: string, dark: string, shape: Shape][] = [
  ["Person", "person", "#0072B2", "#4DB1EA", "circle"],
  ["Organization", "organization", "#D55E00", "#FF9A52", "square"],
  ["Country", "country", "#009E73", "#2FD3A2", "diamond"],
  ["Place", "place", "#3A94C8", "#8CCDF2", "triangle"],
  ["Collective", "group of people", "#C98A00", "#F4BE4F", "hexagon"],
  ["Work", "work", "#B3568A", "#E79BC6", "page"],
  ["Event", "event", "#8A7E00", "#D9CC3C", "star"],
  ["other", "other", "#6E6E6E", "#A8A8A8", "ring"],
];

export const SENTIMENTS: [sentiment: string, label: string, light: string, dark: string][] = [
  ["support", "support", "#008A64", "#2FD3A2"],
  ["contact", "contact (met, talked)", "#4A4F57", "#C3C9D1"],
  ["conflict", "conflict", "#C0392B", "#FF7B6B"],
  ["money", "money", "#A87808", "#E7B93C"],
  ["family", "family", "#B3568A", "#E79BC6"],
  ["office", "office", "#0067A3", "#4DB1EA"],
  ["word", "words", "#7A5CB8", "#B9A3F0"],
  ["place", "place", "#5C7C8A", "#9BB8C4"],
  ["other", "other", "#7F7F7F", "#9A9A9A"],
];

/** Communities with a colour of their own, the largest on the map; all others are grey. */
export const COLOURED = 10;
const COMMUNITIES = ["#0072B2", "#D55E00", "#009E73", "#B3568A", "#C98A00", "#3A94C8", "#8A7E00", "#7A5CB8", "#C0392B", "#5C7C8A"];
const COMMUNITIES_DARK = ["#4DB1EA", "#FF9A52", "#2FD3A2", "#E79BC6", "#F4BE4F", "#8CCDF2", "#D9CC3C", "#B9A3F0", "#FF7B6B", "#9BB8C4"];

export interface Palette {
  dark: boolean;
  background: string;
  ink: string;
  faint: string;
  accent: string;
  group(group: string): string;
  shape(group: string): Shape;
  sentiment(sentiment: string): string;
  /** By the place of a community among the largest on the map, from 0; beyond those with a colour, or -1, grey. */
  community(place: number): string;
}

export function makePalette(dark: boolean): Palette {
  const groups = new Map(GROUPS.map((row) => [row[0], row]));
  const sentiments = new Map(SENTIMENTS.map((row) => [row[0], row]));
  const other = GROUPS[GROUPS.length - 1];
  const lastTie = SENTIMENTS[SENTIMENTS.length - 1];
  return {
    dark,
    background: dark ? "#14171b" : "#ffffff",
    ink: dark ? "#e8eaed" : "#1b1f24",
    faint: dark ? "#9aa4af" : "#59636e",
    accent: dark ? "#ffd75e" : "#b34700",
    group: (group) => (groups.get(group) ?? other)[dark ? 3 : 2],
    shape: (group) => (groups.get(group) ?? other)[4],
    sentiment: (sentiment) => (sentiments.get(sentiment) ?? lastTie)[dark ? 3 : 2],
    community: (place) => (dark ? COMMUNITIES_DARK : COMMUNITIES)[place] ?? other[dark ? 3 : 2],
  };
}

/** The outline of a shape around (0, 0), as one path for canvas and SVG. */
export function outline(shape: Shape, r: number): string {
  const polygon = (points: [number, number][]) =>
    `M${points.map(([x, y]) => `${(x * r).toFixed(2)} ${(y * r).toFixed(2)}`).join("L")}Z`;
  const around = (corners: number, turn: number, radii: number[]): [number, number][] =>
    Array.from({ length: corners }, (_, corner) => {
      const angle = turn + (corner * 2 * Math.PI) / corners;
      const radius = radii[corner % radii.length];
      return [Math.cos(angle) * radius, Math.sin(angle) * radius];
    });
  switch (shape) {
    case "square": return polygon([[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]]);
    case "diamond": return polygon([[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]]);
    case "triangle": return polygon([[0, -1.15], [1.1, 0.85], [-1.1, 0.85]]);
    case "hexagon": return polygon(around(6, 0, [1.1]));
    case "page": return polygon([[-0.72, -1.05], [0.3, -1.05], [0.72, -0.6], [0.72, 1.05], [-0.72, 1.05]]);
    case "star": return polygon(around(10, -Math.PI / 2, [1.25, 0.6]));
    default: return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
  }
}
