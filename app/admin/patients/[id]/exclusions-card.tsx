import Form from "next/form";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { More } from "@/components/staff/more";
import { Card } from "@/components/ui/card";
import type { ExclusionRow } from "@/lib/domain/therapists/list-exclusions";
import type { TherapistListRow } from "@/lib/domain/therapists/list-therapists";
import { exclusionReasons } from "@/lib/domain/therapists/status";
import { formatDate, personName } from "@/lib/format";
import { paths } from "@/lib/paths";
import { addExclusionAction, removeExclusionAction } from "./actions";

type Props = {
  patientId: string;
  exclusions: ExclusionRow[];
  /** Who was looked for, and who was found. */
  search: { text: string; found: TherapistListRow[] } | null;
  canWrite: boolean;
};

/** Whom this person is never proposed to, and adding somebody by name. */
export function ExclusionsCard({ patientId, exclusions, search, canWrite }: Props) {
  const t = useTranslations("staffPatients.exclusions");
  const locale = useLocale();
  return (
    <Card title={t("title")} id="exclusions">
      {exclusions.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
      <ul className="grid gap-1">
        {exclusions.map(({ therapistId, therapistName, reason, until }) => (
          <li key={therapistId + reason} className="flex flex-wrap items-center justify-between gap-x-4">
            <span>
              <Link href={paths.admin.therapist(therapistId)} prefetch={false} className="link">
                {therapistName}
              </Link>
              <span className="block text-sm text-ink-soft">
                {t(`reasons.${reason}`)},{" "}
                {until ? t("until", { date: formatDate(until, locale) }) : t("forGood")}
              </span>
            </span>
            {canWrite && (
              <ActionForm
                action={removeExclusionAction}
                id={`include-${therapistId}-${reason}`}
                className="contents"
              >
                <input type="hidden" name="id" value={patientId} />
                <input type="hidden" name="therapistId" value={therapistId} />
                <input type="hidden" name="reason" value={reason} />
                <SubmitButton variant="plain">{t("remove")}</SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <div className="mt-4">
          <More summary={t("add")} open={search !== null}>
            <Form
              action={`${paths.admin.patient(patientId)}#exclusions`}
              role="search"
              className="flex flex-wrap items-end gap-2"
            >
              <TextInput
                name="exclude"
                label={t("find")}
                type="search"
                defaultValue={search?.text}
                maxLength={120}
              />
              <SubmitButton variant="quiet">{t("findAction")}</SubmitButton>
            </Form>
            {search && <Found patientId={patientId} found={search.found} />}
          </More>
        </div>
      )}
    </Card>
  );
}

function Found({ patientId, found }: { patientId: string; found: TherapistListRow[] }) {
  const t = useTranslations("staffPatients.exclusions");
  const p = useTranslations("staffPatients.search");
  if (found.length === 0) return <p className="mt-3 text-ink-soft">{t("nobody")}</p>;
  return (
    <ul className="mt-3 grid gap-3">
      {found.map((therapist) => (
        <li key={therapist.id}>
          <ActionForm
            action={addExclusionAction}
            id={`exclude-${therapist.id}`}
            className="flex flex-wrap items-end justify-between gap-2 border-t border-line pt-3"
          >
            <input type="hidden" name="id" value={patientId} />
            <input type="hidden" name="therapistId" value={therapist.id} />
            <span className="min-w-40">
              {personName(therapist)}
              <span className="block text-sm text-ink-soft">
                {therapist.postalCode} {therapist.city}
              </span>
            </span>
            <Select
              name="reason"
              label={p("reason")}
              defaultValue="patient_wish"
              options={exclusionReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            />
            <SubmitButton variant="quiet">{t("add")}</SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
