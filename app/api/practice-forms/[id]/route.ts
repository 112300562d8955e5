import { may } from "@/lib/core/context";
import { findPracticeForm } from "@/lib/domain/practices/find-form";
import { findStaff } from "@/lib/web/guards";
import { isId } from "@/lib/web/page";
import { pdfResponse } from "@/lib/web/pdf-response";

/** A form of a practice, for staff. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const [ctx, { id }] = [await findStaff(), await params];
  if (!ctx || !may(ctx, "therapists.read")) return new Response(null, { status: 403 });
  return pdfResponse(isId(id) ? await findPracticeForm(ctx, id) : null);
}
