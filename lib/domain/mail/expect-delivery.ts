import type { Context } from "@/lib/core/context";
import { isMailDelivered } from "@/lib/email/mailer";
import type { Mail } from "./compose-mail";
import { findRecipient } from "./find-recipient";
import { type Wait, findWait } from "./find-wait";

/** When a mail will leave, as far as that is known, and what it waits for; `at` is null while that is up to a person. */
export type Expected = { at: Date | null; because: Wait["because"] | "retry" | null };

/** More waits than can follow one upon the other. */
const maxWaits = 5;

/**
 * When a queued mail will leave as things stand, not before `from`, and why not earlier. Without a mail server it is
 * kept at once.
 */
export async function expectDelivery(
  ctx: Context,
  mail: Pick<Mail, "template" | "practiceId" | "inquiryId" | "recipient"> & Partial<Mail>,
  from: Date = ctx.now,
): Promise<Expected> {
  if (!isMailDelivered()) return { at: from, because: null };
  const recipient = await findRecipient(ctx, mail);
  const retryAt = mail.errorCode && mail.notBefore && mail.notBefore > from ? mail.notBefore : null;
  let at = retryAt ?? from;
  let because: Expected["because"] = retryAt && "retry";
  for (let waits = 0; waits < maxWaits; waits++) {
    const wait = await findWait({ ...ctx, now: at }, mail, recipient);
    if (!wait) break;
    because ??= wait.because;
    if (wait.because === "taken_over" || wait.because === "unread")
      return { at: null, because: wait.because };
    at = wait.until;
  }
  // Its delivery sleeps until then, whatever became possible meanwhile.
  if (mail.notBefore && mail.notBefore > at) at = mail.notBefore;
  return { at, because };
}
