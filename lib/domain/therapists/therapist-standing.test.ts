import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { imports, importRecords, inquiries, practices } from "@/db/schema";
import { givenPatient, givenProposal, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { activateTherapists } from "./activate-therapists";
import { blockTherapist } from "./block-therapist";
import { createTherapist } from "./create-therapist";
import { deactivateTherapist } from "./deactivate-therapist";
import { deleteTherapist } from "./delete-therapist";
import { unblockTherapist } from "./unblock-therapist";
import { ctx, system, full, given, rowOf, sitesOf } from "@/tests/support/therapists-world";
import { eventsAbout, actsOn } from "@/tests/support/traces";

describe("blocking", () => {
  test("needs a reason", async () => {
    const { id } = await given();
    for (const reason of ["", "   ", "x".repeat(501), "a\u0000b"])
      await expect(blockTherapist(ctx, id, reason)).rejects.toMatchObject({ code: "invalid" });
    expect(await rowOf(id)).toMatchObject({ status: "active" });
  });

  test("keeps reason and date, cancels open inquiries, and can be lifted", async () => {
    const therapist = await givenTherapist(system);
    const { searchId } = await givenPatient(system);
    const { inquiryId } = await givenProposal(system, therapist, [searchId]);
    await blockTherapist(ctx, therapist.id, "  In Elternzeit ");
    expect(await rowOf(therapist.id)).toMatchObject({
      status: "blocked",
      blockedReason: "In Elternzeit",
      blockedAt: ctx.now,
    });
    const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
    expect(inquiry).toMatchObject({ status: "cancelled" });
    await unblockTherapist(ctx, therapist.id);
    expect(await rowOf(therapist.id)).toMatchObject({
      status: "active",
      blockedReason: null,
      blockedAt: null,
    });
    expect(await actsOn(ctx, therapist.id)).toEqual([
      "therapist.create",
      "therapist.block",
      "therapist.unblock",
    ]);
  });

  test("ten at the same moment block once; lifting what is not blocked is a conflict", async () => {
    const { id } = await given();
    await expect(unblockTherapist(ctx, id)).rejects.toMatchObject({ key: "therapist_active" });
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => blockTherapist(ctx, id, "Umzug")));
    expect(all.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    await expect(blockTherapist(ctx, id, "noch einmal")).rejects.toMatchObject({ key: "therapist_blocked" });
    await expect(blockTherapist(ctx, newId(), "x")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("putting into service", () => {
  test("takes those that wait or are inactive, and never the blocked", async () => {
    const waiting = await createTherapist(system, full());
    const [inactive, blocked] = [await given(), await given()];
    await deactivateTherapist(ctx, inactive.id);
    await blockTherapist(ctx, blocked.id, "Grund");
    const ids = [waiting.id, inactive.id, blocked.id];
    expect(await activateTherapists(ctx, ids)).toEqual({ activated: 2 });
    expect(await activateTherapists(ctx, ids)).toEqual({ activated: 0 });
    expect(await rowOf(blocked.id)).toMatchObject({ status: "blocked" });
    expect(await actsOn(ctx, waiting.id)).toContain("therapist.activate");
    expect((await eventsAbout(ctx, waiting.id)).filter((name) => name === "therapist/changed")).toHaveLength(
      2,
    );
  });

  test("of an import takes only what it brought and what waits", async () => {
    const [fresh, other] = [await createTherapist(system, full()), await createTherapist(system, full())];
    const counts = { added: 1, changed: 0, unchanged: 0, refused: 0 };
    const importId = newId();
    await ctx.db
      .insert(imports)
      .values({ id: importId, source: "arztsuche", fileName: "a.json", total: 1, counts });
    await ctx.db
      .insert(importRecords)
      .values({ importId, line: 1, outcome: "added" as const, therapistId: fresh.id });
    expect(await activateTherapists(ctx, { importId })).toEqual({ activated: 1 });
    expect(await rowOf(other.id)).toMatchObject({ status: "pending_review" });
  });
});

describe("taking out of service", () => {
  test("cancels open inquiries", async () => {
    const therapist = await givenTherapist(system);
    const { searchId } = await givenPatient(system);
    const { inquiryId } = await givenSentInquiry(system, therapist, [searchId]);
    await deactivateTherapist(ctx, therapist.id);
    const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
    expect(inquiry).toMatchObject({ status: "cancelled" });
    await expect(deactivateTherapist(ctx, therapist.id)).rejects.toMatchObject({ key: "therapist_inactive" });
  });

  test("deleting is for those who were never asked", async () => {
    const therapist = await givenTherapist(system);
    const { searchId } = await givenPatient(system);
    await givenSentInquiry(system, therapist, [searchId]);
    const refused = deleteTherapist(ctx, therapist.id);
    await expect(refused).rejects.toMatchObject({ code: "conflict", key: "therapist_has_inquiries" });
    const { id } = await given();
    const { practiceId } = await rowOf(id);
    await deleteTherapist(ctx, id);
    expect(await sitesOf(id)).toEqual([]);
    expect(await ctx.db.select().from(practices).where(eq(practices.id, practiceId))).toEqual([]);
    expect(await actsOn(ctx, id)).toContain("therapist.delete");
    await expect(deleteTherapist(ctx, id)).rejects.toMatchObject({ code: "not-found" });
  });
});
