import {
  type AgeGroup,
  ageGroups,
  type Method,
  methods,
  type Offer,
  type Setting,
  settings,
} from "../vocabulary";
import { warnings as say } from "./messages";
import { asFields, asList, cleanText, isStated, readText, readTexts } from "./text";

/** Who the professional group of a record treats, where the offer itself does not say. */
export type AgeHint = AgeGroup | null;

/**
 * Method × age group × setting from both generations of the field `psy`: whole sentences ("Verhaltenstherapie für
 * Kinder und Jugendliche in Einzeltherapie") and `{heading, values}`. No setting named means individual therapy,
 * which every permit covers. No age group named: what the professional group says, else adults, with a warning.
 */
export function readOffers(psy: unknown, hint: AgeHint): { offers: Offer[]; warnings: string[] } {
  const found = new Set<string>();
  const warnings = new Set<string>();
  for (const { heading, value } of asList(psy).flatMap(phrasesOf)) {
    const text = [heading, value].filter(Boolean).join(": ");
    const pick = <T>(read: (text: string) => T[]) => (read(value).length > 0 ? read(value) : read(heading));
    const named = pick(methodsIn);
    if (named.length === 0 || /\b(keine?|nicht)\b/i.test(text)) {
      warnings.add(say.offerUnknown(text));
      continue;
    }
    const ages = pick(ageGroupsIn);
    if (ages.length === 0 && !hint) warnings.add(say.offerAgeAssumed(text));
    for (const method of named) {
      for (const ageGroup of ages.length > 0 ? ages : [hint ?? "adult"]) {
        const ways = pick(settingsIn);
        for (const setting of ways.length > 0 ? ways : ["individual"])
          found.add(`${method} ${ageGroup} ${setting}`);
      }
    }
  }
  return { offers: allOffers.filter((offer) => found.has(nameOf(offer))), warnings: [...warnings] };
}

/** Whom the professional groups and specialties of a record treat: only children, or adults. */
export function ageHintOf(groups: string[]): AgeHint {
  const children = groups.filter((group) => /kinder|jugend/i.test(group));
  const adults = groups.filter((group) => /psych|nerven/i.test(group) && !/kinder|jugend/i.test(group));
  if (adults.length > 0) return "adult";
  return children.length > 0 ? "child" : null;
}

type Phrase = { heading: string; value: string };

function phrasesOf(entry: unknown): Phrase[] {
  const fields = asFields(entry);
  if (!fields) return [{ heading: "", value: cleanText(entry) }].filter(({ value }) => isStated(value));
  const heading = readText(fields, "heading");
  const values = [...readTexts(fields, "values"), ...readTexts(fields, "value")];
  if (values.length === 0) return isStated(heading) ? [{ heading, value: "" }] : [];
  return values.map((value) => ({ heading, value }));
}

function methodsIn(text: string): Method[] {
  const patterns: Record<Method, RegExp> = {
    VT: /verhaltensth|verhaltenspsych|kognitiv|\bvt\b/i,
    TP: /tiefenpsych|\btf?p\b/i,
    AP: /analytisch|psychoanaly|\bap\b/i,
    ST: /systemisch|\bst\b/i,
  };
  return methods.filter((method) => patterns[method].test(text));
}

function ageGroupsIn(text: string): AgeGroup[] {
  const patterns: Record<AgeGroup, RegExp> = {
    adult: /erwachs|\berw\b/i,
    child: /kind|jugend|\bkj\b|\bkiju\b/i,
  };
  return ageGroups.filter((group) => patterns[group].test(text));
}

function settingsIn(text: string): Setting[] {
  if (/kombin/i.test(text)) return [...settings];
  const patterns: Record<Setting, RegExp> = { individual: /einzel/i, group: /gruppe/i };
  return settings.filter((setting) => patterns[setting].test(text.replaceAll(/altersgruppen?/gi, "")));
}

const allOffers: Offer[] = methods.flatMap((method) =>
  ageGroups.flatMap((ageGroup) => settings.map((setting) => ({ method, ageGroup, setting }))),
);

function nameOf({ method, ageGroup, setting }: Offer): string {
  return `${method} ${ageGroup} ${setting}`;
}
