import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FormMore } from "@/components/staff/form-more";
import type { ForwardOptions } from "@/lib/domain/inquiries/list-colleagues";
import { tellForward } from "./actions";

type Props = { token: string; options: ForwardOptions };

/** To a colleague of the practice, with a link of their own. */
export function ForwardForm({ token, options: { colleagues, domain } }: Props) {
  const t = useTranslations("respondMore.forward");
  return (
    <ActionForm id="forward" action={tellForward}>
      <FormMore summary={t("title")}>
        <input type="hidden" name="token" value={token} />
        <p>{t("text")}</p>
        {colleagues.length > 0 && (
          <Select
            name="colleague"
            label={t("colleague")}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            empty={domain ? t("other") : undefined}
          />
        )}
        {domain && (
          <TextInput
            name="email"
            type="email"
            label={<span className="wrap-anywhere">{t("email", { domain })}</span>}
            maxLength={254}
            autoComplete="off"
          />
        )}
        <div>
          <SubmitButton>{t("send")}</SubmitButton>
        </div>
      </FormMore>
    </ActionForm>
  );
}
