import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkEnded } from "@/components/public/link-ended";
import { createContext } from "@/lib/core/context";
import { findConfirmation } from "@/lib/domain/patients/find-confirmation";
import { isMailDelivered } from "@/lib/email/mailer";
import { confirmAddress } from "./actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.confirm"))("title"), robots: { index: false } };
}

/** Behind the mailed link: one sentence and one button. Opening it changes nothing. */
export default async function ConfirmPage({ params }: Props) {
  const { token } = await params;
  const state = await findConfirmation(createContext({ kind: "public" }), token);
  if (!state) return <LinkEnded />;
  return (
    <div className="max-w-measure">
      {state === "open" && <Question token={token} />}
      {state === "confirmed" && <WhatIsNext />}
      {state === "placed" && <AlreadyPlaced />}
    </div>
  );
}

/** Nobody searches for somebody who has a place: who registered again is asked what became of it. */
function AlreadyPlaced() {
  const t = useTranslations("patient.confirm");
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{t("doneTitle")}</h1>
      <p className="mt-4 text-xl">{t("placedLead")}</p>
      <p className="mt-4">{t("placedText")}</p>
    </>
  );
}

function Question({ token }: { token: string }) {
  const t = useTranslations("patient.confirm");
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
      <p className="mt-4 mb-8">{t("text")}</p>
      <ActionForm action={confirmAddress}>
        <input type="hidden" name="token" value={token} />
        <div>
          <SubmitButton>{t("button")}</SubmitButton>
        </div>
      </ActionForm>
      <p className="mt-10 text-base text-ink-soft">{t("notYou")}</p>
    </>
  );
}

function WhatIsNext() {
  const t = useTranslations("patient.confirm");
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{t("doneTitle")}</h1>
      <p className="mt-4 text-xl">{t("doneLead")}</p>
      <h2 className="mt-10 text-xl">{t("nextTitle")}</h2>
      <ol className="mt-4 grid list-decimal gap-4 pl-6">
        <li>{t(isMailDelivered() ? "page" : "pageKept")}</li>
        <li>{t("ask")}</li>
        <li>{t("answer")}</li>
      </ol>
    </>
  );
}
