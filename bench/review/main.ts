/**
 * What the machine takes of the fifteen minutes in which a coordinator reviews a hundred proposals: the production
 * server and its engine on a PostgreSQL with a made-up country in it, one Chromium, one coordinator who signs in and
 * goes through the proposals by keyboard alone, without reading. One line of JSON per kind of step, then one for all:
 * `npm run bench:review -- [--proposals N] [--therapists N] [--searches N]`. Fails when a decision was not stored.
 */
import { type Page, chromium } from "@playwright/test";
import { systemContext } from "@/lib/core/context";
import { createStaff } from "@/lib/domain/staff/create-staff";
import { paths } from "@/lib/paths";
import { count } from "@/scripts/command-line/options";
import { optionsOf } from "@/scripts/command-line/read-options";
import { chromiumPath } from "@/tests/e2e/support/chromium";
import { withDesk } from "../with-desk";
import { type Done, decide } from "./decide";
import { type Decision, planOf } from "./plan";
import { type Tally, readShown } from "./shown";
import { linesOf, summaryOf } from "./summary";
import { verifyStored } from "./verify-stored";

const values = optionsOf({
  call: "npm run bench:review",
  about: "How long the review of proposals takes by keyboard alone.",
  options: {
    proposals: count(100, "proposals to go through"),
    therapists: count(33000, "therapists in the made-up country"),
    searches: count(10000, "searches in it"),
  },
});
const size = { therapists: values.therapists, searches: values.searches };
const email = "koordination@lotse.example";
const password = "leuchtturm-am-deich-42";

await withDesk({ ...size, withEngine: true }, async ({ localUrl, proposals }) => {
  const asked = values.proposals;
  if (proposals <= asked) throw new Error(`Only ${proposals} proposals wait; ask for fewer or more people.`);
  await createStaff(systemContext("bench"), { email, name: "Kim Beispiel", role: "coordinator", password });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage({
      baseURL: localUrl,
      locale: "de-DE",
      viewport: { width: 1440, height: 900 },
    });
    // What runs functions of ours in the page has given them names by a helper that is not there.
    await page.addInitScript("globalThis.__name ??= (named) => named");
    await signIn(page);
    const tally: Tally = { keys: 0, waits: [] };
    const done = await review(page, tally, planOf(asked));
    await verifyStored(done, proposals);
    for (const line of linesOf(tally.waits)) console.log(JSON.stringify(line));
    console.log(JSON.stringify(summaryOf(done.length, tally.keys, tally.waits)));
  } finally {
    await browser.close();
  }
});

async function signIn(page: Page): Promise<void> {
  await page.goto(paths.admin.signIn);
  await page.locator('input[name="email"]').focus();
  await page.keyboard.type(email);
  await page.locator('input[name="password"]').focus();
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/admin/);
  await page.goto(paths.admin.matches);
  // The sheet of keys opens once the page listens to keys.
  const sheet = page.locator("dialog[open]");
  while ((await sheet.count()) === 0) await page.keyboard.press("?");
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
}

/** Goes through the plan; what cannot be done with a proposal is made up for with the next that is only to be approved. */
async function review(page: Page, tally: Tally, plan: readonly Decision[]): Promise<Done[]> {
  const done: Done[] = [];
  const owed: Decision[] = [];
  for (const [index, planned] of plan.entries()) {
    const shown = await readShown(page);
    if (!shown) throw new Error(`After ${index} proposals none is shown.`);
    const wanted = planned === "approve" ? (owed.shift() ?? planned) : planned;
    const taken = await decide(page, tally, shown, wanted, index);
    if (!taken) owed.push(wanted);
    done.push(taken ?? (await decide(page, tally, shown, "approve", index))!);
  }
  if (owed.length > 0) throw new Error(`There was no proposal to ${owed.join(", ")}.`);
  return done;
}
