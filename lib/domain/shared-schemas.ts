import { z } from "zod";
import { type WeeklyHours, weekdays } from "./vocabulary";

/** Calendar day as "YYYY-MM-DD"; refuses days that do not exist, such as 2026-02-30. */
export const isoDay = z.iso.date();

/** May be left out; what is not known is null. */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

/** Free text on one line: trimmed, control characters refused, at most `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/[\u0000-\u001f\u007f]/.test(text), { error: "control_characters" });

/** Free text over several lines: trimmed, NUL and other control characters refused. */
export const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), {
      error: "control_characters",
    });

/** E-mail address as mailbox providers treat it: trimmed and lower case. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

const germanPostalCode = z
  .string()
  .trim()
  .regex(/^\d{5}$/, { error: "postal_code" });

/** Telephone number as people write it; at least five digits. */
export const phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^\+?[\d\s()/.-]+$/, { error: "phone" })
  .refine((text) => text.replace(/\D/g, "").length >= 5, { error: "phone" });

export const coordinates = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });

export const address = z.object({
  street: line(120).default(""),
  houseNumber: line(20).default(""),
  postalCode: germanPostalCode,
  city: line(120).default(""),
});
export type Address = z.output<typeof address>;

/** What a confirmation of an address is about: once one of the two changes, it counts no more. */
export const placeKey = ({ postalCode, city }: Pick<Address, "postalCode" | "city">) =>
  `${postalCode.trim()} ${city.trim()}`.trim();

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: "clock" });
const range = z
  .object({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, { error: "range_order" });

/** Weekday → ranges, each `from` before `to`. */
export const weeklyHours: z.ZodType<WeeklyHours, WeeklyHours> = z.partialRecord(
  z.enum(weekdays),
  z.array(range).max(12),
);

/** ISO 639-1 language code, lower case. */
export const language = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2}$/, { error: "language" });

/** What doctors write behind a code: how certain it is (G, V, Z) and which side it is about (R, L, B). */
const withoutMarks = (code: string) =>
  code.replace(/^([A-Z]\d{2}(?:\.\d{1,2})?)[\s-]*[GVZ]?\s*[RLB]?$/, "$1");

/** ICD-10 code of chapter V or Z as in "F40" or "F40.1"; upper case. "F40.1 G", as letters have it, is read as "F40.1". */
export const icd10 = z
  .string()
  .trim()
  .toUpperCase()
  .overwrite(withoutMarks)
  .regex(/^[A-Z]\d{2}(\.\d{1,2})?$/, { error: "icd10" });

/** Beginning of such codes: "F2" for F20 to F29. */
export const icd10Prefix = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]\d{1,2}(\.\d{1,2})?$/, { error: "icd10" })
  .refine((code) => !/^[A-Z]\d\./.test(code), { error: "icd10" });
