import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { RadioCards } from "@/components/form/radio-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkEnded } from "@/components/public/link-ended";
import { ButtonLink } from "@/components/ui/button";
import { failReasonsOf } from "@/lib/domain/placements/status";
import { paths } from "@/lib/paths";
import { findPatientPage } from "../patient-link";
import { givePlaceUp } from "../placement-actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.my.giveUp"))("title"), robots: { index: false } };
}

/** Asks why a place is not wanted or did not work out, and says what follows. */
export default async function GivePlaceUpPage({ params }: Props) {
  const { token } = await params;
  const page = await findPatientPage(token);
  if (!page) return <LinkEnded />;
  const { placement } = page;
  if (!placement || placement.status === "started") redirect(paths.my(token));
  const t = await getTranslations("patient.my.giveUp");
  // Nobody gives back what they have not taken yet.
  const isOffered = placement.status === "accepted";
  const options = failReasonsOf.patient.map((value) => ({ value, label: t(`reasons.${value}`) }));
  return (
    <div className="max-w-measure">
      <h1 className="text-2xl sm:text-3xl">{t(isOffered ? "titleOffered" : "title")}</h1>
      <p className="mt-4 mb-8">{t(isOffered ? "textOffered" : "text")}</p>
      <ActionForm action={givePlaceUp}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="placementId" value={placement.id} />
        <RadioCards name="reason" label={t("reason")} options={options} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t(isOffered ? "buttonOffered" : "button")}</SubmitButton>
          <ButtonLink href={paths.my(token)} variant="quiet">
            {t("back")}
          </ButtonLink>
        </div>
      </ActionForm>
    </div>
  );
}
