import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inquiries, inquiryItems } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { addItem } from "../../inquiries/add-item";
import { proposePair } from "../../inquiries/propose-pair";
import { respondToInquiry } from "../../inquiries/respond-to-inquiry";
import { dropItem } from "../../inquiries/review-inquiry";
import { updateSettings } from "../../settings/settings";
import { explainOdds } from "./explain-odds";
import { oddsSentences } from "./odds-sentences";
import { requestMatchingRun } from "../run/request-run";
import { runMatching } from "../run/run-matching";

const dayMs = 86_400_000;

/** Runs a matching run as of `days` from now and returns the proposals by therapist. */
async function proposedAfter(days: number) {
  await ctx.db.execute(sql`delete from inquiries where status = 'proposed'`);
  const later = { ...ctx, now: new Date(ctx.now.getTime() + days * dayMs) };
  const { runId } = await requestMatchingRun(later);
  await runMatching(later, runId);
  const rows = await ctx.db.select().from(inquiries).where(eq(inquiries.runId, runId));
  return new Map(rows.map(({ therapistId, id }) => [therapistId, id]));
}

describe("the odds of a proposal", () => {
  test("rest on how the practice answered, are kept with it, and are told in both languages", async () => {
    const [known, other] = [await givenTherapist(ctx), await givenTherapist(ctx)];
    const patient = await givenPatient(ctx);
    const sent = await givenSentInquiry(ctx, known, [patient.searchId]);
    await respondToInquiry(
      { ...ctx, actor: { kind: "therapist", inquiryId: sent.inquiryId } },
      sent.inquiryId,
      [{ itemId: sent.items[0]!.id, outcome: "rejected_capacity" }],
    );
    const proposed = await proposedAfter(40);
    const told = async (therapistId: string, locale: "de" | "en") =>
      [...(await explainOdds(ctx, proposed.get(therapistId)!, locale)).values()][0]!;
    const [refused, unknown] = [await told(known.id, "de"), await told(other.id, "de")];
    expect(refused.sentences.join(" ")).toMatch(/etwa 1 von 1 Anfragen beantwortet/);
    expect(refused.sentences.join(" ")).toMatch(/Vor 40 Tagen hieß es: kein Platz frei/);
    expect(unknown.sentences.join(" ")).toMatch(/eigene Erfahrung fehlt/);
    expect(unknown.sentences.at(-1)).toMatch(/Alter, Geschlecht.* gehen nicht ein/);
    expect(parseFloat(refused.chance)).toBeLessThan(parseFloat(unknown.chance));
    expect((await told(known.id, "en")).sentences).toHaveLength(refused.sentences.length);
  });

  test("are the same for who was taken out and put back, and there for who is added or proposed by hand", async () => {
    const therapist = await givenTherapist(ctx);
    const [patient, added] = [await givenPatient(ctx), await givenPatient(ctx)];
    const inquiryId = (await proposedAfter(41)).get(therapist.id)!;
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 41 * dayMs) };
    const oddsOf = async (searchId: string) =>
      (await itemsOf(ctx, inquiryId)).find((item) => item.searchId === searchId)?.odds;
    const before = await oddsOf(patient.searchId);
    expect(before).toBeTruthy();
    const itemId = (await itemsOf(ctx, inquiryId)).find(({ searchId }) => searchId === patient.searchId)!.id;
    await dropItem(later, { inquiryId, version: 1, itemId });
    expect(await oddsOf(patient.searchId)).toBeUndefined();
    await addItem(later, { inquiryId, version: 2, patientId: patient.id });
    expect(await oddsOf(patient.searchId)).toEqual(before);
    await ctx.db.execute(sql`delete from inquiries where status = 'proposed'`);
    const byHand = await proposePair(later, { patientId: added.id, therapistId: therapist.id });
    expect([...(await explainOdds(ctx, byHand.inquiryId, "de")).values()]).toHaveLength(1);
    await updateSettings(ctx, { learnOdds: false });
    await addItem(later, { inquiryId: byHand.inquiryId, version: 1, patientId: patient.id });
    expect(await explainOdds(ctx, byHand.inquiryId, "de"), "switched off").toHaveProperty("size", 1);
    await updateSettings(ctx, { learnOdds: true });
  });

  test("count as the reader's language does", () => {
    const rate = { value: 0.4, usual: 0.3, successes: 1234.4, trials: 5678 };
    const [first] = oddsSentences(
      { chance: 0.1, reply: rate, room: rate, suits: rate, lastHeard: null, way: 1, group: 1 },
      null,
    );
    expect(first!.de).toContain("etwa 1.234 von 5.678 Anfragen");
    expect(first!.en).toContain("about 1,234 of 5,678 inquiries");
  });

  test.each([
    [
      { individual: 0, group: 2, from: null },
      "individual",
      0,
      "Vor 2 Tagen meldete die Praxis 2 freie Gruppenplätze, aber keinen Einzelplatz. Aussicht auf einen Einzelplatz jetzt: 3 %.",
      "2 days ago the practice reported 2 available group places, but not an individual place. Chance of an individual place now: 3%.",
    ],
    [
      { individual: 1, group: 0, from: "2026-11-25" },
      "individual",
      1,
      "Vor 2 Tagen meldete die Praxis einen freien Einzelplatz ab 25. November 2026. Aussicht auf einen Einzelplatz dann: 3 %.",
      "2 days ago the practice reported one available individual place from 25 November 2026. Chance of an individual place then: 3%.",
    ],
    [
      { individual: 2, group: 1, from: "2027-02-01" },
      "either",
      0,
      "Vor 2 Tagen meldete die Praxis 2 freie Einzelplätze und einen freien Gruppenplatz erst ab 1. Februar 2027. Aussicht auf einen Platz bis dahin: 3 %.",
      "2 days ago the practice reported 2 available individual places and one available group place but only from 1 February 2027. Chance of a place until then: 3%.",
    ],
    [
      { individual: 0, group: 0, from: null },
      "group",
      0,
      "Vor 2 Tagen hieß es: kein Platz frei. Aussicht auf einen Gruppenplatz jetzt: 3 %.",
      "2 days ago the answer was: no place available. Chance of a group place now: 3%.",
    ],
  ] as const)("a notice is told as it was given: %j for %s", (notice, places, count, de, en) => {
    const rate = { value: 0.2, usual: 0.2, successes: 0, trials: 0 };
    const lastHeard = { source: "notice", ageDays: 2, places: count, notice, factor: 0.15 } as const;
    const odds = { chance: 0.1, reply: rate, room: rate, suits: rate, lastHeard, places, way: 1, group: 1 };
    const told = oddsSentences(odds, null)[2]!;
    expect([told.de, told.en].map((words) => words.replaceAll("\u00a0", " "))).toEqual([de, en]);
  });

  test("switched off, or with the other strategy, none are kept and none are told", async () => {
    for (const off of [{ learnOdds: false }, { strategy: "oldest-first" as const, learnOdds: true }]) {
      await updateSettings(ctx, off);
      const proposed = [...(await proposedAfter(40)).values()];
      expect(proposed.length).toBeGreaterThan(0);
      for (const id of proposed) {
        const items = await ctx.db.select().from(inquiryItems).where(eq(inquiryItems.inquiryId, id));
        expect(items.map(({ odds }) => odds)).toEqual(items.map(() => null));
        expect(await explainOdds(ctx, id, "de")).toEqual(new Map());
      }
    }
  });

  test("are for who may read inquiries", async () => {
    const stranger: Context = { ...ctx, actor: { kind: "public" } };
    await expect(explainOdds(stranger, crypto.randomUUID(), "de")).rejects.toThrow();
  });
});
