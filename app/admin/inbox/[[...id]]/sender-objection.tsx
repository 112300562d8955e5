import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/core/context";
import type { InboundMailView } from "@/lib/domain/inbox/get-inbound-mail";
import { listSenderObjections } from "@/lib/domain/inbox/list-sender-objections";
import { formatDate } from "@/lib/format";
import type { StaffContext } from "@/lib/web/guards";
import { LiftForm } from "../../lift-form";
import { liftAction } from "./actions";

/** What was entered for the address of somebody who is in no directory: there is no other page where it could stand. */
export async function SenderObjection({ ctx, mail }: { ctx: StaffContext; mail: InboundMailView }) {
  if (mail.practice || mail.patientId) return null;
  const [objections, t, locale] = [
    await listSenderObjections(ctx, mail.id),
    await getTranslations("staffTherapists.objections"),
    await getLocale(),
  ];
  const canLift = may(ctx, "objections.lift");
  const email = mail.sender.address;
  return objections.map(({ kind, since }) => (
    <div key={kind} className="grid gap-2">
      <Notice tone="needs">
        <p>{t(`${kind}.holds`, { date: formatDate(since, locale), email, others: 0 })}</p>
        {!canLift && <p>{t("whoLifts")}</p>}
      </Notice>
      {canLift && <LiftForm action={liftAction} id={mail.id} kind={kind} others={0} />}
    </div>
  ));
}
