import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { itemOutcomes } from "../../inquiries/status";
import { availableKind } from "../../therapists/has-capacity";
import { type PlaceKind, placeKinds } from "../../vocabulary";
import { type AcceptanceOdds, type OddsPair, chanceToSuit, equalOdds, learnOdds } from "./acceptance-odds";
import { keepOdds, keptOdds } from "./item-odds";
import { groupFactorOf, wayFactorOf } from "./pair-factors";
import type { PastInquiry, PastItem } from "./past-inquiries";
import { type OddsTherapist, type TherapistOdds, chanceOfPlace, oddsOfTherapist } from "./therapist-odds";
import { emptyRecord, recordsByTherapist } from "./therapist-records";

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
    expect(wayFactorOf(odds, 50)).toBeLessThan(0.6);
    expect(wayFactorOf(odds, 5)).toBeGreaterThan(1.2);
    expect(groupFactorOf(odds, "either")).toBeGreaterThan(groupFactorOf(odds, "individual"));
    expect(wayFactorOf(odds, 20)).toBeCloseTo(1);
    expect(wayFactorOf(learnOdds([therapist("a")], [], at), 50)).toBe(1);
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

  test("no places, or places from a much later day, lower the odds for a while", () => {
    expect(chance(notice(0, "2026-11-17"))).toBeLessThan(0.3 * chance({}));
    expect(chance(notice(2, "2026-11-17", "2027-02-01"))).toBeLessThan(0.3 * chance({}));
    expect(chance(notice(0, "2026-10-10"))).toBeGreaterThan(0.5 * chance({}));
  });

  test("places that open while an inquiry waits for its answer count as open, and for eight weeks from that day", () => {
    const open = chance(notice(2, "2026-11-18"));
    for (const from of ["2026-11-25", "2026-12-16"])
      expect(chance(notice(2, "2026-11-16", from))).toBeGreaterThanOrEqual(open);
    expect(chance(notice(2, "2026-11-16", "2026-12-17"))).toBeLessThan(0.3 * chance({}));
    expect(chance(notice(1, "2026-09-10", "2026-11-10"))).toBe(chance(notice(1, "2026-11-10")));
    expect(availableKind({ potentiallyAvailable: false, ...notice(1, "2026-09-10", "2026-11-10") }, at)).toBe(
      "individual",
    );
  });

  test("individual places and those in a group count for whom they are: nobody is offered a place of the wrong kind", () => {
    const chanceFor = (places: PlaceKind, individual: number, group: number) => {
      const capacity = { individual, group, from: "2026-11-16", notedOn: "2026-11-16" };
      const odds = learnOdds([therapist("a", { capacity })], [], at);
      return keepOdds(odds, "a", { minutes: 10, places })!.chance;
    };
    const none = chanceFor("individual", 0, 0);
    expect(chanceFor("individual", 0, 2)).toBe(none);
    expect(chanceFor("group", 2, 0)).toBe(none);
    for (const kind of ["group", "either"] as const) expect(chanceFor(kind, 0, 2)).toBeGreaterThan(10 * none);
    for (const kind of ["individual", "either"] as const)
      expect(chanceFor(kind, 2, 0)).toBeGreaterThan(10 * none);
    for (const kind of placeKinds) expect(chanceFor(kind, 1, 1)).toBe(chanceFor("either", 2, 0));
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
      return learnOdds([...therapists, therapist("new")], all, at).of("new").lastHeard.either!.factor;
    };
    expect(lowering(changing)).toBeGreaterThan(lowering([]));
    expect(lowering(lasting)).toBeLessThan(lowering([]));
  });

  test("a practice that is potentially available is likelier to have a place", () => {
    expect(chance({ potentiallyAvailable: true })).toBeGreaterThan(1.5 * chance({}));
  });
});

describe("learning is fair", () => {
  test("a practice that always answers that nobody suits has lower odds than one of which nothing is known", () => {
    const chances = [0, 1, 2, 5, 20].map((times) => {
      const refusals = Array.from({ length: times }, (_, i) =>
        inquiry("a", 10 + 30 * i, ...Array<PastItem["outcome"]>(4).fill("rejected_unsuitable")),
      );
      return chanceOf(learnOdds([therapist("a"), therapist("new")], refusals, at), "a");
    });
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(chances.at(-1)!).toBeLessThan(chances[0]! / 2);
  });

  test("one more refusal never raises the chance with who answers, one more acceptance lowers no rate", () => {
    fc.assert(
      fc.property(histories, inquiries, usualOdds, notices, (history, one, usual, capacity) => {
        const own = history.map((each) => ({ ...each, therapistId: "a" }));
        const oddsWith = (more: readonly PastInquiry[]) => {
          const record = recordsByTherapist([...own, ...more], at).get("a") ?? emptyRecord();
          return oddsOfTherapist(therapist("a", { capacity }), record, usual, at);
        };
        const before = oddsWith([]);
        const after = (outcome: PastItem["outcome"]) =>
          oddsWith([{ ...one, therapistId: "a", items: one.items.map((item) => ({ ...item, outcome })) }]);
        const whoAnswers = ({ room, lastHeard, suits }: TherapistOdds) =>
          room.value * (lastHeard.either?.factor ?? 1) * suits.value;
        for (const refusal of [
          "rejected_capacity",
          "rejected_unsuitable",
          "rejected_other",
          "later",
        ] as const)
          expect(whoAnswers(after(refusal))).toBeLessThanOrEqual(whoAnswers(before) + 1e-12);
        const silent = after("no_answer");
        expect(chanceOfPlace(silent) * silent.suits.value).toBeLessThanOrEqual(
          chanceOfPlace(before) * before.suits.value + 1e-12,
        );
        for (const rate of ["reply", "room", "suits", "more"] as const)
          expect(after("accepted")[rate].value).toBeGreaterThanOrEqual(before[rate].value - 1e-12);
      }),
    );
  });

  test("one more person refused in an answer never raises any chance, one more accepted lowers no rate", () => {
    fc.assert(
      fc.property(histories, fc.nat(), usualOdds, (history, which, usual) => {
        const own = history.map((each) => ({ ...each, therapistId: "a" }));
        const answered = own.filter(({ items }) => items.some(({ outcome }) => refusals.has(outcome)));
        fc.pre(answered.length > 0);
        const changed = answered[which % answered.length]!;
        const oddsWith = (outcome?: PastItem["outcome"]) => {
          const more = outcome ? [{ outcome, minutes: 20, groupPossible: false }] : [];
          const all = own.map((each) =>
            each === changed ? { ...each, items: [...each.items, ...more] } : each,
          );
          return oddsOfTherapist(therapist("a"), recordsByTherapist(all, at).get("a")!, usual, at);
        };
        const [before, accepted] = [oddsWith(), oddsWith("accepted")];
        for (const refusal of refusals) {
          const after = oddsWith(refusal);
          expect(chanceOfPlace(after) * after.suits.value).toBeLessThanOrEqual(
            chanceOfPlace(before) * before.suits.value + 1e-12,
          );
        }
        for (const rate of ["reply", "room", "suits"] as const)
          expect(accepted[rate].value).toBeGreaterThanOrEqual(before[rate].value - 1e-12);
      }),
    );
  });
});

describe("explanation", () => {
  test("what takes no effect because nobody is taken with more than certainty is not told of anything", () => {
    const sure = { value: 0.95, usual: 0.7, successes: 19, trials: 20 };
    const given = { ...learnOdds([therapist("a")], [], at).of("a"), suits: sure };
    const told = (way: number, group: number) => {
      const factors = { ways: [way, way, way, way, way], groups: [group, group] };
      const kept = keptOdds(given, factors, { minutes: 10, places: "individual" });
      return [kept.way, kept.group];
    };
    expect(told(1.15, 1)).toEqual([1.0526, 1]);
    expect(told(1.15, 0.9)).toEqual([1.15, 0.9]);
    expect(told(0.9, 1.3)).toEqual([0.9, 1.1696]);
    expect(told(0.8, 0.9)).toEqual([0.8, 0.9]);
  });

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
        expect(another.usual).toEqual(one.usual);
      }),
    );
  });
});

test("protected attributes are no input: the types of the odds name all that they may know", () => {
  expectTypeOf<keyof OddsPair>().toEqualTypeOf<"minutes" | "places">();
  expectTypeOf<keyof PastItem>().toEqualTypeOf<"outcome" | "minutes" | "groupPossible">();
  expectTypeOf<keyof PastInquiry>().toEqualTypeOf<"therapistId" | "closedAt" | "items">();
  expectTypeOf<keyof OddsTherapist>().toEqualTypeOf<
    "id" | "channel" | "informed" | "potentiallyAvailable" | "capacity"
  >();
});

const refusals = new Set<PastItem["outcome"]>([
  "rejected_capacity",
  "rejected_unsuitable",
  "rejected_other",
  "later",
]);

const priors = fc.record({
  mean: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  strength: fc.double({ min: 1, max: 60, noNaN: true }),
});
const usualOdds = fc.record({
  reply: priors.map((prior) => ({ "email, not informed": prior })),
  room: priors.map((prior) => ({ others: prior })),
  suits: priors,
  more: priors,
  halfLifeDays: fc.constantFrom(7, 28, 112),
});
const notices = fc.option(
  fc
    .record({ individual: fc.nat(2), group: fc.nat(2), from: fc.nat(60), notedOn: fc.nat(70) })
    .map(({ from, notedOn, ...places }) => ({
      ...places,
      from: daysAgo(20 - from)
        .toISOString()
        .slice(0, 10),
      notedOn: daysAgo(notedOn).toISOString().slice(0, 10),
    })),
);

const pairs = fc.record({
  minutes: fc.option(fc.integer({ min: 0, max: 120 })),
  places: fc.constantFrom(...placeKinds),
});

const inquiries = fc
  .record({
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
  })
  .map(({ days, ...inquiry }) => ({ ...inquiry, closedAt: daysAgo(days) }));

const histories = fc.array(inquiries, { maxLength: 40 }).map((past) =>
  // No two answers of one therapist at the same instant: then none would be the last.
  past.map((inquiry, i) => ({ ...inquiry, closedAt: new Date(inquiry.closedAt.getTime() - i - 1) })),
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

function chanceOf(odds: AcceptanceOdds, id: string): number {
  return keepOdds(odds, id, { minutes: 20, places: "individual" })!.chance;
}
