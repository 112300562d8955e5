import { openApiDocument } from "@/lib/web/open-api";
import { operations } from "./operations";
import { patient, patientPage, patientSummary, reference, therapist, therapistPage } from "./resources";

/** The description of this API, as served at /api/v1/openapi.json. */
export function apiDocument() {
  return openApiDocument({
    info: {
      title: "Lotse",
      version: "1",
      description:
        "Patients who look for a psychotherapy place, and therapists. Instants are UTC, days are German calendar days; null and “unknown” mean that nobody said. Unknown fields are refused.",
    },
    server: "/api/v1",
    operations,
    resources: {
      Patient: patient,
      PatientSummary: patientSummary,
      PatientPage: patientPage,
      Therapist: therapist,
      TherapistPage: therapistPage,
      Reference: reference,
    },
  });
}
