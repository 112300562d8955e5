import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditEntries } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenProposal, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { getPatientPage } from "./get-patient-page";

let database: TestDatabase;
let system: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  system = { db: database.db, actor: { kind: "system", job: "test" }, now: new Date() };
});
afterAll(() => database.drop());

const linkOf = (patientId: string): Context => ({ ...system, actor: { kind: "patient", patientId } });

describe("the patient's own page", () => {
  test("says how the search stands and counts only practices that were really asked", async () => {
    const { id, searchId } = await givenPatient(system, { firstName: "Ronja" });
    const sent = await givenSentInquiry(system, await givenTherapist(system), [searchId]);
    const second = await givenSentInquiry(system, await givenTherapist(system), [searchId]);
    await givenProposal(system, await givenTherapist(system), [searchId]);
    await respondToInquiry(system, second.inquiryId, [
      { itemId: second.items[0]!.id, outcome: "rejected_capacity" },
    ]);
    const page = await getPatientPage(linkOf(id));
    expect(page).toMatchObject({ firstName: "Ronja", search: { id: searchId, status: "active" } });
    expect(page.asked).toEqual({ asked: 2, open: 1 });
    expect(page.placement).toBeNull();
    expect(page.consents.every((consent) => consent.grantedAt !== null)).toBe(true);
    expect(sent.inquiryId).not.toBe(second.inquiryId);
  });

  test("names the practice that said yes", async () => {
    const { id, searchId } = await givenPatient(system);
    const therapist = await givenTherapist(system, { lastName: "Zusage", website: "https://example.org" });
    const sent = await givenSentInquiry(system, therapist, [searchId]);
    await respondToInquiry(system, sent.inquiryId, [{ itemId: sent.items[0]!.id, outcome: "accepted" }]);
    const page = await getPatientPage(linkOf(id));
    expect(page.search).toMatchObject({ status: "placed" });
    expect(page.placement).toMatchObject({ lastName: "Zusage", phone: "0241 99999901" });
  });

  test("opened fifty times changes nothing", async () => {
    const { id } = await givenPatient(system);
    const before = await system.db.$count(auditEntries);
    const pages = await Promise.all(Array.from({ length: 50 }, () => getPatientPage(linkOf(id))));
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
    expect(await system.db.$count(auditEntries)).toBe(before);
  });

  test("is there for the link only", () =>
    expect(getPatientPage(system)).rejects.toMatchObject({ code: "not-found" }));
});
