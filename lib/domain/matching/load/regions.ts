/**
 * A part of the country that a run judges in a step of its own: the first digit of the patients' postcodes, or
 * "other". The therapists near the border belong to every region from which they can be reached.
 */
export const regions = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "other"] as const;
export type Region = (typeof regions)[number];
