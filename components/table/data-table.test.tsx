import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { withQuery } from "@/lib/paths";
import type { Column } from "./columns";
import { DataTable } from "./data-table";
import { Pagination } from "./pagination";

type Row = { id: string; name: string; places: number };
const rows: Row[] = [
  { id: "1", name: "Null, Jana", places: 0 },
  { id: "2", name: "Sand, Mira", places: 2 },
];
const columns: Column<Row>[] = [
  { key: "name", head: "Name", sort: "name", cell: (row) => row.name },
  { key: "places", head: "Plätze", sort: "places", numeric: true, cell: (row) => row.places },
];

const show = (element: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages.de as never} timeZone="Europe/Berlin">
      {element}
    </NextIntlClientProvider>,
  );

const table = (direction: "asc" | "desc", shown = rows) =>
  show(
    <DataTable
      caption="Therapeuten"
      columns={columns}
      rows={shown}
      rowKey={(row) => row.id}
      rowHref={(row) => `/x/${row.id}`}
      sorting={{ key: "name", direction, href: (sort, next) => withQuery("/x", { sort, direction: next }) }}
      select={{ form: "bulk", name: "id", label: (row) => row.name }}
      empty={<p>Nichts da</p>}
    />,
  );

describe("a list", () => {
  it("says how it is sorted, and a second click turns it round", () => {
    expect(table("asc")).toMatch(
      /aria-sort="ascending"[^>]*><a[^>]*href="\/x\?sort=name&amp;direction=desc"/,
    );
    expect(table("desc")).toMatch(
      /aria-sort="descending"[^>]*><a[^>]*href="\/x\?sort=name&amp;direction=asc"/,
    );
    expect(table("desc")).toContain('href="/x?sort=places&amp;direction=asc"');
  });

  it("shows a zero as a zero", () => {
    expect(table("asc")).toMatch(/data-numeric="true"[^>]*>(<span[^>]*>Plätze<\/span>)?0<\/td>/);
  });

  it("each checkbox belongs to the form and says whom it selects", () => {
    const markup = table("asc");
    for (const { id, name } of rows) {
      expect(markup).toMatch(
        new RegExp(`form="bulk"[^>]*name="id"[^>]*value="${id}"/><span class="sr-only">${name} auswählen`),
      );
    }
  });

  it("an empty one is not a table but a word about why", () => {
    expect(table("asc", [])).toBe("<p>Nichts da</p>");
  });
});

describe("pages", () => {
  const pages = (page: number, total: number) =>
    show(<Pagination page={page} pageSize={50} total={total} href={(at) => `/x?page=${at}`} />);

  it("the first has no previous and the last no next one", () => {
    expect(pages(1, 120)).not.toContain('rel="prev"');
    expect(pages(1, 120)).toContain('href="/x?page=2"');
    expect(pages(3, 120)).not.toContain('rel="next"');
    expect(pages(3, 120)).toContain("101 bis 120 von 120");
  });

  it("one page offers no others, and no entries show nothing", () => {
    expect(pages(1, 50)).not.toContain("href");
    expect(pages(1, 0)).toBe("");
  });
});
