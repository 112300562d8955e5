import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** Which Chromium the tests drive: CHROMIUM_PATH, else Debian's, else Playwright's own. Throws a sentence without one. */
export function chromiumPath(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, but there is no such file.`);
  }
  const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", chromium.executablePath()].find((path) =>
    existsSync(path),
  );
  if (found) return found;
  throw new Error(
    "The browser tests need Chromium: install Debian's package (apt-get install chromium), run npx playwright install chromium, or set CHROMIUM_PATH.",
  );
}
