import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Placement } from "@/lib/domain/patients/get-patient-page";
import { weekdays } from "@/lib/domain/vocabulary";
import { formatAddress, formatList, personName, telephoneLink } from "@/lib/format";

/** The practice that said yes: who it is, where, and when somebody answers the telephone. */
export function MyPlace({ place }: { place: Placement }) {
  const t = useTranslations("patient.my.placement");
  const name = personName(place);
  return (
    <section className="mt-6 rounded border border-good-edge bg-good-wash p-5 sm:p-6">
      <h2 className="text-xl">{name}</h2>
      {place.practiceName && place.practiceName !== name && <p className="mt-1">{place.practiceName}</p>}
      <p className="mt-3">
        {t.rich("call", {
          reference: place.reference,
          b: (words) => <b className="tabular-nums">{words}</b>,
        })}
      </p>
      <dl className="mt-5 grid gap-x-6 gap-y-1 sm:grid-cols-[9rem_1fr] sm:gap-y-3">
        {place.address && <Row label={t("address")}>{formatAddress(place.address)}</Row>}
        {place.phone ? (
          <Row label={t("phone")}>
            <a href={telephoneLink(place.phone)} className="link font-semibold">
              {place.phone}
            </a>
          </Row>
        ) : (
          <Row label={t("phone")}>{t("noPhone")}</Row>
        )}
        {place.phone && (
          <Row label={t("phoneHours")}>
            <PhoneHours hours={place.phoneHours} />
          </Row>
        )}
        {place.email && (
          <Row label={t("email")}>
            <a href={`mailto:${place.email}`} className="link break-all">
              {place.email}
            </a>
          </Row>
        )}
      </dl>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-base text-good-ink sm:pt-0.5">{label}</dt>
      <dd className="mb-2 sm:mb-0">{children}</dd>
    </>
  );
}

function PhoneHours({ hours }: { hours: Placement["phoneHours"] }) {
  const t = useTranslations("patient.my.placement");
  const word = useTranslations("vocabulary.weekday");
  const locale = useLocale();
  const days = weekdays.filter((day) => hours[day]?.length);
  if (days.length === 0) return t("phoneHoursUnknown");
  return (
    <ul>
      {days.map((day) => (
        <li key={day}>
          {t("hours", {
            weekday: word(day),
            hours: formatList(
              (hours[day] ?? []).map((range) => t("until", range)),
              locale,
            ),
          })}
        </li>
      ))}
    </ul>
  );
}
