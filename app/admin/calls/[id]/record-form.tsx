import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxCards } from "@/components/form/checkbox-cards";
import { Fieldset } from "@/components/form/fieldset";
import { RadioCards } from "@/components/form/radio-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { Card } from "@/components/ui/card";
import type { CallView } from "@/lib/domain/calls/get-call";
import type { AnswerPageItem } from "@/lib/domain/inquiries/get-answer-page";
import type { Profile } from "@/lib/domain/inquiries/profile";
import { answerOutcomes } from "@/lib/domain/inquiries/status";
import { useProfileFacts, useProfileTitle } from "../../../respond/[token]/profile-words";
import { recordCallAction } from "../actions";

type Props = { call: CallView; callId: string; now: Date };

/** The people who are asked about with one tap for each answer, and what came of the call. */
export function RecordForm({ call, callId, now }: Props) {
  const t = useTranslations("staffCalls");
  return (
    <ActionForm action={recordCallAction} id="call" className="grid gap-5 *:min-w-0">
      <input type="hidden" name="id" value={callId} />
      {call.inquiries.map(({ inquiryId, reference, therapistName, items }) => (
        <Card key={inquiryId} title={t("call.about", { name: therapistName, reference })}>
          <div className="grid gap-6">
            {items.map((item) => (
              <Person key={item.itemId} inquiryId={inquiryId} item={item} now={now} />
            ))}
          </div>
        </Card>
      ))}
      <Card title={t("call.result")}>
        <div className="grid gap-4">
          <TextInput
            name="namedWaitWeeks"
            label={t("call.namedWait")}
            hint={t("call.namedWaitHint")}
            inputMode="numeric"
            unit={t("call.weeks")}
            width="short"
            optional
          />
          <TextArea name="notes" label={t("call.notes")} maxLength={2000} rows={2} optional />
          <div className="flex flex-wrap gap-2">
            <SubmitButton name="result" value="reached">
              {t("call.results.reached")}
            </SubmitButton>
            <SubmitButton name="result" value="not_reached" variant="quiet">
              {t("call.results.not_reached")}
            </SubmitButton>
          </div>
          <Fieldset legend={t("call.callBack")}>
            <div className="flex flex-wrap items-end gap-3">
              <TextInput name="callBackOn" label={t("call.callBackOn")} type="date" width="medium" />
              <TextInput name="callBackAt" label={t("call.callBackAt")} type="time" width="short" />
              <SubmitButton name="result" value="call_back" variant="quiet">
                {t("call.results.call_back")}
              </SubmitButton>
            </div>
          </Fieldset>
          <div className="grid gap-4 border-t border-line pt-4">
            <Objecting inquiries={call.inquiries} />
            <div className="flex flex-wrap gap-2">
              <SubmitButton name="result" value="objection" variant="plain">
                {t("call.results.objection")}
              </SubmitButton>
              <SubmitButton name="result" value="wrong_number" variant="plain">
                {t("call.results.wrong_number")}
              </SubmitButton>
            </div>
          </div>
        </div>
      </Card>
    </ActionForm>
  );
}

/** Who shares a telephone does not object for the others. */
function Objecting({ inquiries }: Pick<CallView, "inquiries">) {
  const t = useTranslations("staffCalls.call");
  const [only, ...others] = inquiries;
  if (others.length === 0) return <input type="hidden" name="objecting" value={only?.inquiryId} />;
  return (
    <CheckboxCards
      name="objecting"
      label={t("objecting")}
      hint={t("objectingHint")}
      options={inquiries.map(({ inquiryId, therapistName, reference }) => ({
        value: inquiryId,
        label: therapistName,
        hint: reference,
      }))}
    />
  );
}

function Person({ inquiryId, item, now }: { inquiryId: string; item: AnswerPageItem; now: Date }) {
  const t = useTranslations("staffCalls");
  const words = useTranslations("vocabulary.itemOutcome");
  const { itemId, position, profile } = item;
  return (
    <section className="grid gap-3 border-t border-line pt-4 first:border-t-0 first:pt-0">
      {profile ? (
        <About position={position} profile={profile} now={now} />
      ) : (
        <h3 className="font-semibold">{t("call.person", { position })}</h3>
      )}
      <input type="hidden" name="item" value={`${inquiryId} ${itemId}`} />
      <RadioCards
        name={`outcome.${itemId}`}
        label={t("call.answer")}
        columns={3}
        options={[
          ...answerOutcomes.map((value) => ({ value: value as string, label: words(value) })),
          { value: "", label: t("call.open") },
        ]}
      />
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <TextInput name={`note.${itemId}`} label={t("call.note")} maxLength={1000} autoComplete="off" />
        <TextInput name={`laterOn.${itemId}`} label={t("call.laterOn")} type="date" />
      </div>
    </section>
  );
}

function About({ position, profile, now }: { position: number; profile: Profile; now: Date }) {
  const facts = useProfileFacts(profile, now);
  return (
    <div>
      <h3 className="font-semibold">
        {position}. {useProfileTitle(profile)}
      </h3>
      <p className="text-ink-soft">{facts.map(({ label, value }) => `${label}: ${value}`).join(" · ")}</p>
    </div>
  );
}
