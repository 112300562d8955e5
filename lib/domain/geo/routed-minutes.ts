/** The router knows that no way leads there. */
export const noWay = -1;

/** Minutes by a router; `noWay`; or null where it was asked and its answer is of no use. */
export type RoutedMinutes = number | null;

export function isWay(minutes: RoutedMinutes): boolean {
  return minutes !== null && minutes !== noWay;
}
