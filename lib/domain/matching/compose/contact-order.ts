import { kindsMeet, placesInQuestion } from "../kernel/place-kinds";
import type { MatchingPatient, MatchingTherapist } from "../kernel/records";

/**
 * In which order therapists are contacted for a patient, lowest first: available and informed, available, informed,
 * others; among equals who has an e-mail address comes first. Available is who has a place that the patient would take.
 */
export function contactRank(
  therapist: MatchingTherapist,
  { openToGroup }: Pick<MatchingPatient, "openToGroup">,
): number {
  const { available, informed, email } = therapist;
  const isAvailable = available !== null && kindsMeet(available, placesInQuestion(therapist, openToGroup));
  return (isAvailable ? 0 : 4) + (informed ? 0 : 2) + (email === null ? 1 : 0);
}

/** The ranks of therapists by row, for patients who would take a place in a group (1) or not (0). */
export function contactRanks(
  therapists: readonly MatchingTherapist[],
): readonly [closed: Uint8Array, open: Uint8Array] {
  const ranksFor = (openToGroup: boolean) =>
    Uint8Array.from(therapists, (therapist) => contactRank(therapist, { openToGroup }));
  return [ranksFor(false), ranksFor(true)];
}

/**
 * Sorts therapists who share a mailbox by who is addressed first: whose surname is in the address, then Prof. before
 * Dr. before neither, then the oldest record, then the id.
 */
export function compareInMailbox(a: MatchingTherapist, b: MatchingTherapist): number {
  return (
    surnameInAddress(b) - surnameInAddress(a) ||
    titleRank(b.title) - titleRank(a.title) ||
    a.createdAt.getTime() - b.createdAt.getTime() ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** A surname shorter than this must stand alone in the address: "Li" is not in "berlin". */
const minLettersInside = 4;

/** 3: the surname is a word of the address, 2: it is inside one, 1: a part of a double name is, 0: it is not. */
export function surnameInAddress({ email, lastName }: Pick<MatchingTherapist, "email" | "lastName">): number {
  if (email === null) return 0;
  const words = plainWords(email);
  const halves = email.split("@").map((half) => plainWords(half).join(""));
  const parts = plainWords(lastName);
  const surname = parts.join("");
  if (surname === "") return 0;
  if (words.includes(surname) || halves.includes(surname)) return 3;
  if (surname.length >= minLettersInside && halves.some((half) => half.includes(surname))) return 2;
  const longParts = parts.filter((part) => part.length >= minLettersInside);
  return longParts.some((part) => words.some((word) => word.includes(part))) ? 1 : 0;
}

function titleRank(title: string): number {
  if (/\bprof/i.test(title)) return 2;
  return /\bdr\b/i.test(title) ? 1 : 0;
}

const spelledOut: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  ø: "oe",
  æ: "ae",
  œ: "oe",
  ł: "l",
  ı: "i",
};

/** Lower-case words of plain Latin letters and digits: umlauts spelled out, other marks dropped. */
function plainWords(text: string): string[] {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßøæœłı]/g, (letter) => spelledOut[letter]!)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  return plain.split(/[^a-z0-9]+/).filter((word) => word !== "");
}
