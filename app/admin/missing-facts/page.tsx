import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { type MissingFactView, listMissingFacts } from "@/lib/domain/matching/fits/list-missing-facts";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { firstText, type SearchParams } from "@/lib/web/search-params";
import { FactSection } from "./fact-section";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffMissingFacts"))("title") };
}

/** Over the whole service: which facts, asked once, would open most places. */
export default async function MissingFactsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireStaff("patients.read", paths.admin.missingFacts);
  const whole = firstText(await searchParams, "all");
  const found = await listMissingFacts(ctx, { whole });
  const [t, locale] = [await getTranslations("staffMissingFacts"), await getLocale()];
  const canWrite = { patient: may(ctx, "patients.write"), therapist: may(ctx, "therapists.write") };
  const of = (keepsOut: boolean) => found?.facts.filter((view) => view.keepsOut === keepsOut) ?? [];
  const sections = (title: string, lead: string, views: MissingFactView[]) =>
    views.length > 0 && (
      <section className="grid gap-3">
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="max-w-measure text-ink-soft">{lead}</p>
        {views.map((view) => (
          <FactSection key={view.kind} view={view} canWrite={canWrite} isWhole={view.kind === whole} />
        ))}
      </section>
    );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {found ? (
        <div className="grid max-w-page gap-8">
          <p className="text-ink-soft">{t("countedAt", { date: formatDateTime(found.countedAt, locale) })}</p>
          {sections(t("keepsOut.title"), t("keepsOut.lead"), of(true))}
          {sections(t("toCheck.title"), t("toCheck.lead"), of(false))}
        </div>
      ) : (
        <EmptyState title={t("never.title")}>{t("never.text")}</EmptyState>
      )}
    </>
  );
}
