import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "../ui/button-class";

type Props = {
  /** The address of the list. */
  action: string;
  /** What stays as it is when the filter changes, such as the sorting; never the page. */
  keep?: Record<string, string>;
  /** True when any filter is set: offers to remove them all. */
  active: boolean;
  /** TextInput, Select and so on, with `defaultValue`. */
  children: ReactNode;
};

/** The filters of a list, sent as part of its address. */
export function FilterBar({ action, keep = {}, active, children }: Props) {
  const t = useTranslations("common.filter");
  return (
    <Form
      action={action}
      role="search"
      data-no-print
      className="mb-5 flex flex-wrap items-end gap-3 max-sm:[&>div]:w-full sm:[&>div]:min-w-40"
    >
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button className={buttonClass("quiet")}>{t("apply")}</button>
      {active && (
        <Link href={action} prefetch={false} className={buttonClass("plain")}>
          {t("reset")}
        </Link>
      )}
    </Form>
  );
}
