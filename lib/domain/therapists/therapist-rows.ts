import type { locations, practices, therapists } from "@/db/schema";
import { type TherapistInput, noWishes } from "./schemas";

export type TherapistRow = typeof therapists.$inferSelect;
export type PracticeRow = typeof practices.$inferSelect;
export type LocationRow = typeof locations.$inferSelect;

/** The columns of the therapist's own row; mailbox and locations have rows of their own. */
export function therapistColumns(input: TherapistInput) {
  const { email: _, practiceName: __, locations: ___, notes, ...own } = input;
  return { ...own, notes: notes === "" ? null : notes };
}

/** The record as forms, the REST API and directory adapters know it. */
export function therapistInputOf(
  therapist: TherapistRow,
  practice: PracticeRow,
  sites: LocationRow[],
): TherapistInput {
  return {
    salutation: therapist.salutation,
    title: therapist.title,
    gender: therapist.gender,
    firstName: therapist.firstName,
    lastName: therapist.lastName,
    practiceName: practice.name,
    locations: sites.map((site) => ({
      address: addressOf(site),
      coordinates: site.lat === null || site.lon === null ? null : { lat: site.lat, lon: site.lon },
      stepFree: site.stepFree,
    })),
    phone: therapist.phone,
    fax: therapist.fax,
    email: practice.email,
    website: therapist.website,
    statutorySeat: therapist.statutorySeat,
    offers: therapist.offers,
    languages: therapist.languages,
    phoneHours: therapist.phoneHours,
    officeHours: therapist.officeHours,
    qualifications: therapist.qualifications,
    specialOffers: therapist.specialOffers,
    video: therapist.video,
    wishes: { ...noWishes, ...therapist.wishes },
    capacity: therapist.capacity,
    potentiallyAvailable: therapist.potentiallyAvailable,
    potentiallyAvailableNote: therapist.potentiallyAvailableNote,
    informed: therapist.informed,
    notes: therapist.notes ?? "",
  };
}

export function addressOf(site: Pick<LocationRow, "street" | "houseNumber" | "postalCode" | "city">) {
  return {
    street: site.street,
    houseNumber: site.houseNumber,
    postalCode: site.postalCode,
    city: site.city,
  };
}
