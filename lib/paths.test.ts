import { describe, expect, it } from "vitest";
import { absolute, paths, withQuery } from "./paths";

describe("addresses", () => {
  it("a value from outside cannot leave its place in the path", () => {
    expect(paths.respond("../admin?x=1#y")).toBe("/respond/..%2Fadmin%3Fx%3D1%23y");
  });

  it("a query leaves out what is empty and repeats lists", () => {
    expect(withQuery("/x", { a: "ä b", page: 2, none: null, empty: "", off: false, list: ["1", "2"] })).toBe(
      "/x?a=%C3%A4+b&page=2&list=1&list=2",
    );
    expect(withQuery("/x", {})).toBe("/x");
  });

  it("a whole address has one slash between base and path and keeps a base path", () => {
    expect(absolute("/my/t", "https://lotse.example/")).toBe("https://lotse.example/my/t");
    expect(absolute("/my/t", "https://example.org/lotse")).toBe("https://example.org/lotse/my/t");
  });
});
