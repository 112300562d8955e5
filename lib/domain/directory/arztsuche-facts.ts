import type { Gender, TriState } from "../vocabulary";
import { warnings as say } from "./messages";
import { type Fields, isStated, readText, readTexts } from "./text";

/** Salutation "Frau", "Herr" or "" as the record says it, and never anything made up. */
export function readSalutation(text: string): string {
  if (/^frau\b/i.test(text)) return "Frau";
  return /^herrn?\b/i.test(text) ? "Herr" : "";
}

/**
 * Gender as the field `geschlecht` says it, else as a spelled-out salutation does. A missing or other salutation
 * says nothing, and where the two contradict each other the gender stays open.
 */
export function readGender(text: string, salutation: string): { gender: Gender; warnings: string[] } {
  const bySalutation = salutation === "Frau" ? "female" : salutation === "Herr" ? "male" : null;
  if (!isStated(text)) return { gender: bySalutation ?? "not_stated", warnings: [] };
  const stated = Object.entries(genderWords).find(([, words]) => words.includes(text.toLowerCase()))?.[0];
  if (!stated) return { gender: bySalutation ?? "not_stated", warnings: [say.genderUnknown(text)] };
  const conflict = bySalutation !== null && stated !== "diverse" && stated !== bySalutation;
  return conflict
    ? { gender: "not_stated", warnings: [say.genderConflict()] }
    : { gender: stated as Gender, warnings: [] };
}

const genderWords: Record<Exclude<Gender, "not_stated">, string[]> = {
  female: ["w", "weiblich", "f", "frau", "female"],
  male: ["m", "männlich", "maennlich", "mann", "herr", "male"],
  diverse: ["d", "divers", "x", "diverse"],
};

/**
 * Whether the record proves a statutory seat. "yes" needs two statements that only a contract practitioner has: the
 * association of statutory physicians (`kv`) and either the group under which it lists the person (`ag`) or a
 * permit that it gave (`kvg`). Being in the directory alone proves nothing, since captures get mixed and edited.
 * "no" needs the words "Privatpraxis" or "nur Privatpatienten" and no such proof; both at once stay open.
 */
export function readStatutorySeat(record: Fields): { statutorySeat: TriState; warnings: string[] } {
  const association = readText(record, "kv");
  const listed = [...readTexts(record, "ag"), ...readTexts(record, "kvg")].filter((text) => !isPrivate(text));
  const proven = isStated(association) && !/^0+$/.test(association) && listed.length > 0;
  const isPrivatePractice = textFields.some((name) => readTexts(record, name).some(isPrivate));
  if (proven && isPrivatePractice) return { statutorySeat: "unknown", warnings: [say.seatContradiction()] };
  return { statutorySeat: proven ? "yes" : isPrivatePractice ? "no" : "unknown", warnings: [] };
}

const textFields = ["ag", "fg", "kvg", "zb", "zm"];

function isPrivate(text: string): boolean {
  return /\b(reine )?privatpraxis\b|\bnur privat|ausschließlich privat|keine kassenzulassung|ohne kassenzulassung/i.test(
    text,
  );
}

/**
 * Step-free access from `bf`. Only words about the way in count: a lift, a toilet or a parking place alone proves
 * nothing, and neither does "bedingt" or "weitgehend barrierefrei". Contradictions stay open.
 */
export function readStepFree(record: Fields): { stepFree: TriState; warnings: string[] } {
  const found = new Set(readTexts(record, "bf").map(stepFreeIn));
  if (found.has("yes") && found.has("no"))
    return { stepFree: "unknown", warnings: [say.accessContradiction()] };
  return { stepFree: found.has("yes") ? "yes" : found.has("no") ? "no" : "unknown", warnings: [] };
}

function stepFreeIn(text: string): TriState {
  if (
    /\b(nicht|keine?)\b[^,;]*(barrierefrei|rollstuhl|stufenlos|ebenerdig)|nur (über )?(treppe|stufe)/i.test(
      text,
    )
  ) {
    return "no";
  }
  const isPartial = /\b(bedingt|teilweise|eingeschränkt|weitgehend)/i.test(text);
  const isElsewhere = /\b(wc|toilette|parkpl)/i.test(text) && !/zugang|eingang/i.test(text);
  if (isPartial || isElsewhere) return "unknown";
  const isStepFree =
    /barrierefrei|rollstuhl(gerecht|geeignet|gängig)|stufenlos|schwellenlos|ebenerdig|(ohne|keine) (stufen|barrieren)/i;
  return isStepFree.test(text) ? "yes" : "unknown";
}

/** Professional groups, specialties, further titles and permits; special features; whether video is offered. */
export function readQualifications(record: Fields): {
  qualifications: string[];
  specialOffers: string[];
  video: TriState;
  warnings: string[];
} {
  const warnings: string[] = [];
  const collect = (names: string[]) => {
    const texts = [...new Set(names.flatMap((name) => readTexts(record, name)))];
    const kept = texts.filter((text) => text.length <= 160).slice(0, 59);
    if (kept.length < texts.length) warnings.push(say.textLeftOut(names.join(", ")));
    return kept.sort((a, b) => a.localeCompare(b, "de"));
  };
  const video = textFields.some((name) => readTexts(record, name).some((text) => /\bvideo/i.test(text)));
  return {
    qualifications: collect(["ag", "fg", "zb", "kvg"]),
    specialOffers: collect(["zm"]),
    video: video ? "yes" : "unknown",
    warnings,
  };
}
