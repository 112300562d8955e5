import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDayOf } from "@/lib/format";
import { addDays, germanInstant } from "../../german-time";
import { isContactDay } from "../../outreach/contact-calendar";
import { followingRunSentBy, overdueDays, overdueWeight } from "./overdue";

/** The run of a night, at five o'clock German time. */
const runOn = (day: string) => germanInstant(day, 5 * 60);

/** The midnight that ends the first working day from a day on: until then its proposals were reviewed and sent. */
function sentBy(runDay: string): Date {
  let day = runDay;
  while (!isContactDay(day, null)) day = addDays(day, 1);
  return germanInstant(addDays(day, 1), 0);
}

test.each([
  ["Wednesday: by Thursday night", "2026-11-18T04:00:00Z", "2026-11-19T23:00:00Z"],
  ["Wednesday, at noon by hand: by Thursday night", "2026-11-18T11:00:00Z", "2026-11-19T23:00:00Z"],
  ["Friday: Saturday's run is sent on Monday", "2026-11-20T04:00:00Z", "2026-11-23T23:00:00Z"],
  ["before Easter: Good Friday's run is sent on Tuesday", "2026-04-02T03:00:00Z", "2026-04-07T22:00:00Z"],
])("the following run's inquiries leave: %s", (_, run, by) => {
  expect(followingRunSentBy(new Date(run))).toEqual(new Date(by));
});

test("who is first asked for when overdue is asked for within the bound, unless no run at all could do so", () => {
  const [min, max] = [new Date("2026-01-01T00:00:00Z"), new Date("2026-12-31T00:00:00Z")];
  const arrivals = fc.date({ min, max, noInvalidDate: true });
  fc.assert(
    fc.property(arrivals, fc.integer({ min: 1, max: 30 }), (arrival, firstInquiryDays) => {
      const patient = { id: "p", openInquiries: 0, waitingSince: arrival.toISOString() };
      const isOverdue = (day: string) =>
        overdueDays(patient, followingRunSentBy(runOn(day)), { firstInquiryDays }, new Set()) > 0;
      const arrivedOn = isoDayOf(arrival);
      const firstRun = runOn(arrivedOn) >= arrival ? arrivedOn : addDays(arrivedOn, 1);
      let asked = firstRun;
      while (!isOverdue(asked)) asked = addDays(asked, 1);
      const bound = arrival.getTime() + firstInquiryDays * 86_400_000;
      if (asked !== firstRun) expect(sentBy(asked).getTime()).toBeLessThanOrEqual(bound);
    }),
  );
});

test("nobody is overdue who was asked for before or is in an open inquiry", () => {
  const by = new Date("2026-11-20T00:00:00Z");
  const patient = { id: "p", openInquiries: 0, waitingSince: "2026-11-01T00:00:00Z" };
  const bound = { firstInquiryDays: 14 };
  expect(overdueDays(patient, by, bound, new Set())).toBe(5);
  expect(overdueDays(patient, by, bound, new Set(["p"]))).toBe(0);
  expect(overdueDays({ ...patient, openInquiries: 1 }, by, bound, new Set())).toBe(0);
});

test("of two inquiries the one that ends more waiting of a more urgent class is worth more, whatever it leaves of others", () => {
  const days = fc.record({
    acute: fc.array(fc.nat(20_000), { maxLength: 2 }),
    urgent: fc.array(fc.nat(20_000), { maxLength: 2 }),
    normal: fc.array(fc.nat(20_000), { maxLength: 2 }),
  });
  const sums = ({ acute, urgent, normal }: { acute: number[]; urgent: number[]; normal: number[] }) =>
    [acute, urgent, normal].map((each) => each.reduce((sum, day) => sum + Math.min(day, 10_000), 0));
  fc.assert(
    fc.property(days, days, (one, other) => {
      const [a, b] = [one, other].map((each) =>
        (["acute", "urgent", "normal"] as const).reduce(
          (sum, urgency) => each[urgency].reduce((part, day) => part + overdueWeight(urgency, day), sum),
          0,
        ),
      ) as [number, number];
      const [left, right] = [sums(one), sums(other)];
      const first = left.findIndex((value, i) => value !== right[i]);
      expect(Math.sign(a - b)).toBe(first < 0 ? 0 : Math.sign(left[first]! - right[first]!));
    }),
  );
});
