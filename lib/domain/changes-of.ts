import { z } from "zod";

type WithoutDefault<Field> = Field extends z.ZodDefault<infer Inner extends z.ZodType> ? Inner : Field;
type ChangeShape<Shape extends z.ZodRawShape> = {
  -readonly [Name in keyof Shape]: z.ZodOptional<
    WithoutDefault<Shape[Name]> extends infer Field extends z.ZodType ? Field : never
  >;
};

/**
 * The schema of changes to a record: every field may be left out, and what is left out is not in the result. The
 * defaults of the fields are taken away, because Zod fills them in even inside `.partial()` and a change of one field
 * would empty all others. A field that is given is replaced as a whole, with the defaults inside it.
 */
export function changesOf<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
): z.ZodObject<ChangeShape<Shape>> {
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const bare = field instanceof z.ZodDefault ? field.unwrap() : field;
    return [name, (bare as z.ZodType).optional()];
  });
  return z.object(Object.fromEntries(fields)) as z.ZodObject<ChangeShape<Shape>>;
}
