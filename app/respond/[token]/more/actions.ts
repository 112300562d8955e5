"use server";

import { redirect } from "next/navigation";
import { type FormState, textOf } from "@/components/form/form-state";
import { hoursOf } from "@/components/staff/forms/weekly-hours-text";
import type { Context } from "@/lib/core/context";
import { forwardInquiry } from "@/lib/domain/inquiries/forward-inquiry";
import { disownMailbox } from "@/lib/domain/practices/disown-mailbox";
import { correctPhoneHours } from "@/lib/domain/therapists/correct-phone-hours";
import { stateCapacity } from "@/lib/domain/therapists/state-capacity";
import { stateWishes } from "@/lib/domain/therapists/state-wishes";
import { paths, withQuery } from "@/lib/paths";
import { type FormValues, runForm } from "@/lib/web/form-action";
import { therapistContext } from "../therapist-context";
import { wishField, wishesFrom } from "./wish-values";

export async function tellCapacity(_previous: FormState, formData: FormData): Promise<FormState> {
  return tell(formData, "capacity", (ctx, typed) => {
    const [individual, group] = ["individual", "group"].map((name) => textOf(typed, name));
    // One of the two numbers is enough; nothing at all is no answer.
    return stateCapacity(ctx, {
      individual: individual || (group ? 0 : undefined),
      group: group || 0,
      from: textOf(typed, "from"),
    });
  });
}

export async function tellWishes(_previous: FormState, formData: FormData): Promise<FormState> {
  return tell(formData, "wishes", (ctx, typed) => stateWishes(ctx, wishesFrom(typed)), wishField);
}

export async function tellPhoneHours(_previous: FormState, formData: FormData): Promise<FormState> {
  const fieldOf = (path: string) => `hours.${path.split(".")[0]}`;
  return tell(formData, "hours", (ctx, typed) => correctPhoneHours(ctx, hoursOf(typed, "hours")), fieldOf);
}

export async function tellForward(_previous: FormState, formData: FormData): Promise<FormState> {
  return tell(formData, "forward", (ctx, typed) => {
    const colleagueId = textOf(typed, "colleague");
    return forwardInquiry(ctx, colleagueId ? { colleagueId } : { email: textOf(typed, "email") });
  });
}

/** Closes this link and every other one that was sent to the address. */
export async function tellWrongMailbox(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "disown mailbox", secrets: ["token"] }, async (typed) => {
    const { ctx } = await therapistContext(typed);
    await disownMailbox(ctx);
    redirect(paths.respond("disowned"));
  });
}

/** Does what one form says and shows the page again with a word of thanks. */
function tell(
  formData: FormData,
  done: "capacity" | "wishes" | "hours" | "forward",
  verb: (ctx: Context, typed: FormValues) => Promise<void>,
  fieldOf?: (path: string) => string,
): Promise<FormState> {
  return runForm(formData, { name: `tell ${done}`, secrets: ["token"], fieldOf }, async (typed) => {
    const { ctx } = await therapistContext(typed);
    await verb(ctx, typed);
    redirect(withQuery(paths.respond(textOf(typed, "token")), { done }));
  });
}
