import { asc, eq } from "drizzle-orm";
import { inquiries, locations, patients, practices, staff } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { Mail } from "./compose-mail";

/** Where a mail goes and by which postcode's holidays it goes there. */
export type Recipient = { address: string | null; postalCode: string | null };

type Addressee = Pick<Mail, "practiceId" | "inquiryId" | "recipient"> & Partial<Mail>;

/** The recipient's address as it is now; null while there is none that can be used. */
export async function findRecipient(ctx: Context, mail: Addressee): Promise<Recipient> {
  if (mail.patientId) return findPatient(ctx, mail.patientId);
  if (mail.practiceId) return findPractice(ctx, mail, mail.practiceId);
  const [member] = await ctx.db.select().from(staff).where(eq(staff.id, mail.staffId!));
  return { address: member?.email ?? null, postalCode: null };
}

async function findPatient(ctx: Context, patientId: string): Promise<Recipient> {
  const [patient] = await ctx.db
    .select({ address: patients.email, bouncedAt: patients.emailBouncedAt, postalCode: patients.postalCode })
    .from(patients)
    .where(eq(patients.id, patientId));
  return { address: usable(patient), postalCode: patient?.postalCode ?? null };
}

async function findPractice(ctx: Context, mail: Addressee, practiceId: string): Promise<Recipient> {
  const [practice] = await ctx.db
    .select({ address: practices.email, bouncedAt: practices.emailBouncedAt })
    .from(practices)
    .where(eq(practices.id, practiceId));
  const [site] = mail.inquiryId
    ? await ctx.db
        .select({ postalCode: locations.postalCode })
        .from(inquiries)
        .innerJoin(locations, eq(locations.therapistId, inquiries.therapistId))
        .where(eq(inquiries.id, mail.inquiryId))
        .orderBy(asc(locations.id))
        .limit(1)
    : [];
  return { address: mail.recipient ?? usable(practice), postalCode: site?.postalCode ?? null };
}

const usable = (found: { address: string | null; bouncedAt: Date | null } | undefined) =>
  found && !found.bouncedAt ? found.address : null;
