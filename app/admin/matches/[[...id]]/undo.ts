import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { addItem } from "@/lib/domain/inquiries/add-item";
import { dropItem } from "@/lib/domain/inquiries/review-inquiry";
import type { Reviewed } from "@/lib/domain/inquiries/take-reviewed";
import { undoApproval } from "@/lib/domain/inquiries/undo-approval";
import { undoRejection } from "@/lib/domain/inquiries/undo-rejection";
import { isId } from "@/lib/web/page";

/** What was done, to which proposal in which version, and about whom. */
type Undo = Reviewed & { act: "approve" | "reject" | "drop" | "add"; itemId?: string; patientId?: string };

/** The proposal as an act on it left it behind. */
export const undoable = ({ inquiryId, version }: Reviewed): Reviewed => ({ inquiryId, version: version + 1 });

/** An undo as one value of an address or a form. */
export function writeUndo({ act, inquiryId, version, itemId = "", patientId = "" }: Undo): string {
  return [act, inquiryId, version, itemId, patientId].join(":");
}

/** The undo that such a value means; null for anything that is none. */
export function readUndo(value: string): Undo | null {
  const [act = "", inquiryId = "", version = "", itemId = "", patientId = ""] = value.split(":");
  const known = (["approve", "reject", "drop", "add"] as const).find((one) => one === act);
  if (!known || !isId(inquiryId) || !/^\d{1,9}$/.test(version)) return null;
  return {
    act: known,
    inquiryId,
    version: Number(version),
    ...(isId(itemId) && { itemId }),
    ...(isId(patientId) && { patientId }),
  };
}

/** Calls the verb that takes an act back. Returns the proposal as it is then. */
export async function undo(ctx: Context, value: string): Promise<Reviewed> {
  const wanted = readUndo(value);
  if (!wanted) throw conflict("proposal_changed");
  const { act, itemId, patientId, ...reviewed } = wanted;
  if (act === "approve") await undoApproval(ctx, reviewed);
  else if (act === "reject") await undoRejection(ctx, reviewed);
  else if (patientId) await addItem(ctx, { ...reviewed, patientId, insteadOfItemId: itemId });
  else if (itemId) await dropItem(ctx, { ...reviewed, itemId });
  return { ...reviewed, version: reviewed.version + 1 };
}
