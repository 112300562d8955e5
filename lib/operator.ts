/** Who runs this installation and answers for it: named in the imprint and in every mail. */
export type Operator = { name: string; street: string; city: string; email: string; phone: string };

/** What the environment says of the operator; empty texts where it says nothing. */
export function operator(source: Record<string, string | undefined> = process.env): Operator {
  const text = (key: string) => source[key]?.trim() ?? "";
  return {
    name: text("OPERATOR_NAME"),
    street: text("OPERATOR_STREET"),
    city: text("OPERATOR_CITY"),
    email: text("OPERATOR_EMAIL"),
    phone: text("OPERATOR_PHONE"),
  };
}

/** The imprint may go live only when name, address and e-mail are there; a telephone number is a second way. */
export function isOperatorComplete({ name, street, city, email }: Operator): boolean {
  return Boolean(name && street && city && email);
}
