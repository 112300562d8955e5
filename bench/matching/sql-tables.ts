import type { Sql } from "postgres";
import { estimateTravelMinutes } from "@/lib/domain/geo/travel-estimate";
import type { MatchingPatient } from "@/lib/domain/matching/kernel/records";
import type { SnapshotRecords } from "@/lib/domain/matching/kernel/snapshot";
import { type WeeklyHours, weekdays } from "@/lib/domain/vocabulary";

/**
 * Writes the records of a snapshot into tables as one would lay them out to answer the question in SQL: health data in
 * the clear (the application keeps it encrypted, so this is the benchmark's alone), places as points on the earth with
 * a GiST index, hours of the week as multiranges. Numbers stand for the order in the snapshot.
 */
export async function makeTables(sql: Sql, records: SnapshotRecords): Promise<void> {
  await sql.unsafe(schema);
  const numberOfPatient = new Map(records.patients.map(({ id }, i) => [id, i]));
  const numberOfTherapist = new Map(records.therapists.map(({ id }, i) => [id, i]));
  await insert(sql, "patients", records.patients.map(patientRow));
  await insert(
    sql,
    "therapists",
    records.therapists.map((therapist, i) => ({
      i,
      mailbox: therapist.mailbox,
      active: therapist.status === "active",
      objected: therapist.objected,
      cooling_until: therapist.coolingUntil,
      has_open: therapist.mailboxHasOpenInquiry,
      gender: therapist.gender,
      seat: therapist.statutorySeat,
      offers: therapist.offers.map((offer) => [offer.method, offer.ageGroup, offer.setting].join(" ")),
      languages: therapist.languages,
      hours: multirange(therapist.officeHours),
      video: therapist.video === "yes",
      age_min: therapist.wishes.ageMin,
      age_max: therapist.wishes.ageMax,
      genders: therapist.wishes.genders,
      treats: therapist.wishes.diagnoses.map(plain),
      refuses: therapist.wishes.excludedDiagnoses.map(plain),
      group_only: therapist.wishes.groupOnly,
    })),
  );
  const sites = records.therapists.flatMap(({ locations }, therapist) =>
    locations.map(({ coordinates, stepFree }) => ({ therapist, ...place(coordinates), step_free: stepFree })),
  );
  await insert(sql, "sites", sites);
  const excluded = records.exclusions.flatMap(({ patientId, therapistId, until }) => {
    const [p, t] = [numberOfPatient.get(patientId), numberOfTherapist.get(therapistId)];
    return p === undefined || t === undefined ? [] : [{ p, t, until }];
  });
  await insert(sql, "exclusions", excluded);
  await sql.unsafe(finish);
}

const schema = `
  create extension if not exists cube;
  create extension if not exists earthdistance;
  -- The radius that the rest of the product uses, in metres.
  create or replace function earth() returns float8 language sql immutable parallel safe as 'select 6371008.8::float8';
  drop schema if exists bench cascade;
  create schema bench;
  create unlogged table bench.patients (i int primary key, birth_date date, gender text, payer text, reimbursement bool,
    methods text[], open_group bool, open_video bool, wanted_gender text, languages text[], hours int4multirange,
    max_km float8, max_minutes float8, minutes_per_km float8, step_free bool, diagnoses text[], closed bool,
    lat float8, lon float8, place earth);
  create unlogged table bench.therapists (i int primary key, mailbox text, active bool, objected bool,
    cooling_until timestamptz, has_open bool, gender text, seat text, offers text[], languages text[],
    hours int4multirange, video bool, age_min int, age_max int, genders text[], treats text[], refuses text[],
    group_only bool);
  create unlogged table bench.sites (therapist int, lat float8, lon float8, place earth, step_free text);
  create unlogged table bench.exclusions (p int, t int, until timestamptz);`;

const finish = `
  update bench.patients set place = ll_to_earth(lat, lon);
  update bench.sites set place = ll_to_earth(lat, lon);
  create index on bench.sites using gist (place);
  create index on bench.sites (therapist);
  create index on bench.therapists (mailbox);
  create index on bench.exclusions (p, t);
  analyze bench.patients;
  analyze bench.sites;
  analyze bench.therapists;
  analyze bench.exclusions;`;

function patientRow(patient: MatchingPatient, i: number) {
  return {
    i,
    birth_date: patient.birthDate,
    gender: patient.gender,
    payer: patient.payer,
    reimbursement: patient.reimbursementRoute,
    methods: patient.wantedMethods,
    open_group: patient.openToGroup,
    open_video: patient.openToVideo,
    wanted_gender: patient.wantedTherapistGender,
    languages: patient.languages.length > 0 ? patient.languages : ["de"],
    hours: multirange(patient.availability),
    max_km: patient.travel.maxKm,
    max_minutes: patient.travel.maxMinutes,
    minutes_per_km: estimateTravelMinutes(patient.travel.mode, 1),
    step_free: patient.stepFreeAccess,
    diagnoses: patient.diagnoses.map(plain),
    closed: patient.searchClosed !== null,
    ...place(patient.coordinates),
  };
}

/** Minutes of the week; Sunday's midnight is followed by as much of Monday as one slot can need. */
function multirange(hours: WeeklyHours): string | null {
  const minute = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const ranges = weekdays.flatMap((weekday, day) =>
    (hours[weekday] ?? []).map(
      ({ from, to }) => [day * 1440 + minute(from), day * 1440 + minute(to)] as const,
    ),
  );
  if (ranges.length === 0) return null;
  const again = ranges
    .filter(([start]) => start < 50)
    .map(([start, end]) => [10_080 + start, 10_080 + Math.min(50, end)] as const);
  return `{${[...ranges, ...again].map(([start, end]) => `[${start},${end})`).join(",")}}`;
}

function place(coordinates: MatchingPatient["coordinates"]) {
  return { lat: coordinates?.lat ?? null, lon: coordinates?.lon ?? null };
}

const plain = (code: string) => code.replace(".", "").toUpperCase();

/** As JSON that the server takes apart by the table's own columns: no type has to be named twice. */
async function insert(sql: Sql, table: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 5000) {
    const part = JSON.stringify(rows.slice(start, start + 5000));
    await sql.unsafe(
      `insert into bench.${table} select * from jsonb_populate_recordset(null::bench.${table}, $1::text::jsonb)`,
      [part],
    );
  }
}
