import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioCards } from "@/components/form/radio-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { waitingTime } from "@/components/staff/waiting-time";
import { FormMore } from "@/components/staff/form-more";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { StatusBadge } from "@/components/ui/status-badge";
import type { SearchSummary } from "@/lib/domain/patients/get-patient";
import { cancelReasons } from "@/lib/domain/searches/status";
import { formatDate } from "@/lib/format";
import { cancelSearchAction, pauseSearchAction, resumeSearchAction } from "./actions";

type Props = { patientId: string; search: SearchSummary | null; now: Date; canWrite: boolean };

/** Where the search stands, and pausing, resuming and ending it. */
export function SearchCard({ patientId, search, now, canWrite }: Props) {
  const t = useTranslations("staffPatients.search");
  const locale = useLocale();
  if (!search) return <Card title={t("title")}>{t("none")}</Card>;
  const { status, since, pausedUntil, pauseReason, pausedForConsent, placedAt } = search;
  const paused = status === "paused";
  return (
    <Card title={t("title")} aside={<StatusBadge kind="searchStatus" status={status} />}>
      {status === "unverified" && <p className="mb-3 max-w-measure text-ink-soft">{t("unverified")}</p>}
      <DescriptionList
        items={[
          {
            term: t("waitingSince"),
            details: t("since", {
              date: formatDate(since, locale),
              days: waitingTime(since, now, locale),
            }),
          },
          {
            term: t("pausedUntil"),
            details: paused && (pausedUntil ? formatDate(pausedUntil, locale) : t("pausedOpen")),
          },
          {
            term: t("pauseReason"),
            details: paused && (pausedForConsent ? t("pausedForConsent") : pauseReason),
          },
          { term: t("placedAt"), details: placedAt && formatDate(placedAt, locale) },
        ].map((item) => ({ ...item, details: item.details || null }))}
      />
      {canWrite && status !== "cancelled" && (
        <div className="mt-4 grid gap-2 border-t border-line pt-4">
          {paused && <ResumeForm patientId={patientId} searchId={search.id} />}
          {status === "active" && <PauseForm patientId={patientId} searchId={search.id} />}
          <CancelForm patientId={patientId} searchId={search.id} />
        </div>
      )}
    </Card>
  );
}

type FormProps = { patientId: string; searchId: string };

function Ids({ patientId, searchId }: FormProps) {
  return (
    <>
      <input type="hidden" name="id" value={patientId} />
      <input type="hidden" name="searchId" value={searchId} />
    </>
  );
}

function ResumeForm(ids: FormProps) {
  const t = useTranslations("staffPatients.search");
  return (
    <ActionForm action={resumeSearchAction} id="resume">
      <Ids {...ids} />
      <div>
        <SubmitButton>{t("resume")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function PauseForm(ids: FormProps) {
  const t = useTranslations("staffPatients.search");
  return (
    <ActionForm action={pauseSearchAction} id="pause">
      <FormMore summary={t("pause")}>
        <Ids {...ids} />
        <DateField name="until" label={t("until")} hint={t("untilHint")} optional />
        <TextInput name="reason" label={t("reason")} optional maxLength={200} />
        <div>
          <SubmitButton>{t("pause")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}

function CancelForm(ids: FormProps) {
  const t = useTranslations("staffPatients.search");
  return (
    <ActionForm action={cancelSearchAction} id="cancel">
      <FormMore summary={t("cancel")}>
        <Ids {...ids} />
        <RadioCards
          name="reason"
          label={t("cancelReason")}
          hint={t("cancelText")}
          options={cancelReasons.map((value) => ({ value, label: t(`cancelReasons.${value}`) }))}
          columns={2}
        />
        <div>
          <SubmitButton variant="danger">{t("cancel")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
