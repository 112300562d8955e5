import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { therapistValues } from "@/components/staff/forms/therapist-values";
import { PageHeader } from "@/components/ui/page-header";
import { getTherapist } from "@/lib/domain/therapists/get-therapist";
import { personName } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import { updateTherapistAction } from "../../actions";
import { TherapistForm } from "../../therapist-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffTherapists.form"))("editTitle") };
}

export default async function EditTherapistPage({ params }: Props) {
  const ctx = await requireStaff("therapists.write", paths.admin.therapistEdit((await params).id));
  const id = await idOf(params);
  const therapist = await orNotFound(getTherapist(ctx, id));
  const [t, locale] = [await getTranslations("staffTherapists.form"), await getLocale()];
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.therapist(id), label: personName(therapist) }}
        title={t("editTitle")}
      />
      <TherapistForm
        action={updateTherapistAction}
        values={therapistValues(therapist, locale)}
        sites={therapist.locations.length}
        submit={t("save")}
        cancelHref={paths.admin.therapist(id)}
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={therapist.updatedAt.toISOString()} />
      </TherapistForm>
    </>
  );
}
