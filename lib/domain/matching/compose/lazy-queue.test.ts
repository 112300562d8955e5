import fc from "fast-check";
import { expect, test } from "vitest";
import { type LazyQueue, createLazyQueue } from "./lazy-queue";

type Entry = { id: number; worth: number };

test("entries whose worth sinks come out as if each turn weighed all of them anew, whenever they were pushed", () => {
  // Each entry's worth in each turn: it never rises.
  const sinking = fc
    .array(fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), { maxLength: 10 })
    .map((rows) => rows.map((drops) => drops.map((_, turn) => 15 - sum(drops.slice(0, turn)))));
  fc.assert(
    fc.property(sinking, fc.array(fc.nat(3), { minLength: 10, maxLength: 10 }), (worths, from) => {
      const entries = (at: number) =>
        worths.map((worth, id): Entry => ({ id, worth: worth[at]! })).filter(({ id }) => from[id] === at);
      let turn = 0;
      const queue = createLazyQueue(entries(0), comesBefore, (entry) => {
        entry.worth = worths[entry.id]![turn]!;
        return entry.worth > 0;
      });
      let left = entries(0);
      for (; turn < 12; turn++) {
        if (turn > 0) for (const entry of entries(turn)) queue.push(entry);
        left = [...left, ...(turn > 0 ? entries(turn) : [])]
          .map(({ id }) => ({ id, worth: worths[id]![turn]! }))
          .filter(({ worth }) => worth > 0)
          .toSorted((a, b) => (comesBefore(a, b) ? -1 : 1));
        expect(nextOf(queue)?.id).toBe(left.shift()?.id);
      }
    }),
  );
});

function nextOf(queue: LazyQueue<Entry>): Entry | null {
  while (!queue.isEmpty()) {
    const entry = queue.step();
    if (entry) return entry;
  }
  return null;
}

function comesBefore(a: Entry, b: Entry): boolean {
  return a.worth === b.worth ? a.id < b.id : a.worth > b.worth;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
