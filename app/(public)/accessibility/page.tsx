import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { Prose } from "@/components/ui/prose";
import { operator } from "@/lib/operator";
import { OperatorContact } from "../operator-contact";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal.accessibility"))("title") };
}

/** What we hold ourselves to, what we do not know yet, and whom to tell when something does not work. */
export default function AccessibilityPage() {
  const t = useTranslations("legal.accessibility");
  return (
    <Prose>
      <h1>{t("title")}</h1>
      <p>{t("lead")}</p>
      {(["standard", "limits", "report"] as const).map((part) => (
        <Fragment key={part}>
          <h2>{t(`${part}.title`)}</h2>
          <p>{t(`${part}.text`)}</p>
        </Fragment>
      ))}
      <OperatorContact operator={operator()} />
    </Prose>
  );
}
