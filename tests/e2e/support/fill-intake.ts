import { type Page, expect } from "@playwright/test";
import { paths } from "@/lib/paths";

export type Typed = Record<string, string | true | string[]>;

/** What an invented person answers on each screen; change single answers by step. */
export const answersOf = (email: string) =>
  ({
    person: {
      firstName: "Wanda",
      lastName: "Probst",
      "birthDate.day": "9",
      "birthDate.month": "11",
      "birthDate.year": "1984",
      gender: "female",
    },
    contact: { email, postalCode: "52062", city: "Aachen" },
    insurance: { payer: "gkv", reimbursementRoute: true },
    situation: { mood: ["anxiety"], symptomsText: "Ich grüble viel." },
    treatment: { consultation: "yes", ptv11: ["urgent"], previousTherapy: "no" },
    wishes: { wantedTherapistGender: "any", openTo: ["video"] },
    times: {
      timesKind: "some",
      times: ["mon.morning", "wed.evening"],
      travelMode: "transit",
      travelMinutes: "45",
    },
    consents: { consentProcessing: true, consentSharing: true },
  }) satisfies Record<string, Typed>;

/** Fills in the fields of the screen that is open. */
export async function type(page: Page, fields: Typed): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`);
    const isChoice = /radio|checkbox/.test((await field.first().getAttribute("type")) ?? "");
    if (value === true) await field.check();
    else if (!isChoice) await field.fill(String(value));
    else for (const one of [value].flat()) await page.locator(`[name="${name}"][value="${one}"]`).check();
  }
}

export async function press(page: Page, go: "next" | "back"): Promise<void> {
  await page.locator(`main form button[value="${go}"]`).click();
}

/** Answers screens from `from` on and stops on the one named by `until`, without filling it in. */
export async function answerUntil(
  page: Page,
  answers: Record<string, Typed>,
  { from = "person", until = "check" } = {},
): Promise<void> {
  const steps = Object.keys(answers);
  for (const step of steps.slice(steps.indexOf(from))) {
    await expect(page).toHaveURL(new RegExp(`${paths.intakeStep(step)}($|\\?)`));
    if (step === until) return;
    await type(page, answers[step]!);
    await press(page, "next");
  }
  await expect(page).toHaveURL(new RegExp(paths.intakeStep(until)));
}
