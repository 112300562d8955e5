import Link from "next/link";
import type { ReactNode } from "react";
import type { Column, Sorting } from "./columns";
import { SelectAll } from "./select-all";
import { SelectRow } from "./select-row";
import { SortHead } from "./sort-head";

type Props<Row> = {
  /** What the table lists, for people who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Opens the row; the link lies on the first column and over the whole line. */
  rowHref?: (row: Row) => string;
  sorting?: Sorting;
  /** A checkbox in front of each row, sent with the form of the id `form` under `name`. */
  select?: { form: string; name: string; label: (row: Row) => string };
  /** EmptyState, shown instead of a table without rows. */
  empty: ReactNode;
};

/**
 * A list rendered on the server: head stays in view, rows open on click, cards instead of columns on a telephone.
 * Roles are written out because the cards take the table look, and with it the meaning, from the elements.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, sorting, select, empty } = props;
  if (rows.length === 0) return empty;
  return (
    <table role="table" className="data-table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {select && (
            <th role="columnheader" scope="col" className="w-9">
              <SelectAll form={select.form} name={select.name} label={caption} />
            </th>
          )}
          {columns.map((column) => (
            <SortHead key={column.key} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {select && (
              <td role="cell" className="data-table-select">
                <SelectRow {...select} value={rowKey(row)} label={select.label(row)} />
              </td>
            )}
            {columns.map((column, index) => (
              <Cell key={column.key} {...props} row={row} column={column} first={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({
  row,
  column,
  first,
  rowHref,
}: Props<Row> & { row: Row; column: Column<Row>; first: boolean }) {
  const content = column.cell(row);
  return (
    <td role="cell" data-numeric={column.numeric || undefined} data-wide-only={column.wideOnly || undefined}>
      {!first && (
        <span aria-hidden="true" className="data-table-label">
          {column.head}
        </span>
      )}
      {first && rowHref ? (
        <Link href={rowHref(row)} prefetch={false} className="data-table-open">
          {content}
        </Link>
      ) : (
        content
      )}
    </td>
  );
}
