import { type Context, requireAbility } from "@/lib/core/context";
import { personName } from "@/lib/format";
import { inquiryListFilter, listInquiries } from "../inquiries/list-inquiries";
import { listPatients } from "../patients/list-patients";
import { patientListFilter } from "../patients/schemas";
import { listTherapists } from "../therapists/list-therapists";
import { therapistListFilter } from "../therapists/schemas";
import type { AssignTarget } from "./assign-inbound-mail";

export type Assignable = AssignTarget & { label: string; detail: string };

const shown = 6;

/** Inquiries, therapists and patients that a text may mean, a few of each. */
export async function findAssignable(ctx: Context, query: string): Promise<Assignable[]> {
  requireAbility(ctx, "inquiries.review");
  const [inquiries, therapists, patients] = await Promise.all([
    listInquiries(ctx, inquiryListFilter.parse({ query, pageSize: shown })),
    listTherapists(ctx, therapistListFilter.parse({ query, pageSize: shown })),
    listPatients(ctx, patientListFilter.parse({ query, pageSize: shown })),
  ]);
  return [
    ...inquiries.rows.map(({ id, reference, therapistName }) => ({
      kind: "inquiry" as const,
      id,
      label: reference,
      detail: therapistName,
    })),
    ...therapists.rows.map(({ id, city, email, ...person }) => ({
      kind: "therapist" as const,
      id,
      label: personName(person),
      detail: [city, email].filter(Boolean).join(" · "),
    })),
    ...patients.rows.map(({ id, pseudonym, firstName, lastName, city }) => ({
      kind: "patient" as const,
      id,
      label: lastName ? personName({ firstName: firstName ?? "", lastName }) : pseudonym,
      detail: city,
    })),
  ];
}
