/**
 * The only place with crisis numbers; every page takes them from here. Words for each id: messages `public.help`.
 * Compared on 23 November 2026 with published pages that name them (ministries, physicians' associations, press).
 * Before going live and then twice a year, next by 23 May 2027, somebody compares each number and its hours with its
 * `source` and changes the date here.
 */
export type CrisisNumber = {
  id: "emergency" | "medical" | "pastoral" | "youth" | "depression" | "violence";
  /** As people read and dial them; the first one is the main one. */
  numbers: readonly string[];
  /** Where the provider publishes number and hours. */
  source: string;
};

export const crisisNumbers: readonly CrisisNumber[] = [
  { id: "emergency", numbers: ["112"], source: "https://www.112.eu" },
  {
    id: "pastoral",
    numbers: ["0800 1110111", "0800 1110222", "116 123"],
    source: "https://www.telefonseelsorge.de",
  },
  { id: "medical", numbers: ["116 117"], source: "https://www.116117.de" },
  { id: "youth", numbers: ["116 111"], source: "https://www.nummergegenkummer.de" },
  { id: "violence", numbers: ["116 016"], source: "https://www.hilfetelefon.de" },
  {
    id: "depression",
    numbers: ["0800 3344533"],
    source: "https://www.deutsche-depressionshilfe.de",
  },
];
