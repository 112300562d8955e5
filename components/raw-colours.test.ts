import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const files = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx|css)$/.test(file) && file !== "globals.css")
    .map((file) => `${folder}/${file}`),
);

/** The browser's own frame, drawn before any stylesheet is there, and the mail look cannot use tokens. */
const exceptions = ["app/layout.tsx", "app/global-error.tsx"];

it("colours stand in app/globals.css and nowhere else", () => {
  const raw = files
    .filter((file) => !exceptions.includes(file))
    .flatMap((file) => {
      const found = readFileSync(file, "utf8").match(
        /(?<![&\w])#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})\b(?=["'\s;)\]])|\b(?:rgb|rgba|hsl|oklch)\(/gi,
      );
      return found ? [`${file}: ${found.join(", ")}`] : [];
    });
  expect(raw).toEqual([]);
});
