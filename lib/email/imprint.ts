import { env } from "@/lib/env";
import type { Imprint } from "./layout";

/** Who sends the mail, as the operator configured it. */
export function imprint(): Imprint {
  const { OPERATOR_NAME, OPERATOR_STREET, OPERATOR_CITY, OPERATOR_PHONE, OPERATOR_EMAIL } = env();
  return {
    name: OPERATOR_NAME ?? "Lotse",
    street: OPERATOR_STREET ?? "",
    city: OPERATOR_CITY ?? "",
    phone: OPERATOR_PHONE ?? "",
    email: OPERATOR_EMAIL ?? "",
  };
}
