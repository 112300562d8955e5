import { doublePrecision, integer, pgTable, text } from "drizzle-orm/pg-core";
import { encryptedJson, id, instant } from "../columns";

/** Answers of the geocoder; no coordinates mean that it does not know the address. */
export const geocodeCache = pgTable("geocode_cache", {
  /** Keyed hash of the normalised address. */
  key: text().primaryKey(),
  lat: doublePrecision(),
  lon: doublePrecision(),
  expiresAt: instant().notNull(),
});

/**
 * Travel times from one home by one mode. Times to known practices would give a home away, so all of them are one
 * encrypted value that is found by a keyed hash.
 */
export const travelTimes = pgTable("travel_times", {
  id: id(),
  key: text().notNull().unique(),
  minutes: encryptedJson<CachedMinutes>("travel_times.minutes").notNull(),
  expiresAt: instant().notNull(),
  /** The router had no answer; it is not asked about this home before this instant. */
  askAgainAt: instant(),
  /** Until then those minutes count that say there is no way, or nothing. */
  doubtfulUntil: instant(),
});

/** By the cell of the practice, as lib/domain/geo/routed-minutes.ts describes them. */
export type CachedMinutes = Record<string, number | null>;

/** How a foreign service is treated by all processes together. */
export const serviceGates = pgTable("service_gates", {
  host: text().primaryKey(),
  /** The next question may be asked at this instant. */
  nextAt: instant().notNull(),
  /** Failures in a row. */
  failures: integer().notNull().default(0),
  closedUntil: instant(),
});
