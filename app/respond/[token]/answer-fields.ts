/** The names under which the answers for one patient stand in the form. */
export const answerField = (itemId: string) => `answer-${itemId}`;
export const laterField = (itemId: string) => `later-${itemId}`;
export const reasonField = (itemId: string) => `reason-${itemId}`;

/** The answers that are offered, the most welcome first. */
export const offeredOutcomes = ["accepted", "later", "rejected_capacity", "rejected_unsuitable"] as const;

/** The first days of the next months as "YYYY-MM-DD", beginning with the month after `today`. */
export function nextMonths(today: string, count = 12): string[] {
  return Array.from({ length: count }, (_, index) => monthsAfter(today, index + 1, 1));
}

export const restChoices = ["weeks", "months", "day"] as const;
export type RestChoice = (typeof restChoices)[number];

/** The day from which a practice without a place is asked again: in four weeks or in three months. */
export function restDay(choice: Exclude<RestChoice, "day">, today: string): string {
  if (choice === "months") return monthsAfter(today, 3, Number(today.slice(8)));
  return new Date(Date.parse(today) + 28 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** A day of a later month; the last one where that month is shorter. */
function monthsAfter(today: string, months: number, day: number): string {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
