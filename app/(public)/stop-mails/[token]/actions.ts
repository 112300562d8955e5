"use server";

import { redirect } from "next/navigation";
import { type FormState, textOf } from "@/components/form/form-state";
import { createContext } from "@/lib/core/context";
import { stopMails } from "@/lib/domain/mail/stop-mails";
import { paths } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";

/** No more mails about how the search stands. */
export async function stopStatusMails(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "stop status mails", secrets: ["token"] }, async (typed) => {
    const token = textOf(typed, "token");
    await stopMails(createContext({ kind: "public" }), token);
    redirect(paths.stopMails(token));
  });
}
