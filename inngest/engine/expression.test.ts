import { describe, expect, it } from "vitest";
import { conditionHolds, expressionProblem, expressionValue, lookupKey, lookupKeys } from "./expression";

const event = {
  name: "a/b",
  data: { id: "p1", n: 3, list: [{ x: 1 }, { y: 2 }], on: true, deep: { id: "q" } },
};
const async = { name: "c/d", data: { id: "p1", n: 4 } };

describe("a missing field is null", () => {
  it.each([
    ["event.data.id == async.data.id", true],
    ["event.data.n == async.data.n", false],
    ["event.data.n < async.data.n && event.name == 'a/b'", true],
    ["event.data.missing == null", true],
    ["event.data.missing.deeper == null", true],
    ["event.data.missing == 'p1'", false],
    ["event.data.missing == async.data.missing", true],
    ["event.data.missing != null && event.data.missing > 3", false],
    ["event.data['id'] == 'p1'", true],
    ["(event.data).deep['id'] == 'q'", true],
    ["event.data.list.exists(item, item.y == 2)", true],
    ["event.data.list[5].x == null", true],
    ["event.data.id in ['p0', 'p1']", true],
    ["event.data.missing in ['p0', null]", true],
    ["has(event.data.id) && !has(event.data.missing)", true],
    ["event.data.on", true],
    ["event.data.missing", false],
    ["event.data.missing > 3", false],
    ["event.data.id.startsWith('p')", true],
  ])("%s is %s", (text, expected) => {
    expect(expressionProblem(text, "condition", "both")).toBeNull();
    expect(conditionHolds(text, { event, async })).toBe(expected);
  });
});

describe("an invalid expression is refused", () => {
  it.each([
    ["event.data.id ==", "condition", "event"],
    ["events.data.id == 'a'", "condition", "event"],
    ["async.data.id == 'a'", "condition", "event"],
    ["'text'", "condition", "event"],
    ["process.exit()", "value", "both"],
    ["(".repeat(2000), "value", "both"],
  ] as const)("%s", (text, use, names) => {
    expect(expressionProblem(text, use, names)).toMatch(/\w/);
  });
});

describe("values", () => {
  it.each([
    ["event.data.id", "p1"],
    ["event.data.id + '-' + event.data.deep.id", "p1-q"],
    ["event.data.missing", null],
    ["event.data.on ? 120 : 0", 120],
    ["event.data.n", 3],
  ])("%s is %s", (text, expected) => {
    expect(expressionValue(text, { event })).toBe(expected);
  });
});

describe("waits are found by the field they compare", () => {
  it.each([
    ["event.data.id == async.data.id", 'data.id="p1"'],
    ["async.data.inquiryId == event.data.id", 'data.inquiryId="p1"'],
    ["async.data.n == 4 && event.data.on", "data.n=4"],
    ["event.data.on && async.data.id == 'x'", 'data.id="x"'],
    ["event.data.missing == async.data.missing", null],
    ["event.data.id == async.data.id || true", null],
    ["async.data.n > 3", null],
  ])("%s", (text, expected) => {
    expect(lookupKey(text, event)).toBe(expected);
  });

  it("and an event answers to each of its fields", () => {
    expect(
      lookupKeys({ name: "c/d", data: { id: "p1", n: 4, deep: { ok: true }, none: null, list: [1] } }),
    ).toEqual(['name="c/d"', 'data.id="p1"', "data.n=4", "data.deep.ok=true"]);
  });
});
