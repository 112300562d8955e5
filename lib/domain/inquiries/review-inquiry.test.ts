import { eq, inArray } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { newId } from "@/db/columns";
import { inquiries, inquiryItems, patients, practices, searches } from "@/db/schema";
import type { Actor, Context } from "@/lib/core/context";
import {
  givenPatient,
  givenProposal,
  givenSentInquiry,
  givenTherapist,
  itemsOf,
} from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { approveAllProposals } from "./approve-all-proposals";
import { findProposal } from "./get-proposal";
import { listProposals } from "./list-proposals";
import { rejectInquiry } from "./reject-inquiry";
import { approveInquiry, dropItem } from "./review-inquiry";
import { updatePatient } from "../patients/update-patient";
import { sendInquiry } from "./send-inquiry";
import { openInquiryStatuses } from "./status";

const inquiryOf = async (id: string) =>
  (await ctx.db.select().from(inquiries).where(eq(inquiries.id, id)))[0]!;
const as = (actor: Actor): Context => ({ ...ctx, actor });
const viewer: Actor = { kind: "staff", id: newId(), role: "viewer", name: "Test" };

async function twoPatients() {
  return [(await givenPatient(ctx)).searchId, (await givenPatient(ctx)).searchId];
}

describe("review", () => {
  test("two reviewers at once: one decides, the other is told that it changed", async () => {
    for (let round = 0; round < 30; round++) {
      const { inquiryId, items } = await givenProposal(ctx, await givenTherapist(ctx), await twoPatients());
      const results = await Promise.allSettled([
        approveInquiry(ctx, { inquiryId, version: 1 }),
        rejectInquiry(ctx, { inquiryId, version: 1, reason: "wrong_data" }),
        dropItem(ctx, { inquiryId, version: 1, itemId: items[0]!.id }),
      ]);
      const lost = results.filter((result) => result.status === "rejected");
      expect(lost).toHaveLength(2);
      for (const { reason } of lost)
        expect(reason).toMatchObject({ code: "conflict", key: "proposal_changed" });
    }
  });

  test("dropping the last patient takes the proposal with it, and its mailbox is free", async () => {
    const therapist = await givenTherapist(ctx);
    const patient = await givenPatient(ctx);
    const { inquiryId, items } = await givenProposal(ctx, therapist, [patient.searchId]);
    await dropItem(ctx, { inquiryId, version: 1, itemId: items[0]!.id });
    expect((await inquiryOf(inquiryId)).status).toBe("cancelled");
    await expect(givenProposal(ctx, therapist, [patient.searchId])).resolves.toBeTruthy();
  });

  test("a viewer, a visitor and another therapist's link change nothing", async () => {
    const { inquiryId, items } = await givenProposal(ctx, await givenTherapist(ctx), await twoPatients());
    const seen = { inquiryId, version: 1 };
    for (const actor of [
      viewer,
      { kind: "public" },
      { kind: "therapist", inquiryId },
      { kind: "api", tokenId: newId(), scopes: ["patients.write"] },
    ] as Actor[]) {
      for (const attempt of [
        () => approveInquiry(as(actor), seen),
        () => rejectInquiry(as(actor), { ...seen, reason: "never_together" }),
        () => dropItem(as(actor), { ...seen, itemId: items[0]!.id }),
        () => approveAllProposals(as(actor)),
        () => sendInquiry(as(actor), inquiryId),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
      }
    }
    expect(await inquiryOf(inquiryId)).toMatchObject({ status: "proposed", version: 1 });
    await expect(listProposals(as({ kind: "public" }))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("who may not see identities sees no names in proposals", async () => {
    const { inquiryId } = await givenProposal(ctx, await givenTherapist(ctx), await twoPatients());
    const { items } = (await findProposal(as(viewer), inquiryId))!;
    expect(items).toHaveLength(2);
    for (const { patientName, postalCode, city } of items) {
      expect(patientName).toMatch(/^[0-9A-F]{6}$/);
      expect([postalCode, city]).toEqual(["52", ""]);
    }
  });
});

describe("sending", () => {
  test("sends once, however often it is asked for, and starts the cooling of the mailbox", async () => {
    const therapist = await givenTherapist(ctx);
    const { inquiryId } = await givenSentInquiry(ctx, therapist, await twoPatients());
    const again = await Promise.all([1, 2, 3].map(() => sendInquiry(ctx, inquiryId)));
    expect(again).toEqual(["already-sent", "already-sent", "already-sent"]);
    const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId));
    expect(practice!.coolingUntil!.getTime()).toBeGreaterThan(ctx.now.getTime());
  });

  test("a patient who stopped between approval and sending is not in it; with nobody left nothing is sent", async () => {
    const [one, other] = await twoPatients();
    const { inquiryId } = await givenProposal(ctx, await givenTherapist(ctx), [one!, other!]);
    const alone = await givenProposal(ctx, await givenTherapist(ctx), [one!]);
    await approveAllProposals(ctx);
    await ctx.db.update(searches).set({ status: "paused" }).where(eq(searches.id, one!));
    expect(await sendInquiry(ctx, inquiryId)).toBe("sent");
    expect((await itemsOf(ctx, inquiryId)).map((item) => [item.searchId, item.position])).toEqual([
      [other, 1],
    ]);
    expect(await sendInquiry(ctx, alone.inquiryId)).toBe("closed");
    const { status } = await inquiryOf(alone.inquiryId);
    expect(openInquiryStatuses.some((open) => open === status)).toBe(false);
  });
});

describe("judged again", () => {
  test("what is to check by now has to be seen before it is approved, one by one and all at once", async () => {
    for (const together of [false, true]) {
      const patient = await givenPatient(ctx);
      const { inquiryId } = await givenProposal(ctx, await givenTherapist(ctx), [patient.searchId]);
      await updatePatient(ctx, patient.id, { availability: {} });
      const seen = { inquiryId, version: 1 };
      if (together) expect(await approveAllProposals(ctx, [seen])).toMatchObject({ approved: 0, skipped: 1 });
      else await expect(approveInquiry(ctx, seen)).rejects.toMatchObject({ key: "proposal_changed" });
      expect(await inquiryOf(inquiryId)).toMatchObject({ status: "proposed", version: 2, approvedAt: null });
      expect((await itemsOf(ctx, inquiryId))[0]!.checks).toEqual(["times"]);
      await approveInquiry(ctx, { inquiryId, version: 2 });
      expect(await inquiryOf(inquiryId)).toMatchObject({ status: "approved" });
    }
  });

  test("what was answered meanwhile is to check no more, and the way is the one of today", async () => {
    const patient = await givenPatient(ctx, { availability: {} });
    const { inquiryId } = await givenProposal(ctx, await givenTherapist(ctx), [patient.searchId]);
    await ctx.db
      .update(inquiryItems)
      .set({ checks: ["times"], distanceKm: 99, travelMinutes: 99 })
      .where(eq(inquiryItems.inquiryId, inquiryId));
    await updatePatient(ctx, patient.id, { availability: { mon: [{ from: "08:00", to: "18:00" }] } });
    await approveInquiry(ctx, { inquiryId, version: 1 });
    const [item] = await itemsOf(ctx, inquiryId);
    expect(item).toMatchObject({ checks: [] });
    expect(item!.distanceKm).toBeLessThan(99);
    expect(item!.travelMinutes).toBeLessThan(99);
  });

  test("who corrects the address stays in the inquiry, before anybody looked it up on the map", async () => {
    const patient = await givenPatient(ctx);
    const therapist = await givenTherapist(ctx);
    const { inquiryId } = await givenProposal(ctx, therapist, [patient.searchId]);
    await approveInquiry(ctx, { inquiryId, version: 1 });
    const address = { street: "Musterweg", houseNumber: "11", postalCode: "52062", city: "Aachen" };
    await updatePatient(ctx, patient.id, { address });
    expect(await sendInquiry(ctx, inquiryId)).toBe("sent");
    expect(await itemsOf(ctx, inquiryId)).toHaveLength(1);
  });

  const wantWoman = (searchId: string) =>
    ctx.db
      .update(patients)
      .set({ wantedTherapistGender: "female" })
      .where(inArray(patients.id, patientIdOf(searchId)));
  const patientIdOf = (searchId: string) =>
    ctx.db.select({ id: searches.patientId }).from(searches).where(eq(searches.id, searchId));
  const man = () => givenTherapist(ctx, { gender: "male", firstName: "Karl" });

  test("at the approval: a proposal with somebody who does not fit any more waits, and all others are approved", async () => {
    const searchIds = await twoPatients();
    const { inquiryId, items } = await givenProposal(ctx, await man(), searchIds);
    await wantWoman(searchIds[0]!);
    await expect(approveInquiry(ctx, { inquiryId, version: 1 })).rejects.toMatchObject({
      code: "conflict",
      key: "pair_does_not_fit",
    });
    expect(await approveAllProposals(ctx, [{ inquiryId, version: 1 }])).toMatchObject({
      approved: 0,
      skipped: 1,
      failed: 0,
    });
    expect(await inquiryOf(inquiryId)).toMatchObject({ status: "proposed", version: 1 });
    await dropItem(ctx, { inquiryId, version: 1, itemId: items[0]!.id });
    await approveInquiry(ctx, { inquiryId, version: 2 });
  });

  test("at the sending: who does not fit any more is not in it, and nobody is asked while the mailbox rests", async () => {
    const searchIds = await twoPatients();
    const [some, none, resting] = [
      await givenProposal(ctx, await man(), searchIds),
      await givenProposal(ctx, await man(), [searchIds[0]!]),
      await givenProposal(ctx, await givenTherapist(ctx), searchIds),
    ];
    for (const { inquiryId } of [some, none, resting]) await approveInquiry(ctx, { inquiryId, version: 1 });
    await wantWoman(searchIds[0]!);
    const { practiceId } = await inquiryOf(resting.inquiryId);
    const later = new Date(ctx.now.getTime() + 86_400_000);
    await ctx.db.update(practices).set({ coolingUntil: later }).where(eq(practices.id, practiceId));
    expect(await sendInquiry(ctx, some.inquiryId)).toBe("sent");
    expect(await itemsOf(ctx, some.inquiryId)).toMatchObject([{ searchId: searchIds[1], position: 1 }]);
    for (const { inquiryId } of [none, resting]) {
      expect(await sendInquiry(ctx, inquiryId)).toBe("closed");
      expect(await inquiryOf(inquiryId)).toMatchObject({
        status: "cancelled",
        cancelReason: "pair_does_not_fit",
      });
    }
  });
});

describe("approving all", () => {
  test("approves what was counted, as it was counted: newer and changed proposals stay", async () => {
    const propose = async () => givenProposal(ctx, await givenTherapist(ctx), await twoPatients());
    const [counted, changed, newer] = [await propose(), await propose(), await propose()];
    await dropItem(ctx, { inquiryId: changed.inquiryId, version: 1, itemId: changed.items[0]!.id });
    const seen = [counted, changed].map(({ inquiryId }) => ({ inquiryId, version: 1 }));
    expect(await approveAllProposals(ctx, seen)).toMatchObject({ approved: 1, skipped: 1, failed: 0 });
    expect((await inquiryOf(counted.inquiryId)).status).toBe("approved");
    expect((await inquiryOf(changed.inquiryId)).status).toBe("proposed");
    expect((await inquiryOf(newer.inquiryId)).status).toBe("proposed");
  });

  test("an error at one of them stops no other; the time to take them back begins when all are done", async () => {
    const propose = async () =>
      (await givenProposal(ctx, await givenTherapist(ctx), await twoPatients())).inquiryId;
    const [first, broken, last] = [await propose(), await propose(), await propose()];
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const seen = [first, broken, last].map((inquiryId) => ({ inquiryId, version: 1 }));
    // No such version fits into the column: the database answers with an error of its own.
    seen[1]!.version = 3_000_000_000;
    const { approvedAt, ...counts } = await approveAllProposals(ctx, seen);
    expect(counts).toEqual({ approved: 2, skipped: 0, failed: 1 });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    expect(approvedAt.getTime()).toBeGreaterThan(ctx.now.getTime());
    for (const id of [first, last])
      expect(await inquiryOf(id)).toMatchObject({ status: "approved", approvedAt });
    expect((await inquiryOf(broken)).status).toBe("proposed");
  });
});
