import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { operator } from "@/lib/operator";
import { paths } from "@/lib/paths";
import { OperatorContact } from "../operator-contact";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.privacy"))("title") };
}

/** What is stored, why, who learns of it and for how long; a draft until the operator has checked it. */
export default function PrivacyPage() {
  const t = useTranslations("legal.privacy");
  return (
    <Prose>
      <h1>{t("title")}</h1>
      <p>{t("lead")}</p>
      <Notice tone="needs" title={t("draft")}>
        {t("draftText")}
      </Notice>

      <h2>{t("controller.title")}</h2>
      <OperatorContact operator={operator()} />

      <h2>{t("patients.title")}</h2>
      <p>{t("patients.what")}</p>
      <p>{t("patients.why")}</p>
      <p>{t("patients.health")}</p>
      <p>{t.rich("patients.nobody", { link: (words) => <a href={paths.help}>{words}</a> })}</p>

      <h2>{t("sharing.title")}</h2>
      <p>{t("sharing.profile")}</p>
      <p>{t("sharing.identity")}</p>
      <p>{t("sharing.crisis")}</p>
      <p>{t("sharing.nobody")}</p>

      <h2>{t("practices.title")}</h2>
      <p>{t("practices.what")}</p>
      <p>{t("practices.why")}</p>
      <p>{t("practices.object")}</p>

      <h2>{t("howLong.title")}</h2>
      <ul>
        {(["draft", "unverified", "search", "consent", "mails", "links"] as const).map((kind) => (
          <li key={kind}>{t(`howLong.${kind}`)}</li>
        ))}
      </ul>

      <h2>{t("cookies.title")}</h2>
      <p>{t("cookies.text")}</p>

      <h2>{t("rights.title")}</h2>
      <p>{t("rights.text")}</p>
    </Prose>
  );
}
