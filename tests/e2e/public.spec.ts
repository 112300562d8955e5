import { paths } from "@/lib/paths";
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
