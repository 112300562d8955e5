import { type FormState, dayOf, textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import type { OwnContactInput } from "@/lib/domain/evidence/schemas";

type Values = FormState["values"];

/** The day in three fields of a form, or null; a day that does not exist is told at its field. */
export function dayIn(values: Values, name: string): string | null {
  const day = dayOf(values, name);
  if (day === "invalid") throw new AppError("invalid", "invalid", { fields: { [name]: "date" } });
  return day;
}

/** What was typed about a practice that a patient asked alone; the schema judges it. */
export function ownContactIn(values: Values): OwnContactInput {
  const contactedOn = dayIn(values, "contactedOn");
  if (!contactedOn) throw new AppError("invalid", "invalid", { fields: { contactedOn: "date" } });
  const weeks = textOf(values, "namedWaitWeeks");
  return {
    contactedOn,
    therapistName: textOf(values, "therapistName"),
    city: textOf(values, "city"),
    seat: (textOf(values, "seat") || "unknown") as OwnContactInput["seat"],
    channel: textOf(values, "channel") as OwnContactInput["channel"],
    result: textOf(values, "result") as OwnContactInput["result"],
    namedWaitWeeks: weeks === "" ? null : Number(weeks),
  };
}
