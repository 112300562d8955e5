import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { FilterBar } from "@/components/table/filter-bar";
import { RecordList } from "@/components/table/record-list";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/context";
import { listPatients } from "@/lib/domain/patients/list-patients";
import { patientListFilter } from "@/lib/domain/patients/schemas";
import { patientStatuses } from "@/lib/domain/patients/status";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { filterOf, type SearchParams } from "@/lib/web/search-params";
import { Done } from "../done";
import { patientColumns } from "./columns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffPatients"))("title") };
}

export default async function PatientsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const filter = filterOf(patientListFilter, query);
  const here = (changes: object) => withQuery(paths.admin.patients, { ...shown(filter), ...changes });
  const ctx = await requireStaff("patients.read", here({ page: filter.page }));
  const [t, words, locale] = [
    await getTranslations("staffPatients"),
    await getTranslations("vocabulary"),
    await getLocale(),
  ];
  const { rows, total } = await listPatients(ctx, filter);
  const filtered = Boolean(filter.query || filter.status);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", { count: total })}
        actions={
          may(ctx, "patients.write") && <ButtonLink href={paths.admin.patientNew}>{t("add")}</ButtonLink>
        }
      />
      <Done query={query} area="staffPatients" />
      <FilterBar
        action={paths.admin.patients}
        active={filtered}
        keep={{ sort: filter.sort, direction: filter.direction }}
      >
        <TextInput
          name="query"
          label={t("filter.search")}
          type="search"
          defaultValue={filter.query}
          maxLength={120}
        />
        <Select
          name="status"
          label={t("filter.status")}
          empty={(await getTranslations("common.filter"))("any")}
          defaultValue={filter.status}
          options={patientStatuses.map((value) => ({ value, label: words(`patientStatus.${value}`) }))}
        />
      </FilterBar>
      <RecordList
        t={t}
        filtered={filtered}
        columns={patientColumns({ t, locale, now: ctx.now, named: may(ctx, "patients.identity") })}
        rows={rows}
        rowHref={(row) => paths.admin.patient(row.id)}
        filter={filter}
        total={total}
        here={here}
      />
    </>
  );
}

/** What the address says of the list, without its page. */
const shown = ({ query, status, sort, direction }: ReturnType<typeof patientListFilter.parse>) => ({
  query,
  status,
  sort,
  direction,
});
