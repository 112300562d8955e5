import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkEnded } from "@/components/public/link-ended";
import { createContext } from "@/lib/core/context";
import { findMailStop } from "@/lib/domain/mail/stop-mails";
import { stopStatusMails } from "./actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.stopMails"))("title"), robots: { index: false } };
}

/** Behind the link of a status mail: one sentence and one button. Opening it changes nothing. */
export default async function StopMailsPage({ params }: Props) {
  const { token } = await params;
  const stop = await findMailStop(createContext({ kind: "public" }), token);
  if (stop?.kind !== "status-mails") return <LinkEnded />;
  return <div className="max-w-measure">{stop.stopped ? <Stopped /> : <Question token={token} />}</div>;
}

function Question({ token }: { token: string }) {
  const t = useTranslations("patient.stopMails");
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
      <p className="mt-4 mb-8">{t("text")}</p>
      <ActionForm action={stopStatusMails}>
        <input type="hidden" name="token" value={token} />
        <div>
          <SubmitButton>{t("button")}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

function Stopped() {
  const t = useTranslations("patient.stopMails");
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{t("doneTitle")}</h1>
      <p className="mt-4">{t("done")}</p>
    </>
  );
}
