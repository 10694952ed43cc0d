// Places for the few actors of a small map: src/sociogram/write/story/small_layout.py lays them out alike, to the last bit.

/** Actors beyond which a map keeps the places of the whole picture. */
const MOST = 120;
/** What a tie is long, in units of the picture. */
const UNIT = 100;
const STEPS = 60;
/** How much wider than high the whole is to be. */
const SHAPE = 1.5;
/** Room around a part for names, in ties. */
const ACROSS = 1.7;
const DOWN = 0.9;

export type Point = [x: number, y: number];

/** Places of the actors at `places` of the whole picture, given which are tied, by their numbers. */
export function layOut(places: Point[], ties: [start: number, end: number][]): Point[] {
  if (places.length > MOST) return places;
  const near: number[][] = places.map(() => []);
  for (const [start, end] of ties) {
    if (start === end || near[start].includes(end)) continue;
    near[start].push(end);
    near[end].push(start);
  }
  return pack(partsOf(near).map((part) => ({ part, arranged: arrange(part, near, places) })), places.length);
}

/** The connected parts, the largest first. */
function partsOf(near: number[][]): number[][] {
  const seen = near.map(() => false);
  const parts: number[][] = [];
  for (const first of near.keys()) {
    if (seen[first]) continue;
    seen[first] = true;
    const part = [first];
    for (const each of part) {
      for (const other of near[each]) {
        if (seen[other]) continue;
        seen[other] = true;
        part.push(other);
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts.sort((a, b) => b.length - a.length || a[0] - b[0]);
}

/** Where the actors of a connected part go, in ties, the least place being (0, 0). */
function arrange(part: number[], near: number[][], places: Point[]): Point[] {
  const far = part.map((each) => distances(each, part, near));
  let [x, y] = begin(part, far, places);
  for (let step = 0; step < STEPS; step++) {
    for (let i = 0; i < part.length; i++) {
      let [across, down, weight] = [0, 0, 0];
      for (let j = 0; j < part.length; j++) {
        if (i === j) continue;
        const [dx, dy] = [x[i] - x[j], y[i] - y[j]];
        const length = Math.sqrt(dx * dx + dy * dy);
        const share = length > 0 ? far[i][j] / length : 0;
        const pull = 1 / (far[i][j] * far[i][j]);
        across += pull * (x[j] + dx * share);
        down += pull * (y[j] + dy * share);
        weight += pull;
      }
      if (weight > 0) [x[i], y[i]] = [across / weight, down / weight];
    }
  }
  let [left, top] = [Math.min(...x), Math.min(...y)];
  // A part that is higher than wide is laid on its side: names are wide.
  if (Math.max(...y) - top > Math.max(...x) - left) [x, y, left, top] = [y, x, top, left];
  return x.map((across, at): Point => [across - left, y[at] - top]);
}

/** How many ties each actor of a part is away from `start`. */
function distances(start: number, part: number[], near: number[][]): number[] {
  const away = new Map([[start, 0]]);
  const order = [start];
  for (const each of order) {
    for (const other of near[each]) {
      if (away.has(other)) continue;
      away.set(other, (away.get(each) ?? 0) + 1);
      order.push(other);
    }
  }
  return part.map((each) => away.get(each) ?? 0);
}

/** The places of the whole picture, as far apart as the ties want on the whole, and no two the same. */
function begin(part: number[], far: number[][], places: Point[]): [number[], number[]] {
  let [wanted, given] = [0, 0];
  part.forEach((one, i) => part.forEach((other, j) => {
    const [dx, dy] = [places[one][0] - places[other][0], places[one][1] - places[other][1]];
    wanted += far[i][j];
    given += Math.sqrt(dx * dx + dy * dy);
  }));
  const scale = given > 0 ? wanted / given : 0;
  return [
    part.map((each, at) => places[each][0] * scale + 37 * at % 11 / 40),
    part.map((each, at) => places[each][1] * scale + 53 * at % 13 / 40),
  ];
}

/** The parts side by side in rows, each with room for its names. */
function pack(parts: { part: number[]; arranged: Point[] }[], count: number): Point[] {
  const sizes = parts.map(({ arranged }): Point => [
    Math.max(...arranged.map(([x]) => x)) + ACROSS, Math.max(...arranged.map(([, y]) => y)) + DOWN]);
  let area = 0;
  for (const [wide, high] of sizes) area += wide * high;
  const most = Math.max(Math.sqrt(area * SHAPE), ...sizes.map(([wide]) => wide));
  const packed: Point[] = Array.from({ length: count }, (): Point => [0, 0]);
  let [left, top, row] = [0, 0, 0];
  parts.forEach(({ part, arranged }, number) => {
    const [wide, high] = sizes[number];
    if (left > 0 && left + wide > most) [left, top, row] = [0, top + row, 0];
    part.forEach((each, at) => {
      const [x, y] = arranged[at];
      packed[each] = [Math.floor((left + x) * UNIT), Math.floor((top + y) * UNIT)];
    });
    left += wide;
    row = Math.max(row, high);
  });
  return packed;
}
