import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import {
  accessTokens,
  auditEntries,
  consents,
  inquiryItems,
  mails,
  patients,
  searches,
  tasks,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken, findTokenSubject } from "@/lib/core/tokens";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenProposal, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { eventsAbout } from "@/tests/support/traces";
import { findPostcode } from "../geo/postcodes";
import { createPatient } from "./create-patient";
import { deletePatient } from "./delete-patient";
import { getPatient } from "./get-patient";
import { patientInputOf } from "./patient-rows";
import { registerPatient } from "./register-patient";
import { type PatientChanges, type PatientInput, patientInput } from "./schemas";
import { updatePatient } from "./update-patient";

let database: TestDatabase;
let ctx: Context;
let viewer: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  const base = { db: database.db, now: new Date() };
  ctx = { ...base, actor: { kind: "staff", id: newId(), role: "coordinator", name: "Kim" } };
  viewer = { ...base, actor: { kind: "staff", id: newId(), role: "viewer", name: "Vera" } };
});
afterAll(() => database.drop());

/** Every field filled in, so that a field that gets lost on the way is noticed. */
const full = (): PatientInput =>
  patientInput.parse({
    salutation: "Frau",
    gender: "female",
    firstName: "Alma",
    lastName: "Vollständig",
    birthDate: "2009-05-04",
    address: { street: "Musterweg", houseNumber: "3a", postalCode: "52062", city: "Aachen" },
    coordinates: { lat: 50.77, lon: 6.08 },
    email: `alma-${newId()}@example.org`,
    phone: "0241 998877",
    generalPractitioner: "Praxis Beispiel",
    guardian: { name: "Ida Vollständig", phone: "0241 998876", email: "ida@example.org" },
    payer: "gkv",
    reimbursementRoute: true,
    insurer: "Beispielkasse",
    insuranceNumber: "A123456789",
    diagnoses: ["F40.1"],
    symptoms: ["panic", "brooding"],
    symptomsText: "Zeile eins\nZeile zwei",
    previousTherapy: true,
    previousTherapyEndedOn: "2024-01-31",
    consultationDone: true,
    consultationOn: "2026-02-03",
    ptv11: { acute: false, urgent: true },
    availability: { tue: [{ from: "08:00", to: "12:00" }] },
    travel: { mode: "transit", maxMinutes: 45, maxKm: 20 },
    openToGroup: true,
    openToVideo: true,
    openToDiga: true,
    wantedTherapistGender: "female",
    wantedMethods: ["VT", "ST"],
    languages: ["de", "tr"],
    stepFreeAccess: true,
    heardFrom: "Hausarzt",
    notes: "Ruft nachmittags an",
    locale: "en",
  });
const given = async (changes: Partial<PatientInput> = {}) => createPatient(ctx, { ...full(), ...changes });
const rowOf = async (id: string) => (await ctx.db.select().from(patients).where(eq(patients.id, id)))[0]!;
const auditOf = (id: string) =>
  ctx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.id);

describe("creating", () => {
  test("keeps every field", async () => {
    const input = full();
    const { id } = await createPatient(ctx, input);
    expect(patientInputOf(await rowOf(id))).toEqual(input);
    expect(await getPatient(ctx, id)).toMatchObject({ ...input, id, withheld: false });
  });

  test("the search runs at once with the consents it needs, from the given waiting date", async () => {
    const waitingSince = new Date("2026-01-15T00:00:00Z");
    const patient = await createPatient(ctx, {
      ...full(),
      consents: ["processing", "sharing"],
      waitingSince,
    });
    const [search] = await ctx.db.select().from(searches).where(eq(searches.id, patient.searchId));
    expect(search).toMatchObject({ status: "active", since: waitingSince });
    expect(await rowOf(patient.id)).toMatchObject({ status: "searching" });
    expect(await eventsAbout(ctx, patient.id)).toEqual(["patient/registered", "address/changed"]);
    expect(await eventsAbout(ctx, patient.searchId)).toEqual(["search/opened"]);
  });

  test("without them it waits", async () => {
    const patient = await createPatient(ctx, { ...full(), consents: ["processing"] });
    const [search] = await ctx.db.select().from(searches).where(eq(searches.id, patient.searchId));
    expect(search).toMatchObject({ status: "unverified" });
    expect(await rowOf(patient.id)).toMatchObject({ status: "open" });
  });

  test("a taken id is a conflict and changes nothing of the other", async () => {
    const { id } = await given();
    const again = createPatient(ctx, { ...full(), firstName: "Andere", id });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    expect((await rowOf(id)).firstName).toBe("Alma");
  });

  test("a waiting date in the future is refused", async () => {
    const waitingSince = new Date(ctx.now.getTime() + 1000);
    const refused = createPatient(ctx, { ...full(), waitingSince });
    await expect(refused).rejects.toMatchObject({ fields: { waitingSince: "date_in_future" } });
  });

  test("what no schema let through, the verb refuses too", async () => {
    const forged = { ...full(), languages: ["de'; drop table patients; --"] };
    await expect(createPatient(ctx, forged)).rejects.toThrow();
  });
});

describe("updating", () => {
  test.each<Partial<PatientInput>>([
    { lastName: "Neu" },
    { insuranceNumber: "B987654321" },
    { openToVideo: false },
    { travel: { mode: "car", maxMinutes: 20, maxKm: null } },
    { notes: "" },
    { guardian: null },
  ])("of %o changes this field and no other", async (changes) => {
    const { id } = await given();
    const before = patientInputOf(await rowOf(id));
    expect(await updatePatient(ctx, id, changes)).toEqual({ changed: Object.keys(changes) });
    expect(patientInputOf(await rowOf(id))).toEqual({ ...before, ...changes });
    expect((await auditOf(id)).at(-1)).toMatchObject({
      act: "patient.update",
      details: { fields: Object.keys(changes) },
    });
  });

  test("with what is there already changes nothing and is announced to nobody", async () => {
    const { id } = await given();
    const events = await eventsAbout(ctx, id);
    const { lastName, availability, travel } = full();
    expect(await updatePatient(ctx, id, { lastName, availability, travel })).toEqual({ changed: [] });
    expect(await eventsAbout(ctx, id)).toEqual(events);
  });

  test("a new address gives up the old coordinates, stands at its postcode and asks for new ones", async () => {
    const { id } = await given();
    const address = { street: "", houseNumber: "", postalCode: "50667", city: "Köln" };
    await updatePatient(ctx, id, { address, coordinates: null });
    const { lat, lon } = findPostcode("50667")!;
    expect(await rowOf(id)).toMatchObject({ lat, lon, coordinateSource: "postcode" });
    expect((await eventsAbout(ctx, id)).filter((name) => name === "address/changed")).toHaveLength(2);
  });

  test("a form that says nothing of coordinates does not lose them", async () => {
    const { id } = await given();
    expect(await updatePatient(ctx, id, { coordinates: null, lastName: "Neu" })).toEqual({
      changed: ["lastName"],
    });
    expect(await rowOf(id)).toMatchObject({ lat: 50.77, coordinateSource: "source" });
  });

  test("another e-mail address closes the links that went to the old one", async () => {
    const { id } = await given();
    const secret = await createToken(ctx, "patient_page", id);
    await updatePatient(ctx, id, { email: "neu@example.org" });
    expect(await findTokenSubject(ctx, "patient_page", secret)).toBeNull();
  });

  test("a registration under correction is asked to confirm the right address", async () => {
    const registered = await registerPatient(ctx, { input: full(), consents: ["processing", "sharing"] });
    await updatePatient(ctx, registered.patientId, { email: "richtig@example.org" });
    const queued = await ctx.db.select().from(mails).where(eq(mails.patientId, registered.patientId));
    expect(queued.map((mail) => mail.template)).toEqual(["confirm_email", "confirm_email"]);
  });

  test("two at the same moment both take effect", async () => {
    const { id } = await given();
    await Promise.all([
      updatePatient(ctx, id, { insuranceNumber: "C123456789" }),
      updatePatient(ctx, id, { symptomsText: "anders" }),
      updatePatient(ctx, id, { lastName: "Gleichzeitig" }),
    ]);
    expect(await getPatient(ctx, id)).toMatchObject({
      insuranceNumber: "C123456789",
      symptomsText: "anders",
      lastName: "Gleichzeitig",
    });
  });

  test("who saves what they looked at before somebody else changed it is told, and nothing is put back, 20 rounds", async () => {
    const { id } = await given();
    for (let round = 0; round < 20; round++) {
      const seen = (await getPatient(ctx, id)).updatedAt.toISOString();
      const at = (ms: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + round * 10 + ms) });
      const saved = await Promise.allSettled([
        updatePatient(at(1), id, { phone: `0241 9999${1000 + round}` }, { seen }),
        updatePatient(at(2), id, { notes: `Notiz ${round}` }, { seen }),
      ]);
      expect(saved.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      const refused = saved.find((one) => one.status === "rejected")!;
      expect(refused.reason).toMatchObject({ code: "conflict", key: "record_changed" });
    }
  });

  test("a number of a statutory insurance is a letter and nine digits; private insurers number as they like", async () => {
    const { id } = await given();
    const set = (changes: PatientChanges) => updatePatient(ctx, id, changes);
    await expect(set({ payer: "gkv", insuranceNumber: "A123" })).rejects.toMatchObject({
      fields: { insuranceNumber: "insurance_number" },
    });
    await set({ payer: "gkv", insuranceNumber: "A 123 456 789" });
    await set({ payer: "pkv", insuranceNumber: "4711/08" });
    await expect(set({ payer: "gkv" })).rejects.toMatchObject({ code: "invalid" });
  });

  test("an unknown patient is not found", () =>
    expect(updatePatient(ctx, newId(), { lastName: "X" })).rejects.toMatchObject({ code: "not-found" }));
});

describe("looking at one", () => {
  test("is written down each time", async () => {
    const { id } = await given();
    for (let i = 0; i < 3; i++) await getPatient(ctx, id);
    const views = (await auditOf(id)).filter((entry) => entry.act === "patient.view");
    expect(views).toHaveLength(3);
    expect(views[0]).toMatchObject({ actorKind: "staff" });
  });

  test("without the right to know who it is shows no trace of it", async () => {
    const { id } = await given();
    const seen = await getPatient(viewer, id);
    const text = JSON.stringify({ ...seen, id: "", search: null, pseudonym: "" });
    const input = full();
    const secrets = [
      input.firstName,
      input.lastName,
      "alma-",
      "2009-05-04",
      "Musterweg",
      "52062",
      "50.77",
      "998877",
      "Praxis Beispiel",
      "Ida",
      "A123456789",
      "Zeile eins",
      "nachmittags",
    ];
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(seen).toMatchObject({
      withheld: true,
      age: 17,
      pseudonym: id.slice(-6).toUpperCase(),
      address: { postalCode: "52", city: "Aachen" },
      symptoms: input.symptoms,
    });
  });
});

describe("deleting", () => {
  test("removes everything personal, closes links and leaves the id in the audit log", async () => {
    const registered = await registerPatient(ctx, {
      input: { ...full(), symptoms: ["self_harm"] },
      consents: ["processing", "sharing"],
    });
    const id = registered.patientId;
    const secret = await createToken(ctx, "confirm_email", id);
    await deletePatient(ctx, id);
    const left = await Promise.all([
      ctx.db.select().from(patients).where(eq(patients.id, id)),
      ctx.db.select().from(searches).where(eq(searches.patientId, id)),
      ctx.db.select().from(consents).where(eq(consents.patientId, id)),
      ctx.db.select().from(mails).where(eq(mails.patientId, id)),
      ctx.db.select().from(tasks).where(eq(tasks.subjectId, id)),
    ]);
    expect(left.flat()).toEqual([]);
    expect(await findTokenSubject(ctx, "confirm_email", secret)).toBeNull();
    const tokens = await ctx.db.select().from(accessTokens).where(eq(accessTokens.subjectId, id));
    expect(tokens.every((token) => token.revokedAt !== null)).toBe(true);
    expect((await auditOf(id)).map((entry) => entry.act)).toContain("patient.delete");
    await expect(deletePatient(ctx, id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("takes the patient out of inquiries, sent and unsent", async () => {
    const system: Context = { ...ctx, actor: { kind: "system", job: "test" } };
    const [one, two] = [await givenPatient(system), await givenPatient(system)];
    const [first, second] = [await givenTherapist(system), await givenTherapist(system)];
    const sent = await givenSentInquiry(system, first, [one.searchId, two.searchId]);
    const proposed = await givenProposal(system, second, [one.searchId]);
    await deletePatient(ctx, one.id);
    const items = await ctx.db.select().from(inquiryItems);
    expect(items).toMatchObject([{ inquiryId: sent.inquiryId, searchId: two.searchId, outcome: "pending" }]);
    const cancelled = (await eventsAbout(ctx, proposed.inquiryId)).includes("inquiry/cancelled");
    expect(cancelled).toBe(true);
  });

  test("two at the same moment: one deletes, the other finds nothing", async () => {
    const { id } = await given();
    const results = await Promise.allSettled([deletePatient(ctx, id), deletePatient(ctx, id)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused!.reason).toMatchObject({ code: "not-found" });
  });
});
