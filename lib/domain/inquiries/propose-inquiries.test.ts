import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/columns";
import { inquiries, inquiryItems, matchingRuns, objections, practices, searches } from "@/db/schema";
import {
  givenPatient,
  givenProposal,
  givenSentInquiry,
  givenTherapist,
  itemsOf,
} from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { addExclusion } from "../therapists/exclusions";
import { callOffInquiry } from "./call-off-inquiry";
import { contactsLeftToday } from "./contacts-left-today";
import { type InquiryProposal, proposeInquiries } from "./propose-inquiries";
import { rejectInquiry } from "./reject-inquiry";

async function twoPatients() {
  return [(await givenPatient(ctx)).searchId, (await givenPatient(ctx)).searchId];
}

async function runOf(proposals: InquiryProposal[], maxParallel = 3) {
  const [run] = await ctx.db.insert(matchingRuns).values({ id: newId() }).returning();
  return proposeInquiries(ctx, { runId: run!.id, proposals, maxParallel });
}
const item = (searchId: string) => ({
  searchId,
  locationId: null,
  distanceKm: 1,
  travelMinutes: 5,
  travelEstimated: true,
  checks: [],
});

test("two runs at once propose no mailbox twice and no search more often than allowed, 20 rounds", async () => {
  for (let round = 0; round < 20; round++) {
    const patients = await twoPatients();
    const therapists = await Promise.all(Array.from({ length: 5 }, () => givenTherapist(ctx)));
    const proposals = therapists.map(({ id, practiceId }): InquiryProposal => ({
      therapistId: id,
      practiceId,
      channel: "email",
      items: patients.map(item),
    }));
    await Promise.all([runOf(proposals), runOf(proposals.toReversed()), runOf(proposals)]);
    const stored = await ctx.db
      .select()
      .from(inquiries)
      .where(
        inArray(
          inquiries.therapistId,
          therapists.map(({ id }) => id),
        ),
      );
    expect(stored).toHaveLength(3);
    expect(new Set(stored.map((inquiry) => inquiry.practiceId)).size).toBe(3);
    for (const searchId of patients) {
      expect(
        await ctx.db.select().from(inquiryItems).where(eq(inquiryItems.searchId, searchId)),
      ).toHaveLength(3);
    }
  }
}, 60_000);

test("a mailbox that cools and a search that stopped since the snapshot are left out", async () => {
  const [therapist, other, patients] = [
    await givenTherapist(ctx),
    await givenTherapist(ctx),
    await twoPatients(),
  ];
  await ctx.db
    .update(practices)
    .set({ coolingUntil: new Date(ctx.now.getTime() + 1000) })
    .where(eq(practices.id, therapist.practiceId));
  await ctx.db.update(searches).set({ status: "paused" }).where(eq(searches.id, patients[0]!));
  const about = ({ id, practiceId }: typeof therapist, searchIds: string[]): InquiryProposal => ({
    therapistId: id,
    practiceId,
    channel: "email",
    items: searchIds.map(item),
  });
  expect(await runOf([about(therapist, patients), about(other, patients)])).toBe(1);
  const [stored] = await ctx.db.select().from(inquiries).where(eq(inquiries.therapistId, other.id));
  expect((await itemsOf(ctx, stored!.id)).map((one) => one.searchId)).toEqual([patients[1]]);
});

test("a pair that was excluded since the snapshot, and who objected since, are left out", async () => {
  const [therapist, objecting] = [
    await givenTherapist(ctx),
    await givenTherapist(ctx, { email: "praxis@einspruch.example" }),
  ];
  const people = [await givenPatient(ctx), await givenPatient(ctx)];
  await addExclusion(ctx, { patientId: people[0]!.id, therapistId: therapist.id, reason: "staff" });
  await ctx.db.insert(objections).values({ kind: "domain", value: "einspruch.example" });
  const proposals = [therapist, objecting].map(({ id, practiceId }): InquiryProposal => ({
    therapistId: id,
    practiceId,
    channel: "email",
    items: people.map(({ searchId }) => item(searchId)),
  }));
  expect(await runOf(proposals)).toBe(1);
  const [stored] = await ctx.db.select().from(inquiries).where(eq(inquiries.therapistId, therapist.id));
  expect((await itemsOf(ctx, stored!.id)).map(({ searchId }) => searchId)).toEqual([people[1]!.searchId]);
});

test("an inquiry that was sent and called off counts among the contacts of its day, a rejected one does not", async () => {
  const before = (await contactsLeftToday(ctx, 1000))!;
  const { inquiryId } = await givenSentInquiry(ctx, await givenTherapist(ctx), await twoPatients());
  await callOffInquiry(ctx, { inquiryId, reason: "" });
  const rejected = await givenProposal(ctx, await givenTherapist(ctx), await twoPatients());
  await rejectInquiry(ctx, { inquiryId: rejected.inquiryId, version: 1, reason: "rejected_in_review" });
  expect(await contactsLeftToday(ctx, 1000)).toBe(before - 1);
});

test("the database refuses a seventh patient in an inquiry and a second open inquiry to a mailbox", async () => {
  const therapist = await givenTherapist(ctx);
  const { inquiryId } = await givenProposal(ctx, therapist, [(await givenPatient(ctx)).searchId]);
  const { searchId } = await givenPatient(ctx);
  await expect(ctx.db.insert(inquiryItems).values({ inquiryId, searchId, position: 7 })).rejects.toThrow();
  const second = {
    reference: newId(),
    practiceId: therapist.practiceId,
    therapistId: therapist.id,
    channel: "email",
  } as const;
  await expect(ctx.db.insert(inquiries).values(second)).rejects.toThrow();
});
