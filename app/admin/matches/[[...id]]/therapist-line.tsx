import { useLocale, useTranslations } from "next-intl";
import type { InquiryChannel } from "@/lib/domain/inquiries/status";
import type { TherapistRecord } from "@/lib/domain/therapists/get-therapist";
import { hasCapacity } from "@/lib/domain/therapists/has-capacity";
import { methods } from "@/lib/domain/vocabulary";
import { formatDate } from "@/lib/format";
import { Week } from "../../patients/[id]/facts";

type Props = { therapist: TherapistRecord; channel: InquiryChannel; now: Date };

/** What a reviewer wants to know of the practice before it is asked. */
export function TherapistLine({ therapist, channel, now }: Props) {
  const t = useTranslations("staffMatches.therapist");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const { offers, statutorySeat, capacity, practice, phoneHours } = therapist;
  const offered = methods.filter((method) => offers.some((offer) => offer.method === method));
  const places =
    capacity && hasCapacity(capacity, now)
      ? t("places", { individual: capacity.individual, group: capacity.group })
      : t(therapist.potentiallyAvailable ? "placesPossible" : "placesUnknown");
  const contacts = [practice.lastMailAt, practice.lastCallAt].filter((date) => date !== null);
  const last = contacts.length > 0 && new Date(Math.max(...contacts.map((date) => date.getTime())));
  const facts = [
    {
      term: t("methods"),
      details: offered.map((method) => words(`method.${method}`)).join(", ") || words("triState.unknown"),
    },
    { term: t("seat"), details: words(`triState.${statutorySeat}`) },
    { term: t("capacity"), details: places },
    { term: t("lastContact"), details: last ? formatDate(last, locale) : t("neverContacted") },
    ...(channel === "phone" ? [{ term: t("phoneHours"), details: <Week hours={phoneHours} /> }] : []),
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {facts.map(({ term, details }) => (
        <div key={term} className="min-w-0">
          <dt className="text-sm text-ink-soft">{term}</dt>
          <dd>{details}</dd>
        </div>
      ))}
    </dl>
  );
}
