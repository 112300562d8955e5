import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AutoRefresh } from "@/components/staff/auto-refresh";
import { DataTable } from "@/components/table/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { formatDateTimeShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { readEngineRun } from "@/lib/web/engine-runs";
import { requireStaff } from "@/lib/web/guards";
import { idOf } from "@/lib/web/page";
import { RunState, workflowName } from "../run-words";
import { retryRunAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffWorkflows"))("title") };
}

export default async function WorkflowRunPage({ params }: Props) {
  const ctx = await requireStaff("workflows.read", paths.admin.workflowRun((await params).id));
  const run = (await readEngineRun(await idOf(params))) ?? notFound();
  const [t, locale, name] = [
    await getTranslations("staffWorkflows"),
    await getLocale(),
    await workflowName(),
  ];
  const when = (date: Date | null) => (date ? formatDateTimeShort(date, locale) : "–");
  return (
    <>
      {(run.activity === "executing" || run.activity === "queued") && <AutoRefresh everySeconds={3} />}
      <PageHeader
        back={{ href: paths.admin.workflows, label: t("title") }}
        title={name(run.functionId)}
        badge={<RunState run={run} />}
        lead={`${t("run.event")}: ${run.eventName} · ${when(run.createdAt)}`}
        actions={
          run.status === "failed" &&
          may(ctx, "settings.write") && (
            <ActionForm action={retryRunAction} id="retry">
              <input type="hidden" name="id" value={run.id} />
              <SubmitButton>{t("run.retry")}</SubmitButton>
            </ActionForm>
          )
        }
      />
      <DataTable
        caption={t("run.steps")}
        rows={run.steps}
        rowKey={(row) => row.id}
        columns={[
          { key: "name", head: t("run.name"), cell: (row) => row.name || row.op },
          {
            key: "state",
            head: t("run.state"),
            cell: (row) =>
              [t(`run.states.${row.state}`), row.errorName && t("run.error", { name: row.errorName })]
                .filter(Boolean)
                .join(" · "),
          },
          { key: "attempts", head: t("run.attempts"), numeric: true, cell: (row) => row.attempts || "–" },
          { key: "started", head: t("columns.started"), cell: (row) => when(row.createdAt) },
          { key: "due", head: t("run.due"), cell: (row) => when(row.endedAt ? null : row.dueAt) },
          { key: "ended", head: t("columns.ended"), cell: (row) => when(row.endedAt) },
        ]}
        empty={<p className="text-ink-soft">{t("run.none")}</p>}
      />
    </>
  );
}
