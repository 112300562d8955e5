import { ageOn, isoDayOf } from "@/lib/format";
import { cosOfLat, earthRadiusKm } from "../../geo/distance";
import { estimateReachKm } from "../../geo/travel-estimate";
import { comparableIcd10, mayRefuseDiagnosis, refusesDiagnosis, treatsDiagnosis } from "./icd10";
import { wantedOffers } from "./method-offers";
import { type TherapistColumns, onUnitSphere } from "./pack-therapists";
import type { MatchingExclusion, MatchingPatient, TravelLimit } from "./records";
import { type Rows, Numbering, packRows, setBit } from "./rows";
import { ruleBits } from "./rules";
import { fillColumn, mapRows } from "./slices";
import { patientMasks } from "./traits";
import { partsOfWeek, weeklySpans } from "./weekly-slots";

/** Patients as columns; the index of a patient is its position in `records`. */
export type PatientColumns = {
  records: readonly MatchingPatient[];
  indexById: Map<string, number>;
  /** Whole years on the day of the run, -1 where not known. */
  age: Int16Array;
  /** Rules that fail or stay unknown with every therapist. */
  ownFailed: Uint32Array;
  ownUnknown: Uint32Array;
  /** Masks over the traits of therapists. */
  failTraits: Uint32Array;
  unknownTraits: Uint32Array;
  wantsMethod: Uint8Array;
  offersAsChild: Uint32Array;
  offersAsAdult: Uint32Array;
  germanWillDo: Uint8Array;
  languages: Uint32Array;
  openToVideo: Uint8Array;
  needsStepFree: Uint8Array;
  lat: Float64Array;
  lon: Float64Array;
  cosLat: Float64Array;
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  /** Whether any travel limit is stated. */
  hasLimit: Uint8Array;
  hours: Rows<Uint16Array>;
  hourParts: Uint32Array;
  /** Numbers of the patient's diagnoses. */
  diagnoses: Rows<Int32Array>;
  /** Bit tables: which diagnosis (column) a wish about diagnoses (row) covers, which it refuses, and which it may. */
  covered: Uint32Array;
  refused: Uint32Array;
  mayBeRefused: Uint32Array;
  coveredWords: number;
  /** Indexes of therapists excluded at the instant of the run. */
  excluded: Rows<Int32Array>;
};

/** Packs patients against packed therapists, for the day and instant of `at`, with pauses. */
export function* packPatients(
  records: readonly MatchingPatient[],
  exclusions: readonly MatchingExclusion[],
  therapists: TherapistColumns,
  at: Date,
): Generator<number, PatientColumns> {
  const size = records.length;
  const day = isoDayOf(at);
  const ages = records.map(({ birthDate }) => knownAge(birthDate, day));
  const masks = yield* mapRows(records, (record, p) => patientMasks(record, ages[p]!));
  const offers = yield* mapRows(records, (record, p) => wantedOffers(record, ages[p]!));
  const spans = yield* mapRows(records, ({ availability }) => weeklySpans(availability));
  const hours = packRows(
    spans.map((row) => row ?? []),
    (length) => new Uint16Array(length),
  );
  yield size;
  const flag = (isSet: (record: MatchingPatient) => boolean) =>
    fillColumn(new Uint8Array(size), records, (record) => (isSet(record) ? 1 : 0));
  return {
    records,
    indexById: new Map(records.map(({ id }, index) => [id, index])),
    age: Int16Array.from(ages, (age) => age ?? -1),
    ownFailed: yield* fillColumn(new Uint32Array(size), records, ({ searchClosed }) =>
      searchClosed === null ? 0 : ruleBits["search-open"],
    ),
    ownUnknown: yield* fillColumn(
      new Uint32Array(size),
      records,
      (_, p) => (ages[p] === null ? ruleBits["age-licence"] : 0) | (spans[p] === null ? ruleBits.times : 0),
    ),
    failTraits: yield* fillColumn(new Uint32Array(size), masks, ({ fails }) => fails),
    unknownTraits: yield* fillColumn(new Uint32Array(size), masks, ({ unknowns }) => unknowns),
    wantsMethod: yield* fillColumn(new Uint8Array(size), offers, (wanted) => (wanted === null ? 0 : 1)),
    offersAsChild: yield* fillColumn(new Uint32Array(size), offers, (wanted) => wanted?.asChild ?? 0),
    offersAsAdult: yield* fillColumn(new Uint32Array(size), offers, (wanted) => wanted?.asAdult ?? 0),
    ...packLanguages(records, therapists),
    openToVideo: yield* flag(({ openToVideo }) => openToVideo),
    needsStepFree: yield* flag(({ stepFreeAccess }) => stepFreeAccess),
    ...(yield* packPlaces(records)),
    hasLimit: yield* flag(({ travel }) => travel.maxKm !== null || travel.maxMinutes !== null),
    hours,
    hourParts: yield* fillColumn(new Uint32Array(size), spans, (row) => partsOfWeek(row ?? [])),
    ...(yield* packDiagnoses(records, therapists)),
    excluded: packExclusions(records, exclusions, therapists, at),
  };
}

/** The straight line in km within which a travel limit taken `factor` times holds by the estimate. */
export function limitKm({ mode, maxMinutes, maxKm }: TravelLimit, factor: number): number {
  return Math.min(
    (maxKm ?? Infinity) * factor,
    maxMinutes === null ? Infinity : estimateReachKm(mode, maxMinutes * factor),
  );
}

/** The square of the straight line through the unit sphere that spans `km` over its surface; at most 4. */
export function squaredChord(km: number): number {
  const angle = km / earthRadiusKm;
  return angle >= Math.PI ? 4 : (2 * Math.sin(angle / 2)) ** 2;
}

/** A birth date after the day of the run is an error in the record, so the age is not known. */
function knownAge(birthDate: string | null, day: string): number | null {
  if (birthDate === null || birthDate > day) return null;
  return ageOn(birthDate, day);
}

function* packPlaces(records: readonly MatchingPatient[]) {
  const points = yield* mapRows(records, ({ coordinates }) =>
    onUnitSphere(coordinates?.lat ?? NaN, coordinates?.lon ?? NaN),
  );
  const column = () => new Float64Array(records.length);
  return {
    lat: yield* fillColumn(column(), records, ({ coordinates }) => coordinates?.lat ?? NaN),
    lon: yield* fillColumn(column(), records, ({ coordinates }) => coordinates?.lon ?? NaN),
    cosLat: yield* fillColumn(column(), records, ({ coordinates }) => cosOfLat(coordinates?.lat ?? NaN)),
    x: yield* fillColumn(column(), points, ({ x }) => x),
    y: yield* fillColumn(column(), points, ({ y }) => y),
    z: yield* fillColumn(column(), points, ({ z }) => z),
  };
}

function packLanguages(
  records: readonly MatchingPatient[],
  { languageWords, languageNumbers }: TherapistColumns,
) {
  const languages = new Uint32Array(records.length * languageWords);
  const germanWillDo = new Uint8Array(records.length);
  records.forEach((record, row) => {
    const wanted = record.languages.map((code) => code.toLowerCase());
    if (wanted.length === 0 || wanted.includes("de")) germanWillDo[row] = 1;
    for (const code of wanted) {
      const bit = languageNumbers.find(code);
      if (bit !== undefined) setBit(languages, languageWords, row, bit);
    }
  });
  return { languages, germanWillDo };
}

function* packDiagnoses(records: readonly MatchingPatient[], { diagnosisLists }: TherapistColumns) {
  const numbering = new Numbering();
  yield 0;
  const rows = yield* mapRows(records, ({ diagnoses }) =>
    diagnoses
      .map(comparableIcd10)
      .filter((code) => code !== "")
      .map((code) => numbering.numberOf(code)),
  );
  const coveredWords = Math.max(1, Math.ceil(numbering.keys.length / 32));
  const covered = new Uint32Array(diagnosisLists.length * coveredWords);
  const refused = new Uint32Array(covered.length);
  const mayBeRefused = new Uint32Array(covered.length);
  for (const [row, wish] of diagnosisLists.entries()) {
    numbering.keys.forEach((code, column) => {
      if (treatsDiagnosis(wish, code)) setBit(covered, coveredWords, row, column);
      if (refusesDiagnosis(wish, code)) setBit(refused, coveredWords, row, column);
      if (mayRefuseDiagnosis(wish, code)) setBit(mayBeRefused, coveredWords, row, column);
    });
    if (row % 100 === 99) yield row;
  }
  const diagnoses = packRows(rows, (length) => new Int32Array(length));
  return { diagnoses, covered, refused, mayBeRefused, coveredWords };
}

/** By id, not by index: several variants of one patient may stand side by side. */
function packExclusions(
  records: readonly MatchingPatient[],
  exclusions: readonly MatchingExclusion[],
  therapists: TherapistColumns,
  at: Date,
): Rows<Int32Array> {
  const inForce = exclusions.filter(({ until }) => until === null || until > at);
  const byPatient = Map.groupBy(inForce, ({ patientId }) => patientId);
  const rows = records.map(({ id }) =>
    (byPatient.get(id) ?? [])
      .map(({ therapistId }) => therapists.indexById.get(therapistId))
      .filter((index) => index !== undefined),
  );
  return packRows(rows, (length) => new Int32Array(length));
}
