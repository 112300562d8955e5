import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/core/context";
import type { InboundMailView } from "@/lib/domain/inbox/get-inbound-mail";
import { listSenderObjections } from "@/lib/domain/inbox/list-sender-objections";
import { formatDate } from "@/lib/format";
import type { StaffContext } from "@/lib/web/guards";
import { LiftForm } from "../../lift-form";
import { liftAction } from "./actions";

/** What holds for the address of a mail behind which nobody of the directory stands: no other page is about it. */
export async function SenderObjection({ ctx, mail }: { ctx: StaffContext; mail: InboundMailView }) {
  if (mail.practice?.people.length || mail.patientId) return null;
  const [objections, t, locale] = [
    await listSenderObjections(ctx, mail.id),
    await getTranslations("staffTherapists.objections"),
    await getLocale(),
  ];
  const canLift = may(ctx, "objections.lift");
  const email = mail.sender.address;
  return objections.map(({ kind, since, others }) => (
    <div key={kind} className="grid gap-2">
      <Notice tone="needs">
        <p>{t(`${kind}.holds`, { date: formatDate(since, locale), email, others })}</p>
        {!canLift && <p>{t("whoLifts")}</p>}
      </Notice>
      {canLift && <LiftForm action={liftAction} id={mail.id} kind={kind} others={others} />}
    </div>
  ));
}
