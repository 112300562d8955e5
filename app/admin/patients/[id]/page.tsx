import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { may } from "@/lib/core/context";
import { mayShareContact } from "@/lib/domain/consents/may-share-contact";
import { listInquiries } from "@/lib/domain/inquiries/list-inquiries";
import { getPatient } from "@/lib/domain/patients/get-patient";
import { listPatientTasks } from "@/lib/domain/patients/list-patient-tasks";
import { crisisSymptoms } from "@/lib/domain/vocabulary";
import { listPatientPlacements } from "@/lib/domain/placements/list-patient-placements";
import { listExclusions } from "@/lib/domain/therapists/list-exclusions";
import { listTherapists } from "@/lib/domain/therapists/list-therapists";
import { therapistListFilter } from "@/lib/domain/therapists/schemas";
import { personName } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff, type StaffContext } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import { filterOf, firstText, type Query, type SearchParams } from "@/lib/web/search-params";
import { Done } from "../../done";
import { InquiriesCard } from "../../inquiries-card";
import { ConsentsCard } from "./consents-card";
import { DeleteCard } from "./delete-card";
import { ExclusionsCard } from "./exclusions-card";
import { PatientFacts } from "./facts";
import { PlacementCards } from "./placement-card";
import { SearchCard } from "./search-card";
import { SendLinkCard } from "./send-link-card";
import { TasksCard } from "./tasks-card";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

// The name of a patient does not go into the title: titles end up in histories and on shared screens.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffPatients"))("title") };
}

export default async function PatientPage({ params, searchParams }: Props) {
  const ctx = await requireStaff("patients.read", paths.admin.patient((await params).id));
  const id = await idOf(params);
  const query = await searchParams;
  const patient = await orNotFound(getPatient(ctx, id));
  const [inquiries, exclusions, search, placements, tasks, hasAgreed] = await Promise.all([
    listInquiries(ctx, { patientId: id, pageSize: 10 }),
    listExclusions(ctx, id),
    findToExclude(ctx, query),
    listPatientPlacements(ctx, id),
    listPatientTasks(ctx, id),
    mayShareContact(ctx, id),
  ]);
  const [t, evidence] = [await getTranslations("staffPatients"), await getTranslations("evidence")];
  const canWrite = may(ctx, "patients.write");
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.patients, label: t("title") }}
        title={patient.withheld ? t("pseudonymTitle", { pseudonym: patient.pseudonym }) : personName(patient)}
        badge={
          <>
            {patient.symptoms.some((symptom) => crisisSymptoms.includes(symptom)) && (
              <Badge tone="bad">{t("crisisMark")}</Badge>
            )}
            {patient.urgency !== "normal" && <StatusBadge kind="urgency" status={patient.urgency} />}
          </>
        }
        lead={patient.withheld ? undefined : t("pseudonymTitle", { pseudonym: patient.pseudonym })}
        actions={
          <>
            <ButtonLink href={paths.admin.patientFits(id)} variant="quiet">
              {(await getTranslations("staffFits"))("open")}
            </ButtonLink>
            {!patient.withheld && (
              <ButtonLink href={paths.admin.patientDossier(id)} variant="quiet">
                {evidence("link")}
              </ButtonLink>
            )}
            {canWrite && <ButtonLink href={paths.admin.patientEdit(id)}>{t("form.editTitle")}</ButtonLink>}
          </>
        }
      />
      <Done query={query} area="staffPatients" />
      {patient.withheld && (
        <div className="mb-5">
          <Notice>{t("withheld")}</Notice>
        </div>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          <TasksCard patient={patient} tasks={tasks} canWrite={canWrite} />
          <SearchCard patientId={id} search={patient.search} now={ctx.now} canWrite={canWrite} />
          <PlacementCards patientId={id} placements={placements} canWrite={canWrite} hasAgreed={hasAgreed} />
          <PatientFacts patient={patient} now={ctx.now} />
        </div>
        <div className="grid gap-5">
          <InquiriesCard
            title={t("inquiries.title")}
            rows={inquiries.rows}
            label={(row) => row.therapistName}
            empty={t("inquiries.none")}
            more={
              inquiries.total > inquiries.rows.length
                ? { href: withQuery(paths.admin.inquiries, { patientId: id }), label: t("inquiries.all") }
                : undefined
            }
          />
          <ConsentsCard patient={patient} canWrite={canWrite} />
          <ExclusionsCard patientId={id} exclusions={exclusions} search={search} canWrite={canWrite} />
          {canWrite && !patient.withheld && patient.email && (
            <SendLinkCard patientId={id} email={patient.email} />
          )}
          {canWrite && <DeleteCard patientId={id} pseudonym={patient.pseudonym} />}
        </div>
      </div>
    </>
  );
}

async function findToExclude(ctx: StaffContext, query: Query) {
  const text = firstText(query, "exclude")?.trim().slice(0, 120);
  if (!text) return null;
  const { rows } = await listTherapists(ctx, filterOf(therapistListFilter, { query: text, pageSize: "8" }));
  return { text, found: rows };
}
