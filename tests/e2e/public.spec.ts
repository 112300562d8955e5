import { database } from "@/db/client";
import { rateLimits } from "@/db/schema";
import { hashSecret } from "@/lib/core/crypto";
import { paths } from "@/lib/paths";
import { postForm } from "./support/post-form";
import { expect, expectAccessible, test } from "./support/test";

const pages = [
  paths.home,
  paths.help,
  paths.imprint,
  paths.privacy,
  paths.accessibility,
  paths.intake,
  paths.admin.signIn,
];

for (const path of pages) {
  test(`${path} is accessible, fits 320 px, and reaches help now in both languages`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const lang of ["de", "en"]) {
      await page.context().addCookies([{ name: "lang", value: lang, url: process.env.E2E_URL! }]);
      const response = await page.goto(path);
      expect(response!.status()).toBe(200);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, "nothing stands out sideways").toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
  });
}

for (const [path, limit] of [
  [paths.home, 0],
  [paths.help, 0],
  [paths.imprint, 0],
  [paths.privacy, 0],
  [paths.accessibility, 0],
  // Almost all of it is the framework's.
  [paths.intakeStep("person"), 145_000],
  [paths.intakeStep("contact"), 145_000],
] as const) {
  test(`${path} fetches ${limit === 0 ? "no script" : `at most ${limit} bytes of script`}`, async ({
    page,
  }) => {
    const sizes: Promise<number>[] = [];
    page.on("requestfinished", (sent) => {
      if (sent.resourceType() === "script")
        sizes.push(sent.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThanOrEqual(limit);
    if (limit > 0) expect(bytes).toBeGreaterThan(0);
  });
}

test("a page without script changes its language by its own button", async ({ page }) => {
  await page.goto(paths.help);
  await page.locator('button[name="lang"][value="en"]').click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveURL(new RegExp(`${paths.help}$`));
});

test("limits count the connection, whatever address a browser claims to have", async ({ playwright }) => {
  const claimed = "203.0.113.77";
  const browser = await playwright.request.newContext({
    baseURL: process.env.E2E_URL!,
    extraHTTPHeaders: { "X-Forwarded-For": claimed },
  });
  const wrong = { email: "nobody@example.org", password: "kein-leuchtturm-99" };
  expect((await postForm(browser, paths.admin.signIn, "form", wrong)).status()).toBe(200);
  const counted = (await database().select().from(rateLimits)).map(({ key }) => key);
  const isCounted = (address: string) => counted.includes(hashSecret(`sign-in address ${address}`));
  expect(isCounted(claimed)).toBe(false);
  expect(isCounted("127.0.0.1")).toBe(true);
  await browser.dispose();
});

test("an anonymous visitor sees nothing of the desk", async ({ page, request }) => {
  for (const path of Object.values(paths.admin).filter((value) => typeof value === "string")) {
    if (path === paths.admin.signIn) continue;
    await page.goto(path);
    expect(new URL(page.url()).pathname, path).toBe(paths.admin.signIn);
  }
  for (const path of [paths.api.patients, paths.api.therapists]) {
    expect((await request.get(path)).status(), path).toBe(401);
  }
});
