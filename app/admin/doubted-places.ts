import { getTranslations } from "next-intl/server";
import { type FormState, errorState, textOf } from "@/components/form/form-state";
import { checkedPlace } from "@/components/staff/forms/checked-place";
import { doubtAddress } from "@/lib/domain/geo/doubt-address";
import { placeKey } from "@/lib/domain/shared-schemas";

/**
 * The form again where a postcode is unknown or a town does not belong to it, each with a sentence; null where nothing
 * is doubtful, or the form was sent a second time with the same place, which confirms it. `at` are the beginnings of
 * the names of the address fields.
 */
export async function doubtedPlaces(
  values: FormState["values"],
  at: readonly string[],
): Promise<FormState | null> {
  const t = await getTranslations("errors");
  const errors: FormState["errors"] = {};
  const checked: FormState["values"] = {};
  for (const start of at) {
    const place = {
      postalCode: textOf(values, `${start}postalCode`),
      city: textOf(values, `${start}city`),
    };
    if (place.postalCode === "" || textOf(values, checkedPlace(start)) === placeKey(place)) continue;
    const doubt = doubtAddress(place);
    if (!doubt) continue;
    errors[`${start}${doubt.field}`] =
      doubt.key === "city_differs"
        ? t("cityDiffersAgain", doubt.params)
        : t("postalCodeUnknownAgain", doubt.params);
    checked[checkedPlace(start)] = placeKey(place);
  }
  return Object.keys(errors).length > 0 ? errorState({ ...values, ...checked }, errors) : null;
}
