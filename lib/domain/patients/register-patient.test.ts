import { and, eq, isNull, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditEntries, consents, mails, outbox, patients, placements, searches, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { consentsInForce } from "../consents/consents-in-force";
import { withdrawConsent } from "../consents/withdraw-consent";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { advancePlacement } from "../placements/advance-placement";
import { confirmPlacement } from "../placements/confirm-placement";
import { failPlacement } from "../placements/fail-placement";
import { cancelSearch } from "../searches/cancel-search";
import { pauseSearch } from "../searches/pause-search";
import { findConfirmation } from "./find-confirmation";
import { registerPatient } from "./register-patient";
import { type PatientInput, patientInput } from "./schemas";
import { verifyPatient } from "./verify-patient";

let database: TestDatabase;
let ctx: Context;
let system: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = { db: database.db, actor: { kind: "public" }, now: new Date() };
  system = { ...ctx, actor: { kind: "system", job: "test" } };
});
afterAll(() => database.drop());

let counter = 0;
const typed = (changes: Partial<PatientInput> = {}): PatientInput =>
  patientInput.parse({
    firstName: "Rieke",
    lastName: "Beispiel",
    birthDate: "1991-07-08",
    address: { street: "Musterweg", houseNumber: "3", postalCode: "52062", city: "Aachen" },
    email: `rieke${(counter += 1)}@example.org`,
    payer: "gkv",
    travel: { mode: "bicycle", maxMinutes: 40 },
    ...changes,
  });
const consented = ["processing", "sharing"] as const;
const register = (input: PatientInput) => registerPatient(ctx, { input, consents: [...consented] });
const confirmLink = (patientId: string) => createToken(ctx, "confirm_email", patientId);
const searchesOf = (patientId: string) =>
  ctx.db.select().from(searches).where(eq(searches.patientId, patientId));
const patientRow = async (id: string) => (await ctx.db.select().from(patients).where(eq(patients.id, id)))[0];
const eventsWith = async (id: string) =>
  (await ctx.db.select().from(outbox).orderBy(outbox.id))
    .filter((event) => JSON.stringify(event.data).includes(id))
    .map((event) => event.name);
const actsOn = async (id: string) =>
  (
    await ctx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.id)
  ).map((entry) => entry.act);

describe("registering", () => {
  test("stores an unconfirmed search with its consents, queues the link and announces the patient", async () => {
    const { patientId, searchId } = await register(typed());
    expect(await searchesOf(patientId)).toMatchObject([{ id: searchId, status: "unverified" }]);
    const given = await ctx.db.select().from(consents).where(eq(consents.patientId, patientId));
    expect(given.map((consent) => consent.kind).sort()).toEqual([...consented]);
    const queued = await ctx.db.select().from(mails).where(eq(mails.patientId, patientId));
    expect(queued).toMatchObject([{ template: "confirm_email", status: "queued" }]);
    expect(await eventsWith(patientId)).toEqual(["patient/registered"]);
    expect(await actsOn(patientId)).toContain("patient.register");
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
    expect((await eventsWith(patientId)).sort()).toEqual([
      "address/changed",
      "patient/registered",
      "patient/verified",
    ]);
    expect(await eventsWith(searchId)).toContain("search/opened");
  });

  test("ten at the same moment open the search once", async () => {
    const { patientId, searchId } = await register(typed());
    const secrets = await Promise.all(Array.from({ length: 10 }, () => confirmLink(patientId)));
    await Promise.all(secrets.map((secret) => verifyPatient(ctx, secret)));
    expect((await eventsWith(searchId)).filter((name) => name === "search/opened")).toHaveLength(1);
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

describe("registering a second time", () => {
  async function runningPatient(input: PatientInput) {
    const { patientId, searchId } = await register(input);
    await verifyPatient(ctx, await confirmLink(patientId));
    return { patientId, searchId };
  }

  test("updates the running record, keeps its waiting date and leaves no second search", async () => {
    const first = typed({ phone: "0241 12345", symptoms: ["brooding"], wantedMethods: ["VT"] });
    const { patientId, searchId } = await runningPatient(first);
    const [before] = await searchesOf(patientId);
    const moved = { street: "Neue Straße", houseNumber: "9", postalCode: "50667", city: "Köln" };
    const again = await register({ ...first, phone: null, address: moved, wantedMethods: [] });
    const secret = await confirmLink(again.patientId);
    expect(await verifyPatient(ctx, secret)).toEqual({ patientId });
    expect(await verifyPatient(ctx, secret)).toEqual({ patientId });
    expect(await patientRow(again.patientId)).toBeUndefined();
    expect(await searchesOf(patientId)).toMatchObject([
      { id: searchId, since: before!.since, status: "active" },
    ]);
    const merged = (await patientRow(patientId))!;
    expect(merged).toMatchObject({ city: "Köln", phone: "0241 12345", wantedMethods: [] });
    expect(merged.health.symptoms).toEqual(["brooding"]);
    expect((await eventsWith(patientId)).filter((name) => name === "address/changed")).toHaveLength(2);
    expect(await actsOn(again.patientId)).toContain("patient.delete");
  });

  test("does not wake a paused search", async () => {
    const input = typed();
    const { patientId, searchId } = await runningPatient(input);
    await pauseSearch(system, searchId, { until: null, reason: "" });
    const again = await register(input);
    await verifyPatient(ctx, await confirmLink(again.patientId));
    expect(await searchesOf(patientId)).toMatchObject([{ id: searchId, status: "paused" }]);
  });

  test("two links of one person confirmed at the same moment leave one running search", async () => {
    const input = typed();
    const both = [await register(input), await register(input)];
    const secrets = await Promise.all(both.map(({ patientId }) => confirmLink(patientId)));
    const results = await Promise.all(secrets.map((secret) => verifyPatient(ctx, secret)));
    expect(results[0]).toEqual(results[1]);
    const left = await Promise.all(both.map(({ patientId }) => searchesOf(patientId)));
    expect(left.flat()).toMatchObject([{ status: "active" }]);
  });

  const taskKinds = async (patientId: string) =>
    (
      await ctx.db
        .select()
        .from(tasks)
        .where(and(eq(tasks.subjectId, patientId), isNull(tasks.doneAt)))
    ).map(({ kind }) => kind);

  /** Somebody whom a practice accepted, and whose address is confirmed. */
  async function placedPatient() {
    const email = `gefunden${(counter += 1)}@example.org`;
    const { id: patientId, searchId } = await givenPatient(system, { firstName: "Rieke", email });
    const { lastName, birthDate } = (await patientRow(patientId))!;
    const { inquiryId, items } = await givenSentInquiry(system, await givenTherapist(system), [searchId]);
    const practice: Context = { ...ctx, actor: { kind: "therapist", inquiryId } };
    await respondToInquiry(practice, inquiryId, [{ itemId: items[0]!.id, outcome: "accepted" }]);
    const [placement] = await ctx.db.select().from(placements).where(eq(placements.searchId, searchId));
    const mine: Context = { ...ctx, actor: { kind: "patient", patientId } };
    return { patientId, searchId, mine, placementId: placement!.id, form: { email, lastName, birthDate } };
  }

  test.each(["accepted", "confirmed", "started"] as const)(
    "with a place that is %s makes no second record and no second search: staff ask how it stands, once",
    async (stage) => {
      const { patientId, searchId, mine, placementId, form } = await placedPatient();
      if (stage !== "accepted") await confirmPlacement(mine, { placementId });
      if (stage === "started") await advancePlacement(mine, { placementId, to: "started" });
      const [before] = await searchesOf(patientId);
      for (const phone of ["0241 99999941", "0241 99999942"]) {
        const asked = await taskKinds(patientId);
        const again = await register(typed({ ...form, phone }));
        expect(await taskKinds(patientId), "not before the mailbox was opened").toEqual(asked);
        const secret = await confirmLink(again.patientId);
        expect(await findConfirmation(ctx, secret)).toBe("open");
        expect(await verifyPatient(ctx, secret)).toEqual({ patientId });
        expect(await findConfirmation(ctx, secret)).toBe("placed");
        expect(await patientRow(again.patientId)).toBeUndefined();
      }
      expect(await searchesOf(patientId)).toEqual([before]);
      expect((await patientRow(patientId))!.phone).toBe("0241 99999942");
      const kinds = (await taskKinds(patientId)).filter((kind) => kind === "registered_placed");
      expect(kinds).toHaveLength(1);
      const [placement] = await ctx.db.select().from(placements).where(eq(placements.searchId, searchId));
      expect(placement!.status).toBe(stage);
    },
  );

  test("once it is known what became of the place, nobody has to ask; who searches is found first", async () => {
    const { patientId, mine, placementId, form } = await placedPatient();
    await verifyPatient(ctx, await confirmLink((await register(typed(form))).patientId));
    expect(await taskKinds(patientId)).toContain("registered_placed");
    await failPlacement(mine, { placementId, reason: "declined" });
    expect(await taskKinds(patientId)).not.toContain("registered_placed");
    await verifyPatient(ctx, await confirmLink((await register(typed(form))).patientId));
    expect(await taskKinds(patientId)).not.toContain("registered_placed");
  });

  test("a family may share a mailbox", async () => {
    const parent = typed();
    const first = await runningPatient(parent);
    const child = await register({ ...parent, firstName: "Tilda", birthDate: "2014-02-02" });
    expect(await verifyPatient(ctx, await confirmLink(child.patientId))).toEqual({
      patientId: child.patientId,
    });
    expect(await searchesOf(first.patientId)).toMatchObject([{ status: "active" }]);
    expect(await searchesOf(child.patientId)).toMatchObject([{ status: "active" }]);
  });

  test("a crisis told the second time stays on the list", async () => {
    const input = typed();
    const { patientId } = await runningPatient(input);
    const again = await register({ ...input, symptoms: ["self_harm"] });
    await verifyPatient(ctx, await confirmLink(again.patientId));
    const found = await ctx.db.select().from(tasks).where(eq(tasks.subjectId, patientId));
    expect(found.filter(({ kind }) => kind === "crisis")).toMatchObject([{ doneAt: null }]);
  });

  const every = ["processing", "sharing", "identity", "status_mails"] as const;
  async function runningWithEverything(input: PatientInput) {
    const { patientId } = await registerPatient(ctx, { input, consents: [...every] });
    await verifyPatient(ctx, await confirmLink(patientId));
    return patientId;
  }

  test("the later form decides over consents, once its link is used and not before, and it is written down", async () => {
    const input = typed();
    const patientId = await runningWithEverything(input);
    const again = await register(input);
    expect((await consentsInForce(ctx, patientId)).toSorted()).toEqual(every.toSorted());
    await verifyPatient(ctx, await confirmLink(again.patientId));
    expect((await consentsInForce(ctx, patientId)).toSorted()).toEqual([...consented]);
    const withdrawn = await ctx.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, patientId), eq(auditEntries.act, "consent.withdraw")));
    expect(withdrawn.map(({ actorKind, details }) => [actorKind, details])).toEqual([
      ["patient", { kinds: ["identity"] }],
      ["patient", { kinds: ["status_mails"] }],
    ]);
  });

  test("who knows name and birth date but has another mailbox changes nothing in the record", async () => {
    const input = typed();
    const patientId = await runningWithEverything(input);
    const before = await patientRow(patientId);
    const stranger = await register({ ...input, email: `fremd-${input.email}`, phone: "0241 99999911" });
    await verifyPatient(ctx, await confirmLink(stranger.patientId));
    expect(await patientRow(patientId)).toEqual(before);
    expect(await consentsInForce(ctx, patientId)).toHaveLength(4);
  });

  test("of two forms the later one holds, whichever link is used last", async () => {
    const first = typed({ phone: "0241 99999921" });
    const earlier = await registerPatient(ctx, { input: first, consents: [...every] });
    const later = await register({ ...first, phone: "0241 99999922" });
    const [earlierLink, laterLink] = [
      await confirmLink(earlier.patientId),
      await confirmLink(later.patientId),
    ];
    const result = await verifyPatient(ctx, laterLink);
    expect(await verifyPatient(ctx, earlierLink)).toEqual(result);
    expect(await patientRow(result.patientId)).toMatchObject({ phone: "0241 99999922" });
    expect((await consentsInForce(ctx, result.patientId)).toSorted()).toEqual([...consented]);
    expect(await patientRow(earlier.patientId)).toBeUndefined();
  });

  test("signs of a crisis, PTV 11 and a consultation are not taken back by leaving them out", async () => {
    const first = typed({
      symptoms: ["suicidal_thoughts", "brooding"],
      consultationDone: true,
      consultationOn: "2026-01-15",
      ptv11: { acute: true, urgent: false },
    });
    const patientId = await runningWithEverything(first);
    const again = await register(
      typed({
        ...first,
        symptoms: ["anxiety"],
        consultationDone: false,
        consultationOn: null,
        ptv11: { acute: false, urgent: false },
      }),
    );
    await verifyPatient(ctx, await confirmLink(again.patientId));
    expect((await patientRow(patientId))!.health).toMatchObject({
      symptoms: ["anxiety", "suicidal_thoughts"],
      consultationDone: true,
      consultationOn: "2026-01-15",
      ptv11: { acute: true, urgent: false },
    });
  });

  test("a person looks at what changed: names of fields, and what stood there, readable only with the key", async () => {
    const first = typed({ phone: "0241 99999931", symptomsText: "erste Worte" });
    const patientId = await runningWithEverything(first);
    const again = await register({ ...first, phone: "0241 99999932", symptomsText: "zweite Worte" });
    await verifyPatient(ctx, await confirmLink(again.patientId));
    const mine = and(eq(tasks.subjectId, patientId), eq(tasks.kind, "registered_again"));
    const [task] = await ctx.db.select().from(tasks).where(mine);
    expect(task!.details).toEqual({
      fields: ["phone", "symptomsText"],
      before: { phone: "0241 99999931", symptomsText: "erste Worte" },
    });
    const [raw] = await ctx.db.execute<{ details: string }>(
      `select details from tasks where id = '${task!.id}'`,
    );
    expect(raw!.details).not.toContain("Worte");
    const same = await register({ ...first, phone: "0241 99999932", symptomsText: "zweite Worte" });
    await verifyPatient(ctx, await confirmLink(same.patientId));
    expect(await ctx.db.$count(tasks, mine)).toBe(1);
  });

  test("two forms that tell of a crisis make one task", async () => {
    const input = typed({ symptoms: ["self_harm"] });
    const patientId = await runningWithEverything(input);
    const again = await register(input);
    await verifyPatient(ctx, await confirmLink(again.patientId));
    expect(await ctx.db.$count(tasks, eq(tasks.subjectId, patientId))).toBe(1);
  });
});
