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
  const days = {
    pausedUntil: page.search?.pausedUntil,
    confirmedDated: page.placement?.firstTalkOn,
  };
  const day = next === "pausedUntil" || next === "confirmedDated" ? days[next] : null;
  return (
    <p className="mt-3">
      {t.rich(next, {
        date: day ? formatDate(day, locale) : "",
        link: (words) => (
          <a href={paths.imprint} className="link">
            {words}
          </a>
        ),
      })}
    </p>
  );
}
