import type { Page } from "@playwright/test";
import type { Decision } from "./plan";
import { type Shown, type Tally, press, pressAndWait } from "./shown";

/** What was done with a proposal, to be found in the database afterwards. */
export type Done = {
  inquiryId: string;
  end: "approved" | "rejected";
  droppedPatientId?: string;
  /** Who came in place of whom. */
  swapped?: { addedPatientId: string; leftPatientId: string };
};

/** Steps down in the list of reasons: none given, never together, not now, wrong data. */
const reasons = [0, 1, 2, 5];

/**
 * Decides on the proposal that is shown, by keys alone, and leaves the next one on the page. Null when this decision
 * cannot be taken here: there is nobody to take out, or nobody to take in; then nothing is done.
 */
export async function decide(
  page: Page,
  tally: Tally,
  shown: Shown,
  decision: Decision,
  round: number,
): Promise<Done | null> {
  const { inquiryId } = shown;
  switch (decision) {
    case "approve":
      await approve(page, tally);
      return { inquiryId, end: "approved" };
    case "reject":
      await reject(page, tally, reasons[round % reasons.length]!);
      return { inquiryId, end: "rejected" };
    case "drop":
      return dropFirst(page, tally, shown);
    case "swap":
      return swap(page, tally, shown);
    case "undo":
      await approve(page, tally);
      await pressAndWait(page, tally, "undo", ["z"]);
      await approve(page, tally);
      return { inquiryId, end: "approved" };
  }
}

const approve = (page: Page, tally: Tally) => pressAndWait(page, tally, "approve", ["a"]);

async function reject(page: Page, tally: Tally, down: number): Promise<void> {
  const choosing = Array.from({ length: down }, () => "ArrowDown");
  await pressAndWait(page, tally, "reject", ["r", ...choosing, "Tab", "Enter"]);
}

async function dropFirst(page: Page, tally: Tally, { inquiryId, people }: Shown): Promise<Done | null> {
  if (people < 2) return null;
  const button = page.locator('[data-item="1"] [data-drop]');
  const droppedPatientId = (await button.getAttribute("value"))!.split(":")[2]!;
  await pressAndWait(page, tally, "take out", ["1", "x"]);
  await approve(page, tally);
  return { inquiryId, end: "approved", droppedPatientId };
}

/** Takes the first of those who fit as well in, in place of somebody. */
async function swap(page: Page, tally: Tally, { inquiryId }: Shown): Promise<Done | null> {
  await pressAndWait(page, tally, "who else fits", ["e"]);
  const first = page.locator('#others button[value^="add:"]').first();
  if ((await first.count()) === 0) return null;
  const addedPatientId = (await first.getAttribute("value"))!.split(":")[1]!;
  // From the heading, which has the focus, to the place; then past the name to the button.
  await press(page, tally, ["Tab", "ArrowDown"]);
  const place = await page.locator('#others select[name="instead"]').inputValue();
  const leftPatientId = place.split(":")[1];
  if (!leftPatientId) throw new Error("The keys did not choose whose place it is.");
  await pressAndWait(page, tally, "swap", ["Tab", "Tab", "Enter"]);
  await approve(page, tally);
  return { inquiryId, end: "approved", swapped: { addedPatientId, leftPatientId } };
}
