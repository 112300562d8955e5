import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";

type Props = { submit: string; cancelHref: string };

/** The buttons of a long form, in sight wherever one is in it. */
export function FormFoot({ submit, cancelHref }: Props) {
  const common = useTranslations("common");
  return (
    <div className="sticky bottom-0 flex flex-wrap gap-3 border-t border-line bg-paper py-3">
      <SubmitButton>{submit}</SubmitButton>
      <ButtonLink href={cancelHref} variant="quiet">
        {common("cancel")}
      </ButtonLink>
    </div>
  );
}
