import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { waitingTime } from "@/components/staff/waiting-time";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { may } from "@/lib/core/context";
import { type PatientFit, findPatientsFor } from "@/lib/domain/matching/fits/find-patients-for";
import { fitLists } from "@/lib/domain/matching/fits/fit-lists";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import { firstText, type SearchParams } from "@/lib/web/search-params";
import { FitSection } from "../../../fits/fit-section";
import { shownOf } from "../../../fits/shown-of";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffFits"))("title") };
}

export default async function TherapistFitsPage({ params, searchParams }: Props) {
  const ctx = await requireStaff("therapists.read", paths.admin.therapistFits((await params).id));
  const [id, query, locale, t] = [
    await idOf(params),
    await searchParams,
    await getLocale(),
    await getTranslations("staffFits"),
  ];
  const shown = shownOf(firstText(query, "all"));
  const found = await orNotFound(findPatientsFor(ctx, id, { locale, shown }));
  const { therapistName, notContactable, lists } = found;
  const describe = ({ patientId, name, age, urgency, waitingSince, isTaken }: PatientFit) => ({
    name: (
      <>
        <Link href={paths.admin.patient(patientId)} prefetch={false} className="link font-semibold">
          {name}
        </Link>
        {urgency !== "normal" && <StatusBadge kind="urgency" status={urgency} />}
      </>
    ),
    facts: [
      age === null ? t("ageUnknown") : t("age", { age }),
      t("waiting", { days: waitingTime(waitingSince, ctx.now, locale) }),
      isTaken ? t("taken.one") : null,
    ],
    canPropose: !isTaken,
  });
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.therapist(id), label: t("back") }}
        title={t("therapistTitle", { name: therapistName })}
        lead={t("lead", { fit: lists.fit.total, check: lists.check.total })}
      />
      <div className="grid max-w-page gap-6">
        {notContactable && (
          <Notice tone="needs">
            {notContactable} {t("notContactable")}
          </Notice>
        )}
        {fitLists
          .filter((list) => list !== "resting")
          .map((list) => (
            <FitSection
              key={list}
              list={list}
              {...lists[list]}
              allHref={withQuery(paths.admin.therapistFits(id), { all: list })}
              describe={describe}
              canWrite={{ patient: may(ctx, "patients.write"), therapist: may(ctx, "therapists.write") }}
              canPropose={may(ctx, "inquiries.review") && notContactable === null}
            />
          ))}
      </div>
    </>
  );
}
