/** Rows of different length in one flat array: row `i` is `values[start[i] .. start[i + 1])`. */
export type Rows<Values> = { start: Int32Array; values: Values };

type NumberArray = Int32Array | Uint16Array;

/** Packs rows of numbers into one typed array of the given kind. */
export function packRows<Values extends NumberArray>(
  rows: readonly (readonly number[])[],
  make: (length: number) => Values,
): Rows<Values> {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (start[i + 1] = start[i]! + row.length));
  const values = make(start[rows.length]!);
  rows.forEach((row, i) => values.set(row, start[i]!));
  return { start, values };
}

/** The number of each distinct key in order of appearance, made on demand. */
export class Numbering {
  readonly keys: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }

  find(key: string): number | undefined {
    return this.#numbers.get(key);
  }
}

/** Sets one bit in row `row` of a table of bits with `words` 32-bit words per row. */
export function setBit(table: Uint32Array, words: number, row: number, bit: number): void {
  table[row * words + (bit >>> 5)]! |= 1 << (bit & 31);
}
