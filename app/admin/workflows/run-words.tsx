import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Badge, type Tone } from "@/components/ui/badge";
import type { EngineRun, RunStatus } from "@/lib/web/engine-runs";

const tones: Record<RunStatus, Tone> = {
  queued: "neutral",
  running: "active",
  completed: "good",
  failed: "bad",
  cancelled: "neutral",
};

/** How far a run is, and what it does at the moment. */
export function RunState({ run }: { run: EngineRun }) {
  const t = useTranslations("staffWorkflows");
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone={tones[run.status]}>{t(`statuses.${run.status}`)}</Badge>
      {run.status === "running" && run.activity && (
        <span className="text-sm text-ink-soft">{t(`activities.${run.activity}`)}</span>
      )}
      {run.errorName && <span className="text-sm text-ink-soft">{run.errorName}</span>}
    </span>
  );
}

/** What a workflow is called; one without a name keeps its id. */
export async function workflowName(): Promise<(functionId: string) => string> {
  const t = (await getTranslations("staffWorkflows.functions")) as unknown as {
    (key: string): string;
    has: (key: string) => boolean;
  };
  return (functionId) => {
    const key = functionId.replace(/^lotse-/, "");
    return t.has(key) ? t(key) : functionId;
  };
}
