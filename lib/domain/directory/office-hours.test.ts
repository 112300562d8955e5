import { expect, test } from "vitest";
import { joinWeeks, parseRanges, readHours } from "./office-hours";

const minutes = (from: number, to: number) => [from * 60, to * 60];

test.each([
  ["09:00 - 13:00", [minutes(9, 13)]],
  ["12:00-12:50", [[720, 770]]],
  ["9-13 Uhr", [minutes(9, 13)]],
  ["9.00–13.00 Uhr", [minutes(9, 13)]],
  ["von 9 Uhr bis 13:00 Uhr", [minutes(9, 13)]],
  ["0900-1300", [minutes(9, 13)]],
  ["09:00 - 10:00, 14:00 - 15:00", [minutes(9, 10), minutes(14, 15)]],
  ["09:00-10:00;14:00-15:00", [minutes(9, 10), minutes(14, 15)]],
  ["9-10 Uhr und 14-15 Uhr", [minutes(9, 10), minutes(14, 15)]],
  ["20:00 - 24:00", [minutes(20, 24)]],
  ["", []],
])("the times %j are read", (text, expected) => {
  expect(parseRanges(text)).toEqual(expected);
});

test.each([
  "13:00 - 09:00",
  "09:00 - 09:00",
  "25:00 - 26:00",
  "09:75 - 10:00",
  "24:00 - 24:30",
  "nach Vereinbarung",
  "9",
])("the times %j are nonsense", (text) => {
  expect(parseRanges(text)).toEqual([null]);
});

const monday = { d: "2026-03-09", typTsz: [{ typ: "07", sprechzeiten: [{ z: "09:00 - 10:00" }] }] };

test("dates are folded into weekdays: doubles dropped, overlaps and touching ranges joined", () => {
  const { phoneHours, warnings } = readHours(
    [
      monday,
      {
        d: "2026-03-16",
        typTsz: [{ typ: "07", sprechzeiten: [{ z: "09:00 - 10:00" }, { z: "09:30 - 11:00" }] }],
      },
      { d: "2026-03-23", typTsz: [{ typ: "07", sprechzeiten: [{ z: "11:00 - 12:00; 15:00 - 16:00" }] }] },
    ],
    "NW",
  );
  expect(phoneHours).toEqual({
    mon: [
      { from: "09:00", to: "12:00" },
      { from: "15:00", to: "16:00" },
    ],
  });
  expect(warnings).toEqual([]);
});

test("both generations give the same week", () => {
  const old = {
    d: "09.03.",
    t: "Mo.",
    tszDesTyps: [
      { typ: "Telefonische Erreichbarkeit", sprechzeiten: [{ zeit: "09:00-10:00" }] },
      { typ: "Sprechstunde", sprechzeiten: [{ zeit: "14:00-18:00" }] },
    ],
  };
  const current = {
    d: "2026-03-09",
    typTsz: [
      { typ: "07", sprechzeiten: [{ z: "09:00 - 10:00" }] },
      { typ: "01", sprechzeiten: [{ z: "14:00 - 18:00" }] },
    ],
  };
  expect(readHours([old], "NW")).toEqual(readHours([current], "NW"));
  expect(readHours([current], "NW")).toMatchObject({
    phoneHours: { mon: [{ from: "09:00", to: "10:00" }] },
    officeHours: { mon: [{ from: "14:00", to: "18:00" }] },
  });
});

test.each([
  "01",
  "02",
  "05",
  "06",
  "Sprechstunde mit Termin",
  "Offene Sprechstunde",
  "Psychotherapeutische Sprechstunde",
])("type %s means office hours", (typ) => {
  const { officeHours, phoneHours } = readHours(
    [{ ...monday, typTsz: [{ ...monday.typTsz[0], typ }] }],
    null,
  );
  expect(Object.keys(officeHours)).toEqual(["mon"]);
  expect(phoneHours).toEqual({});
});

test("an unknown type is left out with a warning", () => {
  const { officeHours, phoneHours, warnings } = readHours(
    [{ ...monday, typTsz: [{ ...monday.typTsz[0], typ: "99" }] }],
    null,
  );
  expect([officeHours, phoneHours]).toEqual([{}, {}]);
  expect(warnings).toHaveLength(1);
});

test("public holidays are ignored, in the states that keep them", () => {
  const allSaints = { ...monday, d: "2027-11-01" }; // a Monday
  expect(readHours([allSaints], "NW").phoneHours).toEqual({});
  expect(readHours([allSaints], "NW").warnings).toHaveLength(1);
  expect(readHours([allSaints], "NI").phoneHours).toEqual({ mon: [{ from: "09:00", to: "10:00" }] });
  const oldEasterMonday = {
    d: "21.04.",
    t: "Mo.",
    tszDesTyps: [{ typ: "Telefonische Erreichbarkeit", sprechzeiten: [{ zeit: "09:00-10:00" }] }],
  };
  expect(readHours([oldEasterMonday], null).phoneHours).toEqual({}); // 21 April was Easter Monday in 2025
  expect(readHours([oldEasterMonday, { ...oldEasterMonday, d: "28.04." }], null).phoneHours).toEqual({
    mon: [{ from: "09:00", to: "10:00" }],
  });
});

test("the date decides the weekday; without a year the named day does", () => {
  expect(Object.keys(readHours([{ ...monday, t: "So." }], null).phoneHours)).toEqual(["mon"]);
  const old = {
    d: "22.12.",
    t: "So.",
    tszDesTyps: [{ typ: "Telefonische Erreichbarkeit", sprechzeiten: [{ zeit: "12:00-12:50" }] }],
  };
  expect(readHours([old], "NW").phoneHours).toEqual({ sun: [{ from: "12:00", to: "12:50" }] });
  expect(readHours([{ ...old, t: "" }], "NW")).toMatchObject({
    phoneHours: {},
    warnings: [expect.stringContaining("22.12.")],
  });
  expect(readHours([{ ...monday, d: "2026-02-30" }], "NW")).toMatchObject({
    phoneHours: {},
    warnings: [expect.any(String)],
  });
});

test("a nonsense range is dropped with a warning and the rest is kept", () => {
  const { phoneHours, warnings } = readHours(
    [
      {
        d: "2026-03-11",
        typTsz: [{ typ: "07", sprechzeiten: [{ z: "13:00 - 09:00" }, { z: "10:00 - 11:00" }] }],
      },
    ],
    "NW",
  );
  expect(phoneHours).toEqual({ wed: [{ from: "10:00", to: "11:00" }] });
  expect(warnings).toEqual([expect.stringContaining("13:00 - 09:00")]);
});

test("two weeks are joined without overlaps", () => {
  expect(
    joinWeeks(
      { mon: [{ from: "09:00", to: "10:00" }] },
      { mon: [{ from: "09:30", to: "11:00" }], fri: [{ from: "08:00", to: "09:00" }] },
    ),
  ).toEqual({ mon: [{ from: "09:00", to: "11:00" }], fri: [{ from: "08:00", to: "09:00" }] });
});
