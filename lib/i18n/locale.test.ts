import { describe, expect, it } from "vitest";
import { chooseLocale } from "./locale";

describe("the language of a visitor", () => {
  it("is the chosen one before anything the browser says", () => {
    expect(chooseLocale("en", "de")).toBe("en");
  });

  it.each([
    ["en-US,en;q=0.9,de;q=0.8", "en"],
    ["fr;q=1.0, de-AT;q=0.5, en;q=0.9", "en"],
    ["de;q=0.1,en;q=0", "de"],
    ["fr,it", "de"],
    ["", "de"],
    [",;q=x,,*", "de"],
    [null, "de"],
  ])("else the best one in %j", (header, locale) => expect(chooseLocale(undefined, header)).toBe(locale));

  it("a forged cookie falls back to what the browser says", () => {
    expect(chooseLocale("<script>", "en")).toBe("en");
  });
});
