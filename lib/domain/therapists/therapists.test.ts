import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { inquiries, practices } from "@/db/schema";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { findPostcode } from "../geo/postcodes";
import { createTherapist } from "./create-therapist";
import { getTherapist } from "./get-therapist";
import { type TherapistInput, therapistInput } from "./schemas";
import { updateTherapist } from "./update-therapist";
import { ctx, system, site, full, given, rowOf, sitesOf } from "@/tests/support/therapists-world";
import { eventsAbout, actsOn } from "@/tests/support/traces";

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
      expect(await eventsAbout(ctx, siteId)).toEqual(["address/changed"]);
    expect(await eventsAbout(ctx, id)).toEqual(["therapist/changed"]);
    expect(await actsOn(ctx, id)).toEqual(["therapist.create"]);
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
    expect(await eventsAbout(ctx, id)).toEqual(["therapist/changed"]);
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
    expect(await eventsAbout(ctx, after[1]!.id)).toEqual(["address/changed"]);
    expect(await eventsAbout(ctx, main!.id)).toEqual(["address/changed"]);
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
