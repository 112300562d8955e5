import { AppError } from "@/lib/core/errors";
import { type Doubt, doubtAddress } from "@/lib/domain/geo/doubt-address";
import { findPostcode } from "@/lib/domain/geo/postcodes";
import { address, email, line, phone, placeKey } from "@/lib/domain/shared-schemas";
import { textOf } from "@/components/form/form-state";
import { optionalText, readFields, requiredText, text, type Values } from "./fields";
import type { Step } from "./step";

const fields = {
  email: requiredText(email, "email_missing"),
  phone: optionalText(phone),
  street: text(address.shape.street),
  houseNumber: text(address.shape.houseNumber),
  postalCode: text(address.shape.postalCode),
  city: text(address.shape.city),
  placeConfirmed: text(line(200)),
};

/**
 * How to reach the person and where they live; a postcode that we do not know, or a town that does not fit
 * it, has to be confirmed.
 */
export const contact: Step = {
  id: "contact",
  fields,
  read(values) {
    const { email, phone, placeConfirmed, ...place } = readFields(fields, values);
    const doubt = doubtAddress(place);
    if (doubt && placeConfirmed !== placeKey(place))
      throw new AppError("invalid", "invalid", {
        fields: { [doubt.field]: doubt.key },
        params: doubt.params,
      });
    const city = place.city || findPostcode(place.postalCode)?.town;
    if (!city) throw new AppError("invalid", "invalid", { fields: { city: "city_missing" } });
    return { email, phone, address: { ...place, city } };
  },
};

/** What is doubtful about the typed postcode and town, once the postcode has its five digits. */
export function doubtOf(values: Values): Doubt | null {
  const place = placeOf(values);
  return /^\d{5}$/.test(place.postalCode) ? doubtAddress(place) : null;
}

export function placeOf(values: Values) {
  return { postalCode: textOf(values, "postalCode"), city: textOf(values, "city") };
}
