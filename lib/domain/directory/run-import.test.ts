import { readFileSync } from "node:fs";
import { count, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries, locations, outbox, practices, therapists } from "@/db/schema";
import { newId } from "@/db/columns";
import type { Context } from "@/lib/core/context";
import { updateTherapist } from "@/lib/domain/therapists/update-therapist";
import { ctx } from "@/tests/support/own-database";
import { listImportRecords } from "./get-import";
import { requestImport } from "./request-import";
import { finishImport, importChunk, startImport } from "./run-import";

async function importText(text: string) {
  const { importId } = await requestImport(ctx, { fileName: "capture.json", text });
  const { chunks } = await startImport(ctx, importId);
  for (let chunk = 0; chunk < chunks; chunk++) await importChunk(ctx, importId, chunk);
  return { importId, counts: await finishImport(ctx, importId) };
}

const record = (changes: Record<string, unknown> = {}) => ({
  id: "T1",
  anrede: "Frau",
  titel: "Dr.",
  vorname: "Wilma",
  name: "Probewind",
  geschlecht: "w",
  strasse: "Teststraße",
  hausnummer: "4",
  plz: "52062",
  ort: "Aachen",
  tel: "0241 99999902",
  email: "wilma@probewind.example",
  psy: [{ heading: "Verhaltenstherapie", values: ["Erwachsene, Einzeltherapie"] }],
  ...changes,
});
const capture = (...records: unknown[]) => JSON.stringify({ arztPraxisDatas: records, moreResults: false });
const theTherapist = async () =>
  (await ctx.db.select().from(therapists).where(eq(therapists.sourceKey, "arztsuche:T1")))[0]!;

describe("importing a capture", () => {
  test("a file imported twice changes nothing the second time, not even an event", async () => {
    const text = readFileSync("samples/arztsuche-dueren.json", "utf8");
    const first = await importText(text);
    expect(first.counts).toMatchObject({ added: 97, changed: 0, unchanged: 0, refused: 3 });
    const rows = async () =>
      (
        await Promise.all(
          [therapists, locations, practices].map((table) => ctx.db.select({ n: count() }).from(table)),
        )
      ).flat();
    const before = await rows();
    const updates = () =>
      ctx.db.select({ n: count() }).from(outbox).where(eq(outbox.name, "therapist/changed"));
    const changedBefore = await updates();
    const second = await importText(text);
    expect(second.counts).toMatchObject({ added: 0, changed: 0, unchanged: 97, refused: 3 });
    expect(await rows()).toEqual(before);
    expect(await updates()).toEqual(changedBefore);
  });

  test("every refused record is listed with its place in the file and a reason", async () => {
    const { importId } = await importText(readFileSync("samples/arztsuche-dueren.json", "utf8"));
    const refused = await listImportRecords(ctx, importId, { outcome: "refused" });
    expect(refused).toHaveLength(3);
    for (const { line, reason } of refused) {
      expect(line).toBeGreaterThan(0);
      expect(reason).toMatch(/\w{4}/);
    }
  });

  test("what changed is taken over, what the record does not say replaces nothing, a second site is added", async () => {
    await importText(capture(record()));
    const { counts } = await importText(
      capture(
        record({ tel: "0241 99999903", email: "", strasse: "Neuer Weg", hausnummer: "9", plz: "52064" }),
      ),
    );
    expect(counts).toMatchObject({ changed: 1, added: 0 });
    const therapist = await theTherapist();
    const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId));
    const sites = await ctx.db.select().from(locations).where(eq(locations.therapistId, therapist.id));
    expect(therapist.phone).toContain("99999903");
    expect(practice!.email).toBe("wilma@probewind.example");
    expect(sites.map((site) => site.postalCode).sort()).toEqual(["52062", "52064"]);
  });

  test("a field that staff set by hand is never overwritten", async () => {
    await importText(capture(record()));
    const therapist = await theTherapist();
    const staff: Context = {
      ...ctx,
      actor: { kind: "staff", id: newId(), role: "coordinator", name: "Test" },
    };
    await updateTherapist(staff, therapist.id, { phone: "0241 99999999" });
    await importText(capture(record({ tel: "0241 99999904", vorname: "Wilma Maria" })));
    const after = await theTherapist();
    expect(after.phone).toBe("0241 99999999");
    expect(after.firstName).toBe("Wilma Maria");
  });

  test("who was once seen under two keys of the directory is recognised under each of them alone", async () => {
    const one = record({ id: "T21", name: "Doppelfeld", email: "w@doppelfeld.example" });
    const other = { ...one, id: "T22", strasse: "Zweite Straße" };
    expect((await importText(capture(one, other))).counts).toMatchObject({ added: 1 });
    expect((await importText(capture(other))).counts).toMatchObject({ added: 0 });
    expect((await importText(capture(one))).counts).toMatchObject({ added: 0 });
  });

  test("a second key that comes up later leads to the person already known", async () => {
    const known = record({ id: "T32", name: "Spätfeld", email: "w@spaetfeld.example" });
    const earlier = { ...known, id: "T31", strasse: "Zweite Straße" };
    await importText(capture(known));
    expect((await importText(capture(known, earlier))).counts).toMatchObject({ added: 0 });
    expect((await importText(capture(earlier))).counts).toMatchObject({ added: 0 });
  });

  test("another person who uses somebody's second key stays another person", async () => {
    const one = record({ id: "T41", name: "Erstfeld", email: "w@erstfeld.example" });
    await importText(capture(one, { ...one, id: "T42", strasse: "Zweite Straße" }));
    const stranger = record({ id: "T42", vorname: "Udo", name: "Fremdfeld", email: "u@fremdfeld.example" });
    expect((await importText(capture(stranger))).counts).toMatchObject({ added: 1 });
  });

  test("carrying out a step again, as after a crash, adds nothing", async () => {
    const { importId } = await requestImport(ctx, {
      fileName: "again.json",
      text: capture(record({ id: "T9", name: "Zweimal", email: "z@zweimal.example" })),
    });
    await startImport(ctx, importId);
    await Promise.all([1, 2, 3].map(() => importChunk(ctx, importId, 0)));
    await importChunk(ctx, importId, 0);
    expect(await finishImport(ctx, importId)).toMatchObject({ added: 1 });
    await finishImport(ctx, importId);
    const finished = await ctx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, importId));
    expect(finished.filter((entry) => entry.act === "import.finish")).toHaveLength(1);
  });

  test.each([
    ["not JSON", "{", "import_not_json"],
    ["another file", '{"hello": 1}', "import_without_records"],
    ["a number", "7", "import_without_records"],
  ])("%s is refused at once and leaves nothing behind", async (_, text, key) => {
    await expect(requestImport(ctx, { fileName: "x.json", text })).rejects.toMatchObject({
      code: "invalid",
      key,
    });
  });

  test("who may not import cannot", async () => {
    const viewer: Context = { ...ctx, actor: { kind: "staff", id: newId(), role: "viewer", name: "Test" } };
    await expect(
      requestImport(viewer, { fileName: "x.json", text: capture(record()) }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
