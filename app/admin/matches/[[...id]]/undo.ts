import type { Context } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { addItem } from "@/lib/domain/inquiries/add-item";
import { dropItem } from "@/lib/domain/inquiries/review-inquiry";
import type { Reviewed } from "@/lib/domain/inquiries/take-reviewed";
import { undoApproval } from "@/lib/domain/inquiries/undo-approval";
import { undoRejection } from "@/lib/domain/inquiries/undo-rejection";
import { removeExclusion } from "@/lib/domain/therapists/exclusions";
import { isId } from "@/lib/web/page";

/** What was done, to which proposal in which version, and about whom. */
type Undo = Reviewed & { act: UndoneAct; itemId?: string; patientId?: string; therapistId?: string };
const acts = ["approve", "reject", "drop", "add", "exclude"] as const;
type UndoneAct = (typeof acts)[number];

/** The proposal as an act on it left it behind. */
export const undoable = ({ inquiryId, version }: Reviewed): Reviewed => ({ inquiryId, version: version + 1 });

/** An undo as one value of an address or a form. */
export function writeUndo({ act, inquiryId, version, ...about }: Undo): string {
  const { itemId = "", patientId = "", therapistId = "" } = about;
  return [act, inquiryId, version, itemId, patientId, therapistId].join(":");
}

/** The undo that such a value means; null for anything that is none. */
export function readUndo(value: string): Undo | null {
  const [act = "", inquiryId = "", version = "", itemId = "", patientId = "", therapistId = ""] =
    value.split(":");
  const known = acts.find((one) => one === act);
  if (!known || !isId(inquiryId) || !/^\d{1,9}$/.test(version)) return null;
  return {
    act: known,
    inquiryId,
    version: Number(version),
    ...(isId(itemId) && { itemId }),
    ...(isId(patientId) && { patientId }),
    ...(isId(therapistId) && { therapistId }),
  };
}

/** Calls the verb that takes an act back. Returns the act, and the proposal as it is then. */
export async function undo(ctx: Context, value: string): Promise<Reviewed & { act: UndoneAct }> {
  const wanted = readUndo(value);
  if (!wanted) throw conflict("proposal_changed");
  const { act, itemId, patientId, therapistId, ...reviewed } = wanted;
  if (act === "approve") await undoApproval(ctx, reviewed);
  else if (act === "reject") await undoRejection(ctx, reviewed);
  else if (act === "exclude") await includeAgain(ctx, patientId, therapistId);
  else if (patientId) await addItem(ctx, { ...reviewed, patientId, insteadOfItemId: itemId });
  else if (itemId) await dropItem(ctx, { ...reviewed, itemId });
  return { act, ...reviewed, version: reviewed.version + 1 };
}

async function includeAgain(ctx: Context, patientId?: string, therapistId?: string): Promise<void> {
  if (!patientId || !therapistId) throw conflict("proposal_changed");
  try {
    await removeExclusion(ctx, { patientId, therapistId, reason: "staff" });
  } catch (error) {
    // Somebody lifted it already.
    if (!(error instanceof AppError && error.code === "not-found")) throw error;
  }
}
