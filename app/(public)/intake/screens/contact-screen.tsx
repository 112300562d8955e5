import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { Fieldset } from "@/components/form/fieldset";
import { placeKey } from "@/lib/domain/shared-schemas";
import { TextInput } from "@/components/form/text-input";
import { doubtOf, placeOf } from "../steps/contact";
import type { ScreenProps } from "./screens";

export function ContactScreen({ values }: ScreenProps) {
  const t = useTranslations("intake.steps.contact");
  const place = placeOf(values);
  return (
    <>
      <TextInput
        name="email"
        label={t("email")}
        hint={t("emailHint")}
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
      />
      <TextInput
        name="phone"
        label={t("phone")}
        hint={t("phoneHint")}
        type="tel"
        autoComplete="tel"
        width="medium"
        optional
      />
      <Fieldset legend={t("place")} hint={t("placeHint")}>
        <div className="grid gap-6">
          <div className="grid gap-6 sm:grid-cols-[1fr_10rem]">
            <TextInput name="street" label={t("street")} autoComplete="address-line1" optional />
            <TextInput name="houseNumber" label={t("houseNumber")} width="short" optional />
          </div>
          <TextInput
            name="postalCode"
            label={t("postalCode")}
            inputMode="numeric"
            autoComplete="postal-code"
            width="short"
          />
          <TextInput
            name="city"
            label={t("city")}
            hint={t("cityHint")}
            autoComplete="address-level2"
            width="medium"
            optional
          />
          {doubtOf(values) && (
            <Checkbox
              name="placeConfirmed"
              value={placeKey(place)}
              label={t("placeConfirmed", { place: placeKey(place) })}
              hint={t("placeConfirmedHint")}
            />
          )}
        </div>
      </Fieldset>
    </>
  );
}
