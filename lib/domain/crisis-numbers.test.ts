import { expect, it } from "vitest";
import { telephoneLink } from "@/lib/format";
import { crisisNumbers } from "./crisis-numbers";

it("every number that the rules of the product name is there, dials correctly, and the emergency call is first", () => {
  expect(crisisNumbers.flatMap(({ numbers }) => numbers.map(telephoneLink))).toEqual([
    "tel:112",
    "tel:+498001110111",
    "tel:+498001110222",
    "tel:116123",
    "tel:116117",
    "tel:116111",
    "tel:116016",
    "tel:+498003344533",
  ]);
});

it("each number names where its provider publishes it", () => {
  for (const { source } of crisisNumbers) expect(new URL(source).protocol).toBe("https:");
});
