import { domainOf } from "@/lib/email/addresses";
import { isSharedMailDomain } from "./shared-mail-domains";

export type ObjectionKind = "person" | "address" | "domain";

/** For what somebody with this address may object: never for a provider's whole domain, which would speak for strangers. */
export function objectionKindsOf(email: string | null): ObjectionKind[] {
  if (!email) return ["person"];
  return isSharedMailDomain(domainOf(email)) ? ["person", "address"] : ["person", "address", "domain"];
}
