import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { RadioCards } from "@/components/form/radio-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkEnded } from "@/components/public/link-ended";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/paths";
import { endMySearch } from "../actions";
import { findPatientPage } from "../patient-link";
import { situationOf } from "../situation";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.my.end"))("title"), robots: { index: false } };
}

const reasons = ["found_elsewhere", "no_longer_wanted", "other"] as const;

/** Asks once more before the search ends for good, and says what that means. */
export default async function EndPage({ params }: Props) {
  const { token } = await params;
  const page = await findPatientPage(token);
  if (!page) return <LinkEnded />;
  if (situationOf(page) === "cancelled") redirect(paths.my(token));
  const t = await getTranslations("patient.my.end");
  const options = reasons.map((value) => ({ value, label: t(`reasons.${value}`) }));
  return (
    <div className="max-w-measure">
      <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
      <p className="mt-4">{t("text")}</p>
      <p className="mt-3 mb-8">
        {t("open", { open: page.asked.open })} {situationOf(page) === "active" && t("pauseInstead")}
      </p>
      <ActionForm action={endMySearch}>
        <input type="hidden" name="token" value={token} />
        <RadioCards name="reason" label={t("reason")} options={options} optional />
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="danger">{t("button")}</SubmitButton>
          <ButtonLink href={paths.my(token)} variant="quiet">
            {t("back")}
          </ButtonLink>
        </div>
      </ActionForm>
    </div>
  );
}
