import { newId } from "@/db/columns";
import type { Database } from "@/db/client";
import { consents, exclusions, locations, patients, practices, searches, therapists } from "@/db/schema";
import { consentTextVersion, requiredConsents } from "@/lib/domain/consents/status";
import { allPostcodes } from "@/lib/domain/geo/postcodes";
import type { MatchingPatient, MatchingTherapist } from "@/lib/domain/matching/kernel/records";
import type { Coordinates } from "@/lib/domain/vocabulary";
import { fillHistory } from "./fill-history";
import { syntheticGermany } from "./synthetic-germany";

/**
 * Fills an empty database with the made-up Germany of the benchmarks, past every verb, since only its size matters. With
 * `past`, so many searches more have come to an end, and there are the inquiries about them.
 */
export async function fillDatabase(
  db: Database,
  therapistCount: number,
  patientCount: number,
  { past = 0, at = new Date() } = {},
): Promise<void> {
  const world = syntheticGermany(therapistCount, patientCount);
  const therapistIds = await storeTherapists(db, world.therapists);
  const patientIds = await storePatients(db, world.patients);
  await storePatients(db, syntheticGermany(0, past, 2).patients, "placed");
  await fillHistory(db, at);
  await inParts(world.exclusions, (part) =>
    db.insert(exclusions).values(
      part.map(({ patientId, therapistId, reason, until }) => ({
        patientId: patientIds.get(patientId)!,
        therapistId: therapistIds.get(therapistId)!,
        reason,
        until,
      })),
    ),
  );
}

/** From the ids of the made-up records to those in the database. */
type Ids = Map<string, string>;

/** So many rows go into one statement. */
const perStatement = 1000;

async function storeTherapists(db: Database, records: readonly MatchingTherapist[]): Promise<Ids> {
  const byMailbox = new Map<string, typeof practices.$inferInsert & { id: string }>();
  for (const { mailbox, email, coolingUntil } of records) {
    if (byMailbox.has(mailbox)) continue;
    byMailbox.set(mailbox, { id: newId(), mailboxKey: mailbox, email, phone: "0241 99999901", coolingUntil });
  }
  const ids: Ids = new Map(records.map(({ id }) => [id, newId()]));
  const rows = records.map((record) => ({ ...record, id: ids.get(record.id)! }));
  await inParts([...byMailbox.values()], (part) => db.insert(practices).values(part));
  await inParts(rows, (part) =>
    db.insert(therapists).values(
      part.map(({ mailbox, offers, languages, wishes, available, ...record }) => ({
        id: record.id,
        practiceId: byMailbox.get(mailbox)!.id,
        status: "active" as const,
        title: record.title,
        gender: record.gender,
        lastName: record.lastName,
        statutorySeat: record.statutorySeat,
        offers: [...offers],
        languages: [...languages],
        officeHours: record.officeHours,
        video: record.video,
        wishes,
        potentiallyAvailable: available !== null,
        informed: record.informed,
        createdAt: record.createdAt,
      })),
    ),
  );
  await inParts(rows, (part) =>
    db.insert(locations).values(
      part.flatMap(({ id, locations: sites }) =>
        sites.map(({ coordinates, stepFree }) => ({
          therapistId: id,
          postalCode: postcodeAt(coordinates!),
          ...coordinates,
          stepFree,
        })),
      ),
    ),
  );
  return ids;
}

async function storePatients(
  db: Database,
  records: readonly MatchingPatient[],
  status?: "placed",
): Promise<Ids> {
  const ids: Ids = new Map(records.map(({ id }) => [id, newId()]));
  const rows = records.map((record) => ({ ...record, id: ids.get(record.id)! }));
  await inParts(rows, (part) => db.insert(patients).values(part.map(patientRow)));
  await inParts(rows, (part) =>
    db.insert(searches).values(
      part.map(({ id, searchClosed, waitingSince }) => ({
        patientId: id,
        status: status ?? (searchClosed === "paused" ? ("paused" as const) : ("active" as const)),
        since: new Date(waitingSince),
      })),
    ),
  );
  await inParts(rows, (part) =>
    db.insert(consents).values(
      part.flatMap(({ id }) =>
        requiredConsents.map((kind) => {
          return { patientId: id, kind, version: consentTextVersion, grantedAt: new Date() };
        }),
      ),
    ),
  );
  return ids;
}

function patientRow(record: MatchingPatient & { id: string }): typeof patients.$inferInsert {
  return {
    id: record.id,
    firstName: "Erna",
    lastName: "Beispiel",
    gender: record.gender,
    birthDate: record.birthDate,
    postalCode: postcodeAt(record.coordinates!),
    ...record.coordinates,
    coordinateSource: "geocoder",
    payer: record.payer,
    reimbursementRoute: record.reimbursementRoute,
    health: {
      insuranceNumber: "",
      diagnoses: [...record.diagnoses],
      symptoms: [],
      symptomsText: "",
      previousTherapy: null,
      previousTherapyEndedOn: null,
      consultationDone: true,
      consultationOn: null,
      ptv11: { acute: record.urgency === "acute", urgent: record.urgency === "urgent" },
    },
    availability: record.availability,
    travelMode: record.travel.mode,
    travelMaxMinutes: record.travel.maxMinutes,
    travelMaxKm: record.travel.maxKm,
    openToGroup: record.openToGroup,
    openToVideo: record.openToVideo,
    wantedTherapistGender: record.wantedTherapistGender,
    wantedMethods: [...record.wantedMethods],
    languages: [...record.languages],
    stepFreeAccess: record.stepFreeAccess,
  };
}

/** The postcode with the nearest centre, among those of the same tenth of a degree of latitude. */
function postcodeAt({ lat, lon }: Coordinates): string {
  let nearest = "";
  let least = Infinity;
  for (const band of [-1, 0, 1]) {
    for (const place of bands.get(Math.floor(lat * 10) + band) ?? []) {
      const distance = (place.lat - lat) ** 2 + ((place.lon - lon) * 0.63) ** 2;
      if (distance >= least) continue;
      least = distance;
      nearest = place.postalCode;
    }
  }
  return nearest;
}

const bands = Map.groupBy(allPostcodes(), ({ lat }) => Math.floor(lat * 10));

async function inParts<Row>(rows: readonly Row[], store: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += perStatement) {
    await store(rows.slice(start, start + perStatement));
  }
}
