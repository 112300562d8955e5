import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxCards } from "@/components/form/checkbox-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { Badge } from "@/components/ui/badge";
import { FormMore } from "@/components/staff/form-more";
import { Card } from "@/components/ui/card";
import { type ConsentKind, consentKinds } from "@/lib/domain/consents/status";
import type { PatientRecord } from "@/lib/domain/patients/get-patient";
import { formatDateShort } from "@/lib/format";
import { grantConsentsAction, withdrawConsentAction } from "./actions";

type Props = { patient: PatientRecord; canWrite: boolean };

/** What the person agreed to, and entering or withdrawing it in their name. */
export function ConsentsCard({ patient, canWrite }: Props) {
  const t = useTranslations("staffPatients.consents");
  const words = useTranslations("vocabulary.consentKind");
  const missing = consentKinds.filter((kind) => !patient.consents.includes(kind));
  return (
    <Card title={t("title")}>
      <ul className="grid gap-2">
        {consentKinds.map((kind) => (
          <li key={kind} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="grid min-w-0 grow basis-40 justify-items-start gap-1">
              {words(kind)} <ConsentDate patient={patient} kind={kind} />
            </span>
            {canWrite && patient.consents.includes(kind) && (
              <ActionForm action={withdrawConsentAction} id={`withdraw-${kind}`} className="contents">
                <input type="hidden" name="id" value={patient.id} />
                <input type="hidden" name="kind" value={kind} />
                <SubmitButton variant="plain">{t("withdraw")}</SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {canWrite && missing.length > 0 && (
        <div className="mt-4">
          <ActionForm action={grantConsentsAction} id="consents">
            <FormMore summary={t("grant")}>
              <input type="hidden" name="id" value={patient.id} />
              <CheckboxCards
                name="consents"
                label={t("title")}
                hint={t("hint")}
                options={missing.map((kind) => ({ value: kind, label: words(kind) }))}
              />
              <div>
                <SubmitButton>{t("grant")}</SubmitButton>
              </div>
            </FormMore>
          </ActionForm>
        </div>
      )}
    </Card>
  );
}

function ConsentDate({ patient, kind }: { patient: PatientRecord; kind: ConsentKind }) {
  const t = useTranslations("staffPatients.consents");
  const locale = useLocale();
  const last = patient.consentHistory.findLast((consent) => consent.kind === kind);
  if (!last) return <Badge>{t("missing")}</Badge>;
  if (last.withdrawnAt)
    return <Badge tone="warn">{t("withdrawn", { date: formatDateShort(last.withdrawnAt, locale) })}</Badge>;
  return <Badge tone="good">{t("granted", { date: formatDateShort(last.grantedAt, locale) })}</Badge>;
}
