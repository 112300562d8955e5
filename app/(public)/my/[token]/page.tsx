import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { LinkEnded } from "@/components/public/link-ended";
import type { PatientPage } from "@/lib/domain/patients/get-patient-page";
import { MyActions } from "./my-actions";
import { MyPlace } from "./my-place";
import { MyPlacement } from "./my-placement";
import { MyTimeline } from "./my-timeline";
import { NextStep } from "./next-step";
import { findPatientPage } from "./patient-link";
import { situationOf } from "./situation";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient"))("title"), robots: { index: false } };
}

/** The patient's own page: how the search stands, what we do next, what the patient can do. */
export default async function MyPage({ params }: Props) {
  const { token } = await params;
  const page = await findPatientPage(token);
  return page ? <Content token={token} page={page} /> : <LinkEnded />;
}

function Content({ token, page }: { token: string; page: PatientPage }) {
  const t = useTranslations("patient.my");
  return (
    <div className="max-w-measure">
      <p className="text-ink-soft">{t("hello", { name: page.firstName })}</p>
      <h1 className="mt-1 text-2xl sm:text-3xl">{t(`states.${situationOf(page)}`)}</h1>
      {page.placement && (
        <>
          <MyPlace token={token} place={page.placement} isNamed={page.sharesContact} />
          <MyPlacement token={token} page={page} place={page.placement} />
        </>
      )}
      <h2 className="mt-10 text-xl">{t("timelineTitle")}</h2>
      <MyTimeline page={page} />
      <h2 className="mt-10 text-xl">{t("nextTitle")}</h2>
      <NextStep page={page} />
      <MyActions token={token} page={page} />
      <p className="mt-12 text-base text-ink-soft" data-no-print>
        {t("keep")}
      </p>
    </div>
  );
}
