const furthestMs = 2 * 366 * 24 * 60 * 60 * 1000;

/**
 * Whether a day on which a practice is to be asked again lies more than two years ahead: then it is a slip of the pen,
 * and believing it would silence a mailbox for decades.
 */
export const isTooFarAhead = (day: string | Date, now: Date): boolean =>
  new Date(day).getTime() - now.getTime() > furthestMs;
