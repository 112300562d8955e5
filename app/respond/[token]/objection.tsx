import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { AnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { mailDomainOf, objectionKindsOf } from "@/lib/domain/therapists/objection-kinds";
import { object } from "./actions";

type Props = { page: AnswerPage; token: string };

/** The right to object, one click each; the mail links here by the id. */
export function Objection({ page, token }: Props) {
  const t = useTranslations("respond.objection");
  const why = useTranslations("respond.why");
  const email = page.mailbox;
  // Somebody to whom it was sent on objects for themselves, and not for the practice.
  const isOwn = page.forwardId === null;
  const kinds = objectionKindsOf(email);
  return (
    <section className="mt-12 grid gap-8 border-t border-line pt-8 text-base" id="widerspruch">
      <div>
        <h2 className="font-semibold">{t("title")}</h2>
        <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t("text")}</p>
        <ActionForm id="object" action={object} className="grid justify-items-start gap-2">
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
              <span className="wrap-anywhere">{t("domain", { domain: mailDomainOf(email) })}</span>
            </SubmitButton>
          )}
        </ActionForm>
      </div>
      <div>
        <h2 className="font-semibold">{why("title")}</h2>
        <p className="mt-1 max-w-measure text-ink-soft">{why("text")}</p>
      </div>
    </section>
  );
}
