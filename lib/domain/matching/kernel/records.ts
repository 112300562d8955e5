import type { ExclusionReason, TherapistStatus } from "../../therapists/status";
import type { Wishes } from "../../therapists/schemas";
import type {
  Coordinates,
  Gender,
  Method,
  Offer,
  Payer,
  PlaceKind,
  TravelMode,
  TriState,
  Urgency,
  WantedGender,
  WeeklyHours,
} from "../../vocabulary";

/** Why a search cannot be proposed now: not running, paused, or a required consent is not in force. */
export type SearchClosedReason = "inactive" | "paused" | "consent";

/** At least one limit is stated; where both are, both hold. `Infinity` asks for no limit. */
export type TravelLimit = { mode: TravelMode; maxMinutes: number | null; maxKm: number | null };

/** A patient with the running search, as matching sees one. Null and empty mean "not stated". */
export type MatchingPatient = {
  id: string;
  /** "YYYY-MM-DD". */
  birthDate: string | null;
  gender: Gender;
  payer: Payer | null;
  reimbursementRoute: boolean;
  /** Empty: any. */
  wantedMethods: readonly Method[];
  openToGroup: boolean;
  openToVideo: boolean;
  wantedTherapistGender: WantedGender;
  /** ISO 639-1; one of them must be spoken. Empty: German. */
  languages: readonly string[];
  availability: WeeklyHours;
  travel: TravelLimit;
  stepFreeAccess: boolean;
  /** ICD-10. */
  diagnoses: readonly string[];
  coordinates: Coordinates | null;
  urgency: Urgency;
  /** ISO instant or day. */
  waitingSince: string;
  searchClosed: SearchClosedReason | null;
  /** How many open inquiries the search is already part of. */
  openInquiries: number;
};

export type MatchingLocation = { id: string; coordinates: Coordinates | null; stepFree: TriState };

/** A therapist as matching sees one. */
export type MatchingTherapist = {
  id: string;
  /** Who shares this key is contacted as one. */
  mailbox: string;
  email: string | null;
  hasPhone: boolean;
  status: TherapistStatus;
  objected: boolean;
  /** Of the mailbox: not contacted before this instant. */
  coolingUntil: Date | null;
  mailboxHasOpenInquiry: boolean;
  gender: Gender;
  statutorySeat: TriState;
  /** Empty: not known. */
  offers: readonly Offer[];
  /** ISO 639-1; German needs no mention. */
  languages: readonly string[];
  /** Empty: not known. */
  officeHours: WeeklyHours;
  locations: readonly MatchingLocation[];
  video: TriState;
  wishes: Wishes;
  /** Of which kind the practice has places, as far as it told, by the time it answers; null for none. */
  available: PlaceKind | null;
  informed: boolean;
  title: string;
  lastName: string;
  createdAt: Date;
};

/** This patient is not proposed to this therapist; `until` null means for good. */
export type MatchingExclusion = {
  patientId: string;
  therapistId: string;
  reason: ExclusionReason;
  until: Date | null;
};

export type MatchingSettings = {
  /** Searches in one inquiry, 1 to 6. */
  maxItemsPerInquiry: number;
  /** Open inquiries that one search may be part of at once. */
  maxParallelInquiries: number;
};

/** New inquiries of one run at the most; null for no limit. */
export type ContactBudget = { contactBudget: number | null };

export const defaultMatchingSettings: MatchingSettings = { maxItemsPerInquiry: 6, maxParallelInquiries: 3 };
