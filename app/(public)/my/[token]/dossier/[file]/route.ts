import { getDossier } from "@/lib/domain/evidence/get-dossier";
import { dossierFile } from "../../../../../evidence/dossier-file";
import { findPatientLink } from "../../patient-link";

type Props = { params: Promise<{ token: string; file: string }> };

/** The patient's own evidence as PDF or CSV. A link that leads nowhere and a file that does not exist look alike. */
export async function GET(_request: Request, { params }: Props) {
  const { token, file } = await params;
  const ctx = await findPatientLink(token);
  const found = ctx && (await dossierFile(file, () => getDossier(ctx, ctx.actor.patientId)));
  return found ?? new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
}
