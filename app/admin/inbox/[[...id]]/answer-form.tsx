import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Fieldset } from "@/components/form/fieldset";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { InboundMailView } from "@/lib/domain/inbox/get-inbound-mail";
import type { SuggestedOutcome } from "@/lib/domain/inbox/status";
import type { InquiryItemView } from "@/lib/domain/inquiries/get-inquiry";
import { answerOutcomes } from "@/lib/domain/inquiries/status";
import { answerAction } from "./actions";
import { SeenFields } from "./decision";

type Props = { mail: InboundMailView; items: InquiryItemView[]; nextId: string | undefined };

/**
 * One answer for each person who is still open, filled in where the mail says it plainly. Who is not open any more is
 * named too, since the mail may speak of them.
 */
export function AnswerForm({ mail, items, nextId }: Props) {
  const t = useTranslations("staffInbox.suggestion");
  const found = items.map((item) => suggestionFor(mail, item));
  return (
    <Card title={t("title")} heading="h3">
      <ActionForm action={answerAction} id="answer">
        <SeenFields mail={mail} nextId={nextId} />
        <p className="text-ink-soft">{t(found.some(Boolean) ? "text" : "nothing")}</p>
        {items.map((item, index) => (
          <Fieldset
            key={`${mail.version} ${item.id}`}
            legend={t("person", { position: `${item.position}`, name: item.patientName })}
          >
            <Because suggested={found[index] ?? null} />
            {item.outcome === "pending" ? (
              <AnswerFields item={item} suggested={found[index] ?? null} />
            ) : (
              <StatusBadge kind="itemOutcome" status={item.outcome} />
            )}
          </Fieldset>
        ))}
        <div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

/** What was said of this person, or else of everybody. */
function suggestionFor(mail: InboundMailView, item: InquiryItemView): SuggestedOutcome | null {
  const outcomes = mail.suggestion?.outcomes ?? [];
  const of = (position: number | null) => outcomes.find((one) => one.position === position);
  return of(item.position) ?? of(null) ?? null;
}

type FieldsProps = { item: InquiryItemView; suggested: SuggestedOutcome | null };

function AnswerFields({ item, suggested }: FieldsProps) {
  const words = useTranslations("vocabulary.itemOutcome");
  const fields = useTranslations("staffInquiries.answer");
  const filled = suggested && suggested.confidence !== "unsure" ? suggested : null;
  return (
    <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_11rem]">
      <Select
        name={`outcome.${item.id}`}
        label={fields("outcome")}
        empty={fields("open")}
        defaultValue={filled?.outcome}
        options={answerOutcomes.map((value) => ({ value, label: words(value) }))}
      />
      <TextInput name={`note.${item.id}`} label={fields("note")} maxLength={1000} autoComplete="off" />
      <TextInput
        name={`laterOn.${item.id}`}
        label={fields("laterOn")}
        type="date"
        defaultValue={filled?.laterOn ?? ""}
      />
    </div>
  );
}

/** The words of the mail that led to the suggestion, and how plain they are. */
function Because({ suggested }: { suggested: SuggestedOutcome | null }) {
  const t = useTranslations("staffInbox.suggestion");
  const words = useTranslations("vocabulary.itemOutcome");
  if (!suggested) return null;
  return (
    <p className="mb-3 text-sm text-ink-soft">
      {suggested.because && <q>{suggested.because}</q>} {words(suggested.outcome)} ·{" "}
      {t(`confidence.${suggested.confidence}`)}
    </p>
  );
}
