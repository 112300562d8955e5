import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries, placements, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { consentsInForce } from "../consents/consents-in-force";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { advancePlacement } from "../placements/advance-placement";
import { confirmPlacement } from "../placements/confirm-placement";
import { failPlacement } from "../placements/fail-placement";
import { pauseSearch } from "../searches/pause-search";
import { findConfirmation } from "./find-confirmation";
import { registerPatient } from "./register-patient";
import type { PatientInput } from "./schemas";
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
    expect((await eventsAbout(ctx, patientId)).filter((name) => name === "address/changed")).toHaveLength(2);
    expect(await actsOn(ctx, again.patientId)).toContain("patient.delete");
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
    const email = `gefunden-${newId()}@example.org`;
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
