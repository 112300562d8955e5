/** How a rule answers about a pair, as numbers: the kernel asks millions of times. */
export const pass = 0;
export const fail = 1;
export const unsure = 2;
export type Answer = typeof pass | typeof fail | typeof unsure;
