import { randomInt } from "node:crypto";
import { globSync } from "node:fs";
import type { Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { planCall } from "@/lib/domain/calls/plan-call";
import { givenPatient, givenProposal, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { givenInboundMail } from "@/tests/support/inbound-mails";
import { firstOf } from "./support/desk";
import { expect, expectAccessible, signIn, systemCtx, test } from "./support/test";

/** Something to show on every page of the desk. */
async function givenEverything() {
  const ctx = systemCtx();
  const mark = String(randomInt(100_000, 999_999));
  const address = { street: "Am Kai", houseNumber: "1", postalCode: "52064", city: "Aachen" };
  const coordinates = { lat: 50.776, lon: 6.084 };
  const therapist = await givenTherapist(ctx, {
    lastName: `Überseebrücke ${mark}`,
    phone: `0241 ${mark}`,
    email: `${mark}@ueberseebruecke.example`,
    locations: [{ address, coordinates, stepFree: "unknown" }],
  });
  const proposedTo = await givenTherapist(ctx, {
    lastName: "Landungsbrücke",
    email: `${mark}@landungsbruecke.example`,
    locations: [{ address, coordinates, stepFree: "unknown" }],
  });
  const [first, second] = [
    await givenPatient(ctx, { coordinates }),
    await givenPatient(ctx, { coordinates }),
  ];
  const sent = await givenSentInquiry(ctx, therapist, [first.searchId]);
  const proposal = await givenProposal(ctx, proposedTo, [first.searchId, second.searchId]);
  // Agreed for now: it can be taken at every hour of every day.
  const { practiceId } = therapist;
  await planCall(ctx, { practiceId, inquiryId: sent.inquiryId, appointment: ctx.now });
  const head = [
    `From: Praxis <${mark}@anleger.example>`,
    `Subject: Platz ${mark}`,
    "Content-Type: text/plain",
  ];
  await givenInboundMail(ctx, head, "Guten Tag, ab Mai ist etwas frei.");
  return { mark, therapist, patient: first, sent, proposal };
}

/** Each page of the desk by its folder under app/admin, opened with something to show. */
async function everyPage(page: Page): Promise<Record<string, string[]>> {
  const { mark, therapist, patient, sent, proposal } = await givenEverything();
  const { admin } = paths;
  const { inquiryId } = proposal;
  await page.goto(admin.calls);
  const call = page.getByRole("listitem").filter({ hasText: mark });
  await call.getByRole("button").click();
  await page.waitForURL(/\/admin\/calls\/[0-9a-f-]{36}$/);
  const callPage = new URL(page.url()).pathname;
  await page.goto(admin.inbox);
  const mailIn = (await page
    .getByRole("link", { name: `Platz ${mark}` })
    .first()
    .getAttribute("href"))!;
  return {
    "": [admin.today],
    account: [admin.account],
    audit: [admin.audit],
    calls: [admin.calls],
    "calls/[id]": [callPage],
    imports: [admin.imports],
    "imports/[id]": [await firstOf(page, admin.imports)],
    "inbox/[[...id]]": [admin.inbox, mailIn],
    inquiries: [admin.inquiries],
    "inquiries/[id]": [admin.inquiry(sent.inquiryId)],
    mail: [admin.mail],
    "mail/[id]": [await firstOf(page, admin.mail)],
    "mail/health": [admin.mailHealth],
    "mail/templates": [admin.mailTemplates],
    "mail/templates/[name]": [admin.mailTemplate("inquiry")],
    "matches/[[...id]]": [admin.matches, admin.match(inquiryId), `${admin.match(inquiryId)}?show=others`],
    "matches/approve-all": [admin.matchesApproveAll],
    "matches/preview/[id]": [admin.matchPreview(inquiryId)],
    "missing-facts": [admin.missingFacts],
    patients: [admin.patients],
    "patients/[id]": [admin.patient(patient.id)],
    "patients/[id]/dossier": [admin.patientDossier(patient.id)],
    "patients/[id]/edit": [admin.patientEdit(patient.id)],
    "patients/[id]/fits": [admin.patientFits(patient.id)],
    "patients/[id]/fits/[therapistId]": [admin.fit(patient.id, therapist.id)],
    "patients/new": [admin.patientNew],
    settings: [admin.settings],
    "settings/composition": [admin.settingsComposition],
    "statistics/fairness": [admin.fairness],
    team: [admin.team],
    "team/[id]": [await firstOf(page, admin.team)],
    "team/new": [admin.teamNew],
    "team/tokens/new": [admin.teamTokenNew],
    therapists: [admin.therapists],
    "therapists/[id]": [admin.therapist(therapist.id)],
    "therapists/[id]/edit": [admin.therapistEdit(therapist.id)],
    "therapists/[id]/fits": [admin.therapistFits(therapist.id)],
    "therapists/new": [admin.therapistNew],
    workflows: [admin.workflows],
    "workflows/[id]": [await firstOf(page, admin.workflows)],
  };
}

/** Pages that only answer what exists nowhere. */
const withoutContent = ["[...rest]"];

for (const [lang, colorScheme] of [
  ["de", "light"],
  ["en", "dark"],
] as const) {
  test(`every page of the desk fits 320 px, and is free of findings of axe (${lang}, ${colorScheme})`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await signIn(page, "admin");
    const pages = await everyPage(page);
    const folders = globSync("app/admin/**/page.tsx").map((file) => file.slice(10, -9).replace(/\/$/, ""));
    expect(Object.keys(pages).concat(withoutContent).toSorted(), "no page is left out").toEqual(
      folders.toSorted(),
    );
    await page.setViewportSize({ width: 320, height: 700 });
    await page.emulateMedia({ colorScheme });
    await page.context().addCookies([{ name: "lang", value: lang, url: process.env.E2E_URL! }]);
    for (const path of Object.values(pages).flat()) {
      await test.step(path, async () => {
        expect((await page.goto(path))?.status(), path).toBe(200);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(overflow, `nothing of ${path} stands out sideways`).toBeLessThanOrEqual(0);
        // What a page means is the same in every language, and contrast in the dark is computed for all colours.
        if (lang === "de" || path.startsWith(paths.admin.patients)) await expectAccessible(page);
      });
    }
  });
}
