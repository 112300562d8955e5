import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  auditEntries,
  calls,
  inquiryItems,
  mails,
  ownContacts,
  placements,
  practices,
  therapists,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { type CallResult, isReached } from "../calls/status";
import { expireInquiry } from "../inquiries/expire-inquiry";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { markBounced } from "../mail/mark-bounced";
import { markRefused } from "../mail/mark-refused";
import type { PatientInput } from "../patients/schemas";
import { failPlacement } from "../placements/fail-placement";
import { contactWords } from "./document-words";
import { dossierCsv } from "./dossier-csv";
import { dossierPdf } from "./dossier-pdf";
import { getDossier } from "./get-dossier";
import { addOwnContact, removeOwnContact, setEvidenceFacts } from "./own-contacts";

let database: TestDatabase;
let system: Context;
const now = new Date("2026-11-02T09:00:00Z");
const at = (iso: string): Context => ({ ...system, now: new Date(iso) });
beforeAll(async () => {
  database = await createTestDatabase();
  system = systemOn(database.db, now);
});
afterAll(() => database.drop());

const key = async (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? error.key : "unexpected"),
  );
const patientLink = (patientId: string): Context => ({ ...system, actor: { kind: "patient", patientId } });
const viewer = (): Context => ({ ...system, actor: { kind: "staff", id: "x", role: "viewer", name: "Ole" } });

const own = {
  contactedOn: "2026-10-28",
  therapistName: "Praxis Sanddorn",
  city: "Köln",
  seat: "yes",
  channel: "phone",
  result: "waiting_list",
  namedWaitWeeks: 40,
} as const;

async function givenAsked(changes: Partial<PatientInput> = {}) {
  const patient = await givenPatient(system, changes);
  const therapist = await givenTherapist(system, { lastName: "Möwenfeld", statutorySeat: "yes" });
  const inquiry = await givenSentInquiry(system, therapist, [patient.searchId]);
  await database.db
    .update(mails)
    .set({ status: "sent", sentAt: now })
    .where(eq(mails.inquiryId, inquiry.inquiryId));
  return { patient, therapist, ...inquiry };
}

type Asked = Awaited<ReturnType<typeof givenAsked>>;

const rowsOf = async (patientId: string) =>
  (await getDossier(system, patientId)).contacts.map((contact) => {
    const { when, channel, result, seat } = contactWords(contact);
    return [when, channel, result, seat].join(" | ");
  });

describe("the contacts", () => {
  test("tell each mail, call and the end of an inquiry that nobody answered, in order", async () => {
    const { patient, inquiryId, therapist } = await givenAsked();
    const { practiceId } = therapist;
    await database.db.insert(calls).values({
      practiceId,
      inquiryId,
      plannedAt: now,
      status: "failed",
      result: "not_reached",
      doneAt: new Date("2026-11-16T09:10:00Z"),
    });
    await expireInquiry(at("2026-11-30T10:00:00Z"), inquiryId);
    expect(await rowsOf(patient.id)).toEqual([
      "02.11.2026, 10:00 | E-Mail | versendet | ja",
      "16.11.2026, 10:10 | Telefon | nicht erreicht | ja",
      "30.11.2026, 11:00 | Fristablauf | keine Antwort nach 28 Tagen | ja",
    ]);
  });

  test("begin for who followed into a freed position with that, and never with what was said before", async () => {
    const { inquiryId, therapist } = await givenAsked();
    const { practiceId } = therapist;
    const called = { practiceId, inquiryId, plannedAt: now, status: "done", result: "reached" } as const;
    await database.db.insert(calls).values([
      { ...called, doneAt: new Date("2026-11-03T09:00:00Z") },
      { ...called, doneAt: new Date("2026-11-10T09:00:00Z") },
    ]);
    const follow = async (position: number, offeredAt: Date | null) => {
      const follower = await givenPatient(system);
      await database.db
        .insert(inquiryItems)
        .values({ inquiryId, searchId: follower.searchId, position, offered: true, offeredAt });
      return follower;
    };
    const followed = await follow(7, new Date("2026-11-09T09:00:00Z"));
    const unnoted = await follow(8, null);
    await expireInquiry(at("2026-11-30T10:00:00Z"), inquiryId);
    expect(await rowsOf(followed.id)).toEqual([
      "09.11.2026, 10:00 | Antwortseite der Praxis | angefragt | ja",
      "10.11.2026, 10:00 | Telefon | erreicht | ja",
      "30.11.2026, 11:00 | Fristablauf | keine Antwort nach 21 Tagen | ja",
    ]);
    expect(await rowsOf(unnoted.id)).toEqual([]);
  });

  test("leave out a mail that was refused for good, though its address may exist", async () => {
    const { patient, inquiryId } = await givenAsked();
    const recipient = "praxis@example.org";
    const [mail] = await database.db
      .update(mails)
      .set({ recipient })
      .where(eq(mails.inquiryId, inquiryId))
      .returning({ id: mails.id });
    expect(await markRefused(system, mail!.id, "andere@example.org")).toBe(false);
    expect(await rowsOf(patient.id)).toHaveLength(1);
    expect(await markRefused(system, mail!.id, recipient)).toBe(true);
    await expireInquiry(at("2026-12-14T10:00:00Z"), inquiryId);
    expect(await rowsOf(patient.id)).toEqual([]);
  });

  test("tell what the practice answered, and from when it may have a place", async () => {
    const { patient, inquiryId, items } = await givenAsked();
    await respondToInquiry(at("2026-11-04T12:00:00Z"), inquiryId, [
      { itemId: items[0]!.id, outcome: "later", laterOn: "2027-05-01" },
    ]);
    expect((await rowsOf(patient.id)).at(-1)).toBe(
      "04.11.2026, 13:00 | Antwort der Praxis | erst später ein Platz, frühestens ab 1. Mai 2027 | ja",
    );
  });

  test("do not count a mail that no server took, nor one that was never sent", async () => {
    for (const status of ["kept", "failed", "unknown", "queued"] as const) {
      const { patient, inquiryId } = await givenAsked();
      await database.db.update(mails).set({ status }).where(eq(mails.inquiryId, inquiryId));
      expect(await rowsOf(patient.id)).toEqual([]);
    }
  });

  test("speak of silence, and count a seat, only where the practice was asked: from the mail that left or the call that reached it", async () => {
    const end = at("2026-12-14T10:00:00Z");
    const told = async (patientId: string) => ({
      rows: (await rowsOf(patientId)).map((row) => row.split(" | ").slice(1, 3).join(": ")),
      seats: (await getDossier(system, patientId)).seats.contacted,
    });
    const call = (asked: Asked, result: CallResult) =>
      database.db.insert(calls).values({
        practiceId: asked.therapist.practiceId,
        inquiryId: asked.inquiryId,
        plannedAt: now,
        status: isReached(result) ? "done" : "failed",
        result,
        doneAt: new Date("2026-12-04T09:10:00Z"),
      });
    const lost = await givenAsked();
    await database.db
      .update(mails)
      .set({ status: "failed", sentAt: null })
      .where(eq(mails.inquiryId, lost.inquiryId));
    await expireInquiry(end, lost.inquiryId);
    expect(await told(lost.patient.id)).toEqual({ rows: [], seats: 0 });

    const bounced = await givenAsked();
    const [practice] = await database.db
      .select({ email: practices.email })
      .from(practices)
      .where(eq(practices.id, bounced.therapist.practiceId));
    const [mail] = await database.db
      .update(mails)
      .set({ recipient: practice!.email })
      .where(eq(mails.inquiryId, bounced.inquiryId))
      .returning({ id: mails.id });
    await markBounced(at("2026-11-02T09:05:00Z"), mail!.id, practice!.email!);
    await call(bounced, "wrong_number");
    await call(bounced, "not_reached");
    await expireInquiry(end, bounced.inquiryId);
    expect(await told(bounced.patient.id)).toEqual({
      rows: ["Telefon: Nummer stimmt nicht", "Telefon: nicht erreicht"],
      seats: 0,
    });

    const called = await givenAsked();
    await database.db
      .update(mails)
      .set({ status: "unknown", sentAt: null })
      .where(eq(mails.inquiryId, called.inquiryId));
    await call(called, "reached");
    await expireInquiry(end, called.inquiryId);
    expect(await told(called.patient.id)).toEqual({
      rows: ["Telefon: erreicht", "Fristablauf: keine Antwort nach 10 Tagen"],
      seats: 1,
    });

    const late = await givenAsked();
    await database.db
      .update(mails)
      .set({ sentAt: new Date("2026-11-30T09:00:00Z") })
      .where(eq(mails.inquiryId, late.inquiryId));
    await expireInquiry(end, late.inquiryId);
    expect((await told(late.patient.id)).rows.at(-1)).toBe("Fristablauf: keine Antwort nach 14 Tagen");
  });

  test("keep a place that was offered, and say what came of it", async () => {
    const endings = [
      ["declined", system, "Platz von der versicherten Person nicht angenommen"],
      ["lapsed", system, "Platz nicht rechtzeitig angenommen"],
      ["no_show", system, "erstes Gespräch fand nicht statt"],
      ["unsuitable", system, "Behandlung nicht möglich"],
      ["unsuitable", patientLink, "nach Angabe der versicherten Person keine passende Behandlung"],
      ["no_capacity", system, "doch kein Platz frei"],
    ] as const;
    for (const [reason, who, words] of endings) {
      const { patient, inquiryId, items } = await givenAsked();
      const itemId = items[0]!.id;
      await respondToInquiry(at("2026-11-04T12:00:00Z"), inquiryId, [{ itemId, outcome: "accepted" }]);
      const [placement] = await database.db.select().from(placements).where(eq(placements.itemId, itemId));
      const by = typeof who === "function" ? who(patient.id) : who;
      const later = { ...by, now: new Date("2026-11-20T12:00:00Z") };
      await failPlacement(later, { placementId: placement!.id, reason });
      expect(await rowsOf(patient.id), reason).toEqual([
        "02.11.2026, 10:00 | E-Mail | versendet | ja",
        "04.11.2026, 13:00 | Antwort der Praxis | Platz zugesagt | ja",
        `20.11.2026, 13:00 | Nach der Zusage | ${words} | ja`,
      ]);
    }
  });

  test("keep name and seat as they were when the practice was asked", async () => {
    const { patient, therapist } = await givenAsked();
    await database.db
      .update(therapists)
      .set({ lastName: "Anders", statutorySeat: "no" })
      .where(eq(therapists.id, therapist.id));
    const [contact] = (await getDossier(system, patient.id)).contacts;
    expect(contact!.therapist).toMatchObject({ seat: "yes", city: "Aachen" });
    expect(contact!.therapist.name).toContain("Möwenfeld");
  });

  test("are those of this patient only, though others were in the same inquiry", async () => {
    const [one, two] = [await givenPatient(system), await givenPatient(system)];
    const therapist = await givenTherapist(system);
    const { inquiryId, items } = await givenSentInquiry(system, therapist, [one.searchId, two.searchId]);
    await respondToInquiry(system, inquiryId, [{ itemId: items[0]!.id, outcome: "rejected_capacity" }]);
    expect(await rowsOf(two.id)).toEqual([]);
    expect(await rowsOf(one.id)).toHaveLength(1);
    expect(await database.db.$count(inquiryItems, eq(inquiryItems.inquiryId, inquiryId))).toBe(2);
  });
});

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
    expect(await key(removeOwnContact(me, patient.id, first))).toBe("not_found");
  });

  test("is encrypted, cannot lie in the future, and is limited", async () => {
    const patient = await givenPatient(system);
    const me = patientLink(patient.id);
    expect(await key(addOwnContact(me, patient.id, { ...own, contactedOn: "2026-11-03" }))).toBe("invalid");
    await Promise.all(Array.from({ length: 201 }, () => key(addOwnContact(me, patient.id, own))));
    expect(await database.db.$count(ownContacts, eq(ownContacts.patientId, patient.id))).toBe(200);
    expect(await key(addOwnContact(me, patient.id, own))).toBe("too_many_own_contacts");
    const raw = await database.db.execute(
      `select details from own_contacts where patient_id = '${patient.id}' limit 1`,
    );
    expect(JSON.stringify(raw)).not.toContain("Sanddorn");
  });

  test("a link opens only its own, and a viewer nothing", async () => {
    const [mine, other] = [await givenPatient(system), await givenPatient(system)];
    const contact = await addOwnContact(system, other.id, own);
    const me = patientLink(mine.id);
    expect(await key(getDossier(me, other.id))).toBe("not_found");
    expect(await key(addOwnContact(me, other.id, own))).toBe("not_found");
    expect(await key(removeOwnContact(me, mine.id, contact))).toBe("not_found");
    expect(await key(setEvidenceFacts(me, mine.id, { mandateOn: "2026-11-01" }))).toBe("forbidden");
    expect(await key(setEvidenceFacts(me, mine.id, { insurerAskedOn: "2026-11-01" }))).toBe("done");
    expect(await key(getDossier(viewer(), other.id))).toBe("forbidden");
    expect(await key(addOwnContact(viewer(), other.id, own))).toBe("forbidden");
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
