/** Rows worked on between two pauses: a few milliseconds. */
const rowsPerSlice = 2000;

/** Runs sliced work to its end without a pause. */
export function atOnce<Result>(slices: Generator<number, Result>): Result {
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

/** Makes one value per row and pauses every so many rows, yielding the rows done. */
export function* mapRows<Row, Value>(
  rows: ArrayLike<Row>,
  valueOf: (row: Row, index: number) => Value,
  perSlice = rowsPerSlice,
): Generator<number, Value[]> {
  const values: Value[] = [];
  for (let index = 0; index < rows.length; index++) {
    values.push(valueOf(rows[index]!, index));
    if ((index + 1) % perSlice === 0) yield index + 1;
  }
  return values;
}

/** Fills a column with one number per row and pauses now and then, yielding the rows done. */
export function* fillColumn<Column extends { [index: number]: number }, Row>(
  column: Column,
  rows: readonly Row[],
  valueOf: (row: Row, index: number) => number,
): Generator<number, Column> {
  for (let index = 0; index < rows.length; index++) {
    column[index] = valueOf(rows[index]!, index);
    if ((index + 1) % rowsPerSlice === 0) yield index + 1;
  }
  return column;
}
