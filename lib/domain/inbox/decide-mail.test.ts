import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries, inquiries, objections } from "@/db/schema";
import { givenPatient, givenTherapist } from "@/tests/support/factories";
import { findObjection } from "../therapists/find-objection";
import { liftObjection } from "../therapists/lift-objection";
import { answerFromMail, objectFromMail } from "./answer-from-mail";
import { assignInboundMail } from "./assign-inbound-mail";
import { dismissInboundMail, restoreInboundMail, settleInboundMail } from "./decide-inbound-mail";
import { findAssignable } from "./find-assignable";
import { listSenderObjections } from "./list-sender-objections";
import { listThread } from "./list-inbound-mails";
import { mergeThreads } from "./merge-threads";
import { system, staffId, as, given, rowOf, givenAnswer, outcomesOf } from "@/tests/support/inbox-world";
import { eventsAbout } from "@/tests/support/traces";

describe("deciding", () => {
  test("of many who decide at once exactly one does, in every round", async () => {
    for (let round = 0; round < 10; round++) {
      const mail = await given();
      const tries = [settleInboundMail, dismissInboundMail, settleInboundMail, dismissInboundMail].map(
        (verb) => verb(as("coordinator"), mail),
      );
      const results = await Promise.allSettled(tries);
      expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
      for (const result of results)
        if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
      expect((await rowOf(mail.id))!.version).toBe(2);
    }
  });

  test("what was put away can be taken back, and says who decided meanwhile", async () => {
    const mail = await given();
    await dismissInboundMail(as("coordinator"), mail);
    expect(await rowOf(mail.id)).toMatchObject({
      state: "dismissed",
      decidedBy: staffId,
      decidedAt: system.now,
    });
    await restoreInboundMail(as("coordinator"), mail.id);
    expect(await rowOf(mail.id)).toMatchObject({ state: "new", decidedBy: null, decidedAt: null });
    await expect(restoreInboundMail(as("coordinator"), mail.id)).rejects.toMatchObject({ code: "conflict" });
  });

  test("an answer is entered as a person confirmed it, and the mail is settled", async () => {
    const { mail, inquiryId, items } = await givenAnswer(
      "Patient 1 nehme ich gerne auf, Patient 2 leider nicht.",
    );
    expect(mail.suggestion?.outcomes.map((one) => [one.position, one.outcome])).toEqual([
      [1, "accepted"],
      [2, "rejected_other"],
    ]);
    const answers = [
      { itemId: items[0]!.id, outcome: "accepted" as const },
      { itemId: items[1]!.id, outcome: "rejected_unsuitable" as const },
    ];
    expect(Object.values(await answerFromMail(as("coordinator"), mail, answers))).toEqual([
      "accepted",
      "recorded",
    ]);
    expect(await outcomesOf(inquiryId)).toEqual(["accepted", "rejected_unsuitable"]);
    expect((await rowOf(mail.id))!.state).toBe("settled");
    await expect(answerFromMail(as("coordinator"), mail, answers)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("two who enter answers at once give each person one answer", async () => {
    for (let round = 0; round < 5; round++) {
      const { mail, inquiryId, items } = await givenAnswer("Ja.", 1);
      const answer = (outcome: "accepted" | "rejected_capacity") =>
        answerFromMail(as("coordinator"), mail, [{ itemId: items[0]!.id, outcome }]);
      await Promise.allSettled([answer("accepted"), answer("rejected_capacity")]);
      expect(["accepted", "rejected_capacity"]).toContain((await outcomesOf(inquiryId))[0]);
      const written = await system.db.$count(
        auditEntries,
        and(eq(auditEntries.act, "inquiry.answer"), eq(auditEntries.subjectId, inquiryId)),
      );
      expect(written).toBe(1);
    }
  });

  test("an answer that came too late leaves the mail waiting", async () => {
    const { mail, items } = await givenAnswer("Ja.", 2);
    const answers = [{ itemId: items[0]!.id, outcome: "rejected_other" as const }];
    await answerFromMail(as("coordinator"), mail, answers);
    const again = await given("Doch.", ["From: p@example.org"]);
    await assignInboundMail(as("coordinator"), again, { kind: "inquiry", id: mail.inquiryId! });
    const seen = (await rowOf(again.id))!;
    expect(Object.values(await answerFromMail(as("coordinator"), seen, answers))).toEqual([
      "already_answered",
    ]);
    expect((await rowOf(again.id))!.state).toBe("assigned");
  });

  test("an objection is entered for good and closes the inquiry", async () => {
    const { mail, inquiryId } = await givenAnswer("Bitte keine weiteren Anfragen.");
    expect(mail.kind).toBe("objection");
    await objectFromMail(as("coordinator"), mail, { kind: "address" });
    expect(await system.db.$count(objections, eq(objections.kind, "address"))).toBe(1);
    expect(await outcomesOf(inquiryId)).toEqual(["withdrawn", "withdrawn"]);
    expect((await rowOf(mail.id))!.state).toBe("settled");
  });

  test("an objection of a practice that was never asked holds for whom of it is named, and for nobody else's", async () => {
    const email = "zwei@ungefragt.example";
    const [one, two] = [await givenTherapist(system, { email }), await givenTherapist(system, { email })];
    const stranger = await givenTherapist(system);
    const mail = await given("Bitte schreiben Sie mir nicht mehr.", [`From: ${email}`]);
    await assignInboundMail(as("coordinator"), mail, { kind: "therapist", id: one.id });
    const seen = (await rowOf(mail.id))!;
    const object = (therapistId?: string) =>
      objectFromMail(as("coordinator"), seen, { kind: "person", therapistId });
    await expect(object()).rejects.toMatchObject({ fields: { therapistId: "choose" } });
    await expect(object(stranger.id)).rejects.toMatchObject({ code: "not-found" });
    await object(two.id);
    expect(await findObjection(system, two.id)).toMatchObject({ kind: "person" });
    for (const { id } of [one, stranger]) expect(await findObjection(system, id)).toBeNull();
    expect((await rowOf(mail.id))!.state).toBe("settled");
  });

  test("an objection from nobody's address holds for that address, whoever is known by it later", async () => {
    const mail = await given("Bitte keine weiteren Anfragen.", ["From: Leise@Unbekannt-Ruhig.example"]);
    const object = (kind: "person" | "address") => objectFromMail(as("coordinator"), mail, { kind });
    await expect(object("person")).rejects.toMatchObject({ fields: { kind: "choose" } });
    await object("address");
    const later = await givenTherapist(system, { email: "leise@unbekannt-ruhig.example" });
    expect(await findObjection(system, later.id)).toMatchObject({ kind: "address" });
    expect(await listSenderObjections(as("coordinator"), mail.id)).toMatchObject([
      { kind: "address", others: 1 },
    ]);
    const mistake = { whose: { inboundMailId: mail.id }, kind: "address", reason: "by_mistake" } as const;
    await expect(liftObjection(as("coordinator"), mistake)).rejects.toMatchObject({ code: "forbidden" });
    const before = (await eventsAbout(system, later.id)).length;
    await liftObjection(as("admin"), mistake);
    expect((await eventsAbout(system, later.id)).slice(before)).toEqual(["therapist/changed"]);
    await expect(liftObjection(as("admin"), mistake)).rejects.toMatchObject({ key: "objection_gone" });
    expect(await listSenderObjections(as("coordinator"), mail.id)).toEqual([]);
    expect(await findObjection(system, later.id)).toBeNull();
  });
});

describe("whose it is", () => {
  test("assigning to an inquiry reads the text anew; two at once do not overwrite each other", async () => {
    const { inquiryId } = await givenAnswer("x");
    const mail = await given("Patient 2 kann ich aufnehmen.");
    expect(mail).toMatchObject({ kind: "other", state: "new" });
    const tries = [1, 2, 3].map(() =>
      assignInboundMail(as("coordinator"), mail, { kind: "inquiry", id: inquiryId }),
    );
    expect((await Promise.allSettled(tries)).filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await rowOf(mail.id)).toMatchObject({
      kind: "answer",
      state: "assigned",
      inquiryId,
      suggestion: { outcomes: [{ position: 2, outcome: "accepted" }] },
    });
  });

  test("a practice and a patient can be chosen, nobody who does not exist", async () => {
    const therapist = await givenTherapist(system);
    const { id: patientId } = await givenPatient(system);
    const mail = await given();
    await assignInboundMail(as("coordinator"), mail, { kind: "therapist", id: therapist.id });
    const seen = (await rowOf(mail.id))!;
    expect(seen).toMatchObject({ practiceId: therapist.practiceId, patientId: null });
    await assignInboundMail(as("coordinator"), seen, { kind: "patient", id: patientId });
    expect(await rowOf(mail.id)).toMatchObject({ practiceId: null, patientId });
    for (const kind of ["inquiry", "therapist", "patient"] as const)
      await expect(
        assignInboundMail(as("coordinator"), (await rowOf(mail.id))!, { kind, id: newId() }),
      ).rejects.toMatchObject({ code: "not-found" });
  });

  test("joined threads are shown together and belong to whom the other belongs to", async () => {
    const { mail: known, inquiryId } = await givenAnswer("x");
    const stray = await given("Nachtrag");
    await mergeThreads(as("coordinator"), stray, known.id);
    expect(await rowOf(stray.id)).toMatchObject({ inquiryId, threadId: known.threadId, state: "assigned" });
    expect((await listThread(as("coordinator"), known.threadId)).map((row) => row.id)).toEqual([
      known.id,
      stray.id,
    ]);
    await expect(mergeThreads(as("coordinator"), (await rowOf(stray.id))!, known.id)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("a search finds inquiries by their sign, practices and patients by name", async () => {
    const { inquiryId } = await givenAnswer("x");
    const [inquiry] = await system.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
    expect(await findAssignable(as("coordinator"), inquiry!.reference)).toMatchObject([
      { kind: "inquiry", id: inquiryId },
    ]);
    const { id } = await givenPatient(system, { lastName: "Unverwechselbar" });
    expect(await findAssignable(as("coordinator"), "unverwechsel")).toMatchObject([{ kind: "patient", id }]);
  });
});
