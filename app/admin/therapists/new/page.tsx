import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { therapistValues } from "@/components/staff/forms/therapist-values";
import { PageHeader } from "@/components/ui/page-header";
import { therapistInput, type TherapistInput } from "@/lib/domain/therapists/schemas";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { createTherapistAction } from "../actions";
import { TherapistForm } from "../therapist-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffTherapists.form"))("newTitle") };
}

/** A form nobody has typed into yet, with the defaults of the schema. */
const blank: TherapistInput = {
  ...therapistInput.parse({ lastName: "-", locations: [{ address: { postalCode: "00000" } }] }),
  lastName: "",
  locations: [],
};

export default async function NewTherapistPage() {
  await requireStaff("therapists.write", paths.admin.therapistNew);
  const [t, locale] = [await getTranslations("staffTherapists"), await getLocale()];
  return (
    <>
      <PageHeader back={{ href: paths.admin.therapists, label: t("title") }} title={t("form.newTitle")} />
      <TherapistForm
        action={createTherapistAction}
        values={therapistValues(blank, locale)}
        sites={0}
        submit={t("form.create")}
        cancelHref={paths.admin.therapists}
      />
    </>
  );
}
