import { expect, test } from "vitest";
import { type InquiryStatus, inquiryStatuses, inquiryStatusesBefore, openInquiryStatuses } from "./status";

/** Every pair that is allowed; whatever is not here is refused. */
const allowed: [InquiryStatus, InquiryStatus][] = [
  ["proposed", "approved"],
  ["proposed", "cancelled"],
  ["approved", "sent"],
  ["approved", "cancelled"],
  ["approved", "proposed"],
  ["cancelled", "proposed"],
  ["sent", "answered"],
  ["sent", "expired"],
  ["sent", "cancelled"],
  ["expired", "answered"],
  ["answered", "sent"],
  ["cancelled", "sent"],
];

test.each(inquiryStatuses.flatMap((from) => inquiryStatuses.map((to) => [from, to] as const)))(
  "an inquiry goes from %s to %s only where that is meant",
  (from, to) => {
    expect(inquiryStatusesBefore(to).includes(from)).toBe(allowed.some(([a, b]) => a === from && b === to));
  },
);

test("an inquiry is open as long as it goes on by itself, not only by a review, a late answer or a next person", () => {
  const goesOn = inquiryStatuses.filter(
    (from) =>
      from !== "answered" &&
      from !== "cancelled" &&
      from !== "expired" &&
      allowed.some(([start]) => start === from),
  );
  expect(goesOn).toEqual([...openInquiryStatuses]);
});
