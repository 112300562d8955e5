import { z } from "zod";
import { isoDay } from "@/lib/domain/shared-schemas";
import { type FormState, dayOf, listOf, textOf } from "@/components/form/form-state";

export type Values = FormState["values"];

/** How one field of the form is read from the typed texts, and what it has to be. */
export type Field<Schema extends z.ZodType = z.ZodType> = {
  read: (values: Values, name: string) => unknown;
  schema: Schema;
};
export type Fields = Record<string, Field>;

const field = <Schema extends z.ZodType>(schema: Schema, read: Field["read"]): Field<Schema> => ({
  schema,
  read,
});

/** One text that has to be there; for none, `error` is the key of the sentence that asks for it. */
export const requiredText = <Schema extends z.ZodType<string, string>>(schema: Schema, error: string) =>
  field(z.string({ error }).pipe(schema), (values, name) => textOf(values, name) || undefined);

/** One text; empty is "". */
export const text = <Schema extends z.ZodType>(schema: Schema) => field(schema, textOf);

/** One text that may be left out; empty is null. */
export const optionalText = <Schema extends z.ZodType>(schema: Schema) =>
  field(schema.nullable(), (values, name) => textOf(values, name) || null);

/** One of the radio buttons; for none, `error` is the key of the sentence that asks for it. */
export const choice = <Code extends string>(codes: readonly [Code, ...Code[]], error: string) =>
  field(z.enum(codes, { error }), textOf);

/** One of the radio buttons; none means `fallback`. */
export const choiceOr = <Code extends string>(codes: readonly [Code, ...Code[]], fallback: Code) =>
  field(z.enum(codes), (values, name) => textOf(values, name) || fallback);

/** Any number of checkboxes; the same one twice counts once. */
export const list = <Schema extends z.ZodType>(schema: Schema) =>
  field(schema, (values, name) => [...new Set(listOf(values, name))]);

/** One checkbox. */
export const tick = () => field(z.boolean(), (values, name) => textOf(values, name) === "yes");

/** A day in the three fields of DateField; for none, `error` is the key of the sentence that asks for it. */
export const requiredDay = (error: string) =>
  field(z.string({ error }).pipe(isoDay), (values, name) => dayOf(values, name) ?? undefined);

type Read<Of extends Fields> = { [Name in keyof Of]: z.output<Of[Name]["schema"]> };

/** Reads and checks all fields at once; throws a ZodError that names each wrong field. */
export function readFields<Of extends Fields>(fields: Of, values: Values): Read<Of> {
  const entries = Object.entries(fields);
  const schema = z.object(Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])));
  return schema.parse(
    Object.fromEntries(entries.map(([name, { read }]) => [name, read(values, name)])),
  ) as Read<Of>;
}

/** Whether a name of the form belongs to one of these fields; a day is three names. */
export function isFieldOf(fields: Fields, name: string): boolean {
  return name in fields || name.replace(/\.(day|month|year)$/, "") in fields;
}
