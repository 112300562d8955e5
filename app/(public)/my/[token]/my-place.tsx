import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OwnPlacement } from "@/lib/domain/placements/find-own-placement";
import { weekdays } from "@/lib/domain/vocabulary";
import { formatAddress, formatKilobytes, formatList, personName, telephoneLink } from "@/lib/format";
import { formPath } from "./my-paths";

type Props = {
  token: string;
  place: OwnPlacement;
  /** Whether the practice may know who it is, once the place is taken. */
  isNamed: boolean;
};

/** The practice that said yes: who it is, where, and when somebody answers the telephone. */
export function MyPlace({ token, place, isNamed }: Props) {
  const t = useTranslations("patient.my.placement");
  const name = personName(place);
  return (
    <section className="mt-6 rounded border border-good-edge bg-good-wash p-5 sm:p-6">
      <h2 className="text-xl">{name}</h2>
      {place.practiceName && place.practiceName !== name && <p className="mt-1">{place.practiceName}</p>}
      <p className="mt-3">
        {t.rich(wordsOf(place, isNamed), {
          reference: place.reference,
          position: place.position,
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
      {place.forms.length > 0 && <Forms token={token} forms={place.forms} />}
    </section>
  );
}

/** While the first talk is ahead, whoever was not named has to call. */
function wordsOf({ status, phone }: OwnPlacement, isNamed: boolean) {
  if (status === "accepted") return "offered";
  if (isNamed || status !== "confirmed") return "call";
  return phone ? "callYourself" : "writeYourself";
}

/** What the practice wants filled in, to read beforehand. */
function Forms({ token, forms }: { token: string; forms: OwnPlacement["forms"] }) {
  const t = useTranslations("patient.my.placement");
  const locale = useLocale();
  return (
    <div className="mt-5">
      <h3 className="font-semibold">{t("forms")}</h3>
      <ul className="mt-1">
        {forms.map(({ id, name, sizeBytes }) => (
          <li key={id}>
            <a href={formPath(token, id)} className="link inline-block py-2">
              {t("form", { name, size: formatKilobytes(sizeBytes, locale) })}
            </a>
          </li>
        ))}
      </ul>
    </div>
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

function PhoneHours({ hours }: { hours: OwnPlacement["phoneHours"] }) {
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
