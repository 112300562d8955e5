import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditEntries, staff, staffSessions } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { keyOf } from "@/tests/support/key-of";
import { changePassword, resetPassword } from "./change-password";
import { createStaff } from "./create-staff";
import { findStaffSession, type StaffActor } from "./find-session";
import { getStaff, listStaff } from "./list-staff";
import { revokeSessions } from "./revoke-sessions";
import { setLanguage } from "./set-language";
import { sessionHours, signIn } from "./sign-in";
import { signOut } from "./sign-out";
import type { StaffRole } from "./status";
import { updateStaff } from "./update-staff";

const password = "kranich leuchtet still";
const now = new Date("2026-11-18T09:00:00Z");
let database: TestDatabase;
let system: Context;
let visitor: Context;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 10 });
  system = { db: database.db, actor: { kind: "system", job: "test" }, now };
  visitor = { ...system, actor: { kind: "public" } };
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.update(staff).set({ active: false });
});

async function member(role: StaffRole = "coordinator") {
  const email = `person-${++count}@example.org`;
  const { id } = await createStaff(system, { name: `Person ${count}`, email, role, password });
  const actor: StaffActor = { kind: "staff", id, role, name: `Person ${count}` };
  return { id, email, ctx: { ...system, actor } };
}
const enter = (email: string, typed = password, ctx = visitor, address = "192.0.2.1") =>
  signIn(ctx, { email, password: typed, address });
const later = (hours: number): Context => ({ ...visitor, now: new Date(now.getTime() + hours * 3_600_000) });

describe("signing in", () => {
  test("gives a session of twelve hours that says who it is, whatever the case of the address", async () => {
    const { id, email } = await member();
    const { sessionId, expiresAt } = await enter(` ${email.toUpperCase()} `);
    expect(expiresAt).toEqual(new Date(now.getTime() + sessionHours * 3_600_000));
    const session = await findStaffSession(visitor, sessionId);
    expect(session?.actor).toMatchObject({ kind: "staff", id, role: "coordinator" });
    expect(await findStaffSession(later(sessionHours - 0.01), sessionId)).not.toBeNull();
    expect(await findStaffSession(later(sessionHours), sessionId)).toBeNull();
  });

  test("fails alike for a wrong password, an unknown address, a closed account and nonsense", async () => {
    const { id, email, ctx } = await member();
    const closed = await member();
    await updateStaff({ ...ctx, actor: system.actor }, closed.id, { active: false });
    const failures = await Promise.all([
      keyOf(enter(email, "not the password")),
      keyOf(enter("nobody@example.org")),
      keyOf(enter(closed.email)),
      keyOf(enter("not an address")),
      keyOf(enter(email, "x".repeat(5000))),
      keyOf(enter(email, "")),
    ]);
    expect(new Set(failures)).toEqual(new Set(["sign_in_failed"]));
    const failed = await database.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.act, "staff.sign-in-failed"), eq(auditEntries.subjectId, id)));
    expect(failed.length).toBeGreaterThan(0);
    expect(JSON.stringify(failed)).not.toContain("example.org");
  });

  test("takes as long for an unknown address as for a wrong password", async () => {
    const { email } = await member();
    const time = async (address: string, place: string) => {
      const start = performance.now();
      await keyOf(enter(address, "not the password", visitor, place));
      return performance.now() - start;
    };
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 9; i++) {
      known.push(await time(email, `198.51.100.${i}`));
      unknown.push(await time(`nobody-${i}@example.org`, `198.51.100.${i}`));
    }
    expect(median(unknown)).toBeGreaterThan(median(known) * 0.5);
    expect(median(unknown)).toBeLessThan(median(known) * 2);
  });

  test("ten failures close the account for a while, even for the right password, and not for others", async () => {
    const [victim, other] = [await member(), await member()];
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => keyOf(enter(victim.email, "wrong", visitor, `a${i}`))),
    );
    expect(await keyOf(enter(victim.email, password, visitor, "b"))).toBe("rate_limited");
    expect(await keyOf(enter(other.email, password, visitor, "b"))).toBe("done");
    expect(await keyOf(enter(victim.email, password, later(0.3), "b"))).toBe("done");
  });

  test("guessing from one address across accounts is stopped; signing in rightly is never counted", async () => {
    const { email } = await member();
    for (let i = 0; i < 12; i++) expect(await keyOf(enter(email, password, visitor, "c"))).toBe("done");
    const guesses = Array.from({ length: 101 }, (_, i) =>
      keyOf(enter(`guess-${i}@example.org`, "x", visitor, "c")),
    );
    expect((await Promise.all(guesses)).filter((key) => key === "rate_limited").length).toBeGreaterThan(0);
    expect(await keyOf(enter(email, password, visitor, "c"))).toBe("rate_limited");
    expect(await keyOf(enter(email, password, visitor, "d"))).toBe("done");
  }, 60_000);
});

describe("the language of mails to somebody", () => {
  const languageOf = async (id: string) =>
    (await database.db.select().from(staff).where(eq(staff.id, id)))[0]!.locale;

  test("is that of the page on which they sign in or of their choice, German before; nobody else's changes", async () => {
    const [kim, other] = [await member(), await member()];
    expect(await languageOf(kim.id)).toBe("de");
    const typed = { email: kim.email, address: "192.0.2.9", locale: "en" as const };
    await keyOf(signIn(visitor, { ...typed, password: "not the password" }));
    expect(await languageOf(kim.id)).toBe("de");
    await Promise.all([1, 2, 3].map(() => signIn(visitor, { ...typed, password })));
    expect(await languageOf(kim.id)).toBe("en");
    await setLanguage(kim.ctx, "de");
    expect(await languageOf(kim.id)).toBe("de");
    await setLanguage(kim.ctx, "en");
    await enter(kim.email);
    expect([await languageOf(kim.id), await languageOf(other.id)]).toEqual(["en", "de"]);
  });

  test("is chosen by members of the team only", async () => {
    for (const ctx of [visitor, system]) expect(await keyOf(setLanguage(ctx, "en"))).toBe("forbidden");
  });
});

describe("a session ends", () => {
  test("by signing out, once and for all, with one entry in the log", async () => {
    const { id, email, ctx } = await member();
    const { sessionId } = await enter(email);
    await Promise.all([signOut(ctx, sessionId), signOut(ctx, sessionId)]);
    expect(await findStaffSession(visitor, sessionId)).toBeNull();
    const entries = await database.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.act, "staff.sign-out"), eq(auditEntries.subjectId, id)));
    expect(entries).toHaveLength(1);
  });

  test("when it is revoked, the account is closed, or the id was made up", async () => {
    const admin = await member("admin");
    const one = await member();
    const first = await enter(one.email);
    expect(await revokeSessions(admin.ctx, one.id)).toBe(1);
    expect(await findStaffSession(visitor, first.sessionId)).toBeNull();
    const second = await enter(one.email);
    await updateStaff(admin.ctx, one.id, { active: false });
    expect(await findStaffSession(visitor, second.sessionId)).toBeNull();
    await updateStaff(admin.ctx, one.id, { active: true });
    expect(await findStaffSession(visitor, second.sessionId)).toBeNull();
    expect(await findStaffSession(visitor, "x' or 1=1")).toBeNull();
  });

  test("a new role holds from the next request on", async () => {
    const admin = await member("admin");
    const one = await member();
    const { sessionId } = await enter(one.email);
    await updateStaff(admin.ctx, one.id, { role: "viewer" });
    expect((await findStaffSession(visitor, sessionId))?.actor.role).toBe("viewer");
  });

  test("a password changed while somebody signs in with the old one leaves no session behind", async () => {
    for (let round = 0; round < 15; round++) {
      const one = await member();
      const mine = await enter(one.email);
      const next = `ein anderes Wort ${round}`;
      const [, intruder] = await Promise.all([
        changePassword(one.ctx, { current: password, password: next, sessionId: mine.sessionId }),
        enter(one.email).catch(() => null),
      ]);
      if (intruder) expect(await findStaffSession(visitor, intruder.sessionId)).toBeNull();
      expect(await findStaffSession(visitor, mine.sessionId)).not.toBeNull();
      expect(await keyOf(enter(one.email))).toBe("sign_in_failed");
      expect(await keyOf(enter(one.email, next))).toBe("done");
    }
  });
});

describe("the team", () => {
  test("always has somebody who manages it, even when two admins remove each other at once", async () => {
    for (let round = 0; round < 20; round++) {
      await database.db.update(staff).set({ active: false });
      const [a, b] = [await member("admin"), await member("admin")];
      const results = await Promise.all([
        keyOf(updateStaff(a.ctx, b.id, round % 2 ? { role: "viewer" } : { active: false })),
        keyOf(updateStaff(b.ctx, a.id, { active: false })),
      ]);
      expect(results.toSorted()).toEqual(["done", "last_admin"]);
    }
  });

  test("may lose an admin who is not the last one, and a last admin may change the name", async () => {
    const [a, b] = [await member("admin"), await member("admin")];
    await updateStaff(a.ctx, b.id, { role: "coordinator" });
    await updateStaff(a.ctx, a.id, { name: "Neuer Name" });
    const stale = { name: "Alter Name", role: "admin", active: true } as const;
    expect(await keyOf(updateStaff(a.ctx, a.id, { name: "Zurück" }, { seen: stale }))).toBe("record_changed");
    expect(await keyOf(updateStaff(a.ctx, a.id, { role: "viewer" }))).toBe("last_admin");
    expect((await getStaff(a.ctx, a.id)).name).toBe("Neuer Name");
  });

  test("is managed by admins only", async () => {
    for (const role of ["coordinator", "viewer"] as const) {
      const [one, other] = [await member(role), await member()];
      const tries = [
        createStaff(one.ctx, { name: "X", email: "x@example.org", role: "admin", password }),
        updateStaff(one.ctx, other.id, { role: "admin" }),
        updateStaff(one.ctx, one.id, { role: "admin" }),
        resetPassword(one.ctx, other.id, "ein ganz neues Wort"),
        revokeSessions(one.ctx, other.id),
        listStaff(one.ctx),
        getStaff(one.ctx, other.id),
      ];
      expect(await Promise.all(tries.map(keyOf))).toEqual(tries.map(() => "forbidden"));
      expect(await keyOf(revokeSessions(one.ctx, one.id))).toBe("done");
    }
  });

  test("has one account per address, also when two add it at once", async () => {
    const admin = await member("admin");
    const input = { name: "Doppelt", email: "doppelt@example.org", role: "viewer", password } as const;
    const results = await Promise.all([1, 2].map(() => keyOf(createStaff(admin.ctx, input))));
    expect(results.toSorted()).toEqual(["done", "email_taken"]);
    const row = (await listStaff(admin.ctx)).find(({ email }) => email === input.email);
    expect(row).toMatchObject({ openSessions: 0, lastSignInAt: null });
  });

  test("a password reset signs the person out and the old password no longer works", async () => {
    const [admin, one] = [await member("admin"), await member()];
    const { sessionId } = await enter(one.email);
    expect((await getStaff(admin.ctx, one.id)).openSessions).toBe(1);
    await resetPassword(admin.ctx, one.id, "ein ganz neues Wort");
    expect(await findStaffSession(visitor, sessionId)).toBeNull();
    expect(await keyOf(enter(one.email))).toBe("sign_in_failed");
  });

  test("no password, hash or address stands in the audit log", async () => {
    const rows = await database.db.select().from(auditEntries);
    expect(JSON.stringify(rows)).not.toMatch(/argon2|kranich|@example/);
    expect((await database.db.select().from(staffSessions)).length).toBeGreaterThan(0);
  });
});
