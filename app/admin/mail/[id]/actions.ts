"use server";

import { redirect } from "next/navigation";
import { type FormState, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { mailSettlements, settleMail } from "@/lib/domain/mail/settle-mail";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

/** Decides about a mail that failed or whose fate is unknown. */
export async function settleMailAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.review");
  return runForm(formData, { name: "settle mail" }, async (values) => {
    const settlement = mailSettlements.find((known) => known === textOf(values, "settlement"));
    if (!settlement) throw new AppError("invalid", "choose");
    await settleMail(ctx, idIn(values), settlement);
    redirect(withQuery(paths.admin.mailItem(idIn(values)), { done: settlement }));
  });
}
