import { randomUUID } from "node:crypto";
import { matchingRuns } from "@/db/schema";
import { countFacts } from "@/lib/domain/matching/run/count-facts";
import { paths } from "@/lib/paths";
import { givenPatient, givenTherapist } from "@/tests/support/factories";
import { expect, expectAccessible, signIn, systemCtx, test } from "./support/test";

const mark = randomUUID().slice(0, 8);
/** Far from everybody else of the tests: three practices 3, 4 and 25 km away, and a person who travels 10 km. */
const north = (km: number) => ({ lat: 53.9 + km / 111.2, lon: 8.4 });

async function practice(lastName: string, km: number, changes: object = {}) {
  const address = { street: "Am Priel", houseNumber: "1", postalCode: "27499", city: "Neuwerk" };
  const locations = [{ address, coordinates: north(km), stepFree: "yes" as const }];
  const email = `${lastName.toLowerCase()}-${mark}@example.org`;
  return givenTherapist(systemCtx(), { lastName: `${lastName} ${mark}`, email, locations, ...changes });
}

test("from a patient to who fits, what would be otherwise, a proposal by hand, and the review desk", async ({
  page,
}) => {
  const patient = await givenPatient(systemCtx(), {
    lastName: `Wattläuferin ${mark}`,
    coordinates: north(0),
    travel: { mode: "car", maxMinutes: null, maxKm: 10 },
  });
  await practice("Nah", 3);
  const unclear = await practice("Unklar", 4, { statutorySeat: "unknown" });
  await practice("Fern", 25);
  await signIn(page, "coordinator");
  await page.goto(paths.admin.patient(patient.id));
  await page.getByRole("link", { name: "Wer passt?" }).click();
  const list = (title: string) => page.getByRole("region", { name: title });
  await expect(list("Passt (1)")).toContainText(`Nah ${mark}`);
  await expectAccessible(page);
  const line = page.getByRole("region", { name: /^Ungeklärt/ }).getByRole("listitem");
  const resolve = line
    .filter({ hasText: `Unklar ${mark}` })
    .getByRole("link", { name: "Kassensitz klären" })
    .first();
  const field = `${paths.admin.therapistEdit(unclear.id)}#form-statutorySeat`;
  await expect(resolve).toHaveAttribute("href", field);

  await page.getByLabel("Luftlinie höchstens").fill("30");
  await page.getByRole("button", { name: "Ausprobieren" }).click();
  await expect(page.locator("main").getByRole("status")).toContainText(
    "2 Praxen können vorgeschlagen werden",
  );
  await expect(list("Passt (2)")).toContainText(`Fern ${mark}`);
  await page.getByRole("link", { name: "Zurück zu den Angaben der Person" }).click();
  await expect(list("Passt (1)"), "nothing of it was kept").not.toContainText(`Fern ${mark}`);

  await list("Passt (1)").getByRole("link", { name: "Ansehen und vorschlagen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Nah ${mark}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Vorschlagen" }).click();
  await expect(page.locator("#proposal")).toContainText(`Nah ${mark}`);
  await expect(page.locator("[data-item]")).toContainText(`Wattläuferin ${mark}`);
});

test("the missing fact that opens most leads to the field in which it is filled in, and is gone then", async ({
  page,
}) => {
  for (let i = 0; i < 4; i++)
    await givenPatient(systemCtx(), {
      coordinates: north(100),
      travel: { mode: "car", maxMinutes: null, maxKm: 10 },
    });
  const unclear = await practice("Luecke", 101, { statutorySeat: "unknown" });
  const id = "00000000-0000-7000-8000-0000000000f1";
  const counts = { fit: 0, check: 0, out: 0, proposals: 0 };
  const now = new Date();
  await systemCtx()
    .db.insert(matchingRuns)
    .values({ id, status: "finished", startedAt: now, finishedAt: now, counts });
  await countFacts(systemCtx(), id);
  await signIn(page, "coordinator");
  await page.getByRole("link", { name: "Fehlende Angaben" }).click();
  const seat = page.locator("#therapist-seat");
  await expect(seat).toContainText("4 Personen");
  await expectAccessible(page);
  const all = seat.getByRole("link", { name: "Mehr davon" });
  if (await all.isVisible()) await all.click();
  await seat.getByRole("link", { name: `Luecke ${mark}` }).click();
  await expect(page).toHaveURL(`${paths.admin.therapistEdit(unclear.id)}#form-statutorySeat`);
  await page.locator('select[name="statutorySeat"]').selectOption("yes");
  await page.getByRole("button", { name: "Änderungen speichern" }).click();
  await expect(page).toHaveURL(/done=saved/);
  await page.goto(paths.admin.missingFacts);
  await expect(page.getByText(`Luecke ${mark}`)).toHaveCount(0);
});
