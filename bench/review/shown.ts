import type { Page } from "@playwright/test";
import type { Wait } from "./summary";

/** The proposal that is shown, as its form says. */
export type Shown = {
  inquiryId: string;
  version: number;
  /** How many people it is about. */
  people: number;
};

/** Keys pressed and waits so far. */
export type Tally = { keys: number; waits: Wait[] };

/** Reads what is shown; null where nothing waits for review any more. */
export function readShown(page: Page): Promise<Shown | null> {
  return page.evaluate(() => {
    const valueOf = (name: string) =>
      document.querySelector<HTMLInputElement>(`#review input[name="${name}"]`)?.value ?? "";
    const inquiryId = valueOf("id");
    return inquiryId
      ? { inquiryId, version: Number(valueOf("version")), people: Number(valueOf("people")) }
      : null;
  });
}

/** Presses keys that the page answers by itself. */
export async function press(page: Page, tally: Tally, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    tally.keys++;
  }
}

/**
 * Presses keys, the last of which asks the server, and waits until what was asked for is painted and no button says that
 * it is busy. Notes the time since that last key was pressed. Throws when nothing changes for ten seconds.
 */
export async function pressAndWait(
  page: Page,
  tally: Tally,
  step: string,
  keys: readonly string[],
): Promise<void> {
  await press(page, tally, keys.slice(0, -1));
  const painted = page.evaluate(untilPainted);
  await press(page, tally, keys.slice(-1));
  const ms = await painted;
  if (ms === null) {
    const says = await page.locator("main").innerText();
    throw new Error(
      `After ${keys.join(" ")} (${step}) nothing changed. The page says: ${says.slice(0, 600)}`,
    );
  }
  tally.waits.push({ step, ms });
}

/** Runs in the page: the milliseconds from the next key until another proposal, version or list is there to be used. */
function untilPainted(): Promise<number | null> {
  const state = () => {
    const form = document.querySelector("#review");
    const inputs = ["id", "version"].map(
      (name) => form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value,
    );
    return [...inputs, document.querySelector("#others") !== null].join(" ");
  };
  const isBusy = () => document.querySelector('main [aria-disabled="true"]') !== null;
  const before = state();
  return new Promise((resolve) => {
    let pressedAt = performance.now();
    const givesUpAt = pressedAt + 10_000;
    addEventListener("keydown", () => (pressedAt = performance.now()), { capture: true, once: true });
    const look = () => {
      if (state() !== before && !isBusy()) {
        // This frame is painted when the next one begins.
        requestAnimationFrame(() => resolve(performance.now() - pressedAt));
      } else if (performance.now() > givesUpAt) resolve(null);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
