import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { FilterBar } from "@/components/table/filter-bar";
import { RecordList } from "@/components/table/record-list";
import { PageHeader } from "@/components/ui/page-header";
import { inquiryListFilter, listInquiries } from "@/lib/domain/inquiries/list-inquiries";
import { inquiryStatuses } from "@/lib/domain/inquiries/status";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { filterOf, type SearchParams } from "@/lib/web/search-params";
import { inquiryColumns } from "./columns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffInquiries"))("title") };
}

export default async function InquiriesPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = filterOf(inquiryListFilter, await searchParams);
  const { page: _, pageSize: __, ...shown } = filter;
  const here = (changes: object) => withQuery(paths.admin.inquiries, { ...shown, ...changes });
  const ctx = await requireStaff("inquiries.read", here({ page: filter.page }));
  const [t, words, common, locale] = [
    await getTranslations("staffInquiries"),
    await getTranslations("vocabulary.inquiryStatus"),
    await getTranslations("common.filter"),
    await getLocale(),
  ];
  const { rows, total } = await listInquiries(ctx, filter);
  const filtered = Boolean(filter.query || filter.status || filter.patientId || filter.therapistId);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { count: total })} />
      <FilterBar
        action={paths.admin.inquiries}
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
          empty={common("any")}
          defaultValue={filter.status}
          options={inquiryStatuses.map((value) => ({ value, label: words(value) }))}
        />
      </FilterBar>
      <RecordList
        t={t}
        filtered={filtered}
        columns={inquiryColumns({ t, locale })}
        rows={rows}
        rowHref={(row) => paths.admin.inquiry(row.id)}
        filter={filter}
        total={total}
        here={here}
      />
    </>
  );
}
