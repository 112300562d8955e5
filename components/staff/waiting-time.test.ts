import { expect, test } from "vitest";
import { waitingTime } from "./waiting-time";

const now = new Date("2026-11-23T10:00:00Z");

test.each([
  ["2026-11-23T09:00:00Z", "0 Tage", "0 days"],
  ["2026-11-22T09:00:00Z", "1 Tag", "1 day"],
  ["2026-11-09T09:00:00Z", "2 Wochen", "2 weeks"],
  ["2026-02-20T09:00:00Z", "9 Monate", "9 months"],
  ["2027-01-01T09:00:00Z", "0 Tage", "0 days"],
])("who waits since %s has waited %s", (since, german, english) => {
  expect(waitingTime(new Date(since), now, "de")).toBe(german);
  expect(waitingTime(new Date(since), now, "en")).toBe(english);
});
