import { describe, expect, it } from "vitest";
import { dayOf, dayValues, fieldId, formValues, listOf, textOf } from "./form-state";

const form = (...entries: [string, string | File][]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

describe("what was typed comes back", () => {
  it("single texts, lists, and neither files nor React's own fields", () => {
    const data = form(
      ["name", " Ada "],
      ["day", "mon"],
      ["day", "tue"],
      ["$ACTION_KEY", "k"],
      ["file", new File([], "x")],
    );
    const values = formValues(data);
    expect(values).toEqual({ name: " Ada ", day: ["mon", "tue"] });
    expect(textOf(values, "name")).toBe("Ada");
    expect(textOf(values, "missing")).toBe("");
    expect(listOf(values, "day")).toEqual(["mon", "tue"]);
    expect(listOf(values, "name")).toEqual([" Ada "]);
    expect(listOf(values, "missing")).toEqual([]);
  });

  it("a field named like an object's own property does no harm", () => {
    expect(textOf(formValues(form(["__proto__", "x"], ["constructor", "y"])), "constructor")).toBe("y");
    expect(textOf({}, "name")).toBe("");
  });
});

describe("a date typed in three fields", () => {
  const day = (d: string, m: string, y: string) =>
    dayOf({ "born.day": d, "born.month": m, "born.year": y }, "born");

  it.each([
    ["24", "3", "1988", "1988-03-24"],
    [" 1 ", "01", "2000", "2000-01-01"],
    ["29", "2", "2024", "2024-02-29"],
    ["29", "2", "2023", "invalid"],
    ["31", "4", "2020", "invalid"],
    ["1", "13", "2020", "invalid"],
    ["0", "1", "2020", "invalid"],
    ["1", "1", "88", "invalid"],
    ["1", "", "1988", "invalid"],
    ["x", "1", "1988", "invalid"],
    ["1e", "1", "1988", "invalid"],
    ["", "", "", null],
  ])("%s %s %s", (d, m, y, iso) => expect(day(d, m, y)).toBe(iso));

  it("is shown again as it was", () => {
    expect(dayOf(dayValues("born", "1988-03-04"), "born")).toBe("1988-03-04");
    expect(dayValues("born", null)).toEqual({ "born.day": "", "born.month": "", "born.year": "" });
  });
});

it("ids of fields are valid for any field name", () => {
  expect(fieldId("form", "address.postalCode")).toBe("form-address-postalCode");
});
