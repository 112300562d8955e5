import { useTranslations } from "next-intl";

type Props = { form: string; name: string; value: string; label: string };

/** The checkbox of one row; belongs to a form elsewhere on the page. */
export function SelectRow({ form, name, value, label }: Props) {
  const t = useTranslations("common.table");
  return (
    <label className="relative z-1 -m-2 grid cursor-pointer place-items-center p-2">
      <input type="checkbox" form={form} name={name} value={value} className="size-4.5" />
      <span className="sr-only">{t("select", { name: label })}</span>
    </label>
  );
}
