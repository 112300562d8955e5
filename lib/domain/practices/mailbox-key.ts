/**
 * What makes a practice one: its e-mail address, else its telephone number, else it is the therapist's own. Numbers
 * are compared by their digits, with the German country code written as 0.
 */
export function mailboxKey(contact: {
  email: string | null;
  phone: string | null;
  therapistId: string;
}): string {
  if (contact.email) return `mail:${contact.email.trim().toLowerCase()}`;
  const digits = nationalDigits(contact.phone ?? "");
  return digits ? `tel:${digits}` : `own:${contact.therapistId}`;
}

/** The digits of a telephone number as it is dialled inside Germany; "" when there is none. */
export function nationalDigits(phone: string): string {
  return phone
    .trim()
    .replace(/^(\+|00)49\s*(\(0\))?/, "0")
    .replace(/\D/g, "")
    .replace(/^00/, "0");
}
