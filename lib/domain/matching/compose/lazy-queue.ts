/**
 * Entries of which the worth can only sink, best first (lazy evaluation after Minoux 1978): `step` weighs the top
 * anew and hands it out if it still comes before all others, whose worth was at least as high as now; else it returns
 * null, and the caller may pause. Where an entry's worth can rise after all, the caller pushes a new one for it and
 * lets `reweigh` drop the old. A binary heap in an array; equal entries come in the order of `comesBefore`, so the
 * result does not depend on chance.
 */
export type LazyQueue<Entry> = { isEmpty(): boolean; step(): Entry | null; push(entry: Entry): void };

/** `reweigh` brings an entry's worth up to date and says whether it stays in the queue. */
export function createLazyQueue<Entry>(
  entries: readonly Entry[],
  comesBefore: (a: Entry, b: Entry) => boolean,
  reweigh: (entry: Entry) => boolean,
): LazyQueue<Entry> {
  const heap = [...entries];
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(i);

  function step(): Entry | null {
    const top = heap[0];
    if (top === undefined) return null;
    if (!reweigh(top)) {
      removeTop();
      return null;
    }
    sink(0);
    return heap[0] === top ? removeTop() : null;
  }

  function push(entry: Entry): void {
    let i = heap.push(entry) - 1;
    for (let parent = (i - 1) >> 1; i > 0 && comesBefore(entry, heap[parent]!); parent = (i - 1) >> 1) {
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = entry;
  }

  function removeTop(): Entry {
    const top = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = last;
      sink(0);
    }
    return top;
  }

  function sink(from: number): void {
    const entry = heap[from]!;
    let i = from;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && comesBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!comesBefore(heap[child]!, entry)) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = entry;
  }

  return { isEmpty: () => heap.length === 0, step, push };
}
