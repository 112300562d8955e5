import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AutoRefresh } from "@/components/staff/auto-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { listCalls } from "@/lib/domain/calls/list-calls";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import type { SearchParams } from "@/lib/web/search-params";
import { Done } from "../done";
import { CallLines } from "./call-lines";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffCalls"))("title") };
}

/** Who can be reached in this half hour, in the order of calling, and who comes later. */
export default async function CallsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireStaff("inquiries.read", paths.admin.calls);
  const [t, { now, later }] = [await getTranslations("staffCalls"), await listCalls(ctx)];
  const shared = { now: ctx.now, me: ctx.actor.id, canCall: may(ctx, "inquiries.review") };
  return (
    <>
      <AutoRefresh everySeconds={60} />
      <PageHeader title={t("title")} lead={t("lead", { now: now.length, later: later.length })} />
      <Done query={await searchParams} area="staffCalls" />
      {now.length + later.length === 0 && <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
      <div className="grid max-w-page gap-8">
        {now.length > 0 && (
          <section>
            <h2 className="mb-2 text-lg font-semibold">{t("now")}</h2>
            <CallLines lines={now} {...shared} />
          </section>
        )}
        {later.length > 0 && (
          <section>
            <h2 className="mb-2 text-lg font-semibold">{t("later")}</h2>
            {now.length === 0 && <p className="mb-2 max-w-measure text-ink-soft">{t("nobodyNow")}</p>}
            <CallLines lines={later} {...shared} />
          </section>
        )}
      </div>
    </>
  );
}
