/**
 * Entries of which the worth can only sink, best first (lazy evaluation after Minoux 1978): `next` weighs the top
 * anew and hands it out once it still comes before all others, whose worth was at least as high as now. A binary heap
 * in an array; equal entries come in the order of `comesBefore`, so the result does not depend on chance.
 */
export type LazyQueue<Entry> = { next(): Entry | undefined };

/** `reweigh` brings an entry's worth up to date and says whether it stays in the queue. */
export function createLazyQueue<Entry>(
  entries: readonly Entry[],
  comesBefore: (a: Entry, b: Entry) => boolean,
  reweigh: (entry: Entry) => boolean,
): LazyQueue<Entry> {
  const heap = [...entries];
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(i);

  function next(): Entry | undefined {
    while (heap.length > 0) {
      const top = heap[0]!;
      if (!reweigh(top)) {
        removeTop();
        continue;
      }
      sink(0);
      if (heap[0] === top) return removeTop();
    }
    return undefined;
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

  return { next };
}
