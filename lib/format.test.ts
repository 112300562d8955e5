import { describe, expect, it } from "vitest";
import {
  ageOn,
  formatAddress,
  formatDate,
  formatDateTime,
  formatDateTimeShort,
  formatDistance,
  formatLanguage,
  formatList,
  formatMinutes,
  formatPercent,
  formatRelativeDay,
  formatTime,
  formatWeekday,
  isoDayOf,
  personName,
  sortableName,
  spokenTitle,
  telephoneLink,
} from "./format";

/** Intl separates with several kinds of space; people do not see the difference. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("dates and times are written the reader's way and in German time", () => {
  const lateEvening = new Date("2026-11-18T23:30:00Z");

  it("an instant late in the evening UTC is already the next day in Germany", () => {
    expect(isoDayOf(lateEvening)).toBe("2026-11-19");
    expect(formatDateTime(lateEvening, "de")).toBe("19. November 2026, 00:30 Uhr");
    expect(formatDateTime(lateEvening, "en")).toBe("19 November 2026, 00:30");
    expect(formatDateTimeShort(lateEvening, "de")).toBe("19.11.2026, 00:30");
  });

  it("a calendar day stays that day", () => {
    expect(formatDate("2026-01-01", "de")).toBe("1. Januar 2026");
    expect(formatDate("2026-01-01", "en")).toBe("1 January 2026");
    expect(formatWeekday("2026-11-18", "de")).toBe("Mittwoch, 18. November");
  });

  it("summer time is one hour more", () => {
    expect(formatTime(new Date("2026-07-01T12:00:00Z"), "de")).toBe("14:00 Uhr");
    expect(formatTime(new Date("2026-12-01T12:00:00Z"), "de")).toBe("13:00 Uhr");
  });

  it("near days have words, far ones weeks and months, in both directions", () => {
    const now = new Date("2026-11-18T22:59:00Z");
    expect(formatRelativeDay("2026-11-18", now, "de")).toBe("heute");
    expect(formatRelativeDay("2026-11-19", now, "de")).toBe("morgen");
    expect(formatRelativeDay(new Date("2026-11-18T23:01:00Z"), now, "de")).toBe("morgen");
    expect(formatRelativeDay("2026-11-15", now, "de")).toBe("vor 3 Tagen");
    expect(formatRelativeDay("2026-12-16", now, "en")).toBe("in 4 weeks");
    expect(formatRelativeDay("2026-06-01", now, "de")).toBe("vor 5 Monaten");
  });

  it("a birthday counts on the day itself, not before", () => {
    expect(ageOn("2008-11-18", "2026-11-17")).toBe(17);
    expect(ageOn("2008-11-18", "2026-11-18")).toBe(18);
    expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
    expect(ageOn("2008-02-29", "2026-03-01")).toBe(18);
  });
});

describe("quantities read as people say them", () => {
  it("minutes are rounded up, hours appear from sixty on", () => {
    expect(formatMinutes(34.2, "de")).toBe("35 Min.");
    expect(formatMinutes(0, "de")).toBe("0 Min.");
    expect(formatMinutes(60, "de")).toBe("1 Std.");
    expect(formatMinutes(75, "en")).toBe("1 hr 15 min");
  });

  it("distances are no more exact than they are known", () => {
    expect(formatDistance(846, "de")).toBe("850 m");
    expect(formatDistance(4230, "de")).toBe("4,2 km");
    expect(formatDistance(4230, "en")).toBe("4.2 km");
    expect(formatDistance(999, "de")).toBe("1 km");
    expect(formatDistance(17_400, "de")).toBe("17 km");
  });

  it("shares, lists and languages use the language of the reader", () => {
    expect(plain(formatPercent(0.374, "de"))).toBe("37 %");
    expect(formatList(["Auto", "Bahn", "Rad"], "de")).toBe("Auto, Bahn und Rad");
    expect(formatList(["car", "train"], "en", "or")).toBe("car or train");
    expect(formatLanguage("tr", "de")).toBe("Türkisch");
    expect(formatLanguage("not a code", "de")).toBe("not a code");
  });
});

describe("missing parts leave no gap", () => {
  it("names", () => {
    expect(personName({ title: "Dr.", firstName: "Mira", lastName: "Sand" })).toBe("Dr. Mira Sand");
    expect(personName({ title: "", firstName: " ", lastName: "Null" })).toBe("Null");
    expect(sortableName({ title: "Prof. Dr.", firstName: "Mira", lastName: "Sand" })).toBe(
      "Sand, Mira (Prof. Dr.)",
    );
    expect(sortableName({ lastName: "Sand" })).toBe("Sand");
  });

  it("addresses", () => {
    const full = { street: "Hauptstraße", houseNumber: "5", postalCode: "52062", city: "Aachen" };
    expect(formatAddress(full)).toBe("Hauptstraße 5, 52062 Aachen");
    expect(formatAddress({ postalCode: "52062", city: "" })).toBe("52062");
  });
});

describe("a tapped number is dialled as meant", () => {
  it.each([
    ["0241 / 12 34-56", "tel:+49241123456"],
    ["+49 241 123456", "tel:+49241123456"],
    ["112", "tel:112"],
    ["116 117", "tel:116117"],
    ["0800 1110111", "tel:+498001110111"],
  ])("%s", (written, dialled) => expect(telephoneLink(written)).toBe(dialled));
});

describe("whom a letter greets", () => {
  it.each([
    ["Dipl.-Psych.", ""],
    ["M.Sc.", ""],
    ["", ""],
    ["Dr. phil. Dipl.-Psych.", "Dr."],
    ["Dipl.-Psych. Dr. rer. nat.", "Dr."],
    ["Prof. Dr. med.", "Prof. Dr."],
    ["Prof Dr", "Prof. Dr."],
    ["PD Dr.", "PD Dr."],
    ["Priv.-Doz. Dr. M.Sc.", "Priv.-Doz. Dr."],
    ["Drama-Therapeutin", ""],
  ])("of the title %j only %j is spoken", (title, spoken) => expect(spokenTitle(title)).toBe(spoken));
});
