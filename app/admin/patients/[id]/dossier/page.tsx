import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { dayValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { type Dossier, getDossier } from "@/lib/domain/evidence/get-dossier";
import { personName } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import type { SearchParams } from "@/lib/web/search-params";
import { CheckList } from "../../../../evidence/check-list";
import { ContactTable } from "../../../../evidence/contact-table";
import { OwnContactForm } from "../../../../evidence/own-contact-form";
import { Done } from "../../../done";
import { addContactAction, removeContactAction, saveFactsAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evidence"))("title") };
}

/** The evidence for the insurer: what is there, what is missing, and every contact. */
export default async function DossierPage({ params, searchParams }: Props) {
  const ctx = await requireStaff("patients.identity", paths.admin.patientDossier((await params).id));
  const id = await idOf(params);
  const dossier = await orNotFound(getDossier(ctx, id));
  const t = await getTranslations("evidence");
  const canWrite = may(ctx, "patients.write");
  const file = (name: string) => `${paths.admin.patientDossier(id)}/${name}`;
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.patient(id), label: personName(dossier.patient) }}
        title={t("title")}
        lead={t("lead", { contacts: dossier.contacts.length, seats: dossier.seats.contacted })}
        actions={
          <>
            <ButtonLink href={file("pdf")}>{t("pdf")}</ButtonLink>
            <ButtonLink href={file("csv")} variant="quiet">
              {t("csv")}
            </ButtonLink>
          </>
        }
      />
      <Done query={await searchParams} area="evidence" />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title={t("contacts.title")}>
          <p className="mb-3 max-w-measure text-ink-soft">{t("contacts.text")}</p>
          <ContactTable
            contacts={dossier.contacts}
            remove={(contactId) => canWrite && <Remove id={id} contactId={contactId} />}
          />
        </Card>
        <div className="grid gap-5">
          <Card title={t("complete")}>
            <CheckList dossier={dossier} />
          </Card>
          {canWrite && <Facts id={id} dossier={dossier} />}
          {canWrite && (
            <Card title={t("own.title")}>
              <OwnContactForm action={addContactAction}>
                <input type="hidden" name="id" value={id} />
              </OwnContactForm>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

async function Facts({ id, dossier: { facts } }: { id: string; dossier: Dossier }) {
  const t = await getTranslations("evidence.facts");
  const values = {
    ...dayValues("mandateOn", facts.mandateOn),
    ...dayValues("insurerAskedOn", facts.insurerAskedOn),
  };
  return (
    <Card title={t("title")}>
      <ActionForm action={saveFactsAction} id="facts" values={values}>
        <input type="hidden" name="id" value={id} />
        <DateField name="mandateOn" label={t("mandate")} hint={t("mandateHint")} optional />
        <DateField name="insurerAskedOn" label={t("insurer")} hint={t("insurerHint")} optional />
        <div>
          <SubmitButton variant="quiet">{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

async function Remove({ id, contactId }: { id: string; contactId: string }) {
  const t = await getTranslations("evidence.contacts");
  return (
    <ActionForm action={removeContactAction} id={`remove-${contactId}`} summary={false} className="contents">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="contactId" value={contactId} />
      <SubmitButton variant="plain">{t("remove")}</SubmitButton>
    </ActionForm>
  );
}
