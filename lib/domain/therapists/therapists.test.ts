import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import {
  auditEntries,
  imports,
  importRecords,
  inquiries,
  locations,
  outbox,
  practices,
  therapists,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenProposal, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { activateTherapists } from "./activate-therapists";
import { blockTherapist } from "./block-therapist";
import { findPostcode } from "../geo/postcodes";
import { createTherapist } from "./create-therapist";
import { deactivateTherapist } from "./deactivate-therapist";
import { deleteTherapist } from "./delete-therapist";
import { getTherapist } from "./get-therapist";
import { type TherapistInput, therapistInput } from "./schemas";
import { unblockTherapist } from "./unblock-therapist";
import { updateTherapist } from "./update-therapist";

let database: TestDatabase;
let ctx: Context;
let system: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  const base = { db: database.db, now: new Date() };
  ctx = { ...base, actor: { kind: "staff", id: newId(), role: "coordinator", name: "Kim" } };
  system = { ...base, actor: { kind: "system", job: "import" } };
});
afterAll(() => database.drop());

const site = (street: string, changes: object = {}) => ({
  address: { street, houseNumber: "1", postalCode: "52062", city: "Aachen" },
  ...changes,
});
/** Every field filled in, so that a field that gets lost on the way is noticed. */
const full = (): TherapistInput =>
  therapistInput.parse({
    salutation: "Frau",
    title: "Dr.",
    gender: "female",
    firstName: "Thea",
    lastName: "Vollständig",
    practiceName: "Praxis am Beispiel",
    locations: [
      site("Hauptstraße", { coordinates: { lat: 50.77, lon: 6.08 }, stepFree: "yes" }),
      site("Nebenstraße"),
    ],
    phone: "0241 123456",
    fax: "0241 123457",
    email: `thea-${newId()}@example.org`,
    website: "https://example.org",
    statutorySeat: "yes",
    offers: [{ method: "VT", ageGroup: "adult", setting: "individual" }],
    languages: ["tr"],
    phoneHours: { mon: [{ from: "08:00", to: "09:00" }] },
    officeHours: { mon: [{ from: "09:00", to: "17:00" }] },
    qualifications: ["EMDR"],
    specialOffers: ["Onlinetermine"],
    video: "yes",
    wishes: {
      ageMin: 18,
      ageMax: 60,
      genders: ["female"],
      diagnoses: ["F40"],
      excludedDiagnoses: [],
      groupOnly: false,
    },
    capacity: { individual: 2, group: 0, from: "2026-12-01", notedOn: "2026-11-01" },
    potentiallyAvailable: true,
    potentiallyAvailableNote: "ab Januar",
    informed: true,
    notes: "Nur dienstags",
  });
const given = (changes: Partial<TherapistInput> = {}) => createTherapist(ctx, { ...full(), ...changes });
const rowOf = async (id: string) => (await ctx.db.select().from(therapists).where(eq(therapists.id, id)))[0]!;
const eventsOf = async (id: string) =>
  (await ctx.db.select().from(outbox).orderBy(outbox.id))
    .filter((event) => JSON.stringify(event.data).includes(id))
    .map((event) => event.name);
const actsOn = async (id: string) =>
  (
    await ctx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.id)
  ).map((entry) => entry.act);
const sitesOf = (id: string) =>
  ctx.db.select().from(locations).where(eq(locations.therapistId, id)).orderBy(locations.id);

describe("creating", () => {
  test("keeps every field and asks for the coordinates of every site", async () => {
    const input = full();
    const { id } = await createTherapist(ctx, input);
    const record = await getTherapist(ctx, id);
    const inTheMiddle = ({ coordinates, ...place }: (typeof input.locations)[number]) => {
      const { lat, lon } = findPostcode(place.address.postalCode)!;
      return { ...place, coordinates: coordinates ?? { lat, lon } };
    };
    expect(therapistInput.parse(record)).toEqual({ ...input, locations: input.locations.map(inTheMiddle) });
    expect(record).toMatchObject({ status: "active", practice: { coolingUntil: null } });
    for (const { id: siteId } of await sitesOf(id))
      expect(await eventsOf(siteId)).toEqual(["address/changed"]);
    expect(await eventsOf(id)).toEqual(["therapist/changed"]);
    expect(await actsOn(id)).toEqual(["therapist.create"]);
  });

  test("from a directory waits for review and fixes nothing; by staff it is active and fixed", async () => {
    const imported = await createTherapist(system, full(), { sourceKey: "directory:1" });
    expect(await rowOf(imported.id)).toMatchObject({ status: "pending_review", fixedFields: [] });
    const entered = await rowOf((await given({ website: "", video: "unknown" })).id);
    expect(entered.fixedFields).toContain("phoneHours");
    expect(entered.fixedFields).not.toContain("website");
    expect(entered.fixedFields).not.toContain("video");
    expect(entered.provenance.phoneHours).toMatchObject({ source: "staff" });
  });

  test("the same person of a directory exists once", async () => {
    const twice = () => createTherapist(system, full(), { sourceKey: "directory:2" });
    const results = await Promise.allSettled([twice(), twice(), twice()]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
  });
});

describe("mailboxes", () => {
  test("who shares an address shares a practice, whatever the case", async () => {
    const email = "gemeinsam@example.org";
    const [a, b] = [await given({ email }), await given({ email: "Gemeinsam@Example.org" })];
    const [one, two] = [await getTherapist(ctx, a.id), await getTherapist(ctx, b.id)];
    expect(one.practice.id).toBe(two.practice.id);
  });

  test("without an address the number counts, however it is written, else nobody shares", async () => {
    const byPhone = ["0221 / 55 66-77", "+49 221 556677", "0049 (0)221 556677"];
    const created = await Promise.all(byPhone.map((phone) => given({ email: null, phone })));
    const ids = await Promise.all(created.map(async ({ id }) => (await getTherapist(ctx, id)).practice.id));
    expect(new Set(ids).size).toBe(1);
    const [a, b] = [await given({ email: null, phone: null }), await given({ email: null, phone: null })];
    expect((await rowOf(a.id)).practiceId).not.toBe((await rowOf(b.id)).practiceId);
  });

  test("ten entered at the same moment make one practice", async () => {
    const email = "gleichzeitig@example.org";
    await Promise.all(Array.from({ length: 10 }, () => given({ email })));
    const found = await ctx.db.select().from(practices).where(eq(practices.email, email));
    expect(found).toHaveLength(1);
  });

  test("another address moves the therapist, with the cooling period and without open inquiries", async () => {
    const therapist = await givenTherapist(system);
    const { searchId } = await givenPatient(system);
    const { inquiryId } = await givenSentInquiry(system, therapist, [searchId]);
    const before = await getTherapist(ctx, therapist.id);
    await updateTherapist(ctx, therapist.id, { email: "umgezogen@example.org" });
    const after = await getTherapist(ctx, therapist.id);
    expect(after.practice.id).not.toBe(before.practice.id);
    expect(after.practice.coolingUntil).toEqual(before.practice.coolingUntil);
    expect(after.practice.coolingUntil).not.toBeNull();
    const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
    expect(inquiry).toMatchObject({ status: "cancelled", cancelReason: "mailbox_changed" });
    expect(await ctx.db.select().from(practices).where(eq(practices.id, before.practice.id))).toHaveLength(1);
  });

  test("a practice without people and history is removed, one that others use stays", async () => {
    const email = "bleibt@example.org";
    const [a, b] = [await given({ email }), await given({ email })];
    const shared = (await rowOf(a.id)).practiceId;
    await updateTherapist(ctx, a.id, { email: "weg@example.org" });
    expect((await rowOf(b.id)).practiceId).toBe(shared);
    await updateTherapist(ctx, b.id, { email: null });
    expect(await ctx.db.select().from(practices).where(eq(practices.id, shared))).toEqual([]);
  });
});

describe("updating", () => {
  test.each<Partial<TherapistInput>>([
    { lastName: "Neu" },
    { phoneHours: {} },
    { statutorySeat: "no" },
    { practiceName: "Anders" },
    { phone: "0241 777777" },
    { capacity: null },
    {
      wishes: {
        ageMin: null,
        ageMax: null,
        genders: [],
        diagnoses: [],
        excludedDiagnoses: [],
        groupOnly: true,
      },
    },
  ])("of %o changes this field and no other", async (changes) => {
    const { id } = await given();
    const before = therapistInput.parse(await getTherapist(ctx, id));
    expect(await updateTherapist(ctx, id, changes)).toEqual({ changed: Object.keys(changes) });
    expect(therapistInput.parse(await getTherapist(ctx, id))).toEqual({ ...before, ...changes });
  });

  test("with what is there already changes nothing and is announced to nobody", async () => {
    const { id } = await given();
    const same = therapistInput.parse(await getTherapist(ctx, id));
    expect(await updateTherapist(ctx, id, same)).toEqual({ changed: [] });
    expect(await eventsOf(id)).toEqual(["therapist/changed"]);
  });

  test("a site that stays keeps its id and coordinates, a new one is announced", async () => {
    const { id } = await given();
    const [main, side] = await sitesOf(id);
    const wanted = therapistInput.parse({
      ...full(),
      locations: [site("hauptstraße", { stepFree: "no" }), site("Dritte Straße")],
    });
    await updateTherapist(ctx, id, { locations: wanted.locations });
    const after = await sitesOf(id);
    expect(after).toMatchObject([
      { id: main!.id, lat: 50.77, stepFree: "no" },
      { street: "Dritte Straße", coordinateSource: "postcode" },
    ]);
    expect(after.map((row) => row.id)).not.toContain(side!.id);
    expect(await eventsOf(after[1]!.id)).toEqual(["address/changed"]);
    expect(await eventsOf(main!.id)).toEqual(["address/changed"]);
  });

  test("what staff set survives an import, the rest does not", async () => {
    const { id } = await createTherapist(system, full(), { sourceKey: "directory:3" });
    await updateTherapist(ctx, id, { phone: "0241 42", website: "https://staff.example.org" });
    const imported = { phone: "0241 9999999", website: "https://import.example.org", title: "Prof." };
    const source = { title: { source: "arztsuche", on: "2026-11-20" } };
    expect(await updateTherapist(system, id, imported, { provenance: source })).toEqual({
      changed: ["title"],
    });
    expect(await getTherapist(ctx, id)).toMatchObject({
      phone: "0241 42",
      website: "https://staff.example.org",
      title: "Prof.",
      fixedFields: ["phone", "website"],
      provenance: { ...source, phone: { source: "staff" } },
    });
  });

  test("two at the same moment both take effect", async () => {
    const { id } = await given();
    await Promise.all([
      updateTherapist(ctx, id, { title: "Prof." }),
      updateTherapist(ctx, id, { notes: "anders" }),
      updateTherapist(ctx, id, { email: "parallel@example.org" }),
    ]);
    expect(await getTherapist(ctx, id)).toMatchObject({
      title: "Prof.",
      notes: "anders",
      email: "parallel@example.org",
    });
  });

  test("who saves what they looked at before somebody else changed it is told, and nothing is put back", async () => {
    const { id } = await givenTherapist(system);
    const seen = (await getTherapist(ctx, id)).updatedAt.toISOString();
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 1000) };
    await updateTherapist(later, id, { phone: "0241 99999971" }, { seen });
    await expect(updateTherapist(later, id, { phone: "0241 99999972" }, { seen })).rejects.toMatchObject({
      code: "conflict",
      key: "record_changed",
    });
    expect((await getTherapist(ctx, id)).phone).toBe("0241 99999971");
  });

  test("an unknown therapist is not found", () =>
    expect(updateTherapist(ctx, newId(), { title: "" })).rejects.toMatchObject({ code: "not-found" }));
});

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
    expect(await actsOn(therapist.id)).toEqual(["therapist.create", "therapist.block", "therapist.unblock"]);
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
    expect(await actsOn(waiting.id)).toContain("therapist.activate");
    expect((await eventsOf(waiting.id)).filter((name) => name === "therapist/changed")).toHaveLength(2);
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
    expect(await actsOn(id)).toContain("therapist.delete");
    await expect(deleteTherapist(ctx, id)).rejects.toMatchObject({ code: "not-found" });
  });
});
