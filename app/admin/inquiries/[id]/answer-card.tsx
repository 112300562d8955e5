import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Fieldset } from "@/components/form/fieldset";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Card } from "@/components/ui/card";
import type { InquiryItemView, InquiryView } from "@/lib/domain/inquiries/get-inquiry";
import { answerOutcomes } from "@/lib/domain/inquiries/status";
import { answerAction } from "./actions";

/** What a practice says on the phone, person by person. */
export function AnswerCard({ inquiry }: { inquiry: InquiryView }) {
  const t = useTranslations("staffInquiries.answer");
  const open = inquiry.items.filter((item) => item.outcome === "pending" || item.outcome === "no_answer");
  if (open.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ActionForm action={answerAction} id="answer">
        <input type="hidden" name="id" value={inquiry.id} />
        <p className="text-ink-soft">{t(inquiry.status === "sent" ? "text" : "lateText")}</p>
        {open.map((item) => (
          <AnswerFields key={item.id} item={item} />
        ))}
        <div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

function AnswerFields({ item }: { item: InquiryItemView }) {
  const t = useTranslations("staffInquiries.answer");
  const words = useTranslations("vocabulary.itemOutcome");
  return (
    <Fieldset legend={item.patientName}>
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_11rem]">
        <Select
          name={`outcome.${item.id}`}
          label={t("outcome")}
          empty={t("open")}
          options={answerOutcomes.map((value) => ({ value, label: words(value) }))}
        />
        <TextInput name={`note.${item.id}`} label={t("note")} maxLength={1000} autoComplete="off" />
        <TextInput name={`laterOn.${item.id}`} label={t("laterOn")} type="date" />
      </div>
    </Fieldset>
  );
}
