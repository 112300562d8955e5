import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { dayValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkEnded } from "@/components/public/link-ended";
import { ButtonLink } from "@/components/ui/button";
import { getDossier } from "@/lib/domain/evidence/get-dossier";
import { paths } from "@/lib/paths";
import { CheckList } from "../../../../evidence/check-list";
import { ContactTable } from "../../../../evidence/contact-table";
import { OwnContactForm } from "../../../../evidence/own-contact-form";
import { dossierPath } from "../my-paths";
import { findPatientLink } from "../patient-link";
import { addMyContact, removeMyContact, saveMyFacts } from "./actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evidence"))("title"), robots: { index: false } };
}

/** The patient's own evidence: what was tried for them, what they tried, and the file for the insurer. */
export default async function MyDossierPage({ params }: Props) {
  const { token } = await params;
  const ctx = await findPatientLink(token);
  if (!ctx) return <LinkEnded />;
  const dossier = await getDossier(ctx, ctx.actor.patientId);
  const t = await getTranslations("evidence");
  const hidden = <input type="hidden" name="token" value={token} />;
  return (
    <>
      <div className="max-w-measure">
        <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
        <p className="mt-4">{t("forPatients")}</p>
        <p className="mt-2 text-ink-soft">{t("noAdvice")}</p>
        <div className="mt-6 flex flex-wrap gap-3" data-no-print>
          <ButtonLink href={`${dossierPath(token)}/pdf`}>{t("pdf")}</ButtonLink>
          <ButtonLink href={`${dossierPath(token)}/csv`} variant="quiet">
            {t("csv")}
          </ButtonLink>
        </div>
        <h2 className="mt-10 mb-3 text-xl">{t("complete")}</h2>
        <CheckList dossier={dossier} />
      </div>
      <h2 className="mt-10 mb-3 text-xl">{t("contacts.title")}</h2>
      <p className="mb-3 max-w-measure text-ink-soft">{t("contacts.text")}</p>
      <ContactTable
        contacts={dossier.contacts}
        remove={(contactId) => (
          <ActionForm
            action={removeMyContact}
            id={`remove-${contactId}`}
            summary={false}
            className="contents"
          >
            {hidden}
            <input type="hidden" name="contactId" value={contactId} />
            <SubmitButton variant="plain">{t("contacts.remove")}</SubmitButton>
          </ActionForm>
        )}
      />
      <div className="max-w-measure" data-no-print>
        <h2 className="mt-10 mb-3 text-xl">{t("own.title")}</h2>
        <OwnContactForm action={addMyContact}>{hidden}</OwnContactForm>
        <h2 className="mt-10 mb-3 text-xl">{t("facts.title")}</h2>
        <ActionForm
          action={saveMyFacts}
          id="facts"
          values={dayValues("insurerAskedOn", dossier.facts.insurerAskedOn)}
        >
          {hidden}
          <DateField
            name="insurerAskedOn"
            label={t("facts.insurer")}
            hint={t("facts.insurerHint")}
            optional
          />
          <div>
            <SubmitButton variant="quiet">{t("facts.save")}</SubmitButton>
          </div>
        </ActionForm>
        <p className="mt-10">
          <a href={paths.my(token)} className="link inline-block py-2">
            {t("back")}
          </a>
        </p>
      </div>
    </>
  );
}
