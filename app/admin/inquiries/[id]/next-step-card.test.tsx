import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "@/lib/core/context";
import { conductInquiry } from "@/lib/domain/inquiries/conduct-inquiry";
import { getInquiry } from "@/lib/domain/inquiries/get-inquiry";
import { postponeInquiry } from "@/lib/domain/inquiries/postpone-inquiry";
import { approveInquiry } from "@/lib/domain/inquiries/review-inquiry";
import { updateSettings } from "@/lib/domain/settings/settings";
import { messages } from "@/lib/i18n/messages";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenProposal, givenTherapist, systemOn } from "@/tests/support/factories";
import { NextStepCard } from "./next-step-card";

let database: TestDatabase;
/** Thursday, 19 November 2026, eleven o'clock in Germany. */
let thursday: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  thursday = systemOn(database.db, new Date("2026-11-19T10:00:00Z"));
  await updateSettings(thursday, { contactsPerDay: 1, sendDelaySeconds: 0 });
});
afterAll(() => database.drop());

async function givenApproved(): Promise<string> {
  const { searchId } = await givenPatient(thursday);
  const { inquiryId } = await givenProposal(thursday, await givenTherapist(thursday), [searchId]);
  await approveInquiry(thursday, { inquiryId, version: 1 });
  return inquiryId;
}

async function show(inquiryId: string, locale: "de" | "en" = "de"): Promise<string> {
  const inquiry = await getInquiry(thursday, inquiryId);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale] as never} timeZone="Europe/Berlin">
      <NextStepCard inquiry={inquiry} now={thursday.now} />
    </NextIntlClientProvider>,
  );
}

test("an inquiry that the contacts of a day hold back says why and when it leaves; one that a person put off does not", async () => {
  const [first, held, later] = [await givenApproved(), await givenApproved(), await givenApproved()];
  await conductInquiry(thursday, first);
  await conductInquiry(thursday, held);
  const words = await show(held);
  expect(words).toContain(messages.de.staffInquiries.next.heldBack);
  expect(words, "the next working day").toContain("20. November 2026");
  expect(await show(held, "en")).toContain(messages.en.staffInquiries.next.heldBack);
  await postponeInquiry(thursday, { inquiryId: later, until: new Date("2026-11-30T08:00:00Z") });
  const postponed = await show(later);
  expect(postponed).toContain(messages.de.staffInquiries.next.postponed);
  expect(postponed).not.toContain(messages.de.staffInquiries.next.heldBack);
});
