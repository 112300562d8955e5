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
];

test.each(inquiryStatuses.flatMap((from) => inquiryStatuses.map((to) => [from, to] as const)))(
  "an inquiry goes from %s to %s only where that is meant",
  (from, to) => {
    expect(inquiryStatusesBefore(to).includes(from)).toBe(allowed.some(([a, b]) => a === from && b === to));
  },
);

test("an inquiry is open as long as it can still go on, not only back to the review or by a late answer", () => {
  const goesOn = inquiryStatuses.filter((from) =>
    allowed.some(([start, end]) => start === from && end !== "proposed" && start !== "expired"),
  );
  expect(goesOn).toEqual([...openInquiryStatuses]);
});
