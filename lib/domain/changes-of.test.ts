import { describe, expect, test } from "vitest";
import { patientChanges, patientInput } from "./patients/schemas";
import { therapistChanges, therapistInput } from "./therapists/schemas";

describe.each([
  ["patient", patientChanges, patientInput],
  ["therapist", therapistChanges, therapistInput],
])("changes to a %s", (_, changes, whole) => {
  test("nothing given is no change, although the record has defaults", () => {
    expect(changes.parse({})).toEqual({});
  });

  test("one given field is one change", () => {
    expect(changes.parse({ lastName: " Beispiel " })).toEqual({ lastName: "Beispiel" });
  });

  test("a field keeps its rules and may say that nothing is known", () => {
    expect(changes.safeParse({ phone: "x" }).success).toBe(false);
    expect(changes.parse({ phone: null })).toEqual({ phone: null });
  });

  test("there is a change for every field of the record", () => {
    expect(Object.keys(changes.shape)).toEqual(Object.keys(whole.shape));
  });
});
