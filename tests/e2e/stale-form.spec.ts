import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { patients } from "@/db/schema";
import { paths } from "@/lib/paths";
import { givenPatient } from "@/tests/support/factories";
import { expect, signIn, systemCtx, test } from "./support/test";

for (const javaScriptEnabled of [true, false]) {
  test(`a form that stayed open in a second tab overwrites nothing, ${javaScriptEnabled ? "with" : "without"} JavaScript: it says so, and what was typed stays`, async ({
    browser,
  }) => {
    const { id } = await givenPatient(systemCtx(), { firstName: "Wiebke", phone: "0241 99999957" });
    const context = await browser.newContext({ javaScriptEnabled, locale: "de-DE" });
    const [stale, other] = [await context.newPage(), await context.newPage()];
    await signIn(stale, "coordinator");
    await stale.goto(paths.admin.patientEdit(id));
    await other.goto(paths.admin.patientEdit(id));
    const save = { name: "Änderungen speichern" };
    await other.locator('[name="phone"]').fill("0241 99999958");
    await other.getByRole("button", save).click();
    await expect(other.getByRole("heading", { level: 1 })).toContainText("Wiebke");

    await stale.locator('[name="firstName"]').fill("Wibke");
    await stale.getByRole("button", save).click();
    await expect(stale.locator("main")).toContainText("Jemand hat das inzwischen geändert");
    await expect(stale.locator('[name="firstName"]')).toHaveValue("Wibke");
    const [kept] = await database().select().from(patients).where(eq(patients.id, id));
    expect(kept).toMatchObject({ firstName: "Wiebke", phone: "0241 99999958" });

    await stale.goto(paths.admin.patientEdit(id));
    await expect(stale.locator('[name="phone"]')).toHaveValue("0241 99999958");
    await stale.locator('[name="firstName"]').fill("Wibke");
    await stale.getByRole("button", save).click();
    await expect(stale.getByRole("heading", { level: 1 })).toContainText("Wibke");
    await context.close();
  });
}
