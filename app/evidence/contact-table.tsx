import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "@/components/table/data-table";
import { contactWords } from "@/lib/domain/evidence/document-words";
import type { ContactRecord } from "@/lib/domain/evidence/list-contacts";

type Props = { contacts: readonly ContactRecord[]; remove: (contactId: string) => ReactNode };
type Row = ReturnType<typeof contactWords> & { key: string; ownContactId: string | null };

/** The contacts in the words of the document, which are German. */
export function ContactTable({ contacts, remove }: Props) {
  const t = useTranslations("evidence.contacts");
  const rows = contacts.map((contact, i): Row => ({
    ...contactWords(contact),
    key: String(i),
    ownContactId: contact.ownContactId,
  }));
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: "when", head: t("when"), cell: (row) => row.when },
        {
          key: "therapist",
          head: t("therapist"),
          cell: (row) => [row.therapist, row.city].filter(Boolean).join(", "),
        },
        { key: "seat", head: t("seat"), cell: (row) => row.seat },
        { key: "channel", head: t("channel"), cell: (row) => row.channel },
        { key: "result", head: t("result"), cell: (row) => row.result },
        { key: "wait", head: t("wait"), cell: (row) => row.namedWait || "–" },
        {
          key: "remove",
          head: <span className="sr-only">{t("remove")}</span>,
          cell: (row) => row.ownContactId && remove(row.ownContactId),
        },
      ]}
      empty={<p className="text-ink-soft">{t("none")}</p>}
    />
  );
}
