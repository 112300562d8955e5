import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { SubmitButton } from "@/components/form/submit-button";
import { draftLifetimeMs } from "@/lib/domain/patients/intake-draft";
import { isMailDelivered } from "@/lib/email/mailer";
import { formatDate } from "@/lib/format";
import { paths } from "@/lib/paths";
import { startAnew } from "../actions";
import { currentDraft } from "../draft-link";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake.done"))("heading"), robots: { index: false } };
}

/** What happens next, with the day until which the address can be confirmed. */
export default async function IntakeDonePage() {
  const draft = await currentDraft();
  if (draft?.state !== "sent") redirect(paths.intake);
  const t = await getTranslations("intake.done");
  const date = formatDate(new Date(draft.sentAt.getTime() + confirmWithinMs), await getLocale());
  return (
    <div className="max-w-measure">
      <h1 className="text-2xl sm:text-3xl">{t("heading")}</h1>
      <p className="mt-4 text-xl">{t("lead")}</p>
      <h2 className="mt-10 text-xl">{t("nextTitle")}</h2>
      <ol className="mt-4 grid list-decimal gap-4 pl-6">
        <li>{t(isMailDelivered() ? "mail" : "mailKept")}</li>
        <li>{t("confirm", { date })}</li>
        <li>{t("search")}</li>
      </ol>
      <section className="mt-12 border-t border-line pt-8" data-no-print>
        <h2 className="text-lg">{t("noMail")}</h2>
        <p className="mt-2 mb-4">{t("noMailText")}</p>
        <form action={startAnew}>
          <SubmitButton variant="quiet">{t("anew")}</SubmitButton>
        </form>
      </section>
    </div>
  );
}

/** As long as the mailed link works and an unconfirmed registration is kept. */
const confirmWithinMs = draftLifetimeMs;
