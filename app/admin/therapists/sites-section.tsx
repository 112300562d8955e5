import { useTranslations } from "next-intl";
import { Fieldset } from "@/components/form/fieldset";
import { CarriedValue } from "@/components/staff/carried-value";
import { checkedPlace } from "@/components/staff/forms/checked-place";
import { locationRows } from "@/components/staff/forms/therapist-values";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { triStates } from "@/lib/domain/vocabulary";
import { FormSection } from "../form-section";

/** A row per site and an empty one. */
export function SitesSection({ rows }: { rows: number }) {
  const t = useTranslations("staffTherapists.sites");
  return (
    <FormSection title={t("title")} hint={t("hint")}>
      {Array.from({ length: Math.min(rows, locationRows) }, (_, row) => (
        <div key={row} className="wide">
          <SiteFields row={row} />
        </div>
      ))}
    </FormSection>
  );
}

function SiteFields({ row }: { row: number }) {
  const t = useTranslations("staffTherapists.sites");
  const words = useTranslations("vocabulary.triState");
  const name = (field: string) => `locations.${row}.${field}`;
  return (
    <Fieldset legend={t("site", { number: row + 1 })}>
      <CarriedValue name={name("known")} />
      <CarriedValue name={checkedPlace(name("address."))} />
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-[1fr_6rem]">
        <TextInput name={name("address.street")} label={t("street")} autoComplete="off" />
        <TextInput name={name("address.houseNumber")} label={t("houseNumber")} autoComplete="off" />
      </div>
      <div className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-[8rem_1fr_12rem]">
        <TextInput
          name={name("address.postalCode")}
          label={t("postalCode")}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextInput name={name("address.city")} label={t("city")} autoComplete="off" />
        <Select
          name={name("stepFree")}
          label={t("stepFree")}
          defaultValue="unknown"
          options={triStates.map((value) => ({ value, label: words(value) }))}
        />
      </div>
    </Fieldset>
  );
}
