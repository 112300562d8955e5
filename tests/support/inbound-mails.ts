import { eq } from "drizzle-orm";
import { newId } from "@/db/columns";
import { inboundMailboxes, inboundMails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { storeInboundMail } from "@/lib/domain/inbox/store-inbound-mail";

/** Stores a message of these head lines and this body as if a mailbox had been read, and returns its row. */
export async function givenInboundMail(ctx: Context, head: string[], body = "Text") {
  const name = `test-${newId()}/INBOX`;
  const [mailbox] = await ctx.db.insert(inboundMailboxes).values({ name, uidValidity: "1" }).returning();
  const source = Buffer.from([...head, `Message-ID: <${newId()}@praxis.example>`, "", body].join("\r\n"));
  const message = { uid: 1, size: source.length, receivedAt: ctx.now, source, whole: true };
  const id = await storeInboundMail(ctx, mailbox!, message);
  const [mail] = await ctx.db.select().from(inboundMails).where(eq(inboundMails.id, id!));
  return mail!;
}
