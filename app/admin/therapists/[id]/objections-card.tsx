import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { RadioCards } from "@/components/form/radio-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { FormMore } from "@/components/staff/form-more";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { TherapistRecord } from "@/lib/domain/therapists/get-therapist";
import { type ObjectionKind, objectionKindsOf } from "@/lib/domain/therapists/objection-kinds";
import type { ObjectionView } from "@/lib/domain/therapists/view-objections";
import { formatDate } from "@/lib/format";
import { LiftForm } from "../../lift-form";
import { liftAction, objectAction } from "./objection-actions";

type Props = {
  therapist: TherapistRecord;
  objections: ObjectionView[];
  canRecord: boolean;
  canLift: boolean;
};

/** Whether somebody said that this practice is not to be contacted; writing that down, and taking it back. */
export function ObjectionsCard({ therapist, objections, canRecord, canLift }: Props) {
  const t = useTranslations("staffTherapists.objections");
  const locale = useLocale();
  if (objections.length === 0 && !canRecord) return null;
  const kinds = recordable(therapist, objections);
  return (
    <Card title={t("title")}>
      <div className="grid gap-4">
        {objections.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
        {objections.map((objection) => (
          <div key={objection.kind} className="grid gap-2">
            <Notice tone="needs" title={t("holds")}>
              {t(`${objection.kind}.holds`, {
                date: formatDate(objection.since, locale),
                email: therapist.email ?? "",
                others: objection.others,
              })}
            </Notice>
            {canLift && <LiftForm action={liftAction} id={therapist.id} {...objection} />}
          </div>
        ))}
        {objections.length > 0 && !canLift && <p className="text-ink-soft">{t("whoLifts")}</p>}
        {canRecord && kinds.length > 0 && <RecordForm therapist={therapist} kinds={kinds} />}
      </div>
    </Card>
  );
}

/** What does not hold yet: who objected by a single click in a mail may object as a person later. */
function recordable({ email, practice }: TherapistRecord, objections: ObjectionView[]): ObjectionKind[] {
  // Nobody at the practice can speak for an address that is not theirs.
  const possible = objectionKindsOf(practice.emailDisownedAt ? null : email);
  return possible.filter((kind) => !objections.some((one) => one.kind === kind));
}

function RecordForm({ therapist, kinds }: { therapist: TherapistRecord; kinds: ObjectionKind[] }) {
  const t = useTranslations("staffTherapists.objections");
  return (
    <ActionForm action={objectAction} id="object">
      <FormMore summary={t("record")}>
        <input type="hidden" name="id" value={therapist.id} />
        <p>{t("recordMeans")}</p>
        <RadioCards
          name="kind"
          label={t("kind")}
          defaultValue={kinds[0]}
          options={kinds.map((value) => ({
            value,
            label: t(`${value}.choice`, { email: therapist.email ?? "" }),
          }))}
        />
        <div>
          <SubmitButton>{t("record")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
