/** The names under which the answers for one patient stand in the form. */
export const answerField = (itemId: string) => `answer-${itemId}`;
export const laterField = (itemId: string) => `later-${itemId}`;

/** The answers that are offered, the most welcome first. */
export const offeredOutcomes = ["accepted", "later", "rejected_capacity", "rejected_unsuitable"] as const;

/** The first days of the next months as "YYYY-MM-DD", beginning with the month after `today`. */
export function nextMonths(today: string, count = 12): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month + index, 1)).toISOString().slice(0, 10),
  );
}
