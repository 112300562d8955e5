import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../app/globals.css", import.meta.url), "utf8");

/** Every token with its light and its dark value. */
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
);

const grounds = ["paper", "sheet", "well"];
const tones = ["needs", "good", "warn", "bad"];

/** Text on ground, as the components use them. */
const textPairs: [string, string][] = [
  ...grounds.flatMap((ground) =>
    ["ink", "ink-soft", "main", "main-strong", "bad-ink"].map((text) => [text, ground] as [string, string]),
  ),
  ...["ink", "ink-soft", "main"].map((text) => [text, "main-wash"] as [string, string]),
  ...tones.map((tone) => [`${tone}-ink`, `${tone}-wash`] as [string, string]),
  ["on-main", "main"],
  ["on-main", "main-strong"],
  ["on-bad", "bad"],
  ["on-bad", "bad-strong"],
];

/** Edges of controls, rings of focus and shapes that carry a meaning. */
const edgePairs: [string, string][] = [
  ...grounds.flatMap((ground) =>
    ["edge", "main", "focus", "bad-edge"].map((edge) => [edge, ground] as [string, string]),
  ),
  ["main", "main-wash"],
  ...tones.flatMap((tone) => grounds.map((ground) => [`${tone}-edge`, ground] as [string, string])),
];

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  it.each(textPairs)("%s on %s can be read (4.5 to 1)", (text, ground) => {
    expect(contrast(valueOf(text, theme), valueOf(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)("%s beside %s can be seen (3 to 1)", (edge, ground) => {
    expect(contrast(valueOf(edge, theme), valueOf(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

it("the measure itself agrees with the known ends", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

function valueOf(name: string, theme: "light" | "dark"): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`No token --color-${name} in app/globals.css`);
  return token[theme];
}

/** Contrast ratio of two colours "#rrggbb" as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
