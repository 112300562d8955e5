import { expect, test } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { nextMonths, restDay } from "./answer-fields";
import { timesWords } from "./profile-words";

const words = (hours: Parameters<typeof timesWords>[0]) =>
  timesWords(hours, (day) => messages.de.respond.facts.days[day]);

test("days in a row with the same hours stand together, others apart, free days nowhere", () => {
  const office = [{ from: "07:00", to: "21:00" }];
  expect(words({ mon: office, tue: office, wed: office, thu: office, fri: office })).toBe("Mo–Fr 7–21");
  expect(
    words({
      mon: [
        { from: "08:00", to: "12:00" },
        { from: "17:30", to: "21:00" },
      ],
      wed: office,
      thu: office,
      sun: office,
    }),
  ).toBe("Mo 8–12, 17:30–21; Mi–Do 7–21; So 7–21");
  expect(words({})).toBe("");
});

test("later can be answered with each of the next twelve months, over the turn of the year", () => {
  const months = nextMonths("2026-11-30");
  expect(months).toHaveLength(12);
  expect([months[0], months[1], months.at(-1)]).toEqual(["2026-12-01", "2027-01-01", "2027-11-01"]);
});

test("a practice without a place is asked again in four weeks or three months, on a day that exists", () => {
  expect(restDay("weeks", "2026-12-20")).toBe("2027-01-17");
  expect(restDay("months", "2026-11-30")).toBe("2027-02-28");
  expect(restDay("months", "2026-11-05")).toBe("2027-02-05");
});
