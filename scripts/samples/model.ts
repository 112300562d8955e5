import type { AgeGroup, Method, Setting, Weekday } from "@/lib/domain/vocabulary";
import type { Site } from "./places";

/** Weekday → ranges as [from, to] in "HH:MM". */
export type SampleHours = Partial<Record<Weekday, [from: string, to: string][]>>;

/** An invented therapist before the record is written in one of the two generations of the capture. */
export type SampleTherapist = {
  id: string;
  salutation: "Frau" | "Herr" | "";
  gender: "w" | "m" | "d" | "";
  title: string;
  firstName: string;
  lastName: string;
  street: string;
  houseNumber: string;
  site: Site;
  phone: string;
  fax: string;
  email: string;
  web: string;
  /** Association of statutory physicians; "" where the record does not say. */
  association: string;
  group: string;
  permits: string[];
  languages: string[];
  access: string[];
  features: string[];
  offers: { method: Method; ageGroup: AgeGroup; settings: Setting[] }[];
  phoneHours: SampleHours;
  officeHours: SampleHours;
};
