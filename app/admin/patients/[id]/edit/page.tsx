import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { patientValues } from "@/components/staff/forms/patient-values";
import { PageHeader } from "@/components/ui/page-header";
import { getPatient } from "@/lib/domain/patients/get-patient";
import { personName } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import { updatePatientAction } from "../../actions";
import { PatientForm } from "../../patient-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffPatients.form"))("editTitle") };
}

export default async function EditPatientPage({ params }: Props) {
  const ctx = await requireStaff("patients.write", paths.admin.patientEdit((await params).id));
  const id = await idOf(params);
  const patient = await orNotFound(getPatient(ctx, id));
  if (patient.withheld) forbidden();
  const [t, locale] = [await getTranslations("staffPatients.form"), await getLocale()];
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.patient(id), label: personName(patient) }}
        title={t("editTitle")}
      />
      <PatientForm
        action={updatePatientAction}
        values={patientValues(patient, locale)}
        submit={t("save")}
        cancelHref={paths.admin.patient(id)}
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={patient.updatedAt.toISOString()} />
      </PatientForm>
    </>
  );
}
