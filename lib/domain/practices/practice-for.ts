import { sql } from "drizzle-orm";
import { practices } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { mailboxKey } from "./mailbox-key";

type Contact = { email: string | null; phone: string | null; therapistId: string; name?: string };

/**
 * The practice with this mailbox, found or made in the caller's transaction, which holds it until the commit. What a
 * practice knows already stays; a missing number or name is added.
 */
export async function practiceFor(ctx: Context, contact: Contact): Promise<string> {
  const [practice] = await ctx.db
    .insert(practices)
    .values({
      mailboxKey: mailboxKey(contact),
      name: contact.name ?? "",
      email: contact.email,
      phone: contact.phone,
      createdAt: ctx.now,
    })
    .onConflictDoUpdate({
      target: practices.mailboxKey,
      set: {
        phone: sql`coalesce(${practices.phone}, excluded.phone)`,
        name: sql`case when ${practices.name} = '' then excluded.name else ${practices.name} end`,
      },
    })
    .returning({ id: practices.id });
  return practice!.id;
}
