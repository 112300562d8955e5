import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries, inquiryItems, ownContacts } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient } from "@/tests/support/factories";
import { dossierCsv } from "./dossier-csv";
import { dossierPdf } from "./dossier-pdf";
import { getDossier } from "./get-dossier";
import { addOwnContact, removeOwnContact, setEvidenceFacts } from "./own-contacts";
import {
  database,
  system,
  now,
  patientLink,
  viewer,
  own,
  givenAsked,
  rowsOf,
} from "@/tests/support/evidence-world";
import { keyOf } from "@/tests/support/key-of";

describe("what a patient adds", () => {
  test("stands among the contacts and can be taken back, by the patient and by staff", async () => {
    const patient = await givenPatient(system);
    const me = patientLink(patient.id);
    const first = await addOwnContact(me, patient.id, own);
    await addOwnContact(system, patient.id, { ...own, contactedOn: "2026-10-29" });
    expect(await rowsOf(patient.id)).toEqual([
      "28.10.2026 | Telefon, selbst | nur Warteliste | ja",
      "29.10.2026 | Telefon, selbst | nur Warteliste | ja",
    ]);
    await removeOwnContact(me, patient.id, first);
    expect(await rowsOf(patient.id)).toHaveLength(1);
    expect(await keyOf(removeOwnContact(me, patient.id, first))).toBe("not_found");
  });

  test("is encrypted, cannot lie in the future, and is limited", async () => {
    const patient = await givenPatient(system);
    const me = patientLink(patient.id);
    expect(await keyOf(addOwnContact(me, patient.id, { ...own, contactedOn: "2026-11-03" }))).toBe("invalid");
    await Promise.all(Array.from({ length: 201 }, () => keyOf(addOwnContact(me, patient.id, own))));
    expect(await database.db.$count(ownContacts, eq(ownContacts.patientId, patient.id))).toBe(200);
    expect(await keyOf(addOwnContact(me, patient.id, own))).toBe("too_many_own_contacts");
    const raw = await database.db.execute(
      `select details from own_contacts where patient_id = '${patient.id}' limit 1`,
    );
    expect(JSON.stringify(raw)).not.toContain("Sanddorn");
  });

  test("a link opens only its own, and a viewer nothing", async () => {
    const [mine, other] = [await givenPatient(system), await givenPatient(system)];
    const contact = await addOwnContact(system, other.id, own);
    const me = patientLink(mine.id);
    expect(await keyOf(getDossier(me, other.id))).toBe("not_found");
    expect(await keyOf(addOwnContact(me, other.id, own))).toBe("not_found");
    expect(await keyOf(removeOwnContact(me, mine.id, contact))).toBe("not_found");
    expect(await keyOf(setEvidenceFacts(me, mine.id, { mandateOn: "2026-11-01" }))).toBe("forbidden");
    expect(await keyOf(setEvidenceFacts(me, mine.id, { insurerAskedOn: "2026-11-01" }))).toBe("done");
    expect(await keyOf(getDossier(viewer(), other.id))).toBe("forbidden");
    expect(await keyOf(addOwnContact(viewer(), other.id, own))).toBe("forbidden");
  });
});

describe("the check for completeness", () => {
  const missing = async (ctx: Context, patientId: string) =>
    (await getDossier(ctx, patientId)).checks.filter(({ holds }) => !holds).map(({ id }) => id);

  test("names what is missing, and nothing once all is there", async () => {
    const patient = await givenPatient(system);
    expect(await missing(system, patient.id)).toEqual([
      "insurer",
      "consultation",
      "ptv11",
      "insurer_asked",
      "mandate",
      "enough_contacts",
      "all_settled",
    ]);
    const whole = await givenPatient(system, {
      insurer: "Muster BKK",
      insuranceNumber: "A123456789",
      consultationDone: true,
      consultationOn: "2026-09-01",
      ptv11: { acute: false, urgent: true },
    });
    await setEvidenceFacts(system, whole.id, { mandateOn: "2026-09-01", insurerAskedOn: "2026-10-01" });
    for (let i = 0; i < 5; i++)
      await addOwnContact(system, whole.id, { ...own, therapistName: `Praxis ${i}` });
    expect(await missing(system, whole.id)).toEqual([]);
  });

  test("counts each practice once and only those with a seat; the patient needs no mandate", async () => {
    const patient = await givenPatient(system);
    for (let i = 0; i < 3; i++) await addOwnContact(system, patient.id, own);
    await addOwnContact(system, patient.id, { ...own, therapistName: "Privatpraxis", seat: "no" });
    expect((await getDossier(system, patient.id)).seats).toEqual({ contacted: 1, wanted: 5 });
    expect(await missing(patientLink(patient.id), patient.id)).not.toContain("mandate");
  });

  test("an inquiry without an answer yet is not settled", async () => {
    const { patient } = await givenAsked();
    expect(await missing(system, patient.id)).toContain("all_settled");
  });
});

test("after a place elsewhere that came to nothing, those who were asked before count as settled", async () => {
  const { patient, items } = await givenAsked();
  const checkOf = async () =>
    (await getDossier(system, patient.id)).checks.find(({ id }) => id === "all_settled")!.holds;
  expect(await checkOf()).toBe(false);
  await database.db
    .update(inquiryItems)
    .set({ outcome: "placed_elsewhere", outcomeAt: now })
    .where(eq(inquiryItems.id, items[0]!.id));
  expect(await checkOf()).toBe(true);
});

describe("the files", () => {
  test("the PDF is tagged, German, and has every contact on as many pages as it takes", async () => {
    const patient = await givenPatient(system, { firstName: "Łucja", lastName: "Şahin" });
    for (let i = 0; i < 60; i++)
      await addOwnContact(system, patient.id, { ...own, therapistName: `Praxis ${i}` });
    const pdf = (await dossierPdf(await getDossier(system, patient.id))).toString("latin1");
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toContain("/Lang (de-DE)");
    expect(pdf).toContain("/Marked true");
    expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(2);
  });

  test("the table opens in a German spreadsheet and runs no formula", async () => {
    const patient = await givenPatient(system);
    await addOwnContact(system, patient.id, { ...own, therapistName: '=HYPERLINK("http://x.example";"a")' });
    const [head, line] = dossierCsv(await getDossier(system, patient.id)).split("\r\n");
    expect(head).toBe("\uFEFFZeitpunkt;Praxis;Ort;Kassensitz;Weg;Ergebnis;Genannte Wartezeit");
    expect(line).toBe(
      `28.10.2026;"'=HYPERLINK(""http://x.example"";""a"")";Köln;ja;Telefon, selbst;nur Warteliste;40 Wochen`,
    );
  });

  test("reading it is written down", async () => {
    const patient = await givenPatient(system);
    await getDossier(system, patient.id);
    const acts = await database.db.select().from(auditEntries).where(eq(auditEntries.subjectId, patient.id));
    expect(acts.map(({ act }) => act)).toContain("dossier.view");
  });
});
