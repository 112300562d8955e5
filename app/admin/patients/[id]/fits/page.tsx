import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import {
  type TherapistFit,
  type TherapistsForPatient,
  findTherapistsFor,
} from "@/lib/domain/matching/fits/find-therapists-for";
import { type FitList, fitLists } from "@/lib/domain/matching/fits/fit-lists";
import { whatIfSchema } from "@/lib/domain/matching/fits/what-if";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff, type StaffContext } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import { filterOf, firstText, type SearchParams } from "@/lib/web/search-params";
import { FactLinks } from "../../../fits/fact-links";
import { FitSection } from "../../../fits/fit-section";
import { shownOf } from "../../../fits/shown-of";
import { WhatIfForm } from "./what-if-form";
import { WishCosts } from "./wish-costs";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffFits"))("title") };
}

export default async function PatientFitsPage({ params, searchParams }: Props) {
  const ctx = await requireStaff("patients.read", paths.admin.patientFits((await params).id));
  const [id, query, locale, t] = [
    await idOf(params),
    await searchParams,
    await getLocale(),
    await getTranslations("staffFits"),
  ];
  const tryOut = filterOf(whatIfSchema, query);
  const shown = shownOf(firstText(query, "all"));
  const { patientName, found } = await orNotFound(findTherapistsFor(ctx, id, { locale, tryOut, shown }));
  const here = (list: FitList) => withQuery(paths.admin.patientFits(id), { ...tryOut, all: list });
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.patient(id), label: t("back") }}
        title={t("patientTitle", { name: patientName })}
        lead={found && t("lead", { fit: found.lists.fit.total, check: found.lists.check.total })}
      />
      {found ? (
        <Found id={id} found={found} ctx={ctx} here={here} />
      ) : (
        <Notice tone="needs">{t("noSearch")}</Notice>
      )}
    </>
  );
}

type FoundProps = {
  id: string;
  found: NonNullable<TherapistsForPatient["found"]>;
  ctx: StaffContext;
  here: (list: FitList) => string;
};

async function Found({ id, found, ctx, here }: FoundProps) {
  const { lists, own, tried, wishes, searchClosed, isTaken, blocking } = found;
  const t = await getTranslations("staffFits");
  const canWrite = { patient: may(ctx, "patients.write"), therapist: may(ctx, "therapists.write") };
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid gap-6">
        {searchClosed && <Notice tone="needs">{t(`closed.${searchClosed}`)}</Notice>}
        {isTaken && <Notice tone="needs">{t("taken.patient")}</Notice>}
        {blocking.length > 0 && (
          <Notice tone="needs" title={t("blocking")}>
            <FactLinks facts={blocking} patientId={id} therapistId="" canWrite={canWrite} />
          </Notice>
        )}
        {fitLists
          .filter((list) => list !== "resting" || lists.resting.total > 0)
          .map((list) => (
            <FitSection
              key={list}
              list={list}
              {...lists[list]}
              allHref={here(list)}
              describe={describe}
              canWrite={canWrite}
              canPropose={may(ctx, "inquiries.review") && searchClosed === null && !isTaken}
            />
          ))}
      </div>
      <div className="grid gap-6 max-xl:order-first">
        <WhatIfForm action={paths.admin.patientFits(id)} own={own} tried={tried} />
        <WishCosts wishes={wishes} gender={(tried ?? own).gender} />
      </div>
    </div>
  );
}

function describe({ therapistId, name, practiceName, city }: TherapistFit) {
  return {
    name: (
      <Link href={paths.admin.therapist(therapistId)} prefetch={false} className="link font-semibold">
        {name}
      </Link>
    ),
    facts: [practiceName, city],
  };
}
