import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inquiries, inquiryItems } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { respondToInquiry } from "../../inquiries/respond-to-inquiry";
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

  test("count as the reader's language does", () => {
    const rate = { value: 0.4, usual: 0.3, successes: 1234.4, trials: 5678 };
    const [first] = oddsSentences(
      { chance: 0.1, reply: rate, room: rate, suits: rate, lastHeard: null, way: 1, group: 1 },
      null,
    );
    expect(first!.de).toContain("etwa 1.234 von 5.678 Anfragen");
    expect(first!.en).toContain("about 1,234 of 5,678 inquiries");
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
