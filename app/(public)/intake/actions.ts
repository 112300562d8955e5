"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { type FormState, textOf } from "@/components/form/form-state";
import { phone } from "@/lib/domain/shared-schemas";
import { deleteDraft, saveDraft, sendDraft } from "@/lib/domain/patients/intake-draft";
import { patientInput } from "@/lib/domain/patients/schemas";
import { paths } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import {
  draftSecret,
  forgetDraft,
  limitByAddress,
  openValues,
  publicContext,
  rememberDraft,
} from "./draft-link";
import { findStep, firstOpenStep, ownsField, readAnswers } from "./steps/all-steps";
import { type Values, readFields, text } from "./steps/fields";
import { checkPath, originOf, pathAfter, pathAfterHelp, pathBefore, stepBeforeHelp } from "./way";

/** Keeps what was typed on one screen, right or wrong, and goes on when it is right; "back" asks for nothing. */
export async function saveStep(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "save intake step", fieldOf: firstPart }, async (typed) => {
    const step = findStep(textOf(typed, "step"));
    if (!step) redirect(paths.intake);
    const values = await keep(typed, ownsField(step));
    const place = { step, values, origin: originOf(textOf(typed, "from")), now: new Date() };
    if (textOf(typed, "go") === "back") redirect(pathBefore(place));
    step.read(values, place.now);
    redirect(pathAfter(place));
  });
}

/** "Please call me": keeps the number, which staff find with the task of the same day, and goes on. */
export async function askForCall(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "ask for call" }, async (typed) => {
    const values = await keep(typed, (field) => field === "phone");
    readFields({ phone: text(phone) }, typed);
    const origin = originOf(textOf(typed, "from"));
    redirect(pathAfterHelp({ step: stepBeforeHelp, values, origin, now: new Date() }));
  });
}

/** Sends everything once, however often the button is pressed, and deletes what this browser had typed. */
export async function sendAnswers(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "send intake" }, async () => {
    const secret = await draftSecret();
    const ctx = publicContext();
    const open = firstOpenStep(await openValues(), ctx.now);
    if (!secret || open) redirect(checkPath);
    await limitByAddress(ctx, "send");
    const locale = await getLocale();
    const result = await sendDraft(ctx, secret, (values) => {
      const { consents = [], ...patient } = readAnswers(values, ctx.now);
      return { input: patientInput.parse({ ...patient, locale }), consents };
    });
    redirect(result === "unknown" ? paths.intake : paths.intakeDone);
  });
}

/** Deletes what was typed in this browser, or the mark that it was sent, and begins anew. */
export async function startAnew(): Promise<void> {
  const secret = await draftSecret();
  if (secret) await deleteDraft(publicContext(), secret);
  await forgetDraft();
  redirect(paths.intakeStep("person"));
}

/** Stores the typed texts of some fields and returns all texts of the form as they are now. */
async function keep(typed: Values, isMine: (field: string) => boolean): Promise<Values> {
  const ctx = publicContext();
  const others = Object.entries(await openValues()).filter(([field]) => !isMine(field));
  await limitByAddress(ctx, "save");
  await rememberDraft(await saveDraft(ctx, await draftSecret(), { isMine, values: typed }));
  const mine = Object.entries(typed).filter(([field]) => isMine(field));
  return Object.fromEntries([...others, ...mine]);
}

/** "symptoms.3" is about the field "symptoms". */
const firstPart = (path: string) => path.split(".")[0] ?? path;
