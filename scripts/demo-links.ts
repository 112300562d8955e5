import { and, eq, exists, isNotNull, ne, notExists, sql } from "drizzle-orm";
import { closeDatabase } from "@/db/client";
import { inquiries, inquiryItems, patients, searches } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { env } from "@/lib/env";
import { absolute, paths } from "@/lib/paths";
import { useLocalEnvironment } from "./local-environment";
import { demoStaff, readDemoPassword } from "./seed/demo-staff";

/** Prints how to look around in the demonstration: a staff login, a patient's link, a therapist's answer link. */
try {
  useLocalEnvironment();
  for (const line of [...staffLogin(), ...(await links())]) console.log(line);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

function staffLogin(): string[] {
  const password = readDemoPassword();
  if (!password) return [];
  const logins = demoStaff.map(({ email, role }) => `           ${email}  ${password}  (${role})`);
  return [`Staff:     ${absolute(paths.admin.today, env().APP_URL)}`, ...logins];
}

async function links(): Promise<string[]> {
  const ctx = systemContext("demo-links");
  const pending = ctx.db
    .select({ one: sql`1` })
    .from(inquiryItems)
    .where(and(eq(inquiryItems.inquiryId, inquiries.id), eq(inquiryItems.outcome, "pending")));
  const closed = ctx.db
    .select({ one: sql`1` })
    .from(inquiryItems)
    .where(and(eq(inquiryItems.inquiryId, inquiries.id), ne(inquiryItems.outcome, "pending")));
  const [inquiry] = await ctx.db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(
      and(eq(inquiries.status, "sent"), eq(inquiries.channel, "email"), exists(pending), notExists(closed)),
    )
    .limit(1);
  const [patient] = await ctx.db
    .select({ id: patients.id })
    .from(patients)
    .innerJoin(searches, eq(searches.patientId, patients.id))
    .where(and(eq(searches.status, "active"), isNotNull(patients.emailIndex)))
    .limit(1);
  const lines: string[] = [];
  if (patient)
    lines.push(
      `Patient:   ${absolute(paths.my(await createToken(ctx, "patient_page", patient.id)), env().APP_URL)}`,
    );
  if (inquiry)
    lines.push(
      `Therapist: ${absolute(paths.respond(await createToken(ctx, "respond", inquiry.id)), env().APP_URL)}`,
    );
  return lines;
}
