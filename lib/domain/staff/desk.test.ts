import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries, calls, inquiries, mails, outbox, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { sealAudit } from "@/lib/core/audit";
import { getInquiry } from "@/lib/domain/inquiries/get-inquiry";
import { listInquiries } from "@/lib/domain/inquiries/list-inquiries";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { listPatientTasks } from "@/lib/domain/patients/list-patient-tasks";
import { getMail } from "@/lib/domain/mail/get-mail";
import { listMails } from "@/lib/domain/mail/list-mails";
import { settleMail } from "@/lib/domain/mail/settle-mail";
import { addExclusion } from "@/lib/domain/therapists/exclusions";
import { listExclusions } from "@/lib/domain/therapists/list-exclusions";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import {
  givenPatient,
  givenProposal,
  givenSentInquiry,
  givenTherapist,
  systemOn,
} from "@/tests/support/factories";
import { keyOf } from "@/tests/support/key-of";
import { countWaiting } from "./count-waiting";
import { createStaff } from "./create-staff";
import { finishTask } from "./finish-task";
import { reopenTask } from "./reopen-task";
import { getToday } from "./get-today";
import { listAudit } from "./list-audit";
import type { StaffRole } from "./status";

const now = new Date("2026-11-18T09:00:00Z");
let database: TestDatabase;
let system: Context;
let as: Record<StaffRole, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  system = systemOn(database.db, now);
  const entries = (["admin", "coordinator", "viewer"] as const).map(async (role) => {
    const person = { name: role, email: `${role}@example.org`, role, password: "kranich leuchtet still" };
    const { id } = await createStaff(system, person);
    return [role, { ...system, actor: { kind: "staff", id, role, name: role } }] as const;
  });
  as = Object.fromEntries(await Promise.all(entries)) as typeof as;
});
afterAll(() => database.drop());

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

async function givenTask(kind: "crisis" | "mail_failed" | "no_contact", dueAt: Date, subjectId = newId()) {
  const subjectKind = kind === "crisis" ? "patient" : kind === "mail_failed" ? "mail" : "therapist";
  const [task] = await database.db
    .insert(tasks)
    .values({ kind, subjectKind, subjectId, dueAt, createdAt: now })
    .returning();
  return task!;
}

async function givenMail(status: "failed" | "unknown" | "kept") {
  const patient = await givenPatient(system);
  const content = { subject: "Betreff", html: "<p>Inhalt</p>", text: "Inhalt" };
  const [mail] = await database.db
    .insert(mails)
    .values({
      template: "search_started",
      patientId: patient.id,
      status,
      occasion: newId(),
      content,
      createdAt: now,
    })
    .returning();
  return { id: mail!.id, patientId: patient.id };
}

describe("today", () => {
  test("puts crises first, then what was due first, and leaves out what is for another day", async () => {
    const patient = await givenPatient(system);
    const early = await givenTask("mail_failed", hours(-30));
    const crisis = await givenTask("crisis", hours(10), patient.id);
    const tomorrow = await givenTask("no_contact", hours(20));
    const listed = (await getToday(as.coordinator, hours(-24))).tasks.map(({ id }) => id);
    expect(listed.indexOf(crisis.id)).toBe(0);
    expect(listed).toContain(early.id);
    expect(listed).not.toContain(tomorrow.id);
    await finishTask(as.coordinator, crisis.id, "Gespräch geführt");
    expect((await getToday(as.coordinator, hours(-24))).tasks.map(({ id }) => id)).not.toContain(crisis.id);
  });

  test("names people to those who may know them and to nobody else", async () => {
    const patient = await givenPatient(system, { firstName: "Mira", lastName: "Sandgrund" });
    const { id } = await givenTask("crisis", now, patient.id);
    const label = async (ctx: Context) =>
      (await getToday(ctx, now)).tasks.find((task) => task.id === id)?.label;
    expect(await label(as.coordinator)).toBe("Mira Sandgrund");
    expect(await label(as.viewer)).toBe(patient.id.slice(-6).toUpperCase());
  });

  test("shows who can be called now, new answers and how much waits for review", async () => {
    const therapist = await givenTherapist(system, { lastName: "Windmühle", phone: "0241 99999907" });
    const patients = [await givenPatient(system), await givenPatient(system)];
    const { inquiryId, items } = await givenSentInquiry(
      system,
      therapist,
      patients.map(({ searchId }) => searchId),
    );
    await respondToInquiry(as.coordinator, inquiryId, [
      { itemId: items[0]!.id, outcome: "rejected_capacity" },
    ]);
    const { practiceId } = therapist;
    await database.db.insert(calls).values({ practiceId, inquiryId, plannedAt: now });
    await givenProposal(system, await givenTherapist(system), [(await givenPatient(system)).searchId]);
    const today = await getToday(as.viewer, hours(-24));
    expect(today.calls).toContainEqual(expect.objectContaining({ phone: "0241 99999907" }));
    expect(today.answers.filter((answer) => answer.inquiryId === inquiryId)).toMatchObject([
      { yes: 0, no: 1 },
    ]);
    expect(today.proposals).toBe((await countWaiting(as.viewer)).matches);
    expect(today.proposals).toBeGreaterThan(0);
    expect((await getToday(as.viewer, hours(1))).answers).toEqual([]);
  });

  test("answers are few lines, one for each inquiry, and a place stands before later refusals", async () => {
    const answer = async (outcomes: ("accepted" | "rejected_capacity")[], after: number) => {
      const searchIds = [];
      for (const _ of outcomes) searchIds.push((await givenPatient(system)).searchId);
      const sent = await givenSentInquiry(system, await givenTherapist(system), searchIds);
      await respondToInquiry(
        { ...as.coordinator, now: new Date(now.getTime() + after * 60_000) },
        sent.inquiryId,
        sent.items.map(({ id }, index) => ({ itemId: id, outcome: outcomes[index]! })),
      );
      return sent.inquiryId;
    };
    const before = await getToday(as.viewer, now);
    const known = before.answers.length + before.moreAnswers;
    const place = await answer(["accepted", "rejected_capacity"], 1);
    for (let i = 0; i < 11; i++) await answer(["rejected_capacity"], 2 + i);
    const { answers, moreAnswers } = await getToday(as.viewer, now);
    expect(answers).toHaveLength(10);
    expect(answers[0]).toMatchObject({ inquiryId: place, yes: 1, no: 1 });
    expect(moreAnswers).toBe(known + 12 - 10);
  });

  test("a task is ticked off once, by who may write", async () => {
    const task = await givenTask("no_contact", now);
    expect(await keyOf(finishTask(as.viewer, task.id))).toBe("forbidden");
    const results = await Promise.all([1, 2].map(() => keyOf(finishTask(as.coordinator, task.id))));
    expect(results.toSorted()).toEqual(["done", "task_done"]);
  });
});

describe("a crisis", () => {
  const lineOf = async (ctx: Context, id: string) =>
    (await getToday(ctx, now)).tasks.find((task) => task.id === id);

  test("shows how somebody can be reached, and to who may not know it only whether there is a number", async () => {
    const called = await givenPatient(system, { phone: "0241 99999941" });
    const written = await givenPatient(system, { phone: null, email: "ohne.telefon@example.org" });
    const [first, second] = [
      await givenTask("crisis", now, called.id),
      await givenTask("crisis", now, written.id),
    ];
    expect((await lineOf(as.coordinator, first.id))!.reach).toMatchObject({
      hasPhone: true,
      contact: { phone: "0241 99999941" },
    });
    expect((await lineOf(as.coordinator, second.id))!.reach).toEqual({
      hasPhone: false,
      contact: { phone: null, email: "ohne.telefon@example.org", emailConfirmed: false },
    });
    expect((await lineOf(as.viewer, second.id))!.reach).toEqual({ hasPhone: false, contact: null });
  });

  test("is ticked off only with what came of it, which nobody reads without the key or the right to names", async () => {
    const { id: patientId } = await givenPatient(system);
    const { id } = await givenTask("crisis", now, patientId);
    expect(await keyOf(finishTask(as.coordinator, id, "  "))).toBe("task_result");
    expect(await lineOf(as.coordinator, id)).toBeDefined();
    await finishTask(as.coordinator, id, "Ist in Sicherheit");
    const [listed] = await listPatientTasks(as.coordinator, patientId);
    expect(listed).toMatchObject({
      doneAt: now,
      results: [{ by: "coordinator", text: "Ist in Sicherheit" }],
    });
    expect((await listPatientTasks(as.viewer, patientId))[0]!.results).toBeNull();
    const [raw] = await database.db.execute<{ results: string }>(
      `select results from tasks where id = '${id}'`,
    );
    expect(raw!.results).not.toContain("Sicherheit");
  });

  test("comes back to the list when it was ticked off too early, with what was written down", async () => {
    const { id: patientId } = await givenPatient(system);
    const { id } = await givenTask("crisis", now, patientId);
    expect(await keyOf(reopenTask(as.coordinator, id))).toBe("task_open");
    await finishTask(as.coordinator, id, "Nicht erreicht");
    expect(await keyOf(reopenTask(as.viewer, id))).toBe("forbidden");
    await reopenTask(as.coordinator, id);
    expect(await lineOf(as.coordinator, id)).toBeDefined();
    await finishTask(as.admin, id, "Gespräch geführt");
    const texts = (await listPatientTasks(as.admin, patientId))[0]!.results!.map(({ text }) => text);
    expect(texts).toEqual(["Nicht erreicht", "Gespräch geführt"]);
  });

  test("two at the same moment: one sentence stands, the other person hears of it, 20 rounds", async () => {
    for (let round = 0; round < 20; round++) {
      const { id: patientId } = await givenPatient(system);
      const { id } = await givenTask("crisis", now, patientId);
      const outcomes = await Promise.all([
        keyOf(finishTask(as.coordinator, id, "eins")),
        keyOf(finishTask(as.admin, id, "zwei")),
      ]);
      expect(outcomes.toSorted()).toEqual(["done", "task_done"]);
      expect((await listPatientTasks(as.admin, patientId))[0]!.results).toHaveLength(1);
      const again = await Promise.all([1, 2].map(() => keyOf(reopenTask(as.coordinator, id))));
      expect(again.toSorted()).toEqual(["done", "task_open"]);
    }
  });
});

describe("inquiries", () => {
  test("are found by status, reference, surname, patient and therapist, with counts of their people", async () => {
    const therapist = await givenTherapist(system, { lastName: "100%_Prozent" });
    const patients = [await givenPatient(system), await givenPatient(system)];
    const { inquiryId, items } = await givenSentInquiry(
      system,
      therapist,
      patients.map(({ searchId }) => searchId),
    );
    await respondToInquiry(as.coordinator, inquiryId, [{ itemId: items[0]!.id, outcome: "accepted" }]);
    const { reference } = await getInquiry(as.viewer, inquiryId);
    const filters = [
      { query: reference.toLowerCase() },
      { query: "100%_" },
      { patientId: patients[1]!.id },
      { therapistId: therapist.id },
    ];
    for (const filter of filters) {
      const { rows, total } = await listInquiries(as.viewer, filter);
      expect(rows).toMatchObject([{ id: inquiryId, items: 2, open: 1, accepted: 1 }]);
      expect(total).toBe(1);
    }
    expect((await listInquiries(as.viewer, { query: "100_" })).total).toBe(0);
    expect((await listInquiries(as.viewer, { status: "sent", pageSize: 1 })).rows).toHaveLength(1);
  });

  test("show names and notes only to who may see who patients are", async () => {
    const patient = await givenPatient(system, { lastName: "Geheimrat" });
    const { inquiryId, items } = await givenSentInquiry(system, await givenTherapist(system), [
      patient.searchId,
    ]);
    const note = "Bitte im Mai noch einmal";
    await respondToInquiry(as.coordinator, inquiryId, [{ itemId: items[0]!.id, outcome: "later", note }]);
    expect(JSON.stringify(await getInquiry(as.viewer, inquiryId))).not.toMatch(/Geheimrat|Mai/);
    expect((await getInquiry(as.coordinator, inquiryId)).items).toMatchObject([
      { patientName: "Erna Geheimrat", note },
    ]);
    expect(await keyOf(getInquiry(as.viewer, newId()))).toBe("not_found");
    expect(await keyOf(getInquiry(as.viewer, "x"))).toBe("not_found");
  });
});

describe("mails", () => {
  test("are read by who may, and each reading is written down", async () => {
    const { id } = await givenMail("kept");
    expect(await keyOf(listMails(as.viewer, {}))).toBe("forbidden");
    expect(await keyOf(getMail(as.viewer, id))).toBe("forbidden");
    expect((await listMails(as.coordinator, { status: "kept" })).rows.map((row) => row.id)).toContain(id);
    expect((await getMail(as.coordinator, id)).content?.text).toBe("Inhalt");
    const views = await database.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.act, "mail.view"), eq(auditEntries.subjectId, id)));
    expect(views).toHaveLength(1);
  });

  test("whose fate is unknown are settled once: two people at once send it again one time", async () => {
    const { id, patientId } = await givenMail("unknown");
    await database.db
      .insert(tasks)
      .values({ kind: "mail_unknown", subjectKind: "mail", subjectId: id, dueAt: now });
    const results = await Promise.all([1, 2].map(() => keyOf(settleMail(as.coordinator, id, "again"))));
    expect(results.toSorted()).toEqual(["done", "mail_settled"]);
    const sent = await database.db.select().from(mails).where(eq(mails.patientId, patientId));
    const copies = sent.filter(
      ({ status, template }) => status === "queued" && template === "search_started",
    );
    expect(copies.filter(({ occasion }) => occasion === `again:${id}`)).toHaveLength(1);
    const events = await database.db.select().from(outbox).where(eq(outbox.name, "mail/queued"));
    const announced = events.filter(({ data }) => copies.some((copy) => copy.id === data.mailId));
    expect(announced.length).toBe(copies.length);
    const open = (await getToday(as.coordinator, now)).tasks.filter(({ subjectId }) => subjectId === id);
    expect(open).toEqual([]);
  });

  test("that arrived after all, or are to be left, send nothing", async () => {
    for (const settlement of ["arrived", "leave"] as const) {
      const { id } = await givenMail("failed");
      expect(await keyOf(settleMail(as.viewer, id, settlement))).toBe("forbidden");
      const before = await database.db.$count(outbox);
      await settleMail(as.coordinator, id, settlement);
      expect(await database.db.$count(outbox)).toBe(before);
      expect((await getMail(as.coordinator, id)).status).toBe(
        settlement === "arrived" ? "sent" : "cancelled",
      );
    }
    const { id } = await givenMail("kept");
    expect(await keyOf(settleMail(as.coordinator, id, "again"))).toBe("mail_settled");
  });
});

describe("the audit log", () => {
  test("is listed for admins only, newest first, by act and by what it is about", async () => {
    const patient = await givenPatient(as.coordinator);
    for (const role of ["coordinator", "viewer"] as const)
      expect(await keyOf(listAudit(as[role], {}))).toBe("forbidden");
    const { rows } = await listAudit(as.admin, { subjectId: patient.id });
    expect(rows[0]).toMatchObject({ actorName: "coordinator", actorKind: "staff", sealed: false });
    expect(rows.every((row) => row.subjectId === patient.id)).toBe(true);
    while ((await sealAudit(system)) > 0);
    const registered = await listAudit(as.admin, { act: "patient.register", subjectId: patient.id });
    expect(registered).toMatchObject({ total: 1, rows: [{ act: "patient.register", sealed: true }] });
    const all = await listAudit(as.admin, { pageSize: 200 });
    const times = all.rows.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });
});

test("exclusions are listed with names; those whose time is over are not", async () => {
  const patient = await givenPatient(system);
  const [lasting, past] = [
    await givenTherapist(system, { lastName: "Ankerplatz" }),
    await givenTherapist(system),
  ];
  await addExclusion(as.coordinator, {
    patientId: patient.id,
    therapistId: lasting.id,
    reason: "unsuitable",
  });
  const until = hours(-1);
  await addExclusion(as.coordinator, {
    patientId: patient.id,
    therapistId: past.id,
    reason: "capacity",
    until,
  });
  const listed = await listExclusions(as.viewer, patient.id);
  expect(listed).toMatchObject([
    { therapistName: "Dr. Karla Ankerplatz", reason: "unsuitable", until: null },
  ]);
  expect(await database.db.$count(inquiries)).toBeGreaterThan(0);
});
