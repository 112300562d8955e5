import { type SQL, and, count, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { auditEntries, auditSeals, staff } from "@/db/schema";
import { type Act, acts } from "@/lib/core/audit";
import { timeZone } from "@/lib/format";
import { type Context, requireAbility } from "@/lib/core/context";
import { isoDay } from "../shared-schemas";

/** Who can have acted, as the log names them. */
export const actorKinds = ["staff", "patient", "therapist", "colleague", "api", "system", "public"] as const;

export const auditFilter = z.object({
  act: z.enum(acts).optional(),
  subjectId: z.uuid().optional(),
  /** One of the kinds, or the id of one actor. */
  actor: z.union([z.enum(actorKinds), z.uuid()]).optional(),
  /** First and last day, German time. */
  from: isoDay.optional(),
  to: isoDay.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditFilter = z.input<typeof auditFilter>;

export type AuditRow = {
  id: string;
  at: Date;
  act: Act;
  actorKind: string;
  actorId: string | null;
  /** The name of staff; everybody else has none here. */
  actorName: string | null;
  subjectKind: string;
  subjectId: string;
  details: Record<string, unknown>;
  /** Part of the chain that shows later changes. */
  sealed: boolean;
};

/** One page of the audit log, newest first, and how many entries fit. */
export async function listAudit(
  ctx: Context,
  filter: AuditFilter,
): Promise<{ rows: AuditRow[]; total: number }> {
  requireAbility(ctx, "audit.read");
  const { act, subjectId, actor, from, to, page, pageSize } = auditFilter.parse(filter);
  const where = and(
    act ? eq(auditEntries.act, act) : undefined,
    subjectId ? eq(auditEntries.subjectId, subjectId) : undefined,
    actor ? byActor(actor) : undefined,
    from ? sql`${auditEntries.at} >= ${startOf(from)}` : undefined,
    to ? sql`${auditEntries.at} < ${startOf(to, 1)}` : undefined,
  );
  const [entries, total] = await Promise.all([
    ctx.db
      .select({
        entry: auditEntries,
        actorName: staff.name,
        sealed: sql<boolean>`${auditSeals.entryId} is not null`,
      })
      .from(auditEntries)
      .leftJoin(
        staff,
        and(eq(auditEntries.actorKind, "staff"), sql`${staff.id}::text = ${auditEntries.actorId}`),
      )
      .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
      .where(where)
      .orderBy(desc(auditEntries.at), desc(auditEntries.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    ctx.db.select({ total: count() }).from(auditEntries).where(where),
  ]);
  return {
    rows: entries.map(({ entry, actorName, sealed }) => ({
      ...entry,
      act: entry.act as Act,
      actorName,
      sealed,
    })),
    total: total[0]?.total ?? 0,
  };
}

function byActor(actor: string): SQL {
  const kind = actorKinds.find((known) => known === actor);
  return kind ? eq(auditEntries.actorKind, kind) : eq(auditEntries.actorId, actor);
}

/** Midnight in Germany; a day is added to the local time, since two days of a year have 23 and 25 hours. */
function startOf(day: string, days = 0): SQL {
  return sql`((${day}::date + ${days}::int)::timestamp at time zone ${timeZone})`;
}
