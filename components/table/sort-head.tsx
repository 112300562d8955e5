import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Column, Sorting } from "./columns";

type Props<Row> = { column: Column<Row>; sorting?: Sorting };

/** The head of a column; a link where the list can be sorted by it. */
export function SortHead<Row>({ column, sorting }: Props<Row>) {
  const t = useTranslations("common.table");
  const attributes = {
    role: "columnheader",
    scope: "col",
    "data-numeric": column.numeric || undefined,
    "data-wide-only": column.wideOnly || undefined,
  } as const;
  if (!column.sort || !sorting) return <th {...attributes}>{column.head}</th>;
  const current = sorting.key === column.sort ? sorting.direction : undefined;
  const next = current === "asc" ? "desc" : "asc";
  return (
    <th {...attributes} aria-sort={current && (current === "asc" ? "ascending" : "descending")}>
      <Link
        href={sorting.href(column.sort, next)}
        prefetch={false}
        className="group inline-flex items-center gap-1"
      >
        {column.head}
        <span className="sr-only">, {t(next === "asc" ? "sortUp" : "sortDown")}</span>
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          fill="none"
          className={`size-3 ${current ? "text-main" : "opacity-35 group-hover:opacity-100"} ${current === "desc" ? "rotate-180" : ""}`}
        >
          <path
            d="M6 10V2.5M3 5l3-3 3 3"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </Link>
    </th>
  );
}
