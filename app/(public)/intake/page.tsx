import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { formatDate } from "@/lib/format";
import { paths } from "@/lib/paths";
import { startAnew } from "./actions";
import { currentDraft, publicContext } from "./draft-link";
import { firstOpenStep } from "./steps/all-steps";
import { checkPath } from "./way";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake"))("title") };
}

/** Begins with the first question, or asks whether to go on with what was typed before. */
export default async function IntakePage() {
  const draft = await currentDraft();
  if (!draft) redirect(paths.intakeStep("person"));
  if (draft.state === "sent") redirect(paths.intakeDone);
  const t = await getTranslations("intake.resume");
  const locale = await getLocale();
  const open = firstOpenStep(draft.values, publicContext().now);
  return (
    <div className="max-w-measure">
      <h1 className="text-2xl sm:text-3xl">{t("heading")}</h1>
      <p className="mt-4">{t("text", { date: formatDate(draft.expiresAt, locale) })}</p>
      <div className="mt-8 flex flex-wrap gap-3">
        <ButtonLink href={open ? paths.intakeStep(open.id) : checkPath}>{t("goOn")}</ButtonLink>
        <form action={startAnew}>
          <SubmitButton variant="quiet">{t("anew")}</SubmitButton>
        </form>
      </div>
    </div>
  );
}
