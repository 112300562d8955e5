import { and, eq, like } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { consents, mails, tasks } from "@/db/schema";
import { createToken } from "@/lib/core/tokens";
import { withdrawConsent } from "../consents/withdraw-consent";
import { cancelSearch } from "../searches/cancel-search";
import { registerPatient } from "./register-patient";
import { verifyPatient } from "./verify-patient";
import {
  ctx,
  system,
  consented,
  typed,
  register,
  confirmLink,
  searchesOf,
  patientRow,
} from "@/tests/support/registration-world";
import { eventsAbout, actsOn } from "@/tests/support/traces";

describe("registering", () => {
  test("stores an unconfirmed search with its consents, queues the link and announces the patient", async () => {
    const { patientId, searchId } = await register(typed());
    expect(await searchesOf(patientId)).toMatchObject([{ id: searchId, status: "unverified" }]);
    const given = await ctx.db.select().from(consents).where(eq(consents.patientId, patientId));
    expect(given.map((consent) => consent.kind).sort()).toEqual([...consented]);
    const queued = await ctx.db.select().from(mails).where(eq(mails.patientId, patientId));
    expect(queued).toMatchObject([{ template: "confirm_email", status: "queued" }]);
    expect(await eventsAbout(ctx, patientId)).toEqual(["patient/registered"]);
    expect(await actsOn(ctx, patientId)).toContain("patient.register");
  });

  test("keeps e-mail and health out of plain sight in the database", async () => {
    const input = typed({ symptoms: ["panic"], symptomsText: "auffindbarer Freitext" });
    const { patientId } = await register(input);
    const [row] = await ctx.db.execute(`select * from patients where id = '${patientId}'`);
    const stored = JSON.stringify(row);
    expect(stored).not.toContain(input.email);
    expect(stored).not.toContain("panic");
    expect(stored).not.toContain("auffindbarer");
  });

  test("needs an address and the consents, and names the field", async () => {
    const withoutMail = register(typed({ email: null }));
    await expect(withoutMail).rejects.toMatchObject({ code: "invalid", fields: { email: "required" } });
    const withoutSharing = registerPatient(ctx, { input: typed(), consents: ["processing"] });
    await expect(withoutSharing).rejects.toMatchObject({ fields: { consents: "consent_required" } });
  });

  test("refuses days that cannot be, and stores nothing then", async () => {
    const email = "unmoeglich@example.org";
    for (const birthDate of ["2999-01-01", "0000-01-01", "1899-12-31"])
      await expect(register(typed({ email, birthDate }))).rejects.toMatchObject({ code: "invalid" });
    const queued = await ctx.db.select().from(mails).where(like(mails.occasion, "%unmoeglich%"));
    expect(queued).toEqual([]);
  });

  test("a crisis makes a task for the same day and stops nothing", async () => {
    const { patientId } = await register(typed({ symptoms: ["suicidal_thoughts"] }));
    const mine = and(eq(tasks.subjectId, patientId), eq(tasks.kind, "crisis"));
    const [task] = await ctx.db.select().from(tasks).where(mine);
    expect(task!.dueAt.getTime() - ctx.now.getTime()).toBeLessThan(60_000);
    expect(await searchesOf(patientId)).toHaveLength(1);
  });

  test("a known address is answered like an unknown one", async () => {
    const input = typed();
    const first = await register(input);
    await verifyPatient(ctx, await confirmLink(first.patientId));
    const second = await register(input);
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(second.patientId).not.toBe(first.patientId);
    const queued = await ctx.db.select().from(mails).where(eq(mails.patientId, second.patientId));
    expect(queued).toMatchObject([{ template: "confirm_email" }]);
  });

  test("nobody can fill a stranger's mailbox: five times a day and address", async () => {
    const input = typed();
    for (let i = 0; i < 5; i++) await register(input);
    await expect(register(input)).rejects.toMatchObject({ code: "rate-limited" });
  });
});

describe("confirming", () => {
  test("starts the search and announces it, once, however often the button is pressed", async () => {
    const { patientId, searchId } = await register(typed());
    const secret = await confirmLink(patientId);
    for (let i = 0; i < 3; i++) expect(await verifyPatient(ctx, secret)).toEqual({ patientId });
    expect(await searchesOf(patientId)).toMatchObject([{ id: searchId, status: "active" }]);
    expect(await patientRow(patientId)).toMatchObject({ status: "searching" });
    expect((await patientRow(patientId))!.emailVerifiedAt).toEqual(ctx.now);
    expect((await eventsAbout(ctx, patientId)).sort()).toEqual([
      "address/changed",
      "patient/registered",
      "patient/verified",
    ]);
    expect(await eventsAbout(ctx, searchId)).toContain("search/opened");
  });

  test("ten at the same moment open the search once", async () => {
    const { patientId, searchId } = await register(typed());
    const secrets = await Promise.all(Array.from({ length: 10 }, () => confirmLink(patientId)));
    await Promise.all(secrets.map((secret) => verifyPatient(ctx, secret)));
    expect((await eventsAbout(ctx, searchId)).filter((name) => name === "search/opened")).toHaveLength(1);
  });

  test.each(["", "x", "' or 1=1 --", "a".repeat(43), "\u0000"])("a wrong link %j is not found", (secret) =>
    expect(verifyPatient(ctx, secret)).rejects.toMatchObject({ code: "not-found" }),
  );

  test("another kind of link does not confirm", async () => {
    const { patientId } = await register(typed());
    const page = await createToken(ctx, "patient_page", patientId);
    await expect(verifyPatient(ctx, page)).rejects.toMatchObject({ code: "not-found" });
  });

  test("an ended search or a withdrawn consent is not brought back by an old mail", async () => {
    const ended = await register(typed());
    await cancelSearch(system, ended.searchId, "no_longer_wanted");
    const late = verifyPatient(ctx, await confirmLink(ended.patientId));
    await expect(late).rejects.toMatchObject({ code: "conflict", key: "search_cancelled" });
    const withdrawn = await register(typed());
    await withdrawConsent(system, withdrawn.patientId, "sharing");
    const again = verifyPatient(ctx, await confirmLink(withdrawn.patientId));
    await expect(again).rejects.toMatchObject({ code: "conflict", key: "consent_missing" });
  });
});
