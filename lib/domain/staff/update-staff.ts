import { and, eq } from "drizzle-orm";
import { staff } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { abilitiesOfRole } from "@/lib/core/permissions";
import { handBackInquiriesOf } from "../inquiries/take-over-inquiry";
import { endSessions } from "./revoke-sessions";
import { type StaffChanges, staffChanges } from "./schemas";

type Seen = Pick<typeof staff.$inferSelect, "name" | "role" | "active">;

/**
 * Changes name, role or whether a person may sign in; it holds from their next request on. Somebody who may no longer
 * sign in is signed out everywhere; inquiries that they took over go on by themselves. Conflict when nobody would be
 * left who manages the team, or when the person is no longer as they were `seen`.
 */
export async function updateStaff(
  ctx: Context,
  staffId: string,
  changes: StaffChanges,
  { seen }: { seen?: Seen } = {},
): Promise<void> {
  requireAbility(ctx, "staff.manage");
  const valid = staffChanges.parse(changes);
  if (Object.keys(valid).length === 0) return;
  await inTransaction(ctx, async (tx) => {
    const removesAdmin = (valid.role !== undefined && valid.role !== "admin") || valid.active === false;
    if (removesAdmin) await keepOneAdmin(tx, staffId);
    const isAsSeen =
      seen && and(eq(staff.name, seen.name), eq(staff.role, seen.role), eq(staff.active, seen.active));
    const [changed] = await tx.db
      .update(staff)
      .set(valid)
      .where(and(eq(staff.id, staffId), isAsSeen))
      .returning({ role: staff.role, active: staff.active });
    if (!changed)
      throw (await tx.db.$count(staff, eq(staff.id, staffId))) > 0 ? conflict("record_changed") : notFound();
    if (valid.active === false) await endSessions(tx, staffId);
    const canGoOn = changed.active && abilitiesOfRole[changed.role].includes("inquiries.review");
    if (!canGoOn) await handBackInquiriesOf(tx, staffId);
    await audit(tx, "staff.update", { kind: "staff", id: staffId }, { fields: Object.keys(valid) });
  });
}

/** Locks all admins, so that two who remove each other at the same time are heard one after the other. */
async function keepOneAdmin(tx: Context, staffId: string): Promise<void> {
  const admins = await tx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.role, "admin"), eq(staff.active, true)))
    .orderBy(staff.id)
    .for("update");
  const isAdmin = admins.some((admin) => admin.id === staffId);
  if (isAdmin && admins.length === 1) throw conflict("last_admin");
}
