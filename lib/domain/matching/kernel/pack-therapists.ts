import { cosOfLat, radians } from "../../geo/distance";
import type { TriState } from "../../vocabulary";
import { type DiagnosisWish, comparableIcd10 } from "./icd10";
import { offeredMethods } from "./method-offers";
import type { MatchingLocation, MatchingTherapist } from "./records";
import { type Rows, Numbering, packRows, setBit } from "./rows";
import { type SpatialGrid, buildGrid } from "./spatial-grid";
import { fillColumn, mapRows } from "./slices";
import { therapistTraits } from "./traits";
import { partsOfWeek, weeklySpans } from "./weekly-slots";

/** All sites of all therapists, those of one therapist side by side. */
export type LocationColumns = {
  /** The sites of therapist `t` are `start[t] .. start[t + 1])`. */
  start: Int32Array;
  therapist: Int32Array;
  /** Degrees, NaN where not known. */
  lat: Float64Array;
  lon: Float64Array;
  cosLat: Float64Array;
  /** The same place on the unit sphere: straight lines through it compare like ways over it, without trigonometry. */
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  stepFree: Uint8Array;
};

const stepFreeCodes: Record<TriState, number> = { yes: 0, unknown: 1, no: 2 };

/** Therapists as columns; the index of a therapist is its position in `records`. */
export type TherapistColumns = {
  records: readonly MatchingTherapist[];
  indexById: Map<string, number>;
  traits: Uint32Array;
  offers: Uint32Array;
  /** Spoken languages but German, `languageWords` words per therapist. */
  languages: Uint32Array;
  languageWords: number;
  languageNumbers: Numbering;
  /** Inclusive limits of the wished age. */
  ageMin: Int16Array;
  ageMax: Int16Array;
  /** Number of the wish about diagnoses, -1 for none. */
  diagnosisList: Int32Array;
  diagnosisLists: readonly DiagnosisWish[];
  hours: Rows<Uint16Array>;
  hourParts: Uint32Array;
  video: Uint8Array;
  locations: LocationColumns;
  grid: SpatialGrid;
  /** With video, wherever they are. */
  withVideo: Int32Array;
  /** With a site whose place is not known, or with no site. */
  unlocated: Int32Array;
};

/**
 * Packs therapists for judging at the instant `at`, with pauses. Whoever shares a mailbox shares its cooling and open
 * inquiry.
 */
export function* packTherapists(
  records: readonly MatchingTherapist[],
  at: Date,
): Generator<number, TherapistColumns> {
  const size = records.length;
  const busy = busyMailboxes(records, at);
  const spans = yield* mapRows(records, ({ officeHours }) => weeklySpans(officeHours));
  const lists = new Numbering();
  const locations = yield* packLocations(records);
  yield size;
  const grid = buildGrid(locations.lat, locations.lon);
  yield size;
  const hours = packRows(
    spans.map((row) => row ?? []),
    (length) => new Uint16Array(length),
  );
  yield size;
  return {
    records,
    indexById: new Map(records.map(({ id }, index) => [id, index])),
    traits: yield* fillColumn(new Uint32Array(size), records, (record, t) =>
      therapistTraits(record, { contactable: isContactable(record, busy), hoursKnown: spans[t] !== null }),
    ),
    offers: yield* fillColumn(new Uint32Array(size), records, offeredMethods),
    ...(yield* packLanguages(records)),
    ageMin: yield* fillColumn(new Int16Array(size), records, ({ wishes }) => wishes.ageMin ?? 0),
    ageMax: yield* fillColumn(new Int16Array(size), records, ({ wishes }) => wishes.ageMax ?? 32_767),
    diagnosisList: yield* fillColumn(new Int32Array(size), records, (record) =>
      diagnosisListNumber(record, lists),
    ),
    diagnosisLists: lists.keys.map(diagnosisWish),
    hours,
    hourParts: yield* fillColumn(new Uint32Array(size), spans, (row) => partsOfWeek(row ?? [])),
    video: yield* fillColumn(new Uint8Array(size), records, ({ video }) => (video === "yes" ? 1 : 0)),
    locations,
    grid,
    withVideo: indexesWhere(records, ({ video }) => video === "yes"),
    unlocated: indexesWhere(
      records,
      (record) =>
        record.locations.length === 0 || record.locations.some(({ coordinates }) => coordinates === null),
    ),
  };
}

/** A point on the unit sphere; NaN in every part where the place is not known. */
export function onUnitSphere(lat: number, lon: number): { x: number; y: number; z: number } {
  const [phi, lambda] = [radians(lat), radians(lon)];
  return { x: Math.cos(phi) * Math.cos(lambda), y: Math.cos(phi) * Math.sin(lambda), z: Math.sin(phi) };
}

function isContactable(therapist: MatchingTherapist, busy: ReadonlySet<string>): boolean {
  return therapist.status === "active" && !therapist.objected && !busy.has(therapist.mailbox);
}

function busyMailboxes(records: readonly MatchingTherapist[], at: Date): Set<string> {
  return new Set(
    records
      .filter(
        ({ coolingUntil, mailboxHasOpenInquiry }) =>
          mailboxHasOpenInquiry || (coolingUntil !== null && coolingUntil > at),
      )
      .map(({ mailbox }) => mailbox),
  );
}

function* packLanguages(records: readonly MatchingTherapist[]) {
  const languageNumbers = new Numbering();
  const spoken = yield* mapRows(records, ({ languages }) =>
    languages
      .map((code) => code.toLowerCase())
      .filter((code) => code !== "de")
      .map((code) => languageNumbers.numberOf(code)),
  );
  const languageWords = Math.max(1, Math.ceil(languageNumbers.keys.length / 32));
  const languages = new Uint32Array(records.length * languageWords);
  spoken.forEach((numbers, row) => numbers.forEach((bit) => setBit(languages, languageWords, row, bit)));
  return { languages, languageWords, languageNumbers };
}

function diagnosisListNumber({ wishes }: MatchingTherapist, lists: Numbering): number {
  // Most have no such wish.
  if (wishes.diagnoses.length === 0 && wishes.excludedDiagnoses.length === 0) return -1;
  const listOf = (codes: readonly string[]) =>
    [...new Set(codes.map(comparableIcd10))].filter((code) => code !== "").toSorted();
  const key = [wishes.diagnoses, wishes.excludedDiagnoses].map((codes) => listOf(codes).join(" ")).join("|");
  return key === "|" ? -1 : lists.numberOf(key);
}

function diagnosisWish(key: string): DiagnosisWish {
  const [treated = [], refused = []] = key
    .split("|")
    .map((codes) => codes.split(" ").filter((code) => code !== ""));
  return { treated, refused };
}

function* packLocations(records: readonly MatchingTherapist[]): Generator<number, LocationColumns> {
  const start = new Int32Array(records.length + 1);
  records.forEach((record, t) => (start[t + 1] = start[t]! + record.locations.length));
  const sites: MatchingLocation[] = records.flatMap((record) => [...record.locations]);
  yield records.length;
  const points = yield* mapRows(sites, ({ coordinates }) =>
    onUnitSphere(coordinates?.lat ?? NaN, coordinates?.lon ?? NaN),
  );
  const size = sites.length;
  return {
    start,
    therapist: Int32Array.from(records.flatMap((record, t) => record.locations.map(() => t))),
    lat: yield* fillColumn(new Float64Array(size), sites, ({ coordinates }) => coordinates?.lat ?? NaN),
    lon: yield* fillColumn(new Float64Array(size), sites, ({ coordinates }) => coordinates?.lon ?? NaN),
    cosLat: yield* fillColumn(new Float64Array(size), sites, ({ coordinates }) =>
      cosOfLat(coordinates?.lat ?? NaN),
    ),
    x: yield* fillColumn(new Float64Array(size), points, ({ x }) => x),
    y: yield* fillColumn(new Float64Array(size), points, ({ y }) => y),
    z: yield* fillColumn(new Float64Array(size), points, ({ z }) => z),
    stepFree: yield* fillColumn(new Uint8Array(size), sites, ({ stepFree }) => stepFreeCodes[stepFree]),
  };
}

function indexesWhere(
  records: readonly MatchingTherapist[],
  condition: (record: MatchingTherapist) => boolean,
): Int32Array {
  return Int32Array.from([...records.keys()].filter((index) => condition(records[index]!)));
}
