import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import type { PatientPage } from "@/lib/domain/patients/get-patient-page";
import { paths } from "@/lib/paths";
import { pauseMySearch, resumeMySearch } from "./actions";
import { consentsPath, dossierPath, endPath } from "./my-paths";
import { situationOf } from "./situation";

type Props = { token: string; page: PatientPage };

/** What the patient can do in this situation; a search that ended can only begin anew. */
export function MyActions({ token, page }: Props) {
  const t = useTranslations("patient.my");
  const start = useTranslations("patient.ended");
  const evidence = useTranslations("evidence");
  const situation = situationOf(page);
  const isOver = situation === "cancelled";
  const canEnd = !isOver && situation !== "started";
  return (
    <section className="mt-12 border-t border-line pt-8" data-no-print>
      <h2 className="text-xl">{t("actionsTitle")}</h2>
      <div className="mt-6 grid gap-8">
        {situation === "active" && <Pause token={token} />}
        {situation === "paused" && <Resume token={token} />}
        {isOver && (
          <p>
            <ButtonLink href={paths.intake} variant="quiet">
              {start("start")}
            </ButtonLink>
          </p>
        )}
        {situation === "consentMissing" && (
          <p>
            <ButtonLink href={consentsPath(token)}>{t("consents.link")}</ButtonLink>
          </p>
        )}
        <ul className="grid gap-1">
          {situation !== "consentMissing" && (
            <li>
              <a href={consentsPath(token)} className="link inline-block py-2">
                {t("consents.link")}
              </a>
            </li>
          )}
          <li>
            <a href={dossierPath(token)} className="link inline-block py-2">
              {evidence("link")}
            </a>
          </li>
          {canEnd && (
            <li>
              <a href={endPath(token)} className="link inline-block py-2">
                {t("end.link")}
              </a>
            </li>
          )}
        </ul>
      </div>
    </section>
  );
}

function Pause({ token }: { token: string }) {
  const t = useTranslations("patient.my.pause");
  return (
    <div>
      <h3 className="font-semibold">{t("title")}</h3>
      <p className="mt-1 mb-4">{t("text")}</p>
      <ActionForm id="pause" action={pauseMySearch} className="grid gap-5">
        <input type="hidden" name="token" value={token} />
        <DateField name="until" label={t("until")} hint={t("untilHint")} optional />
        <div>
          <SubmitButton variant="quiet">{t("button")}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}

function Resume({ token }: { token: string }) {
  const t = useTranslations("patient.my.resume");
  return (
    <div>
      <h3 className="font-semibold">{t("title")}</h3>
      <p className="mt-1 mb-4">{t("text")}</p>
      <ActionForm id="resume" action={resumeMySearch}>
        <input type="hidden" name="token" value={token} />
        <div>
          <SubmitButton>{t("button")}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
