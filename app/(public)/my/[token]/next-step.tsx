import { useLocale, useTranslations } from "next-intl";
import type { PatientPage } from "@/lib/domain/patients/get-patient-page";
import { formatDate } from "@/lib/format";
import { paths } from "@/lib/paths";
import { nextOf } from "./situation";

/** One or two sentences on what we do next. */
export function NextStep({ page }: { page: PatientPage }) {
  const t = useTranslations("patient.my.next");
  const locale = useLocale();
  const next = nextOf(page);
  const until = page.search?.pausedUntil;
  return (
    <p className="mt-3">
      {next === "pausedUntil" && until && t("pausedUntil", { date: formatDate(until, locale) })}
      {next === "placed" &&
        t.rich("placed", {
          link: (words) => (
            <a href={paths.imprint} className="link">
              {words}
            </a>
          ),
        })}
      {next !== "pausedUntil" && next !== "placed" && t(next)}
    </p>
  );
}
