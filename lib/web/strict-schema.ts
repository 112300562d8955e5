import { z } from "zod";

/**
 * The same schema, refusing unknown fields at every depth. Forms and files may carry more than a record holds; who
 * writes to the REST API is told of every misspelt field instead.
 */
export function strictSchema<Schema extends z.ZodType>(schema: Schema): Schema {
  return strict(schema) as Schema;
}

function strict(schema: z.core.$ZodType): z.core.$ZodType {
  const node = schema as z.core.$ZodTypes & { def: z.core.$ZodTypes["_zod"]["def"] };
  const { def } = node;
  switch (def.type) {
    case "object": {
      const shape = Object.entries(def.shape).map(([name, field]) => [name, strict(field)]);
      return z.core.clone(node, { ...def, shape: Object.fromEntries(shape), catchall: z.never() } as never);
    }
    case "array":
      return z.core.clone(node, { ...def, element: strict(def.element) } as never);
    case "record":
      return z.core.clone(node, { ...def, valueType: strict(def.valueType) } as never);
    case "nullable":
    case "optional":
    case "default":
      return z.core.clone(node, { ...def, innerType: strict(def.innerType) } as never);
    default:
      return schema;
  }
}
