import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { germanInstant } from "../german-time";
import { postponeInquiry } from "../inquiries/postpone-inquiry";
import { isoDay } from "../shared-schemas";
import { inquiryOf } from "./answer-from-mail";
import { settleInboundMail } from "./decide-inbound-mail";
import type { SeenMail } from "./move-mail";

/**
 * Nobody is there until a day: the inquiry waits until eight in the morning of that day and then goes on as before, and
 * the mail is settled. It is no answer: nothing is noted of a place. `invalid` for a day that is over or too far ahead,
 * conflict when the inquiry is closed or a person has it.
 */
export async function askAgainFromMail(ctx: Context, seen: SeenMail, day: string): Promise<void> {
  const inquiryId = await inquiryOf(ctx, seen);
  const valid = isoDay.safeParse(day);
  if (!valid.success) throw new AppError("invalid", "date", { fields: { until: "date" } });
  await postponeInquiry(ctx, { inquiryId, until: germanInstant(valid.data, 8 * 60) });
  await settleInboundMail(ctx, seen);
}
