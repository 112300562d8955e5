import { AppError } from "@/lib/core/errors";
import { findPostcode, postcodeTownMismatch } from "@/lib/domain/geo/postcodes";
import { address, email, phone } from "@/lib/domain/shared-schemas";
import { textOf } from "@/components/form/form-state";
import { optionalText, readFields, requiredText, text, tick, type Values } from "./fields";
import type { Step } from "./step";

const fields = {
  email: requiredText(email, "email_missing"),
  phone: optionalText(phone),
  street: text(address.shape.street),
  houseNumber: text(address.shape.houseNumber),
  postalCode: text(address.shape.postalCode),
  city: text(address.shape.city),
  cityConfirmed: tick(),
};

/** How to reach the person and where they live; a town that does not fit its postcode has to be confirmed. */
export const contact: Step = {
  id: "contact",
  fields,
  read(values) {
    const { email, phone, cityConfirmed, ...place } = readFields(fields, values);
    const postcode = findPostcode(place.postalCode);
    if (!postcode)
      throw new AppError("invalid", "invalid", { fields: { postalCode: "postal_code_unknown" } });
    if (cityDiffers(values) && !cityConfirmed)
      throw new AppError("invalid", "invalid", {
        fields: { city: "city_differs" },
        params: { postalCode: place.postalCode, city: postcode.town },
      });
    return { email, phone, address: { ...place, city: place.city || postcode.town } };
  },
};

/** Whether the typed town is none of those of the typed postcode. */
export function cityDiffers(values: Values): boolean {
  return postcodeTownMismatch(textOf(values, "postalCode"), textOf(values, "city")) === "town-differs";
}
