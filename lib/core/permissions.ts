import type { StaffRole } from "@/lib/domain/staff/status";

/** What can be allowed. Seeing who a patient is, is a permission of its own. */
export const abilities = [
  "patients.read",
  "patients.identity",
  "patients.write",
  "therapists.read",
  "therapists.write",
  "inquiries.read",
  "inquiries.review",
  "imports.run",
  "mail.read",
  "staff.manage",
  "settings.write",
  /** To contact somebody again who had said no: a mistake here is made against their will. */
  "objections.lift",
  "audit.read",
  "workflows.read",
] as const;
export type Ability = (typeof abilities)[number];

const viewer: Ability[] = ["patients.read", "therapists.read", "inquiries.read", "workflows.read"];
const coordinator: Ability[] = [
  ...viewer,
  "patients.identity",
  "patients.write",
  "therapists.write",
  "inquiries.review",
  "imports.run",
  "mail.read",
];

export const abilitiesOfRole: Record<StaffRole, readonly Ability[]> = {
  viewer,
  coordinator,
  admin: abilities,
};

/** What an API token can be given. A scope is an ability; identity comes with reading patients. */
export const apiScopes = ["patients.read", "patients.write", "therapists.read", "therapists.write"] as const;
export type ApiScope = (typeof apiScopes)[number];

export function abilitiesOfScopes(scopes: readonly string[]): Ability[] {
  const granted = abilities.filter(
    (ability) => (apiScopes as readonly string[]).includes(ability) && scopes.includes(ability),
  );
  return granted.some((ability) => ability.startsWith("patients."))
    ? [...granted, "patients.identity"]
    : granted;
}
