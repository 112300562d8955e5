import { useLocale, useTranslations } from "next-intl";
import { languageNames } from "@/components/staff/forms/language-names";
import { Card } from "@/components/ui/card";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import type { TherapistRecord } from "@/lib/domain/therapists/get-therapist";
import { isStale } from "@/lib/domain/therapists/has-capacity";
import { methods } from "@/lib/domain/vocabulary";
import { formatAddress, formatDate, formatDateTime, telephoneLink } from "@/lib/format";
import { Week } from "../../patients/[id]/facts";

type Props = { therapist: TherapistRecord; now: Date };

/** What is known about a therapist, in the order of the form. */
export function TherapistFacts(props: Props) {
  return (
    <>
      <PersonFacts {...props} />
      <SiteFacts {...props} />
      <OfferFacts {...props} />
      <WishFacts {...props} />
      <OtherFacts {...props} />
    </>
  );
}

function PersonFacts({ therapist }: Props) {
  const t = useTranslations("staffTherapists.person");
  const words = useTranslations("vocabulary.gender");
  const { phone, email, website } = therapist;
  const link = /^https?:\/\//.test(website) ? website : null;
  const items: Description[] = [
    { term: t("practiceName"), details: therapist.practiceName },
    { term: t("gender"), details: words(therapist.gender) },
    {
      term: t("phone"),
      details: phone && (
        <a href={telephoneLink(phone)} className="link">
          {phone}
        </a>
      ),
    },
    { term: t("fax"), details: therapist.fax },
    {
      term: t("email"),
      details: email && (
        <a href={`mailto:${email}`} className="link break-all">
          {email}
        </a>
      ),
    },
    {
      term: t("website"),
      details: link ? (
        <a href={link} rel="noreferrer noopener" target="_blank" className="link break-all">
          {website}
        </a>
      ) : (
        website
      ),
    },
  ];
  return (
    <Card title={t("title")}>
      <DescriptionList items={items} />
    </Card>
  );
}

function SiteFacts({ therapist }: Props) {
  const t = useTranslations("staffTherapists.sites");
  const words = useTranslations("vocabulary");
  return (
    <Card title={t("title")}>
      <ul className="grid gap-3 sm:grid-cols-2">
        {therapist.locations.map((site) => (
          <li key={site.id}>
            <p>{formatAddress(site.address)}</p>
            <p className="text-sm text-ink-soft">
              {t("stepFree")}: {words(`triState.${site.stepFree}`)} ·{" "}
              {t("coordinates", { source: words(`coordinateSource.${site.coordinateSource}`) })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OfferFacts({ therapist }: Props) {
  const t = useTranslations("staffTherapists.offer");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const offers = methods.flatMap((method) => {
    const mine = therapist.offers.filter((offer) => offer.method === method);
    const kinds = mine.map(
      ({ ageGroup, setting }) => `${words(`ageGroup.${ageGroup}`)} (${words(`setting.${setting}`)})`,
    );
    return mine.length > 0 ? [{ method, kinds: kinds.join(", ") }] : [];
  });
  const items: Description[] = [
    { term: t("statutorySeat"), details: words(`triState.${therapist.statutorySeat}`) },
    { term: t("video"), details: words(`triState.${therapist.video}`) },
    { term: t("languages"), details: languageNames(therapist.languages, locale) },
    { term: t("qualifications"), details: therapist.qualifications.join("\n") },
    { term: t("specialOffers"), details: therapist.specialOffers.join("\n") },
    { term: t("phoneHours"), details: <Week hours={therapist.phoneHours} /> },
    { term: t("officeHours"), details: <Week hours={therapist.officeHours} /> },
  ];
  return (
    <Card title={t("title")}>
      {offers.length === 0 && <p className="mb-3">{words("triState.unknown")}</p>}
      <ul className="mb-4 grid gap-1">
        {offers.map(({ method, kinds }) => (
          <li key={method}>
            <b>{words(`method.${method}`)}:</b> {kinds}
          </li>
        ))}
      </ul>
      <DescriptionList items={items} />
    </Card>
  );
}

function WishFacts({ therapist, now }: Props) {
  const t = useTranslations("staffTherapists.wishes");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const { wishes, capacity } = therapist;
  const stale = capacity && isStale(capacity, now);
  const places = capacity && (
    <>
      {t("capacityValue", {
        individual: capacity.individual,
        group: capacity.group,
        from: formatDate(capacity.from, locale),
        noted: formatDate(capacity.notedOn, locale),
      })}
      <SaidBy origin={therapist.provenance.capacity} />
      {stale && <span className="block text-sm text-warn-ink">{t("stale")}</span>}
    </>
  );
  const items: Description[] = [
    { term: t("capacity"), details: places },
    {
      term: t("potentiallyAvailable"),
      details: therapist.potentiallyAvailable ? words("triState.yes") : null,
    },
    { term: t("note"), details: therapist.potentiallyAvailableNote },
    { term: t("informed"), details: words(`triState.${therapist.informed ? "yes" : "no"}`) },
    { term: t("ageMin"), details: wishes.ageMin },
    { term: t("ageMax"), details: wishes.ageMax },
    { term: t("genders"), details: wishes.genders.map((gender) => words(`gender.${gender}`)).join(", ") },
    { term: t("diagnoses"), details: wishes.diagnoses.join(", ") },
    { term: t("excludedDiagnoses"), details: wishes.excludedDiagnoses.join(", ") },
    { term: t("groupOnly"), details: wishes.groupOnly ? words("triState.yes") : null },
  ];
  return (
    <Card title={t("title")}>
      <DescriptionList items={items} />
      <SaidBy origin={therapist.provenance.wishes} />
    </Card>
  );
}

/** Who said it, and when. */
function SaidBy({ origin }: { origin: TherapistRecord["provenance"][string] | undefined }) {
  const t = useTranslations("staffTherapists");
  const locale = useLocale();
  if (!origin) return null;
  const known = (["staff", "api", "therapist"] as const).find((source) => source === origin.source);
  const source = known ? t(`provenance.sources.${known}`) : origin.source;
  return (
    <span className="block text-sm text-ink-soft">
      {t("wishes.saidBy", { source, date: formatDate(origin.on, locale) })}
    </span>
  );
}

function OtherFacts({ therapist }: Props) {
  const t = useTranslations("staffTherapists.other");
  const locale = useLocale();
  return (
    <Card title={t("title")}>
      <DescriptionList
        items={[
          { term: t("notes"), details: therapist.notes },
          { term: t("sourceKey"), details: therapist.sourceKey },
          { term: t("created"), details: formatDateTime(therapist.createdAt, locale) },
          { term: t("updated"), details: formatDateTime(therapist.updatedAt, locale) },
        ]}
      />
    </Card>
  );
}
