import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { showNext } from "./actions";

/** Somebody of the inquiry found a place elsewhere: the button shows who fits next. */
export function NextPerson({ token }: { token: string }) {
  const t = useTranslations("respond.next");
  return (
    <ActionForm
      id="next"
      action={showNext}
      className="mt-6 grid print:hidden justify-items-start gap-3 rounded border border-edge bg-sheet p-4 sm:p-5"
    >
      <input type="hidden" name="token" value={token} />
      <h2 className="text-lg font-semibold">{t("title")}</h2>
      <p>{t("text")}</p>
      <SubmitButton variant="quiet">{t("show")}</SubmitButton>
    </ActionForm>
  );
}
