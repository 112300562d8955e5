/**
 * The only place with crisis numbers; every page takes them from here. Words for each id: messages `public.help`.
 * Compared on 23 November 2026 with published pages that name them (ministries, physicians' associations, press).
 * Before going live and then twice a year, somebody compares each number and its hours with its `source`.
 */
export const crisisNumbersCompareAgainBy = "2027-05-23";

export type CrisisNumber = {
  id: "emergency" | "medical" | "pastoral" | "youth" | "depression" | "violence";
  /** As people read and dial them; the first one is the main one. */
  numbers: readonly string[];
  /** Whether somebody answers at any hour of any day; otherwise the words say when. */
  always: boolean;
  /** Where the provider publishes number and hours. */
  source: string;
};

export const crisisNumbers: readonly CrisisNumber[] = [
  { id: "emergency", numbers: ["112"], always: true, source: "https://www.112.eu" },
  {
    id: "pastoral",
    numbers: ["0800 1110111", "0800 1110222", "116 123"],
    always: true,
    source: "https://www.telefonseelsorge.de",
  },
  { id: "medical", numbers: ["116 117"], always: true, source: "https://www.116117.de" },
  { id: "youth", numbers: ["116 111"], always: false, source: "https://www.nummergegenkummer.de" },
  { id: "violence", numbers: ["116 016"], always: true, source: "https://www.hilfetelefon.de" },
  {
    id: "depression",
    numbers: ["0800 3344533"],
    always: false,
    source: "https://www.deutsche-depressionshilfe.de",
  },
];
