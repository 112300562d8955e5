import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { getToday } from "@/lib/domain/staff/get-today";
import { formatWeekday } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { CallLines } from "./calls/call-lines";
import { AnswerLines, ReviewLines, TaskLines } from "./today-lines";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffToday"))("title") };
}

const dayMs = 24 * 60 * 60 * 1000;

/** What is due, in order of urgency, each line with its next action. */
export default async function TodayPage() {
  const ctx = await requireStaff("inquiries.read", paths.admin.today);
  const [t, locale] = [await getTranslations("staffToday"), await getLocale()];
  const today = await getToday(ctx, new Date(ctx.now.getTime() - dayMs));
  const { tasks, calls, answers, moreAnswers, proposals, newTherapists, inbox } = today;
  const isDone = tasks.length + calls.length + answers.length + proposals + newTherapists + inbox === 0;
  const canWrite = may(ctx, "patients.write");
  return (
    <>
      <PageHeader title={t("title")} lead={formatWeekday(ctx.now, locale)} />
      {isDone && <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
      <div className="grid max-w-page gap-8">
        <TaskLines tasks={tasks} now={ctx.now} canWrite={canWrite} />
        <ReviewLines proposals={proposals} newTherapists={newTherapists} inbox={inbox} />
        {calls.length > 0 && (
          <section>
            <h2 className="text-lg font-semibold">{t("calls.title")}</h2>
            <div className="mt-2">
              <CallLines
                lines={calls}
                now={ctx.now}
                me={ctx.actor.id}
                canCall={may(ctx, "inquiries.review")}
              />
            </div>
            <p className="mt-2">
              <Link href={paths.admin.calls} className="link">
                {t("calls.all")}
              </Link>
            </p>
          </section>
        )}
        <AnswerLines answers={answers} moreAnswers={moreAnswers} />
      </div>
    </>
  );
}
