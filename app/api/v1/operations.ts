import type { Operation } from "@/lib/web/api";
import { strictSchema } from "@/lib/web/strict-schema";
import { patientChanges } from "@/lib/domain/patients/schemas";
import { therapistChanges, therapistInput } from "@/lib/domain/therapists/schemas";
import {
  blockingExample,
  patientChangesExample,
  patientExample,
  therapistChangesExample,
  therapistExample,
} from "./examples";
import { addressQuery, blocking, newPatient, patientQuery, therapistQuery } from "./resources";

/** Gives each operation the types of its own body and query. */
const operation = <Body, Query>(definition: Operation<Body, Query>) => definition;

const replaced =
  "Fields that are left out stay as they are; a field that is given is replaced as a whole, with everything inside it.";

export const patientOperations = {
  list: operation({
    method: "GET",
    path: "/patients",
    id: "listPatients",
    tag: "Patients",
    summary: "List patients",
    description:
      "In order of creation, oldest first. Lists hold what an overview needs; health data come with one patient at a time, and each such view is logged.",
    scope: "patients.read",
    query: patientQuery,
    success: { status: 200, description: "A page of patients", schemas: ["PatientPage"] },
    problems: [],
  }),
  create: operation({
    method: "POST",
    path: "/patients",
    id: "createPatient",
    tag: "Patients",
    summary: "Enter a patient",
    description:
      "For services that know the person and vouch for the address. The search runs at once when the consents it needs are given, and otherwise waits for them.",
    scope: "patients.write",
    query: addressQuery,
    body: { name: "NewPatient", schema: strictSchema(newPatient), example: patientExample },
    isIdempotent: true,
    success: { status: 201, description: "The new patient", schemas: ["Patient", "Reference"] },
    problems: ["conflict"],
  }),
  get: operation({
    method: "GET",
    path: "/patients/{id}",
    id: "getPatient",
    tag: "Patients",
    summary: "Read a patient",
    description: "Each view is written to the audit log.",
    scope: "patients.read",
    success: { status: 200, description: "The patient", schemas: ["Patient"] },
    problems: ["notFound"],
  }),
  update: operation({
    method: "PATCH",
    path: "/patients/{id}",
    id: "updatePatient",
    tag: "Patients",
    summary: "Change a patient",
    description: replaced,
    scope: "patients.write",
    query: addressQuery,
    body: { name: "PatientChanges", schema: strictSchema(patientChanges), example: patientChangesExample },
    success: { status: 200, description: "The patient as it is now", schemas: ["Patient", "Reference"] },
    problems: ["notFound"],
  }),
  remove: operation({
    method: "DELETE",
    path: "/patients/{id}",
    id: "deletePatient",
    tag: "Patients",
    summary: "Delete a patient",
    description: "For good, with search, consents and mails. Open inquiries lose the entry.",
    scope: "patients.write",
    success: { status: 204, description: "The patient is deleted" },
    problems: ["notFound"],
  }),
};

export const therapistOperations = {
  list: operation({
    method: "GET",
    path: "/therapists",
    id: "listTherapists",
    tag: "Therapists",
    summary: "List therapists",
    description: "In order of creation, oldest first.",
    scope: "therapists.read",
    query: therapistQuery,
    success: { status: 200, description: "A page of therapists", schemas: ["TherapistPage"] },
    problems: [],
  }),
  create: operation({
    method: "POST",
    path: "/therapists",
    id: "createTherapist",
    tag: "Therapists",
    summary: "Enter a therapist",
    description: "Active at once. Filled fields are fixed: directory imports do not change them.",
    scope: "therapists.write",
    query: addressQuery,
    body: { name: "NewTherapist", schema: strictSchema(therapistInput), example: therapistExample },
    isIdempotent: true,
    success: { status: 201, description: "The new therapist", schemas: ["Therapist", "Reference"] },
    problems: [],
  }),
  get: operation({
    method: "GET",
    path: "/therapists/{id}",
    id: "getTherapist",
    tag: "Therapists",
    summary: "Read a therapist",
    scope: "therapists.read",
    success: { status: 200, description: "The therapist", schemas: ["Therapist"] },
    problems: ["notFound"],
  }),
  update: operation({
    method: "PATCH",
    path: "/therapists/{id}",
    id: "updateTherapist",
    tag: "Therapists",
    summary: "Change a therapist",
    description: `${replaced} Changed fields are fixed: directory imports do not change them any more. Another e-mail address is another mailbox; open inquiries to the old one are cancelled.`,
    scope: "therapists.write",
    query: addressQuery,
    body: {
      name: "TherapistChanges",
      schema: strictSchema(therapistChanges),
      example: therapistChangesExample,
    },
    success: { status: 200, description: "The therapist as it is now", schemas: ["Therapist", "Reference"] },
    problems: ["notFound"],
  }),
  remove: operation({
    method: "DELETE",
    path: "/therapists/{id}",
    id: "deleteTherapist",
    tag: "Therapists",
    summary: "Delete a therapist",
    description: "Only who was never asked; inquiries have to be kept.",
    scope: "therapists.write",
    success: { status: 204, description: "The therapist is deleted" },
    problems: ["notFound", "conflict"],
  }),
  block: operation({
    method: "POST",
    path: "/therapists/{id}/block",
    id: "blockTherapist",
    tag: "Therapists",
    summary: "Block a therapist",
    description: "Nothing more is sent there; open inquiries are cancelled.",
    scope: "therapists.write",
    body: { name: "Blocking", schema: strictSchema(blocking), example: blockingExample },
    success: { status: 200, description: "The therapist as it is now", schemas: ["Therapist", "Reference"] },
    problems: ["notFound", "conflict"],
  }),
  unblock: operation({
    method: "POST",
    path: "/therapists/{id}/unblock",
    id: "unblockTherapist",
    tag: "Therapists",
    summary: "Lift a block",
    description: "The therapist is active again.",
    scope: "therapists.write",
    success: { status: 200, description: "The therapist as it is now", schemas: ["Therapist", "Reference"] },
    problems: ["notFound", "conflict"],
  }),
};

export const operations: Operation<never, never>[] = [
  ...Object.values(patientOperations),
  ...Object.values(therapistOperations),
] as unknown as Operation<never, never>[];
