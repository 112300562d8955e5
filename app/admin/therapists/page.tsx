import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { FilterBar } from "@/components/table/filter-bar";
import { RecordList } from "@/components/table/record-list";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { listTherapists } from "@/lib/domain/therapists/list-therapists";
import { type TherapistListFilter, therapistListFilter } from "@/lib/domain/therapists/schemas";
import { therapistStatuses } from "@/lib/domain/therapists/status";
import { methods } from "@/lib/domain/vocabulary";
import { personName } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { filterOf, type SearchParams } from "@/lib/web/search-params";
import { Done } from "../done";
import { activateSelectedAction } from "./actions";
import { therapistColumns } from "./columns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffTherapists"))("title") };
}

const selection = { form: "selected", name: "ids" };

export default async function TherapistsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const filter = filterOf(therapistListFilter, query);
  const { page: _, pageSize: __, ...shown } = filter;
  const here = (changes: object) => withQuery(paths.admin.therapists, { ...shown, ...changes });
  const ctx = await requireStaff("therapists.read", here({ page: filter.page }));
  const [t, words, locale] = [
    await getTranslations("staffTherapists"),
    await getTranslations("vocabulary"),
    await getLocale(),
  ];
  const { rows, total } = await listTherapists(ctx, filter);
  const canWrite = may(ctx, "therapists.write");
  const filtered = Boolean(filter.query || filter.status || filter.method || filter.hasEmail);
  const canActivate =
    canWrite && rows.some((row) => row.status === "pending_review" || row.status === "inactive");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", { count: total })}
        actions={canWrite && <ButtonLink href={paths.admin.therapistNew}>{t("add")}</ButtonLink>}
      />
      <Done query={query} area="staffTherapists" />
      <Filters filter={filter} active={filtered} />
      {canActivate && (
        <ActionForm action={activateSelectedAction} id={selection.form} className="mb-3">
          <input type="hidden" name="back" value={here({ page: filter.page })} />
          <SubmitButton variant="quiet">{t("selected.activate")}</SubmitButton>
        </ActionForm>
      )}
      <RecordList
        t={t}
        filtered={filtered}
        columns={therapistColumns({ t, words, locale, now: ctx.now })}
        rows={rows}
        rowHref={(row) => paths.admin.therapist(row.id)}
        select={canActivate ? { ...selection, label: (row) => personName(row) } : undefined}
        filter={filter}
        total={total}
        here={here}
      />
    </>
  );
}

async function Filters({ filter, active }: { filter: TherapistListFilter; active: boolean }) {
  const [t, words, common] = [
    await getTranslations("staffTherapists.filter"),
    await getTranslations("vocabulary"),
    await getTranslations("common.filter"),
  ];
  return (
    <FilterBar
      action={paths.admin.therapists}
      active={active}
      keep={{ sort: filter.sort, direction: filter.direction }}
    >
      <TextInput name="query" label={t("search")} type="search" defaultValue={filter.query} maxLength={120} />
      <Select
        name="status"
        label={t("status")}
        empty={common("any")}
        defaultValue={filter.status}
        options={therapistStatuses.map((value) => ({ value, label: words(`therapistStatus.${value}`) }))}
      />
      <Select
        name="method"
        label={t("method")}
        empty={common("any")}
        defaultValue={filter.method}
        options={methods.map((value) => ({ value, label: words(`method.${value}`) }))}
      />
      <Select
        name="hasEmail"
        label={t("email")}
        empty={common("any")}
        defaultValue={filter.hasEmail}
        options={[
          { value: "yes", label: t("withEmail") },
          { value: "no", label: t("withoutEmail") },
        ]}
      />
    </FilterBar>
  );
}
