// Parts of a graph that no tie joins, side by side: each covers cells of a grid (Freivalds, Dogrusoz and Kikusts 2002).

/** Where the nodes of a part are, and whether it stays where it is. */
export interface Shape { x: Float64Array; y: Float64Array; stays: boolean }

/** The side of a cell, in units of the distance of two tied nodes. */
const CELL = 1;

/** Moves each shape to the free place that is nearest to the middle, in the order given; `aspect` is width to height. */
export function pack(shapes: Shape[], aspect: number): void {
  const taken = new Set<number>();
  for (const shape of shapes) if (shape.stays) take(taken, cellsOf(shape), 0, 0);
  const spiral = offsets(shapes, aspect);
  /** For each outline from where on the spiral a place may be free: those before were taken for one like it. */
  const begins = new Map<string, number>();
  for (const shape of shapes) {
    if (shape.stays) continue;
    centre(shape);
    const cells = cellsOf(shape);
    const outline = cells.join(" ");
    let turn = begins.get(outline) ?? 0;
    while (turn < spiral.length - 1 && !isFree(taken, cells, ...spiral[turn])) turn++;
    begins.set(outline, turn);
    const [column, row] = spiral[turn];
    take(taken, cells, column, row);
    for (let node = 0; node < shape.x.length; node++) {
      shape.x[node] += column * CELL;
      shape.y[node] += row * CELL;
    }
  }
}

function centre({ x, y }: Shape): void {
  const [mx, my] = [x, y].map((each) => (Math.min(...each) + Math.max(...each)) / 2);
  for (let node = 0; node < x.length; node++) {
    x[node] -= mx;
    y[node] -= my;
  }
}

/** Columns and rows from the middle outwards, enough that all shapes find room. */
function offsets(shapes: Shape[], aspect: number): [column: number, row: number][] {
  let [cells, widest] = [0, 0];
  for (const { x, y } of shapes) {
    const [wide, high] = [x, y].map((each) => Math.max(...each) - Math.min(...each) + 3);
    cells += wide * high;
    widest = Math.max(widest, wide, high);
  }
  const reach = Math.ceil(Math.sqrt(cells) * 1.2 + widest) / CELL;
  const found: [number, number][] = [];
  for (let row = -Math.ceil(reach / Math.sqrt(aspect)); row <= reach / Math.sqrt(aspect); row++) {
    for (let column = -Math.ceil(reach * Math.sqrt(aspect)); column <= reach * Math.sqrt(aspect); column++) found.push([column, row]);
  }
  const far = ([column, row]: [number, number]) => (column / aspect) ** 2 + row ** 2;
  return found.sort((a, b) => far(a) - far(b) || a[1] - b[1] || a[0] - b[0]);
}

const WIDE = 1 << 14;

function cellsOf({ x, y }: Shape): number[] {
  const cells = new Set<number>();
  for (let node = 0; node < x.length; node++) {
    const [column, row] = [Math.round(x[node] / CELL), Math.round(y[node] / CELL)];
    // A margin, more beside than above: names are wider than high.
    for (let right = -1; right <= 1; right++) for (let down = 0; down <= 1; down++) cells.add((row + down) * WIDE + column + right);
  }
  return [...filled(cells)].sort((a, b) => a - b);
}

/** The cells, and those between two of one row or of one column: what is inside a part is its own. */
function filled(cells: Set<number>): Set<number> {
  const [rows, columns] = [new Map<number, [number, number]>(), new Map<number, [number, number]>()];
  const widen = (of: Map<number, [number, number]>, line: number, at: number) => {
    const [least, most] = of.get(line) ?? [at, at];
    of.set(line, [Math.min(least, at), Math.max(most, at)]);
  };
  const rowOf = (cell: number) => Math.round(cell / WIDE);
  for (const cell of cells) {
    widen(rows, rowOf(cell), cell - rowOf(cell) * WIDE);
    widen(columns, cell - rowOf(cell) * WIDE, rowOf(cell));
  }
  const all = new Set(cells);
  for (const [row, [least, most]] of rows) {
    for (let column = least; column <= most; column++) {
      const [top, bottom] = columns.get(column) ?? [Infinity, -Infinity];
      if (row >= top && row <= bottom) all.add(row * WIDE + column);
    }
  }
  return all;
}

function isFree(taken: Set<number>, cells: number[], column: number, row: number): boolean {
  const by = row * WIDE + column;
  return cells.every((cell) => !taken.has(cell + by));
}

function take(taken: Set<number>, cells: number[], column: number, row: number): void {
  for (const cell of cells) taken.add(cell + row * WIDE + column);
}
