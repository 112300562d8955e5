import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { FileField } from "@/components/staff/file-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { maxFormBytes } from "@/lib/domain/practices/add-form";
import { formatKilobytes } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { type Sentences, sentenceFor } from "@/lib/web/error-sentences";
import { firstText, type Query } from "@/lib/web/search-params";
import { removeFormAction } from "./form-actions";

type Props = {
  therapistId: string;
  forms: { id: string; name: string; sizeBytes: number }[];
  query: Query;
  canWrite: boolean;
};

/** What can be wrong with an upload; the route sends back here with one of these (`?failed=file_not_pdf`). */
const failures = ["file_missing", "file_too_big", "file_not_pdf", "too_many_forms", "unexpected"];
const megabytes = maxFormBytes / 1024 / 1024;

/** The practice's own forms: patients can read them once they confirmed a place there. */
export function FormsCard({ therapistId, forms, query, canWrite }: Props) {
  const t = useTranslations("staffTherapists.practiceForms");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const failed = firstText(query, "failed") ?? "";
  const params = { megabytes, max: 5, id: firstText(query, "reference")?.replace(/[^\w-]/g, "") ?? "–" };
  return (
    <Card title={t("title")}>
      {forms.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
      <ul className="grid gap-1">
        {forms.map(({ id, name, sizeBytes }) => (
          <li key={id} className="flex flex-wrap items-center gap-3">
            <a href={paths.api.practiceForm(id)} className="link min-w-0 break-words">
              {t("file", { name, size: formatKilobytes(sizeBytes, locale) })}
            </a>
            {canWrite && (
              <ActionForm action={removeFormAction} id={`remove-${id}`} className="contents">
                <input type="hidden" name="id" value={therapistId} />
                <input type="hidden" name="formId" value={id} />
                <SubmitButton variant="plain">{t("remove")}</SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <form
          id="practice-form"
          method="post"
          encType="multipart/form-data"
          action={withQuery(paths.api.practiceForms, { therapist: therapistId })}
          className="mt-4 grid gap-3"
        >
          {failures.includes(failed) && (
            <FormMessage tone="bad">
              {sentenceFor(failed, errors as unknown as Sentences, params)}
            </FormMessage>
          )}
          <FileField
            name="file"
            label={t("add")}
            hint={t("hint", { megabytes })}
            accept=".pdf,application/pdf"
            maxBytes={maxFormBytes}
            tooBig={errors("fileTooBig", { megabytes })}
          />
          <div>
            <Button variant="quiet" type="submit">
              {t("upload")}
            </Button>
          </div>
        </form>
      )}
    </Card>
  );
}
