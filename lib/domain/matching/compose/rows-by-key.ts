/** Rows in the order of a key: those of key `k` are `rows[start[k] .. start[k + 1])`. */
export type RowsByKey = { start: Int32Array; rows: Int32Array };

/** So many rows are looked at between two pauses: a few milliseconds where they lie far apart in memory. */
export const rowsPerSlice = 50_000;

/** Sorts the rows 0 … length − 1 by a key below `keys`, keeping the order of equals, in slices. */
export function* rowsByKey(
  length: number,
  keys: number,
  keyOf: (row: number) => number,
): Generator<number, RowsByKey> {
  const start = new Int32Array(keys + 1);
  for (let row = 0; row < length; row++) {
    start[keyOf(row) + 1]!++;
    if ((row + 1) % rowsPerSlice === 0) yield 0;
  }
  for (let key = 0; key < keys; key++) start[key + 1]! += start[key]!;
  const next = start.slice();
  const rows = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    rows[next[keyOf(row)]!++] = row;
    if ((row + 1) % rowsPerSlice === 0) yield 0;
  }
  return { start, rows };
}
