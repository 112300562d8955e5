import { eq, inArray } from "drizzle-orm";
import { database } from "@/db/client";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import type { Done } from "./decide";

/** Throws when the database does not hold every decision, or holds another one. */
export async function verifyStored(done: readonly Done[], waitedBefore: number): Promise<void> {
  const ids = done.map(({ inquiryId }) => inquiryId);
  const [rows, items, waiting] = await Promise.all([
    database().select().from(inquiries).where(inArray(inquiries.id, ids)),
    database()
      .select({ inquiryId: inquiryItems.inquiryId, patientId: searches.patientId })
      .from(inquiryItems)
      .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
      .where(inArray(inquiryItems.inquiryId, ids)),
    database().$count(inquiries, eq(inquiries.status, "proposed")),
  ]);
  const wrong = done.flatMap((decision) => {
    const row = rows.find(({ id }) => id === decision.inquiryId);
    const inside = items.filter(({ inquiryId }) => inquiryId === decision.inquiryId);
    return complaints(
      decision,
      row,
      inside.map(({ patientId }) => patientId),
    );
  });
  if (new Set(ids).size !== ids.length) wrong.push("One proposal was decided twice.");
  if (waiting !== waitedBefore - done.length)
    wrong.push(`${waiting} proposals wait instead of ${waitedBefore - done.length}.`);
  if (wrong.length > 0) throw new Error(`Not every decision was stored:\n${wrong.join("\n")}`);
}

type Row = typeof inquiries.$inferSelect;

function complaints(
  { inquiryId, end, droppedPatientId, swapped }: Done,
  row: Row | undefined,
  inside: string[],
): string[] {
  const isStored =
    end === "approved" ? row?.approvedBy !== null && row?.approvedAt !== null : row?.cancelReason !== null;
  return [
    (!row || row.status === "proposed" || !isStored) && `was not ${end}: ${row?.status}`,
    droppedPatientId && inside.includes(droppedPatientId) && "still has who was taken out",
    swapped && !inside.includes(swapped.addedPatientId) && "lacks who was taken in",
    swapped && inside.includes(swapped.leftPatientId) && "still has who was to leave",
  ].flatMap((text) => (text ? [`${inquiryId} ${text}`] : []));
}
