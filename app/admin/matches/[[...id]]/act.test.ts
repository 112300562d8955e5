import { expect, test } from "vitest";
import { readAct, writeAct } from "./act";

const [one, other] = ["019a0000-0000-7000-8000-000000000001", "019a0000-0000-7000-8000-000000000002"];

test("a button of the review means what it was written for, and anything else means nothing", () => {
  expect(readAct("approve")).toEqual({ act: "approve" });
  expect(readAct("reject")).toEqual({ act: "reject" });
  expect(readAct(writeAct("drop", one, other))).toEqual({ act: "drop", itemId: one, patientId: other });
  expect(readAct(writeAct("add", other))).toEqual({ act: "add", patientId: other });
  const hostile = [
    "",
    "approve:",
    `approve:${one}`,
    "drop",
    `drop:${one}`,
    `drop:${one}:x`,
    `add:${one}:${other}`,
    "send",
  ];
  for (const value of hostile) expect(readAct(value), value).toBeNull();
});
