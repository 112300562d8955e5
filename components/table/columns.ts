import type { ReactNode } from "react";

export type Direction = "asc" | "desc";

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The name under which the list can be sorted by this column. */
  sort?: string;
  /** Right-aligned. */
  numeric?: boolean;
  /** Left out where the window is narrow, unlike in the cards on a telephone. */
  wideOnly?: boolean;
};

export type Sorting = {
  key: string;
  direction: Direction;
  /** The address of the same list, sorted otherwise. */
  href: (key: string, direction: Direction) => string;
};
