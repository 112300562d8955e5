import { findPracticeForm } from "@/lib/domain/practices/find-form";
import { isId } from "@/lib/web/page";
import { pdfResponse } from "@/lib/web/pdf-response";
import { findPatientLink } from "../../patient-link";

type Props = { params: Promise<{ token: string; id: string }> };

/** A form of the practice whose place the patient confirmed. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { token, id } = await params;
  const ctx = await findPatientLink(token);
  return pdfResponse(ctx && isId(id) ? await findPracticeForm(ctx, id) : null);
}
