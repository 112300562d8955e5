"use server";

import { getTranslations } from "next-intl/server";
import { doneState, type FormState, textOf } from "@/components/form/form-state";
import { sendTestMail } from "@/lib/domain/mail/preview-mail";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";

/** Sends a mail with invented data to the person who pressed the button. */
export async function sendTestMailAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("settings.write");
  return runForm(formData, { name: "send test mail" }, async (values) => {
    const locale = textOf(values, "locale") === "en" ? "en" : "de";
    const address = await sendTestMail(ctx, { template: textOf(values, "template"), locale });
    return doneState((await getTranslations("staffMail.previews"))("sent", { address }), values);
  });
}
