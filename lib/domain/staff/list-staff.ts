import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { staff, staffSessions } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { StaffRole } from "./status";

export type StaffRow = {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  active: boolean;
  createdAt: Date;
  lastSignInAt: Date | null;
  openSessions: number;
};

/** Everyone of the team, who may sign in first, then by name. */
export async function listStaff(ctx: Context): Promise<StaffRow[]> {
  requireAbility(ctx, "staff.manage");
  return staffRows(ctx).orderBy(desc(staff.active), asc(sql`lower(${staff.name})`));
}

/** One of the team; `not-found` when there is none. */
export async function getStaff(ctx: Context, staffId: string): Promise<StaffRow> {
  requireAbility(ctx, "staff.manage");
  const [row] = await staffRows(ctx).where(sql`${staff.id}::text = ${staffId}`);
  if (!row) throw notFound();
  return row;
}

function staffRows(ctx: Context) {
  const open = and(isNull(staffSessions.revokedAt), gt(staffSessions.expiresAt, ctx.now));
  return ctx.db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      active: staff.active,
      createdAt: staff.createdAt,
      lastSignInAt: sql`max(${staffSessions.createdAt})`.mapWith(staffSessions.createdAt),
      openSessions: sql<number>`count(*) filter (where ${open} and ${staffSessions.id} is not null)::int`,
    })
    .from(staff)
    .leftJoin(staffSessions, eq(staffSessions.staffId, staff.id))
    .groupBy(staff.id)
    .$dynamic();
}
