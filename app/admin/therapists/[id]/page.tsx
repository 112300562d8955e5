import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { listInquiries } from "@/lib/domain/inquiries/list-inquiries";
import { listPracticeForms } from "@/lib/domain/practices/find-form";
import { getTherapist } from "@/lib/domain/therapists/get-therapist";
import { listObjections } from "@/lib/domain/therapists/list-objections";
import { listForwards } from "@/lib/domain/therapists/list-forwards";
import { personName } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import type { SearchParams } from "@/lib/web/search-params";
import { Done } from "../../done";
import { InquiriesCard } from "../../inquiries-card";
import { DeleteCard } from "./delete-card";
import { TherapistFacts } from "./facts";
import { ForwardsCard } from "./forwards-card";
import { FormsCard } from "./forms-card";
import { ObjectionsCard } from "./objections-card";
import { ProvenanceCard } from "./provenance-card";
import { StateCard } from "./state-card";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffTherapists"))("title") };
}

export default async function TherapistPage({ params, searchParams }: Props) {
  const ctx = await requireStaff("therapists.read", paths.admin.therapist((await params).id));
  const id = await idOf(params);
  const [therapist, inquiries, forwards, t, query, forms, objections] = await Promise.all([
    orNotFound(getTherapist(ctx, id)),
    listInquiries(ctx, { therapistId: id, pageSize: 10 }),
    listForwards(ctx, id),
    getTranslations("staffTherapists"),
    searchParams,
    listPracticeForms(ctx, id),
    orNotFound(listObjections(ctx, id)),
  ]);
  const canWrite = may(ctx, "therapists.write");
  const objectionsCard = (
    <ObjectionsCard
      therapist={therapist}
      objections={objections}
      canRecord={may(ctx, "inquiries.review")}
      canLift={may(ctx, "objections.lift")}
    />
  );
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.therapists, label: t("title") }}
        title={personName(therapist)}
        badge={objections.length > 0 && <Badge tone="bad">{t("objected")}</Badge>}
        lead={therapist.practiceName || undefined}
        actions={
          <>
            <ButtonLink href={paths.admin.therapistFits(id)} variant="quiet">
              {(await getTranslations("staffFits"))("open")}
            </ButtonLink>
            {canWrite && (
              <ButtonLink href={paths.admin.therapistEdit(id)} variant="quiet">
                {t("form.editTitle")}
              </ButtonLink>
            )}
          </>
        }
      />
      <Done query={query} area="staffTherapists" />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          <TherapistFacts therapist={therapist} now={ctx.now} />
        </div>
        <div className="grid gap-5 max-xl:order-first">
          {objections.length > 0 && objectionsCard}
          <StateCard
            therapist={therapist}
            objected={objections.length > 0}
            now={ctx.now}
            canWrite={canWrite}
          />
          {objections.length === 0 && objectionsCard}
          <InquiriesCard
            title={t("inquiries.title")}
            rows={inquiries.rows}
            label={(row) => row.reference}
            empty={t("inquiries.none")}
            more={
              inquiries.total > inquiries.rows.length
                ? { href: withQuery(paths.admin.inquiries, { therapistId: id }), label: t("inquiries.all") }
                : undefined
            }
          />
          <ForwardsCard forwards={forwards} />
          <FormsCard therapistId={id} forms={forms} query={query} canWrite={canWrite} />
          <ProvenanceCard therapist={therapist} />
          {canWrite && <DeleteCard therapistId={id} lastName={therapist.lastName} />}
        </div>
      </div>
    </>
  );
}
