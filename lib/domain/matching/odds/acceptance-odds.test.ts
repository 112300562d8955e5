import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { itemOutcomes } from "../../inquiries/status";
import {
  type OddsPair,
  type OddsTherapist,
  chanceOfPlace,
  chanceToSuit,
  equalOdds,
  learnOdds,
} from "./acceptance-odds";
import { keepOdds } from "./item-odds";
import type { PastInquiry, PastItem } from "./past-inquiries";

const at = new Date("2026-11-18T11:00:00Z");

describe("odds from history", () => {
  test("without history every therapist of a kind has the same assumed odds", () => {
    const odds = learnOdds([therapist("a"), therapist("b")], [], at);
    expect(odds.of("a")).toEqual(odds.of("b"));
    expect(odds.of("a").reply.value).toBeCloseTo(0.6);
    expect(chanceOfPlace(odds.of("a"))).toBeCloseTo(0.12);
    expect(odds.usualChance).toBeCloseTo(0.6 * 0.2 * 0.7);
    expect(odds.of("nobody we know").reply.value).toBeCloseTo(0.6);
  });

  test("an acceptance raises a therapist's odds, a refusal and a silence lower them, and the more the more there are", () => {
    const chanceAfter = (outcome: PastItem["outcome"], times: number) =>
      chanceOfPlace(learnOdds([therapist("a"), therapist("b")], repeated("a", outcome, times), at).of("a"));
    for (const outcome of ["rejected_capacity", "no_answer"] as const) {
      const chances = [0, 1, 2, 4].map((times) => chanceAfter(outcome, times));
      expect(chances).toEqual(chances.toSorted((a, b) => b - a));
      expect(chances[3]!).toBeLessThan(chances[0]!);
    }
    const chances = [0, 1, 2, 4].map((times) => chanceAfter("accepted", times));
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(chances[3]!).toBeGreaterThan(chances[0]!);
  });

  test("what others do moves a therapist without history, but less than an own history", () => {
    const history = Array.from({ length: 20 }, (_, i) => repeated(`t${i}`, "no_answer", 3)).flat();
    const known = Array.from({ length: 20 }, (_, i) => therapist(`t${i}`));
    const odds = learnOdds([...known, therapist("new")], history, at);
    expect(odds.of("new").reply.value).toBeLessThan(0.3);
    expect(odds.of("t0").reply.value).toBeLessThan(odds.of("new").reply.value);
  });

  test("kinds of therapists are told apart: phone and e-mail do not share their reply rate", () => {
    const phone = { channel: "phone" as const };
    const history = Array.from({ length: 20 }, (_, i) => repeated(`t${i}`, "no_answer", 3)).flat();
    const known = Array.from({ length: 20 }, (_, i) => therapist(`t${i}`, phone));
    const odds = learnOdds([...known, therapist("e"), therapist("p", phone)], history, at);
    expect(odds.of("e").reply.value).toBeCloseTo(0.6);
    expect(odds.of("p").reply.value).toBeLessThan(0.3);
  });

  test("old history counts less than new", () => {
    const reply = (ageDays: number) =>
      learnOdds([therapist("a")], [inquiry("a", ageDays, "no_answer")], at).of("a").reply;
    expect(reply(730).trials).toBeCloseTo(0.25);
    expect(reply(0).trials).toBe(1);
    expect(reply(0).value).toBeLessThan(reply(730).value);
  });

  test("what was withdrawn or placed elsewhere teaches nothing", () => {
    const history = [inquiry("a", 30, "placed_elsewhere"), inquiry("a", 60, "withdrawn")];
    expect(learnOdds([therapist("a")], history, at).of("a")).toEqual(
      learnOdds([therapist("a")], [], at).of("a"),
    );
  });

  test("a place given to one of six counts as one answer with a place, not as one in six", () => {
    const odds = learnOdds(
      [therapist("a")],
      [inquiry("a", 200, "accepted", "rejected_capacity", "rejected_capacity", "rejected_capacity")],
      at,
    ).of("a");
    expect(odds.room.successes / odds.room.trials).toBe(1);
    expect(odds.suits.successes / odds.suits.trials).toBe(1);
    expect(odds.more).toMatchObject({ successes: 0 });
    expect(odds.more.trials).toBeGreaterThan(0.5);
  });

  test("long ways and possible groups change the odds once history shows that they do", () => {
    const far = { outcome: "rejected_unsuitable" as const, minutes: 50, groupPossible: false };
    const close = { outcome: "accepted" as const, minutes: 5, groupPossible: true };
    const history = Array.from({ length: 60 }, (_, i) => ({
      therapistId: `t${i}`,
      closedAt: at,
      items: [far, close],
    }));
    const odds = learnOdds([therapist("a")], history, at);
    expect(odds.wayFactor(50)).toBeLessThan(0.6);
    expect(odds.wayFactor(5)).toBeGreaterThan(1.2);
    expect(odds.groupFactor(true)).toBeGreaterThan(odds.groupFactor(false));
    expect(odds.wayFactor(20)).toBeCloseTo(1);
    expect(learnOdds([therapist("a")], [], at).wayFactor(50)).toBe(1);
  });
});

describe("what was heard last", () => {
  const chance = (changes: Partial<OddsTherapist>, history: PastInquiry[] = []) =>
    chanceOfPlace(learnOdds([therapist("a", changes)], history, at).of("a"));
  const notice = (places: number, notedOn: string, from = notedOn) => ({
    capacity: { individual: places, group: 0, from, notedOn },
  });

  test("a notice of places counts the more the fresher it is, and nothing after eight weeks", () => {
    const chances = ["2026-11-18", "2026-11-08", "2026-10-20", "2026-09-25"].map((day) =>
      chance(notice(2, day)),
    );
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(chances[0]! / chance({})).toBeGreaterThan(4);
    expect(chances[3]!).toBeGreaterThan(chance({}));
    expect(chance(notice(2, "2026-09-20"))).toBe(chance({}));
  });

  test("no places, or places from a later day, lower the odds for a while", () => {
    expect(chance(notice(0, "2026-11-17"))).toBeLessThan(0.3 * chance({}));
    expect(chance(notice(2, "2026-11-17", "2027-02-01"))).toBeLessThan(0.3 * chance({}));
    expect(chance(notice(0, "2026-10-10"))).toBeGreaterThan(0.5 * chance({}));
  });

  test("the later of notice and answer counts, the notice when both are of one day", () => {
    const refusal = [inquiry("a", 5, "rejected_capacity")];
    expect(chance(notice(2, "2026-11-01"), refusal)).toBeLessThan(chance({}));
    expect(chance(notice(2, "2026-11-16"), refusal)).toBeGreaterThan(3 * chance({}));
    expect(chance(notice(2, "2026-11-13"), refusal)).toBeGreaterThan(3 * chance({}));
  });

  test("how fast news of places age is learnt from successive answers", () => {
    // Three weeks after a refusal there is a place as often as not.
    const changing = Array.from({ length: 40 }, (_, i) => [
      inquiry(`t${i}`, 200, "rejected_capacity"),
      inquiry(`t${i}`, 179, i % 2 ? "accepted" : "rejected_capacity"),
    ]).flat();
    // Places for half a year, then none for as long.
    const lasting = Array.from({ length: 40 }, (_, i) =>
      Array.from({ length: 12 }, (_, month) =>
        month < 6
          ? inquiry(`t${i}`, 100 + 30 * month, "rejected_capacity")
          : inquiry(`t${i}`, 100 + 30 * month, "accepted", "accepted"),
      ),
    ).flat();
    const lowering = (history: PastInquiry[]) => {
      const therapists = Array.from({ length: 40 }, (_, i) => therapist(`t${i}`));
      const all = [...history, inquiry("new", 28, "rejected_capacity")];
      return learnOdds([...therapists, therapist("new")], all, at).of("new").lastHeard!.factor;
    };
    expect(lowering(changing)).toBeGreaterThan(lowering([]));
    expect(lowering(lasting)).toBeLessThan(lowering([]));
  });

  test("a practice that is potentially available is likelier to have a place", () => {
    expect(chance({ potentiallyAvailable: true })).toBeGreaterThan(1.5 * chance({}));
  });
});

describe("explanation", () => {
  test("the chance is the product of the factors shown, and lies between 0 and 1", () => {
    fc.assert(
      fc.property(histories, pairs, (history, pair) => {
        const odds = learnOdds([therapist("a"), therapist("b"), therapist("c")], history, at);
        const shown = odds.of("a");
        const { chance, reply, room, lastHeard, suits, way, group } = keepOdds(odds, "a", pair)!;
        const heard = lastHeard?.factor ?? 1;
        expect(reply.value * room.value * heard * suits.value * way * group).toBeCloseTo(chance, 3);
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chance).toBeCloseTo(chanceOfPlace(shown) * chanceToSuit(odds, shown, pair), 4);
        for (const rate of [shown.reply, shown.room, shown.suits, shown.more]) {
          expect(rate.value).toBeGreaterThan(0);
          expect(rate.value).toBeLessThan(1);
        }
      }),
    );
  });

  test("switched off, every pair has the same odds", () => {
    const odds = equalOdds();
    fc.assert(
      fc.property(pairs, pairs, fc.string(), (one, other, id) => {
        const [mine, theirs] = [odds.of(id), odds.of("a")];
        expect(mine).toEqual(theirs);
        expect(chanceToSuit(odds, mine, one)).toBe(chanceToSuit(odds, theirs, other));
        expect(keepOdds(odds, id, one)).toBeNull();
      }),
    );
  });

  test("the order of history and of therapists does not matter", () => {
    const shuffled = histories.chain((history) =>
      fc.record({
        history: fc.constant(history),
        other: fc.shuffledSubarray(history, { minLength: history.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ history, other }) => {
        const three = [therapist("a"), therapist("b"), therapist("c")];
        const [one, another] = [learnOdds(three, history, at), learnOdds(three.toReversed(), other, at)];
        for (const { id } of three) expect(another.of(id)).toEqual(one.of(id));
        expect(another.usualChance).toBe(one.usualChance);
        for (const minutes of [null, 5, 20, 99])
          expect(another.wayFactor(minutes)).toBe(one.wayFactor(minutes));
      }),
    );
  });
});

test("protected attributes are no input: the types of the odds name all that they may know", () => {
  expectTypeOf<keyof OddsPair>().toEqualTypeOf<"minutes" | "groupPossible">();
  expectTypeOf<keyof PastItem>().toEqualTypeOf<"outcome" | "minutes" | "groupPossible">();
  expectTypeOf<keyof PastInquiry>().toEqualTypeOf<"therapistId" | "closedAt" | "items">();
  expectTypeOf<keyof OddsTherapist>().toEqualTypeOf<
    "id" | "channel" | "informed" | "potentiallyAvailable" | "capacity"
  >();
});

const pairs = fc.record({
  minutes: fc.option(fc.integer({ min: 0, max: 120 })),
  groupPossible: fc.boolean(),
});

const histories = fc
  .array(
    fc.record({
      therapistId: fc.constantFrom("a", "b", "c"),
      days: fc.integer({ min: 0, max: 800 }),
      items: fc.array(
        fc.record({
          outcome: fc.constantFrom(...itemOutcomes),
          minutes: fc.option(fc.integer({ min: 0, max: 90 })),
          groupPossible: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
    { maxLength: 40 },
  )
  .map((inquiries) =>
    // No two answers of one therapist at the same instant: then none would be the last.
    inquiries.map(({ days, ...inquiry }, i) => ({
      ...inquiry,
      closedAt: new Date(daysAgo(days).getTime() - i),
    })),
  );

function therapist(id: string, changes: Partial<OddsTherapist> = {}): OddsTherapist {
  return { id, channel: "email", informed: false, potentiallyAvailable: false, capacity: null, ...changes };
}

function inquiry(therapistId: string, ageDays: number, ...outcomes: PastItem["outcome"][]): PastInquiry {
  const items = outcomes.map((outcome) => ({ outcome, minutes: 20, groupPossible: false }));
  return { therapistId, closedAt: daysAgo(ageDays), items };
}

function repeated(therapistId: string, outcome: PastItem["outcome"], times: number): PastInquiry[] {
  return Array.from({ length: times }, (_, i) => inquiry(therapistId, 100 + i, outcome));
}

function daysAgo(days: number): Date {
  return new Date(at.getTime() - days * 86_400_000);
}
