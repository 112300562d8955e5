/** The first `count` values in order, without sorting the others. */
export function firstInOrder<Value>(
  values: Iterable<Value>,
  count: number,
  compare: (a: Value, b: Value) => number,
): Value[] {
  const first: Value[] = [];
  for (const value of values) {
    if (first.length === count && compare(value, first[count - 1]!) >= 0) continue;
    let i = Math.min(first.length, count - 1);
    for (; i > 0 && compare(value, first[i - 1]!) < 0; i--) first[i] = first[i - 1]!;
    first[i] = value;
  }
  return first;
}
