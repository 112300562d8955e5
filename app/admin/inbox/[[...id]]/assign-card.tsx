import Form from "next/form";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { More } from "@/components/staff/more";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import type { InboundMailView } from "@/lib/domain/inbox/get-inbound-mail";
import { findAssignable } from "@/lib/domain/inbox/find-assignable";
import { listOtherThreads } from "@/lib/domain/inbox/list-inbound-mails";
import { formatDateTimeShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { StaffContext } from "@/lib/web/guards";
import { firstText, type Query } from "@/lib/web/search-params";
import { assignAction, mergeAction } from "./actions";
import { SeenFields } from "./decision";
import type { Filter } from "./mail-list";

type Props = { ctx: StaffContext; mail: InboundMailView; filter: Filter; query: Query };

/** Says whose a mail is, by looking for an inquiry, a practice or a patient, or joins it with another thread. */
export async function AssignCard({ ctx, mail, filter, query }: Props) {
  const t = await getTranslations("staffInbox.actions");
  const wanted = firstText(query, "find")?.trim().slice(0, 120) ?? "";
  return (
    <More
      summary={t(mail.state === "new" ? "assign" : "assignAgain")}
      open={wanted !== "" || mail.state === "new"}
      dataKey="z"
    >
      <div className="grid gap-5">
        <Form
          action={paths.admin.inboxMail(mail.id)}
          role="search"
          className="flex flex-wrap items-end gap-3"
        >
          <input type="hidden" name="view" value={filter.view} />
          <div className="min-w-60 grow">
            <TextInput
              name="find"
              label={t("find")}
              hint={t("findHint")}
              defaultValue={wanted}
              maxLength={120}
              autoComplete="off"
            />
          </div>
          <button className={buttonClass("quiet")}>{t("findSubmit")}</button>
        </Form>
        {wanted !== "" && <Found ctx={ctx} mail={mail} wanted={wanted} />}
        <Merge ctx={ctx} mail={mail} />
      </div>
    </More>
  );
}

async function Found({ ctx, mail, wanted }: { ctx: StaffContext; mail: InboundMailView; wanted: string }) {
  const [t, found] = [await getTranslations("staffInbox.actions"), await findAssignable(ctx, wanted)];
  if (found.length === 0) return <p role="status">{t("nothingFound")}</p>;
  return (
    <ActionForm action={assignAction} id="assign" className="grid gap-0">
      <SeenFields mail={mail} nextId={undefined} />
      <ul className="border-y border-line">
        {found.map(({ kind, id, label, detail }) => (
          <li
            key={`${kind}:${id}`}
            className="flex items-center justify-between gap-3 border-b border-line py-2 last:border-b-0"
          >
            <span className="min-w-0 wrap-anywhere">
              <Badge tone="neutral">{t(`targets.${kind}`)}</Badge>{" "}
              <span className="font-semibold">{label}</span>{" "}
              {detail && <span className="text-sm text-ink-soft">{detail}</span>}
            </span>
            <SubmitButton
              name="target"
              value={`${kind}:${id}`}
              variant="quiet"
              aria-label={`${t("choose")}: ${label}`}
            >
              {t("choose")}
            </SubmitButton>
          </li>
        ))}
      </ul>
    </ActionForm>
  );
}

async function Merge({ ctx, mail }: { ctx: StaffContext; mail: InboundMailView }) {
  const [t, row, locale, others] = [
    await getTranslations("staffInbox.actions"),
    await getTranslations("staffInbox.row"),
    await getLocale(),
    await listOtherThreads(ctx, mail.threadId),
  ];
  if (others.length === 0) return null;
  const options = others.map(({ id, from, subject, receivedAt }) => ({
    value: id,
    label: `${formatDateTimeShort(receivedAt, locale)} · ${from || row("noSender")} · ${subject.slice(0, 60) || row("noSubject")}`,
  }));
  return (
    <ActionForm action={mergeAction} id="merge" className="flex flex-wrap items-end gap-3">
      <SeenFields mail={mail} nextId={undefined} />
      <Select name="into" label={t("mergeWith")} options={options} />
      <SubmitButton variant="quiet">{t("mergeSubmit")}</SubmitButton>
    </ActionForm>
  );
}
