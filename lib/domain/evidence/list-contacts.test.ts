import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { calls, inquiryItems, mails, placements, practices, therapists } from "@/db/schema";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { type CallResult, isReached } from "../calls/status";
import { expireInquiry } from "../inquiries/expire-inquiry";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { markBounced } from "../mail/mark-bounced";
import { markRefused } from "../mail/mark-refused";
import { failPlacement } from "../placements/fail-placement";
import { getDossier } from "./get-dossier";
import {
  database,
  system,
  now,
  at,
  patientLink,
  givenAsked,
  type Asked,
  rowsOf,
} from "@/tests/support/evidence-world";

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
