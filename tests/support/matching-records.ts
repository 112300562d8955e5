import type { MatchingPatient, MatchingTherapist } from "@/lib/domain/matching/kernel/records";
import { noWishes } from "@/lib/domain/therapists/schemas";

/** Wednesday, 18 November 2026, noon in Germany. */
export const matchingDay = new Date("2026-11-18T11:00:00Z");

const aachen = { lat: 50.7753, lon: 6.0839 };

/** A grown-up in Aachen whose wishes the therapist of `therapistRecord` meets, one and all. */
export function patientRecord(changes: Partial<MatchingPatient> = {}): MatchingPatient {
  return {
    id: "patient-1",
    birthDate: "1990-05-04",
    gender: "female",
    payer: "gkv",
    reimbursementRoute: false,
    wantedMethods: ["VT"],
    openToGroup: false,
    openToVideo: false,
    wantedTherapistGender: "any",
    languages: [],
    availability: { wed: [{ from: "09:00", to: "12:00" }] },
    travel: { mode: "car", maxMinutes: 30, maxKm: null },
    stepFreeAccess: false,
    diagnoses: ["F32.1"],
    coordinates: aachen,
    urgency: "normal",
    waitingSince: "2026-09-01T08:00:00Z",
    searchClosed: null,
    openInquiries: 0,
    ...changes,
  };
}

/** An active practice with a seat in Aachen that treats grown-ups one by one and wishes nothing. */
export function therapistRecord(changes: Partial<MatchingTherapist> = {}): MatchingTherapist {
  return {
    id: "therapist-1",
    mailbox: "mail:praxis@sand.example",
    email: "praxis@sand.example",
    hasPhone: true,
    status: "active",
    objected: false,
    coolingUntil: null,
    mailboxHasOpenInquiry: false,
    gender: "female",
    statutorySeat: "yes",
    offers: [{ method: "VT", ageGroup: "adult", setting: "individual" }],
    languages: [],
    officeHours: { wed: [{ from: "10:00", to: "16:00" }] },
    locations: [{ id: "site-1", coordinates: aachen, stepFree: "yes" }],
    video: "no",
    wishes: noWishes,
    available: null,
    informed: false,
    title: "",
    lastName: "Sand",
    createdAt: new Date("2026-01-01T00:00:00Z"),
    ...changes,
  };
}
