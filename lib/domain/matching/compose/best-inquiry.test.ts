import fc from "fast-check";
import { expect, test } from "vitest";
import { createInquirySearch, emptyColumns } from "./best-inquiry";
import { chanceTaken } from "@/tests/support/expected-placements-oracle";

const chance = fc.double({ min: 0.01, max: 1, noNaN: true });
const candidateLists = fc.array(
  fc.record({
    due: fc.constantFrom(0, 0, 0, 1, 2, 9),
    value: fc.double({ min: 0, max: 5, noNaN: true }),
    suits: chance,
  }),
  { maxLength: 7 },
);

test("no inquiry about at most n of the candidates is worth more than the one found, and the found one is worth as told", () => {
  fc.assert(
    fc.property(
      candidateLists,
      fc.integer({ min: 1, max: 6 }),
      chance,
      chance,
      (list, maxItems, place, more) => {
        const worthOf = (items: number[]) => ({
          due: items.reduce((sum, c) => sum + list[c]!.due, 0),
          gain: items.reduce((sum, c, i) => {
            const earlier = items.slice(0, i).map((each) => list[each]!.suits);
            return sum + list[c]!.value * place * chanceTaken(list[c]!.suits, earlier, more);
          }, 0),
        });
        const candidates = emptyColumns(list.length);
        candidates.length = list.length;
        list.forEach((candidate, c) => {
          candidates.due[c] = candidate.due;
          candidates.value[c] = candidate.value;
          candidates.suits[c] = candidate.suits;
        });
        const search = createInquirySearch(maxItems, list.length);
        const found = search.worthOf(candidates, place, more);
        const items = search.itemsOf(candidates, more);
        expect(items.length).toBeLessThanOrEqual(maxItems);
        expect(items).toEqual(items.toSorted((a, b) => a - b));
        expect(worthOf(items).due).toBe(found.due);
        expect(worthOf(items).gain).toBeCloseTo(found.gain, 9);
        for (let subset = 0; subset < 1 << list.length; subset++) {
          const others = list.map((_, c) => c).filter((c) => (subset & (1 << c)) !== 0);
          if (others.length > maxItems) continue;
          const { due, gain } = worthOf(others);
          expect(due).toBeLessThanOrEqual(found.due);
          if (due === found.due) expect(gain).toBeLessThanOrEqual(found.gain + 1e-9);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("a patient who would take a scarce place from someone worth more is left out", () => {
  const candidates = emptyColumns(2);
  candidates.length = 2;
  candidates.value.set([0.1, 1]);
  candidates.suits.set([1, 1]);
  const search = createInquirySearch(6, 2);
  expect(search.itemsOf(candidates, 0)).toEqual([1]);
  expect(search.itemsOf(candidates, 1)).toEqual([0, 1]);
});
