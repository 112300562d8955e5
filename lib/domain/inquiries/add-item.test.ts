import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries, inquiries, inquiryItems, searches } from "@/db/schema";
import type { Actor, Context } from "@/lib/core/context";
import { givenPatient, givenProposal, givenTherapist, itemsOf, systemOn } from "@/tests/support/factories";
import { ctx, database } from "@/tests/support/own-database";
import { findCandidates } from "../matching/fits/list-candidates";
import { updateSettings } from "../settings/settings";
import { addExclusion } from "../therapists/exclusions";
import { addItem } from "./add-item";
import { findProposal } from "./get-proposal";
import { listProposals } from "./list-proposals";
import { approveInquiry, dropItem } from "./review-inquiry";

async function proposed(people = 1) {
  const therapist = await givenTherapist(ctx);
  const patients = await Promise.all(Array.from({ length: people }, () => givenPatient(ctx)));
  const proposal = await givenProposal(
    ctx,
    therapist,
    patients.map(({ searchId }) => searchId),
  );
  return { ...proposal, therapist, patients };
}
const patientsOf = async (inquiryId: string) => {
  const searchIds = (await itemsOf(ctx, inquiryId)).map(({ searchId }) => searchId);
  const rows = await ctx.db.select({ id: searches.id, patientId: searches.patientId }).from(searches);
  return searchIds.map((id) => rows.find((row) => row.id === id)!.patientId);
};

describe("adding a patient to a proposal", () => {
  test("stores what the kernel says of the pair now, and raises the version", async () => {
    const { inquiryId } = await proposed();
    const patient = await givenPatient(ctx, { availability: {} });
    await addItem(ctx, { inquiryId, version: 1, patientId: patient.id });
    const added = (await itemsOf(ctx, inquiryId))[1]!;
    expect(added).toMatchObject({ searchId: patient.searchId, position: 2, checks: ["times"] });
    expect(added.distanceKm).toBeGreaterThan(0);
    expect(added.locationId).not.toBeNull();
    await expect(approveInquiry(ctx, { inquiryId, version: 1 })).rejects.toMatchObject({
      key: "proposal_changed",
    });
    await approveInquiry(ctx, { inquiryId, version: 2 });
  });

  test("in place of another one the number stays, and the other one is free", async () => {
    const { inquiryId, items } = await proposed(3);
    const patient = await givenPatient(ctx);
    await addItem(ctx, { inquiryId, version: 1, patientId: patient.id, insteadOfItemId: items[1]!.id });
    const now = await itemsOf(ctx, inquiryId);
    expect(now.map(({ searchId }) => searchId)).toEqual([
      items[0]!.searchId,
      patient.searchId,
      items[2]!.searchId,
    ]);
    const unknown = {
      inquiryId,
      version: 2,
      patientId: (await givenPatient(ctx)).id,
      insteadOfItemId: newId(),
    };
    await expect(addItem(ctx, unknown)).rejects.toMatchObject({ key: "proposal_changed" });
  });

  test("where the published order says: urgency, then waiting time", async () => {
    const { inquiryId, items } = await proposed(2);
    const acute = await givenPatient(ctx, { ptv11: { acute: true, urgent: false } });
    await addItem(ctx, { inquiryId, version: 1, patientId: acute.id });
    const now = await itemsOf(ctx, inquiryId);
    expect(now.map(({ searchId, position, offered }) => [searchId, position, offered])).toEqual([
      [acute.searchId, 1, false],
      [items[0]!.searchId, 2, false],
      [items[1]!.searchId, 3, false],
    ]);
  });

  test("who searches no longer stands behind those who do", async () => {
    const { inquiryId, items } = await proposed(3);
    const gone = items[1]!.searchId;
    await ctx.db.update(searches).set({ status: "cancelled" }).where(eq(searches.id, gone));
    const acute = await givenPatient(ctx, { ptv11: { acute: true, urgent: false } });
    await addItem(ctx, { inquiryId, version: 1, patientId: acute.id });
    expect((await itemsOf(ctx, inquiryId)).map(({ searchId }) => searchId)).toEqual([
      acute.searchId,
      items[0]!.searchId,
      items[2]!.searchId,
      gone,
    ]);
  });

  test("nobody whom a rule keeps out, who stopped searching, who is in already or in enough others", async () => {
    const { inquiryId, therapist, patients } = await proposed();
    const far = await givenPatient(ctx, { coordinates: { lat: 53.5, lon: 10 } });
    const excluded = await givenPatient(ctx);
    await addExclusion(ctx, { patientId: excluded.id, therapistId: therapist.id, reason: "staff" });
    const stopped = await givenPatient(ctx);
    await ctx.db.update(searches).set({ status: "paused" }).where(eq(searches.id, stopped.searchId));
    const taken = await givenPatient(ctx);
    for (let i = 0; i < 3; i++) await givenProposal(ctx, await givenTherapist(ctx), [taken.searchId]);
    const attempt = (patientId: string) => addItem(ctx, { inquiryId, version: 1, patientId });
    await expect(attempt(far.id)).rejects.toMatchObject({ key: "pair_does_not_fit" });
    await expect(attempt(excluded.id)).rejects.toMatchObject({ key: "pair_does_not_fit" });
    await expect(attempt(stopped.id)).rejects.toMatchObject({ key: "search_taken" });
    await expect(attempt(taken.id)).rejects.toMatchObject({ key: "search_taken" });
    await expect(attempt(newId())).rejects.toMatchObject({ key: "search_taken" });
    await expect(attempt(patients[0]!.id)).rejects.toMatchObject({ code: "conflict" });
    expect(await itemsOf(ctx, inquiryId)).toHaveLength(1);
    expect((await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId)))[0]!.version).toBe(1);
  });

  test("never more than the setting allows, never a seventh", async () => {
    const { inquiryId, items } = await proposed(6);
    const patient = await givenPatient(ctx);
    await expect(addItem(ctx, { inquiryId, version: 1, patientId: patient.id })).rejects.toMatchObject({
      key: "proposal_full",
    });
    await addItem(ctx, { inquiryId, version: 1, patientId: patient.id, insteadOfItemId: items[0]!.id });
    await updateSettings(ctx, { maxItems: 2 });
    const small = await proposed(2);
    const one = { inquiryId: small.inquiryId, version: 1, patientId: (await givenPatient(ctx)).id };
    await expect(addItem(ctx, one)).rejects.toMatchObject({ key: "proposal_full" });
    await updateSettings(ctx, { maxItems: 6 });
  });

  test("two reviewers add the same person to the last free inquiry: one does, 8 rounds", async () => {
    for (let round = 0; round < 8; round++) {
      const patient = await givenPatient(ctx);
      for (let i = 0; i < 2; i++) await givenProposal(ctx, await givenTherapist(ctx), [patient.searchId]);
      const both = [await proposed(), await proposed()];
      const results = await Promise.allSettled(
        both.map(({ inquiryId }) => addItem(ctx, { inquiryId, version: 1, patientId: patient.id })),
      );
      expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      const open = await ctx.db
        .select()
        .from(inquiryItems)
        .where(eq(inquiryItems.searchId, patient.searchId));
      expect(open).toHaveLength(3);
    }
  });

  test("two reviewers at one proposal never lose each other's work, 8 rounds", async () => {
    for (let round = 0; round < 8; round++) {
      const { inquiryId, items } = await proposed(2);
      const [one, other] = [await givenPatient(ctx), await givenPatient(ctx)];
      const seen = { inquiryId, version: 1 };
      const results = await Promise.allSettled([
        addItem(ctx, { ...seen, patientId: one.id }),
        addItem(ctx, { ...seen, patientId: other.id, insteadOfItemId: items[0]!.id }),
        dropItem(ctx, { ...seen, itemId: items[0]!.id }),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });

  test("a viewer, a visitor and a program change nothing", async () => {
    const { inquiryId } = await proposed();
    const patient = await givenPatient(ctx);
    const actors: Actor[] = [
      { kind: "staff", id: newId(), role: "viewer", name: "Test" },
      { kind: "public" },
      { kind: "therapist", inquiryId },
      { kind: "api", tokenId: newId(), scopes: ["patients.write"] },
    ];
    for (const actor of actors)
      await expect(
        addItem({ ...ctx, actor }, { inquiryId, version: 1, patientId: patient.id }),
      ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("who else could be in a proposal", () => {
  test("who is offered can be added; who is in, or in enough others, is not offered; each view is logged", async () => {
    const place = { lat: 47.5, lon: 9.7 };
    const locations = [
      {
        address: { street: "Am See", houseNumber: "1", postalCode: "88131", city: "Lindau" },
        coordinates: place,
        stepFree: "unknown" as const,
      },
    ];
    const therapist = await givenTherapist(ctx, { locations });
    const inside = await givenPatient(ctx, { coordinates: place });
    const { inquiryId } = await givenProposal(ctx, therapist, [inside.searchId]);
    const fits = await givenPatient(ctx, { coordinates: place });
    const check = await givenPatient(ctx, {
      coordinates: place,
      availability: {},
      ptv11: { acute: true, urgent: false },
    });
    const misses = await givenPatient(ctx, { coordinates: place, wantedTherapistGender: "male" });
    const taken = await givenPatient(ctx, { coordinates: place });
    for (let i = 0; i < 3; i++) await givenProposal(ctx, await givenTherapist(ctx), [taken.searchId]);
    const found = (await findCandidates(ctx, inquiryId, "de"))!;
    expect(found.total).toBe(2);
    expect(
      found.candidates.map(({ patientId }) => patientId),
      "who surely fits first",
    ).toEqual([fits.id, check.id]);
    expect(found.misses).toMatchObject([
      { patientId: misses.id, hindrance: { by: "wish", wish: "therapist-gender" } },
    ]);
    expect(found.misses[0]!.reasons).toHaveLength(1);
    for (const [i, { patientId }] of found.candidates.entries())
      await addItem(ctx, { inquiryId, version: i + 1, patientId });
    expect(await patientsOf(inquiryId), "in the published order").toEqual([check.id, inside.id, fits.id]);
    const views = await ctx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, inquiryId));
    expect(views.find(({ act }) => act === "inquiry.view")!.details).toMatchObject({
      patientIds: [fits.id, check.id, misses.id],
    });
  });
});

test("the work list comes in pages, and the one with a proposal in it is the page that is shown", async () => {
  const before = await listProposals(ctx);
  const first = await listProposals(ctx, { page: 1 });
  expect(first.lines.length).toBe(Math.min(50, before.total));
  const last = await listProposals(ctx, { page: 999 });
  expect(last.page).toBe(last.pages);
  const wanted = last.lines.at(-1)!;
  const around = await listProposals(ctx, { selectedId: wanted.id });
  expect(around).toMatchObject({
    position: before.total,
    nextId: null,
    selectedId: wanted.id,
    page: last.pages,
  });
  const gone = await listProposals(ctx, { selectedId: newId() });
  expect(gone).toMatchObject({ selectedId: null, position: 0, previousId: null, nextId: first.lines[0]!.id });
});

test("who opens a proposal is written down once with the people shown, and again when there are others", async () => {
  const { inquiryId, patients } = await proposed(2);
  const viewerId = newId();
  const staff = (minutes: number): Context => ({
    ...systemOn(database.db, new Date(ctx.now.getTime() + minutes * 60_000)),
    actor: { kind: "staff", id: viewerId, role: "coordinator", name: "Test" },
  });
  const views = async () =>
    (
      await ctx.db
        .select()
        .from(auditEntries)
        .where(eq(auditEntries.subjectId, inquiryId))
        .orderBy(auditEntries.at)
    )
      .filter(({ act, actorId }) => act === "inquiry.view" && actorId === viewerId)
      .map(({ details }) => details);
  await findProposal(staff(0), inquiryId);
  await findProposal(staff(5), inquiryId);
  const both = patients.map(({ id }) => id);
  expect(await views()).toEqual([{ withheld: false, patientIds: both }]);
  const more = await givenPatient(ctx);
  await addItem(ctx, { inquiryId, version: 1, patientId: more.id });
  await findProposal(staff(6), inquiryId);
  await findProposal(staff(120), inquiryId);
  expect((await views()).map(({ patientIds }) => patientIds)).toEqual([
    both,
    [...both, more.id],
    [...both, more.id],
  ]);
});
