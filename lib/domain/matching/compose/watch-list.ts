/** Which entries watch which numbers, both ways. */
export type WatchList<Entry> = {
  /** From now on the entry watches these numbers and no others. */
  watch(entry: Entry, numbers: readonly number[]): void;
  forget(entry: Entry): void;
  /** The entries that watch any of these numbers, each once, in the order in which they began to. */
  about(numbers: readonly number[]): Entry[];
};

export function createWatchList<Entry>(): WatchList<Entry> {
  const watchers = new Map<number, Set<Entry>>();
  const watchedBy = new Map<Entry, readonly number[]>();

  function forget(entry: Entry): void {
    for (const number of watchedBy.get(entry) ?? []) watchers.get(number)!.delete(entry);
    watchedBy.delete(entry);
  }

  function watch(entry: Entry, numbers: readonly number[]): void {
    forget(entry);
    watchedBy.set(entry, numbers);
    for (const number of numbers) {
      if (!watchers.has(number)) watchers.set(number, new Set());
      watchers.get(number)!.add(entry);
    }
  }

  function about(numbers: readonly number[]): Entry[] {
    return [...new Set(numbers.flatMap((number) => [...(watchers.get(number) ?? [])]))];
  }

  return { watch, forget, about };
}
