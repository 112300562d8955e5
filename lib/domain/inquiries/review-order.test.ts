import { expect, test } from "vitest";
import { eq, inArray } from "drizzle-orm";
import { inquiries, inquiryItems, patients, searches } from "@/db/schema";
import { AppError } from "@/lib/core/errors";
import { givenPatient, givenProposal, givenTherapist, systemOn } from "@/tests/support/factories";
import { ctx, database } from "@/tests/support/own-database";
import { updatePatient } from "../patients/update-patient";
import { urgencyOf } from "../patients/urgency";
import { type Urgency, urgencies } from "../vocabulary";
import { addItem } from "./add-item";
import { listProposals } from "./list-proposals";
import { approveInquiry, dropItem } from "./review-inquiry";
import { listReviewOrder } from "./review-order";
import { listWaitingProposals } from "./waiting-proposals";

const acute = { ptv11: { acute: true, urgent: false } };
const normal = { ptv11: { acute: false, urgent: false } };
const waiting = (days: number) => systemOn(database.db, new Date(ctx.now.getTime() - days * 86_400_000));
const propose = async (...people: { searchId: string }[]) =>
  givenProposal(
    ctx,
    await givenTherapist(ctx),
    people.map(({ searchId }) => searchId),
  );
const placeOf = async (inquiryId: string) =>
  (await listReviewOrder(ctx)).findIndex(({ id }) => id === inquiryId);
const versionOf = async (inquiryId: string) =>
  (await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId)))[0]!.version;

test("the review begins with the most urgent patient, then with who has waited longest", async () => {
  const [recent, old, veryOld, urgent] = [
    await givenPatient(waiting(1000)),
    await givenPatient(waiting(2000)),
    await givenPatient(waiting(3000)),
    await givenPatient(waiting(1), acute),
  ];
  const last = await propose(recent);
  const third = await propose(old);
  const second = await propose(veryOld);
  const first = await propose(recent, urgent);
  const mine = [first, second, third, last].map(({ inquiryId }) => inquiryId);
  const inOrder = (listed: readonly { id: string }[]) =>
    listed.map(({ id }) => id).filter((id) => mine.includes(id));
  expect(inOrder(await listReviewOrder(ctx))).toEqual(mine);
  expect(inOrder(await listWaitingProposals(ctx))).toEqual(mine);
  expect(inOrder((await listProposals(ctx)).lines)).toEqual(mine);
  expect((await listProposals(ctx)).lines[0]).toMatchObject({ people: 2, checks: 0, urgency: "acute" });
});

test("who becomes urgent moves up, and nobody approves the proposal as it was before", async () => {
  const [patient, other] = [await givenPatient(ctx), await givenPatient(waiting(4000))];
  const { inquiryId } = await propose(patient);
  const front = await propose(other);
  expect(await placeOf(inquiryId)).toBeGreaterThan(await placeOf(front.inquiryId));
  await updatePatient(ctx, patient.id, { heardFrom: "a friend" });
  expect(await versionOf(inquiryId)).toBe(1);
  await updatePatient(ctx, patient.id, acute);
  expect(await placeOf(inquiryId)).toBeLessThan(await placeOf(front.inquiryId));
  await expect(approveInquiry(ctx, { inquiryId, version: 1 })).rejects.toMatchObject({
    key: "proposal_changed",
  });
  await approveInquiry(ctx, { inquiryId, version: await versionOf(inquiryId) });
  expect(await placeOf(inquiryId)).toBe(-1);
});

test("a proposal takes another place when its most urgent patient comes or leaves", async () => {
  const [patient, urgent] = [await givenPatient(ctx), await givenPatient(ctx, acute)];
  const { inquiryId } = await propose(patient);
  const urgencyNow = async () => (await listReviewOrder(ctx)).find(({ id }) => id === inquiryId)!.urgency;
  expect(await urgencyNow()).toBe("normal");
  const { itemId } = await addItem(ctx, { inquiryId, version: 1, patientId: urgent.id });
  expect(await urgencyNow()).toBe("acute");
  await dropItem(ctx, { inquiryId, version: 2, itemId });
  expect(await urgencyNow()).toBe("normal");
});

test("however changes and views of the review meet, the order is that of the records in the end, 15 rounds", async () => {
  for (let round = 0; round < 15; round++) {
    const [patient, urgent] = [await givenPatient(ctx), await givenPatient(ctx, acute)];
    const first = await propose(patient, urgent);
    const changes = await Promise.allSettled([
      listReviewOrder(ctx),
      updatePatient(ctx, patient.id, round % 2 === 0 ? acute : { heardFrom: "a friend" }),
      propose(patient),
      listReviewOrder(ctx),
      updatePatient(ctx, urgent.id, normal),
      dropItem(ctx, { inquiryId: first.inquiryId, version: 1, itemId: first.items[0]!.id }),
      listReviewOrder(ctx),
    ]);
    for (const change of changes)
      if (change.status === "rejected") expect(change.reason).toBeInstanceOf(AppError);
    const order = await listReviewOrder(ctx);
    expect(new Map(order.map(({ id, urgency }) => [id, urgency]))).toEqual(
      await urgenciesInDatabase(order.map(({ id }) => id)),
    );
  }
});

/** The urgency of each proposal, opened anew. */
async function urgenciesInDatabase(ids: string[]): Promise<Map<string, Urgency>> {
  const rows = await ctx.db
    .select({ inquiryId: inquiryItems.inquiryId, health: patients.health })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(inArray(inquiryItems.inquiryId, ids));
  const byInquiry = Map.groupBy(rows, ({ inquiryId }) => inquiryId);
  const rankOf = ({ health }: (typeof rows)[number]) => urgencies.indexOf(urgencyOf(health));
  return new Map(
    ids.map((id) => [id, urgencies[Math.min(...(byInquiry.get(id) ?? []).map(rankOf))] ?? "normal"]),
  );
}
