import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { FullPatient, PatientRecord } from "@/lib/domain/patients/get-patient";
import type { PatientTask } from "@/lib/domain/patients/list-patient-tasks";
import { reopenableTasks } from "@/lib/domain/staff/status";
import { formatDateTime, personName } from "@/lib/format";
import { reopenTaskAction } from "../../actions";
import { FinishTask } from "../../finish-task";
import { usePatientFacts } from "./facts";

type Props = { patient: PatientRecord; tasks: PatientTask[]; canWrite: boolean };

/** What has to be done about a person and what was, each with what came of it. */
export function TasksCard({ patient, tasks, canWrite }: Props) {
  const t = useTranslations("staffPatients.tasks");
  if (tasks.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ul className="grid gap-4">
        {tasks.map((task) => (
          <Task key={task.id} patient={patient} task={task} canWrite={canWrite} />
        ))}
      </ul>
    </Card>
  );
}

type TaskProps = Omit<Props, "tasks"> & { task: PatientTask };

function Task({ patient, task, canWrite }: TaskProps) {
  const t = useTranslations("staffPatients.tasks");
  const words = useTranslations("staffToday.tasks");
  const locale = useLocale();
  const name = patient.withheld ? patient.pseudonym : personName(patient);
  const { doneAt, createdAt, results } = task;
  const cannotBeCalled = task.kind === "crisis" && !patient.withheld && patient.phone === null;
  return (
    <li className="grid gap-2 border-b border-line pb-4 last:border-b-0 last:pb-0">
      <p className={doneAt ? "text-ink-soft" : "font-medium"}>
        {words(cannotBeCalled ? "crisisWithoutPhone" : task.kind, { name })}
      </p>
      <p className="text-sm text-ink-soft">
        {doneAt
          ? t("done", { day: formatDateTime(doneAt, locale) })
          : t("since", { day: formatDateTime(createdAt, locale) })}
      </p>
      {results?.map(({ at, by, text }) => (
        <p key={at}>{t("result", { day: formatDateTime(new Date(at), locale), name: by, text })}</p>
      ))}
      {!patient.withheld && task.details && <Before patient={patient} details={task.details} />}
      {canWrite && <div>{doneAt ? <Reopen task={task} /> : <FinishTask task={task} />}</div>}
    </li>
  );
}

/** What a later form replaced, field by field; the record beside it shows what holds now. */
function Before({
  patient,
  details,
}: {
  patient: FullPatient;
  details: NonNullable<PatientTask["details"]>;
}) {
  const t = useTranslations("staffPatients.tasks");
  const before = { ...patient, ...details.before } as FullPatient;
  const isNamed = ["salutation", "firstName", "lastName"].some((field) => details.fields.includes(field));
  const facts = usePatientFacts(before).filter(({ fields }) =>
    fields.some((field) => details.fields.includes(field)),
  );
  return (
    <div className="grid gap-2 rounded border border-line p-3">
      <p className="text-sm text-ink-soft">{t("before")}</p>
      <DescriptionList
        items={[
          ...(isNamed ? [{ term: t("name"), details: personName(before) }] : []),
          ...facts.map(({ term, details: value }) => ({ term, details: value || t("nothing") })),
        ]}
      />
      <p className="text-sm text-ink-soft">{t("kept")}</p>
    </div>
  );
}

function Reopen({ task: { id, kind } }: Pick<TaskProps, "task">) {
  const t = useTranslations("staffPatients.tasks");
  if (!reopenableTasks.some((known) => known === kind)) return null;
  return (
    <ActionForm action={reopenTaskAction} id={`reopen-${id}`} className="grid justify-items-start gap-2">
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="plain">{t("reopen")}</SubmitButton>
    </ActionForm>
  );
}
