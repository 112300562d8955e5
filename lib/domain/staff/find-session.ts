import { and, eq, gt, isNull } from "drizzle-orm";
import { validate } from "uuid";
import { staff, staffSessions } from "@/db/schema";
import type { Actor, Context } from "@/lib/core/context";

export type StaffActor = Extract<Actor, { kind: "staff" }>;
export type StaffSession = { id: string; expiresAt: Date; email: string; actor: StaffActor };

/** The session and who it belongs to, or null when it is unknown, ended, over, or its person may no longer sign in. */
export async function findStaffSession(ctx: Context, sessionId: string): Promise<StaffSession | null> {
  if (!validate(sessionId)) return null;
  const [row] = await ctx.db
    .select({
      expiresAt: staffSessions.expiresAt,
      staffId: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
    })
    .from(staffSessions)
    .innerJoin(staff, and(eq(staff.id, staffSessions.staffId), eq(staff.active, true)))
    .where(
      and(
        eq(staffSessions.id, sessionId),
        isNull(staffSessions.revokedAt),
        gt(staffSessions.expiresAt, ctx.now),
      ),
    );
  if (!row) return null;
  const actor: StaffActor = { kind: "staff", id: row.staffId, role: row.role, name: row.name };
  return { id: sessionId, expiresAt: row.expiresAt, email: row.email, actor };
}
