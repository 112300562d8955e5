import { notFound } from "next/navigation";
import { getDossier } from "@/lib/domain/evidence/get-dossier";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { isId, orNotFound } from "@/lib/web/page";
import { dossierFile } from "../../../../../evidence/dossier-file";

type Props = { params: Promise<{ id: string; file: string }> };

/** The evidence of one patient as PDF or CSV. */
export async function GET(_request: Request, { params }: Props) {
  const ctx = await requireStaff("patients.identity", paths.admin.patientDossier((await params).id));
  const { id, file } = await params;
  if (!isId(id)) notFound();
  return (await dossierFile(file, () => orNotFound(getDossier(ctx, id)))) ?? notFound();
}
