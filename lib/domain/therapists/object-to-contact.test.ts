import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inquiries, mails, objections, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { getAnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { getInquiry } from "@/lib/domain/inquiries/get-inquiry";
import { proposePair } from "@/lib/domain/inquiries/propose-pair";
import { sendInquiry } from "@/lib/domain/inquiries/send-inquiry";
import { loadMatchingRecords } from "@/lib/domain/matching/load/load-records";
import { createToken } from "@/lib/core/tokens";
import { givenPatient, givenProposal, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { findObjection } from "./find-objection";
import { listTherapists } from "./list-therapists";
import { objectToContact } from "./object-to-contact";
import { storedValue } from "./objection-index";
import { therapistListFilter } from "./schemas";

test("an objection closes the inquiry and its link, and holds for everybody at the domain and for who is imported anew", async () => {
  const patient = await givenPatient(ctx);
  const therapist = await givenTherapist(ctx, { email: "a@ruhe.example" });
  const neighbour = await givenTherapist(ctx, { email: "b@ruhe.example" });
  const waiting = await givenProposal(ctx, neighbour, [patient.searchId]);
  const { inquiryId } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
  const secret = await createToken(ctx, "respond", inquiryId);
  const asTherapist: Context = { ...ctx, actor: { kind: "therapist", inquiryId } };
  await Promise.all([1, 2, 3].map(() => objectToContact(asTherapist, { kind: "domain" })));

  const [closed] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  expect(closed).toMatchObject({ status: "cancelled", cancelReason: "objection" });
  expect(await getAnswerPage(ctx, secret)).toBeNull();

  const [nextDoor] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, waiting.inquiryId));
  expect(nextDoor).toMatchObject({ status: "cancelled", cancelReason: "objection" });
  expect(await sendInquiry(ctx, waiting.inquiryId)).toBe("closed");
  expect(await ctx.db.select().from(mails).where(eq(mails.inquiryId, waiting.inquiryId))).toEqual([]);

  await ctx.db.update(therapists).set({ status: "inactive" }).where(eq(therapists.id, therapist.id));
  const again = await givenTherapist(ctx, { email: "c@ruhe.example" });
  const other = await givenTherapist(ctx, { email: "c@laut.example" });
  const { therapists: known } = await loadMatchingRecords(ctx);
  expect(known.find(({ id }) => id === again.id)?.objected).toBe(true);
  expect(known.find(({ id }) => id === other.id)?.objected).toBe(false);
});

test("nobody can silence a mail provider by hand: neither by the link nor at the desk is its domain stored", async () => {
  const { searchId } = await givenPatient(ctx);
  const therapist = await givenTherapist(ctx, { email: "Praxis.Eins@GMX.de" });
  const stranger = await givenTherapist(ctx, { email: "praxis.zwei@gmx.de" });
  const { inquiryId } = await givenSentInquiry(ctx, therapist, [searchId]);
  const other = await givenSentInquiry(ctx, stranger, [searchId]);
  const asTherapist: Context = { ...ctx, actor: { kind: "therapist", inquiryId } };
  const byLink = objectToContact(asTherapist, { kind: "domain" });
  await expect(byLink).rejects.toMatchObject({ code: "invalid", key: "shared_mail_domain" });
  const atTheDesk = objectToContact(ctx, { kind: "domain", inquiryId });
  await expect(atTheDesk).rejects.toMatchObject({ code: "invalid", key: "shared_mail_domain" });
  expect(
    await ctx.db.$count(objections, eq(objections.value, storedValue({ kind: "domain", value: "gmx.de" }))),
  ).toBe(0);

  await objectToContact(asTherapist, { kind: "address" });
  const statusOf = async (id: string) =>
    (await ctx.db.select().from(inquiries).where(eq(inquiries.id, id)))[0]!.status;
  expect(await statusOf(inquiryId)).toBe("cancelled");
  expect(await statusOf(other.inquiryId), "a stranger at the same provider").toBe("sent");
});

test("an objection is seen wherever staff look at the practice, and nobody can be proposed there", async () => {
  const patient = await givenPatient(ctx);
  const therapist = await givenTherapist(ctx, { email: "still@sichtbar.example", lastName: "Stillerbach" });
  const { inquiryId } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
  expect(await findObjection(ctx, therapist.id)).toBeNull();
  expect((await getInquiry(ctx, inquiryId)).objectedAt).toBeNull();
  await objectToContact({ ...ctx, actor: { kind: "therapist", inquiryId } }, { kind: "address" });
  expect(await findObjection(ctx, therapist.id)).toEqual({ kind: "address", since: ctx.now });
  expect((await getInquiry(ctx, inquiryId)).objectedAt).toEqual(ctx.now);
  const { rows } = await listTherapists(ctx, therapistListFilter.parse({ query: "Stillerbach" }));
  expect(rows.map(({ objected }) => objected)).toEqual([true]);
  const later = new Date(ctx.now.getTime() + 90 * 86_400_000);
  const proposed = proposePair({ ...ctx, now: later }, { patientId: patient.id, therapistId: therapist.id });
  await expect(proposed).rejects.toMatchObject({ code: "conflict", key: "pair_does_not_fit" });
});

test("nobody objects for somebody else", async () => {
  await expect(
    objectToContact({ ...ctx, actor: { kind: "public" } }, { kind: "person" }),
  ).rejects.toMatchObject({ code: "forbidden" });
});
