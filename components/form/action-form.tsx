import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClientForm } from "./client-form";
import { type FormAction, type FormState, idleState } from "./form-state";

type Props = {
  /** A server action from a "use server" file; never `action.bind(…)`: put ids and tokens into hidden fields. */
  action: FormAction;
  /** Prefills the fields by name. */
  values?: FormState["values"];
  /** Begins the ids of its fields; needed when a page has several forms. */
  id?: string;
  /** The list of errors on top; off for forms of one button. */
  summary?: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * A form whose fields, words and order are rendered on the server and which shows typed values and errors again,
 * with and without JavaScript.
 */
export function ActionForm({ action, values, id = "form", summary = true, className, children }: Props) {
  const t = useTranslations("common.form");
  const words = {
    optional: t("optional"),
    error: t("error"),
    summaryTitle: t("summaryTitle"),
    pending: t("pending"),
    day: t("day"),
    month: t("month"),
    year: t("year"),
  };
  return (
    <ClientForm
      id={id}
      action={action}
      initial={idleState(values)}
      words={words}
      summary={summary}
      className={className ?? "grid gap-(--field-gap) *:min-w-0"}
    >
      {children}
    </ClientForm>
  );
}
