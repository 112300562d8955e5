import { domainOf } from "@/lib/email/addresses";
import { isSharedMailDomain } from "./shared-mail-domains";

export const objectionKinds = ["person", "address", "domain"] as const;
export type ObjectionKind = (typeof objectionKinds)[number];

/** Why an objection does not hold any more. */
export const liftReasons = ["asked_in_writing", "asked_by_phone", "by_mistake", "other_owner"] as const;
export type LiftReason = (typeof liftReasons)[number];

/** A person stays the same; an address or a domain may have become somebody else's. */
export const liftReasonsOf = (kind: ObjectionKind): readonly LiftReason[] =>
  kind === "person" ? liftReasons.filter((reason) => reason !== "other_owner") : liftReasons;

/** For what somebody with this address may object: never for a provider's whole domain, which would speak for strangers. */
export function objectionKindsOf(email: string | null): ObjectionKind[] {
  if (!email) return ["person"];
  return isSharedMailDomain(domainOf(email)) ? ["person", "address"] : ["person", "address", "domain"];
}
