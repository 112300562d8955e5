import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { AnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { domainOf } from "@/lib/email/addresses";
import { objectionKindsOf } from "@/lib/domain/therapists/objection-kinds";
import { object } from "./actions";

type Props = {
  page: AnswerPage;
  token: string;
  /** Whether somebody whom the practice accepted is still on the way: it has to hear of them. */
  isWaitedFor?: boolean;
};

/** The right to object, one click each; the mail links here by the id. */
export function Objection({ page, token, isWaitedFor = false }: Props) {
  const t = useTranslations("respond.objection");
  const why = useTranslations("respond.why");
  const { mailbox: email, therapistName: name } = page;
  // Somebody to whom it was sent on objects for themselves, and not for the practice.
  const isOwn = page.forwardId === null;
  const kinds = objectionKindsOf(email);
  return (
    <section className="mt-12 grid gap-8 border-t border-line pt-8 text-base" id="widerspruch">
      <div data-no-print>
        <h2 className="font-semibold">{t("title")}</h2>
        <p className="mt-1 max-w-measure text-ink-soft">{isOwn ? t("text") : t("textColleague", { name })}</p>
        {isWaitedFor && <p className="mt-2 max-w-measure text-ink-soft">{t("textWaitedFor")}</p>}
        <ActionForm id="object" action={object} className="mt-4 grid justify-items-start gap-2">
          <input type="hidden" name="token" value={token} />
          <SubmitButton variant="quiet" name="kind" value="person">
            {t("person")}
          </SubmitButton>
          {isOwn && email && (
            <SubmitButton variant="quiet" name="kind" value="address">
              <span className="wrap-anywhere">{t("address", { email })}</span>
            </SubmitButton>
          )}
          {isOwn && email && kinds.includes("domain") && (
            <SubmitButton variant="quiet" name="kind" value="domain">
              <span className="wrap-anywhere">{t("domain", { domain: domainOf(email) })}</span>
            </SubmitButton>
          )}
        </ActionForm>
      </div>
      <div>
        <h2 className="font-semibold">{why("title")}</h2>
        <p className="mt-1 max-w-measure text-ink-soft">{isOwn ? why("text") : why("textColleague")}</p>
      </div>
    </section>
  );
}
