import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { formatDate, isoDayOf } from "@/lib/format";
import { declineAll } from "./actions";
import { restChoices, restDay } from "./answer-fields";

type Props = {
  token: string;
  open: number;
  now: Date;
  /** Whether the reader speaks for the practice, and says from when it may be asked again. */ isOwn: boolean;
  /** Whether some were answered already. */
  isRest?: boolean;
};

/** One button for a practice that has no place for anyone, and the day from which it may be asked again. */
export function DeclineAll({ token, open, now, isOwn, isRest = false }: Props) {
  const t = useTranslations("respond.none");
  return (
    <ActionForm
      id="none"
      action={declineAll}
      className="group/none mt-5 grid gap-3 border-y border-line py-4 print:hidden"
    >
      <input type="hidden" name="token" value={token} />
      {isOwn ? (
        <AskAgain now={now} label={isRest ? t("labelRest") : t("label")} />
      ) : (
        <p>{isRest ? t("labelColleagueRest") : t("labelColleague")}</p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton variant="quiet">{isRest ? t("sendRest", { open }) : t("send", { open })}</SubmitButton>
        <span className="text-base text-ink-soft">{t("hint")}</span>
      </div>
    </ActionForm>
  );
}

/** From when the practice may be asked again. */
function AskAgain({ now, label }: { now: Date; label: string }) {
  const t = useTranslations("respond.none");
  const locale = useLocale();
  const options = restChoices.map((value) => ({
    value,
    label: value === "day" ? t("day") : t(value, { date: formatDate(restDay(value, isoDayOf(now)), locale) }),
  }));
  return (
    <>
      <Select name="rest" label={label} options={options} defaultValue="weeks" />
      <div className="hidden group-has-[[value=day]:checked]/none:block supports-[not_selector(:has(*))]:block">
        <DateField name="until" label={t("until")} />
      </div>
    </>
  );
}
