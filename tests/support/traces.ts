import { eq } from "drizzle-orm";
import { auditEntries, outbox } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/** The names of the events that carry this id, in their order. */
export const eventsAbout = async ({ db }: Context, id: string) =>
  (await db.select().from(outbox).orderBy(outbox.id))
    .filter((event) => JSON.stringify(event.data).includes(id))
    .map((event) => event.name);

/** What was written down about this id, in its order. */
export const actsOn = async ({ db }: Context, id: string) =>
  (await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.id)).map(
    ({ act }) => act,
  );
