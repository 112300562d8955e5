import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { operator } from "@/lib/operator";
import { OperatorContact } from "../operator-contact";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.imprint"))("title") };
}

/** Who runs this installation; what only they know is asked for in plain sight. */
export default function ImprintPage() {
  const t = useTranslations("legal.imprint");
  return (
    <Prose>
      <h1>{t("title")}</h1>
      <h2>{t("operator")}</h2>
      <OperatorContact operator={operator()} />
      <Notice tone="needs" title={t("register")}>
        {t("registerText")}
      </Notice>
      <h2>{t("purpose")}</h2>
      <p>{t("purposeText")}</p>
      <h2>{t("sources")}</h2>
      <p>
        {t.rich("sourcesText", {
          link: (words) => (
            <a href="https://opendatacommons.org/licenses/odbl/1-0/" rel="noreferrer">
              {words}
            </a>
          ),
        })}
      </p>
    </Prose>
  );
}
