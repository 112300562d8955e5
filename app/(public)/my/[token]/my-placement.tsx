import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Checkbox } from "@/components/form/checkbox";
import { DateField } from "@/components/form/date-field";
import { dayValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClass } from "@/components/ui/button-class";
import type { PatientPage } from "@/lib/domain/patients/get-patient-page";
import type { OwnPlacement } from "@/lib/domain/placements/find-own-placement";
import type { ReportedStage } from "@/lib/domain/placements/status";
import { agreeMyFirstTalk, confirmMyPlace, reportMyPlace, takeMyReportBack } from "./placement-actions";
import { givePlaceUpPath } from "./my-paths";

type Props = { token: string; page: PatientPage; place: OwnPlacement };

/** What the patient can say about the place: yes or no, when the first talk is, how far it came. */
export function MyPlacement({ token, page, place }: Props) {
  if (place.status === "started" && !place.canTakeBack) return null;
  return (
    <div className="mt-6 grid gap-8" data-no-print>
      {place.status === "accepted" && <Confirm token={token} page={page} place={place} />}
      {place.status !== "accepted" && place.status !== "started" && <Progress token={token} place={place} />}
      {place.canTakeBack && <TakeBack token={token} place={place} />}
    </div>
  );
}

function Ids({ token, place }: { token: string; place: OwnPlacement }) {
  return (
    <>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="placementId" value={place.id} />
    </>
  );
}

function Confirm({ token, page, place }: Props) {
  const t = useTranslations("patient.my.confirm");
  const consent = useTranslations("intake.consentTexts.identity");
  return (
    <section>
      <h2 className="text-xl">{t("title")}</h2>
      <p className="mt-3 mb-5">{t(page.sharesContact ? "text" : "textAsking")}</p>
      <ActionForm id="confirm" action={confirmMyPlace} className="grid gap-5">
        <Ids token={token} place={place} />
        {!page.sharesContact && (
          <Checkbox
            name="identity"
            label={<span className="font-semibold">{consent("label")}</span>}
            hint={consent("text")}
          />
        )}
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>{t("yes")}</SubmitButton>
          <a href={givePlaceUpPath(token)} className={buttonClass("quiet")}>
            {t("no")}
          </a>
        </div>
      </ActionForm>
    </section>
  );
}

/** The next stage that can be told of. */
const nextStage: Record<Exclude<OwnPlacement["status"], "accepted" | "started">, ReportedStage> = {
  confirmed: "first_talk",
  first_talk: "trial_sessions",
  trial_sessions: "started",
};

function Progress({ token, place }: Omit<Props, "page">) {
  const t = useTranslations("patient.my.progress");
  const status = place.status as keyof typeof nextStage;
  const next = nextStage[status];
  return (
    <section>
      <h2 className="text-xl">{t(`questions.${status}`)}</h2>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {next !== "started" && !place.talkIsAhead && (
          <ActionForm id="progress" action={reportMyPlace}>
            <Ids token={token} place={place} />
            <SubmitButton name="to" value={next}>
              {t(`stages.${next}`)}
            </SubmitButton>
          </ActionForm>
        )}
        <a href={givePlaceUpPath(token)} className={buttonClass("quiet")}>
          {t("notWorking")}
        </a>
      </div>
      {status !== "confirmed" && <Started token={token} place={place} />}
      {status === "confirmed" && (
        <ActionForm
          id="agree"
          action={agreeMyFirstTalk}
          values={dayValues("on", place.firstTalkOn)}
          className="mt-8 grid gap-5"
        >
          <Ids token={token} place={place} />
          <DateField name="on" label={t("when")} hint={t("whenHint")} />
          <div>
            <SubmitButton variant="quiet">{t("saveDay")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </section>
  );
}

/** The start ends the search: it takes a second step, without a script too. */
function Started({ token, place }: Omit<Props, "page">) {
  const t = useTranslations("patient.my.progress");
  return (
    <details className="mt-4">
      <summary className="link inline-block cursor-pointer py-2">{t("stages.started")}</summary>
      <ActionForm id="started" action={reportMyPlace} className="mt-2 grid gap-4">
        <Ids token={token} place={place} />
        <p>{t("startedSure")}</p>
        <div>
          <SubmitButton name="to" value="started">
            {t("startedYes")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

/** A slip of the finger, on the day it was made. */
function TakeBack({ token, place }: Omit<Props, "page">) {
  const t = useTranslations("patient.my.progress");
  return (
    <details>
      <summary className="link inline-block cursor-pointer py-2">{t("takeBack")}</summary>
      <ActionForm id="take-back" action={takeMyReportBack} className="mt-2 grid gap-4">
        <Ids token={token} place={place} />
        <p>{t("takeBackText")}</p>
        <div>
          <SubmitButton variant="quiet">{t("takeBackButton")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
