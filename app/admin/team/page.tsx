import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DataTable } from "@/components/table/data-table";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { listApiTokens } from "@/lib/domain/staff/api-tokens";
import { listStaff } from "@/lib/domain/staff/list-staff";
import { formatDateTimeShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import type { SearchParams } from "@/lib/web/search-params";
import { Done } from "../done";
import { TokensCard } from "./tokens-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffTeam"))("title") };
}

export default async function TeamPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireStaff("staff.manage", paths.admin.team);
  const [members, tokens] = await Promise.all([listStaff(ctx), listApiTokens(ctx)]);
  const [t, words, locale] = [
    await getTranslations("staffTeam"),
    await getTranslations("vocabulary.staffRole"),
    await getLocale(),
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href={paths.admin.teamNew}>{t("add.title")}</ButtonLink>}
      />
      <Done query={await searchParams} area="staffTeam" />
      <div className="grid max-w-page gap-8">
        <DataTable
          caption={t("title")}
          rows={members}
          rowKey={(row) => row.id}
          rowHref={(row) => paths.admin.teamMember(row.id)}
          columns={[
            { key: "name", head: t("columns.name"), cell: (row) => row.name },
            { key: "email", head: t("columns.email"), cell: (row) => row.email },
            { key: "role", head: t("columns.role"), cell: (row) => words(row.role) },
            {
              key: "lastSignIn",
              head: t("columns.lastSignIn"),
              cell: (row) => (row.lastSignInAt ? formatDateTimeShort(row.lastSignInAt, locale) : t("never")),
            },
            {
              key: "sessions",
              head: t("columns.sessions"),
              numeric: true,
              wideOnly: true,
              cell: (row) => row.openSessions,
            },
            {
              key: "active",
              head: t("columns.active"),
              cell: (row) =>
                row.active ? <Badge tone="good">{t("active")}</Badge> : <Badge>{t("inactive")}</Badge>,
            },
          ]}
          empty={null}
        />
        <TokensCard tokens={tokens} />
      </div>
    </>
  );
}
