/**
 * The coded values that more than one noun uses, in one import-free file so that the database enums, the
 * forms, the REST API and the matching kernel cannot drift apart. German words for them live in lib/i18n.
 */

export const genders = ["female", "male", "diverse", "not_stated"] as const;
export type Gender = (typeof genders)[number];

/** Who pays: statutory insurance, private insurance, civil-service aid, the patient, or another body. */
export const payers = ["gkv", "pkv", "beihilfe", "self", "other"] as const;
export type Payer = (typeof payers)[number];

/** Guideline methods (Richtlinienverfahren): behavioural, psychodynamic, analytic, systemic. */
export const methods = ["VT", "TP", "AP", "ST"] as const;
export type Method = (typeof methods)[number];

export const ageGroups = ["adult", "child"] as const;
export type AgeGroup = (typeof ageGroups)[number];

export const settings = ["individual", "group"] as const;
export type Setting = (typeof settings)[number];

/** Which places are meant: individual ones, those in a group, or either. */
export const placeKinds = [...settings, "either"] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const travelModes = ["car", "transit", "bicycle", "foot"] as const;
export type TravelMode = (typeof travelModes)[number];

export const wantedGenders = ["any", "female", "male", "diverse"] as const;
export type WantedGender = (typeof wantedGenders)[number];

/** Yes, no, or nobody knows: a missing answer is never read as either. */
export const triStates = ["yes", "no", "unknown"] as const;
export type TriState = (typeof triStates)[number];

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** A span of one day, "HH:MM" to "HH:MM" in local time; `to` may be "24:00". */
export type TimeRange = { from: string; to: string };
export type WeeklyHours = Partial<Record<Weekday, TimeRange[]>>;

/** One thing a therapist offers: a method for an age group in a setting. */
export type Offer = { method: Method; ageGroup: AgeGroup; setting: Setting };

export type Coordinates = { lat: number; lon: number };
/** Where a pair of coordinates came from, best first. */
export const coordinateSources = ["source", "geocoder", "postcode", "none"] as const;
export type CoordinateSource = (typeof coordinateSources)[number];

/** The ways of composing inquiries; docs/decisions/0006-composition.md compares them. */
export const compositionStrategies = ["oldest-first", "expected-placements"] as const;
export type CompositionStrategy = (typeof compositionStrategies)[number];

export const urgencies = ["acute", "urgent", "normal"] as const;
export type Urgency = (typeof urgencies)[number];

/** Symptoms a patient can choose, in the groups in which therapists see them. */
export const symptomGroups = {
  mood: ["low_mood", "anxiety", "panic", "mood_swings", "irritability", "emptiness", "suicidal_thoughts"],
  thinking: ["brooding", "compulsions", "poor_concentration", "intrusive_memories", "low_self_worth"],
  body: ["sleep_problems", "exhaustion", "pain", "eating_problems", "physical_complaints", "self_harm"],
  relationships: ["conflicts", "separation", "loneliness", "social_fears", "family_strain"],
  burdens: ["grief", "trauma", "work_strain", "addiction", "illness", "care_of_relatives"],
} as const;
export type SymptomGroup = keyof typeof symptomGroups;
export type Symptom = (typeof symptomGroups)[SymptomGroup][number];
export const symptoms = Object.values(symptomGroups).flat() as Symptom[];
/** Choosing one of these shows crisis help at once and makes a task for staff on the same day. */
export const crisisSymptoms: readonly Symptom[] = ["suicidal_thoughts", "self_harm"];
