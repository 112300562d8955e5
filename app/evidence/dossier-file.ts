import { isoDayOf } from "@/lib/format";
import { dossierCsv } from "@/lib/domain/evidence/dossier-csv";
import { dossierPdf } from "@/lib/domain/evidence/dossier-pdf";
import type { Dossier } from "@/lib/domain/evidence/get-dossier";

/** The evidence as a file to keep: `pdf` or `csv`; null for any other name. Nothing of it is stored or cached. */
export async function dossierFile(
  file: string,
  makeDossier: () => Promise<Dossier>,
): Promise<Response | null> {
  if (file !== "pdf" && file !== "csv") return null;
  const dossier = await makeDossier();
  const body = file === "pdf" ? new Uint8Array(await dossierPdf(dossier)) : dossierCsv(dossier);
  return new Response(body, {
    headers: {
      "Content-Type": file === "pdf" ? "application/pdf" : "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="nachweis-${isoDayOf(dossier.madeAt)}.${file}"`,
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}
