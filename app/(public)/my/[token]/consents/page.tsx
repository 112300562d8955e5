import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { Checkbox } from "@/components/form/checkbox";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkEnded } from "@/components/public/link-ended";
import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/format";
import { paths } from "@/lib/paths";
import { saveMyConsents } from "../actions";
import { findPatientPage } from "../patient-link";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.my.consents"))("title"), robots: { index: false } };
}

/** The four consents with the texts that were agreed to, to take back or to give. */
export default async function MyConsentsPage({ params }: Props) {
  const { token } = await params;
  const page = await findPatientPage(token);
  if (!page) return <LinkEnded />;
  const { consents } = page;
  const t = await getTranslations("patient.my.consents");
  const text = await getTranslations("intake.consentTexts");
  const locale = await getLocale();
  const inForce = consents.filter(({ grantedAt }) => grantedAt).map(({ kind }) => [kind, "yes"]);
  return (
    <div className="max-w-measure">
      <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
      <p className="mt-4 mb-8">{t("lead")}</p>
      <ActionForm action={saveMyConsents} values={Object.fromEntries(inForce)} className="grid gap-6">
        <input type="hidden" name="token" value={token} />
        {consents.map(({ kind, grantedAt }) => (
          <div key={kind}>
            <Checkbox
              name={kind}
              label={<span className="font-semibold">{text(`${kind}.label`)}</span>}
              hint={text(`${kind}.text`)}
            />
            <p className="mt-1 text-base text-ink-soft">
              {grantedAt ? t("since", { date: formatDate(grantedAt, locale) }) : t("notGiven")}
            </p>
          </div>
        ))}
        <Notice>{t("warning")}</Notice>
        <div>
          <SubmitButton>{t("button")}</SubmitButton>
        </div>
      </ActionForm>
      <p className="mt-8">
        <a href={paths.my(token)} className="link inline-block py-2">
          {t("back")}
        </a>
      </p>
    </div>
  );
}
