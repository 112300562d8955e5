import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CheckboxCards } from "@/components/form/checkbox-cards";
import { DateField } from "@/components/form/date-field";
import { patientValues } from "@/components/staff/forms/patient-values";
import { PageHeader } from "@/components/ui/page-header";
import { consentKinds } from "@/lib/domain/consents/status";
import { type PatientInput, patientInput } from "@/lib/domain/patients/schemas";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { FormSection } from "../../form-section";
import { createPatientAction } from "../actions";
import { PatientForm } from "../patient-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffPatients.form"))("newTitle") };
}

/** A form nobody has typed into yet, with the defaults of the schema. */
const blank: PatientInput = {
  ...patientInput.parse({
    firstName: "-",
    lastName: "-",
    address: { postalCode: "00000" },
    travel: { maxMinutes: 30 },
  }),
  firstName: "",
  lastName: "",
  address: { street: "", houseNumber: "", postalCode: "", city: "" },
};

export default async function NewPatientPage() {
  await requireStaff("patients.write", paths.admin.patientNew);
  const [t, words, locale] = [
    await getTranslations("staffPatients"),
    await getTranslations("vocabulary.consentKind"),
    await getLocale(),
  ];
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.patients, label: t("title") }}
        title={t("form.newTitle")}
        lead={t("form.newLead")}
      />
      <PatientForm
        action={createPatientAction}
        values={patientValues(blank, locale)}
        submit={t("form.create")}
        cancelHref={paths.admin.patients}
      >
        <FormSection title={t("consents.title")}>
          <div className="wide">
            <CheckboxCards
              name="consents"
              label={t("consents.title")}
              hint={t("consents.hint")}
              options={consentKinds.map((kind) => ({ value: kind, label: words(kind) }))}
            />
          </div>
          <DateField
            name="waitingSince"
            label={t("consents.waitingSince")}
            hint={t("consents.waitingSinceHint")}
            optional
          />
        </FormSection>
      </PatientForm>
    </>
  );
}
