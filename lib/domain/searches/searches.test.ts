import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries, inquiries, inquiryItems, patients, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenProposal, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { eventsAbout } from "@/tests/support/traces";
import { grantConsents } from "../consents/grant-consents";
import { withdrawConsent } from "../consents/withdraw-consent";
import { getPatient } from "../patients/get-patient";
import { cancelSearch } from "./cancel-search";
import { pauseSearch } from "./pause-search";
import { resumeDueSearches, resumeSearch } from "./resume-search";

let database: TestDatabase;
let ctx: Context;
let system: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  const base = { db: database.db, now: new Date() };
  ctx = { ...base, actor: { kind: "staff", id: newId(), role: "coordinator", name: "Kim" } };
  system = { ...base, actor: { kind: "system", job: "test" } };
});
afterAll(() => database.drop());

const days = (count: number) => new Date(ctx.now.getTime() + count * 24 * 60 * 60 * 1000);
const noReason = { until: null, reason: "" };
const searchOf = async (id: string) => (await ctx.db.select().from(searches).where(eq(searches.id, id)))[0]!;
const linkOf = (patientId: string): Context => ({ ...ctx, actor: { kind: "patient", patientId } });

describe("pausing", () => {
  test("keeps the waiting date and takes the patient out of every open inquiry", async () => {
    const [one, other] = [await givenPatient(system), await givenPatient(system)];
    const sent = await givenSentInquiry(system, await givenTherapist(system), [one.searchId, other.searchId]);
    const proposed = await givenProposal(system, await givenTherapist(system), [one.searchId]);
    const before = await searchOf(one.searchId);
    await pauseSearch(ctx, one.searchId, { until: days(14), reason: "Urlaub" });
    expect(await searchOf(one.searchId)).toMatchObject({
      status: "paused",
      since: before.since,
      pausedUntil: days(14),
      pauseReason: "Urlaub",
    });
    const items = await ctx.db
      .select({ inquiryId: inquiryItems.inquiryId, outcome: inquiryItems.outcome })
      .from(inquiryItems)
      .where(eq(inquiryItems.searchId, one.searchId));
    expect(items).toEqual([{ inquiryId: sent.inquiryId, outcome: "withdrawn" }]);
    const [unsent] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, proposed.inquiryId));
    expect(unsent).toMatchObject({ status: "cancelled" });
    expect(await eventsAbout(ctx, one.searchId)).toContain("search/paused");
  });

  test("ten at the same moment pause once", async () => {
    const { searchId } = await givenPatient(system);
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => pauseSearch(ctx, searchId, noReason)),
    );
    expect(all.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of all)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "conflict", key: "search_paused" });
    expect((await eventsAbout(ctx, searchId)).filter((name) => name === "search/paused")).toHaveLength(1);
  });

  test("until a day that is over is refused", async () => {
    const { searchId } = await givenPatient(system);
    const endless = pauseSearch(ctx, searchId, { until: new Date("2099-01-01"), reason: "" });
    await expect(endless).rejects.toMatchObject({ fields: { until: "talk_too_far" } });
    const refused = pauseSearch(ctx, searchId, { until: ctx.now, reason: "" });
    await expect(refused).rejects.toMatchObject({ code: "invalid", fields: { until: "date_in_past" } });
  });
});

describe("resuming", () => {
  test("goes on with the old waiting date", async () => {
    const { searchId } = await givenPatient(system);
    const before = await searchOf(searchId);
    await pauseSearch(ctx, searchId, { until: days(3), reason: "x" });
    await resumeSearch(ctx, searchId);
    expect(await searchOf(searchId)).toEqual(before);
    expect(await eventsAbout(ctx, searchId)).toContain("search/resumed");
    await expect(resumeSearch(ctx, searchId)).rejects.toMatchObject({
      code: "conflict",
      key: "search_active",
    });
  });

  test("happens by itself when the pause is over, and only then", async () => {
    const [over, running] = [await givenPatient(system), await givenPatient(system)];
    await pauseSearch(ctx, over.searchId, { until: days(2), reason: "" });
    await pauseSearch(ctx, running.searchId, { until: days(9), reason: "" });
    const later = { ...system, now: days(3) };
    expect(await resumeDueSearches(later)).toBe(1);
    expect(await resumeDueSearches(later)).toBe(0);
    expect(await searchOf(over.searchId)).toMatchObject({ status: "active", pausedUntil: null });
    expect(await searchOf(running.searchId)).toMatchObject({ status: "paused" });
    await expect(resumeDueSearches(ctx)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("not without the consents", async () => {
    const { id, searchId } = await givenPatient(system);
    await pauseSearch(ctx, searchId, { until: days(1), reason: "" });
    await withdrawConsent(ctx, id, "sharing");
    const refused = resumeSearch(ctx, searchId);
    await expect(refused).rejects.toMatchObject({ code: "conflict", key: "consent_missing" });
    expect(await resumeDueSearches({ ...system, now: days(2) })).toBe(0);
    expect(await searchOf(searchId)).toMatchObject({ status: "paused" });
  });

  test("and a withdrawn consent at the same moment never leave a search running without it", async () => {
    for (let round = 0; round < 20; round++) {
      const { id, searchId } = await givenPatient(system);
      await pauseSearch(ctx, searchId, noReason);
      await Promise.allSettled([resumeSearch(ctx, searchId), withdrawConsent(ctx, id, "sharing")]);
      expect(await searchOf(searchId)).toMatchObject({ status: "paused" });
    }
  });
});

describe("ending", () => {
  test("is final, takes the patient out of inquiries and says why in one word", async () => {
    const { id, searchId } = await givenPatient(system);
    await givenSentInquiry(system, await givenTherapist(system), [searchId]);
    await cancelSearch(ctx, searchId, "found_elsewhere");
    expect(await searchOf(searchId)).toMatchObject({ status: "cancelled" });
    const [patient] = await ctx.db.select().from(patients).where(eq(patients.id, id));
    expect(patient).toMatchObject({ status: "search_cancelled" });
    const items = await ctx.db.select().from(inquiryItems).where(eq(inquiryItems.searchId, searchId));
    expect(items).toMatchObject([{ outcome: "withdrawn" }]);
    expect(await eventsAbout(ctx, searchId)).toContain("search/cancelled");
    expect(await eventsAbout(ctx, id)).toContain("patient/withdrawn");
    const entries = await ctx.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, searchId))
      .orderBy(auditEntries.id);
    expect(entries.at(-1)).toMatchObject({ act: "search.cancel", details: { reason: "found_elsewhere" } });
    for (const change of [
      () => cancelSearch(ctx, searchId, "other"),
      () => resumeSearch(ctx, searchId),
      () => pauseSearch(ctx, searchId, noReason),
    ])
      await expect(change()).rejects.toMatchObject({ code: "conflict", key: "search_cancelled" });
  });
});

describe("consents", () => {
  test("withdrawing one that the search needs stops it at once and giving it again goes on", async () => {
    const { id, searchId } = await givenPatient(system);
    await givenSentInquiry(system, await givenTherapist(system), [searchId]);
    const before = await searchOf(searchId);
    await withdrawConsent(ctx, id, "sharing");
    expect(await searchOf(searchId)).toMatchObject({ status: "paused", since: before.since });
    const items = await ctx.db.select().from(inquiryItems).where(eq(inquiryItems.searchId, searchId));
    expect(items).toMatchObject([{ outcome: "withdrawn" }]);
    await grantConsents(linkOf(id), id, ["sharing"]);
    expect(await searchOf(searchId)).toMatchObject({
      status: "active",
      since: before.since,
      pausedForConsent: false,
    });
    const { consents, consentHistory } = await getPatient(ctx, id);
    expect(consents).toContain("sharing");
    expect(consentHistory.filter((consent) => consent.kind === "sharing")).toHaveLength(2);
  });

  test("withdrawing another one leaves the search alone", async () => {
    const { id, searchId } = await givenPatient(system);
    await withdrawConsent(ctx, id, "status_mails");
    expect(await searchOf(searchId)).toMatchObject({ status: "active" });
    expect((await getPatient(ctx, id)).consents).not.toContain("status_mails");
  });

  test("giving or withdrawing twice is one act, also at the same moment", async () => {
    const { id } = await givenPatient(system);
    await Promise.all(Array.from({ length: 5 }, () => withdrawConsent(ctx, id, "identity")));
    await Promise.all(Array.from({ length: 5 }, () => grantConsents(ctx, id, ["identity", "identity"])));
    const { consentHistory } = await getPatient(ctx, id);
    expect(consentHistory.filter((consent) => consent.kind === "identity")).toHaveLength(2);
  });

  test("entered by staff they start a search that waited for them; by the patient's link they do not", async () => {
    const [one, other] = [await givenPatient(system), await givenPatient(system)];
    for (const { id, searchId } of [one, other]) {
      await withdrawConsent(ctx, id, "sharing");
      await ctx.db
        .update(searches)
        .set({ status: "unverified", pausedForConsent: false })
        .where(eq(searches.id, searchId));
    }
    await grantConsents(ctx, one.id, ["sharing"]);
    await grantConsents(linkOf(other.id), other.id, ["sharing"]);
    expect(await searchOf(one.searchId)).toMatchObject({ status: "active" });
    expect(await searchOf(other.searchId)).toMatchObject({ status: "unverified" });
  });

  test("a pause by wish outlasts a consent that comes and goes", async () => {
    const { id, searchId } = await givenPatient(system);
    await pauseSearch(ctx, searchId, { until: days(5), reason: "Umzug" });
    await withdrawConsent(ctx, id, "processing");
    await grantConsents(ctx, id, ["processing"]);
    expect(await searchOf(searchId)).toMatchObject({ status: "paused", pauseReason: "Umzug" });
  });
});

describe("a patient's link", () => {
  test("opens its own search and consents", async () => {
    const { id, searchId } = await givenPatient(system);
    const own = linkOf(id);
    await pauseSearch(own, searchId, noReason);
    await resumeSearch(own, searchId);
    await withdrawConsent(own, id, "identity");
    await cancelSearch(own, searchId, "no_longer_wanted");
    expect(await searchOf(searchId)).toMatchObject({ status: "cancelled" });
  });

  test("does not find anybody else's", async () => {
    const [mine, other] = [await givenPatient(system), await givenPatient(system)];
    const own = linkOf(mine.id);
    for (const attempt of [
      () => pauseSearch(own, other.searchId, noReason),
      () => resumeSearch(own, other.searchId),
      () => cancelSearch(own, other.searchId, "other"),
      () => withdrawConsent(own, other.id, "sharing"),
      () => grantConsents(own, other.id, ["identity"]),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    expect(await searchOf(other.searchId)).toMatchObject({ status: "active" });
  });
});
