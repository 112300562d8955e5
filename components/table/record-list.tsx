import type { ComponentProps } from "react";
import { EmptyState } from "../ui/empty-state";
import type { Direction } from "./columns";
import { DataTable } from "./data-table";
import { Pagination } from "./pagination";

type Props<Row> = Omit<ComponentProps<typeof DataTable<Row>>, "caption" | "sorting" | "empty" | "rowKey"> & {
  filter: { sort: string; direction: Direction; page: number; pageSize: number };
  total: number;
  /** The address of this list with another order or another page. */
  here: (changes: { sort?: string; direction?: Direction; page?: number }) => string;
  /** The words of the page it stands on. */
  t: (key: "title" | "empty.title" | "empty.text" | "empty.filteredTitle" | "empty.filteredText") => string;
  /** Only some of all are looked for, so an empty list does not mean that there are none. */
  filtered: boolean;
};

/** A long list of records: its table, sorted and page by page as the address says. */
export function RecordList<Row extends { id: string }>({
  filter,
  total,
  here,
  t,
  filtered,
  ...table
}: Props<Row>) {
  const { sort: key, direction, page, pageSize } = filter;
  return (
    <>
      <DataTable
        {...table}
        caption={t("title")}
        rowKey={(row) => row.id}
        sorting={{ key, direction, href: (sort, direction) => here({ sort, direction }) }}
        empty={
          <EmptyState title={t(filtered ? "empty.filteredTitle" : "empty.title")}>
            {t(filtered ? "empty.filteredText" : "empty.text")}
          </EmptyState>
        }
      />
      <Pagination page={page} pageSize={pageSize} total={total} href={(page) => here({ page })} />
    </>
  );
}
