import { eq } from "drizzle-orm";
import ical from "ical-generator";
import { staff } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { createToken, findTokenSubject, revokeTokens } from "@/lib/core/tokens";
import { env } from "@/lib/env";
import { formatList } from "@/lib/format";
import { absolute, paths } from "@/lib/paths";
import { listCalls } from "./list-calls";

const callMinutes = 5;

/** Makes the secret address of one's own calendar of calls; an earlier one stops working. The secret is shown once. */
export async function createCalendarLink(ctx: Context): Promise<string> {
  if (ctx.actor.kind !== "staff") throw forbidden();
  const staffId = ctx.actor.id;
  return inTransaction(ctx, async (tx) => {
    await revokeTokens(tx, "calendar", staffId);
    await audit(tx, "calendar.create", { kind: "staff", id: staffId });
    return createToken(tx, "calendar", staffId);
  });
}

/** Closes the address of one's own calendar. */
export async function revokeCalendarLink(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "staff") throw forbidden();
  await revokeTokens(ctx, "calendar", ctx.actor.id);
}

/**
 * The planned calls as an iCalendar text (RFC 5545), five minutes each, for whoever knows the secret of somebody who
 * still belongs to the team; null otherwise. It names practices and counts, never a patient.
 */
export async function findCalendar(ctx: Context, secret: string): Promise<string | null> {
  const staffId = await findTokenSubject(ctx, "calendar", secret);
  const [person] = staffId ? await ctx.db.select().from(staff).where(eq(staff.id, staffId)) : [];
  if (!person?.active) return null;
  const { id, role, name } = person;
  const { now, later } = await listCalls({ ...ctx, actor: { kind: "staff", id, role, name } });
  const calendar = ical({ name: "Lotse: Anrufe", prodId: "//Lotse//Anrufe//DE", ttl: 15 * 60 });
  for (const line of [...now, ...later]) {
    const names = [...new Set(line.inquiries.map(({ therapistName }) => therapistName))];
    const open = line.inquiries.reduce((sum, { openItems }) => sum + openItems, 0);
    const url = absolute(paths.admin.call(line.callId), env().APP_URL);
    calendar.createEvent({
      id: line.callId,
      start: line.plannedAt,
      end: new Date(line.plannedAt.getTime() + callMinutes * 60_000),
      stamp: ctx.now,
      summary: `Anruf: ${formatList(names, "de")}`,
      location: line.phone,
      description: `${line.phone}\nOffene Personen: ${open}\n${url}`,
      url,
    });
  }
  return calendar.toString();
}
