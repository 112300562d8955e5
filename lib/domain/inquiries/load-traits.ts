import { and, eq, inArray, sql } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { ageOn } from "../patients/age-on";
import type { Trait } from "./profile";

/** The columns of a patient from which the traits come. */
export const traitColumns = {
  gender: patients.gender,
  birthDate: patients.birthDate,
  postalCode: patients.postalCode,
  city: patients.city,
  languages: patients.languages,
};

/** The traits of a patient as of today. */
export function traitOf({ now }: Context, row: Omit<Trait, "age"> & { birthDate: string | null }): Trait {
  const { gender, birthDate, postalCode, city, languages } = row;
  return { gender, age: ageOn(birthDate, now), postalCode, city, languages };
}

/** The traits of everybody who searches or was placed in the same postcode regions (two digits) as these. */
export async function loadTraits(ctx: Context, near: readonly { postalCode: string }[]): Promise<Trait[]> {
  const regions = [...new Set(near.map(({ postalCode }) => postalCode.slice(0, 2)))];
  const rows = await ctx.db
    .select(traitColumns)
    .from(patients)
    .innerJoin(searches, eq(searches.patientId, patients.id))
    .where(
      and(
        inArray(searches.status, ["active", "placed"]),
        inArray(sql`left(${patients.postalCode}, 2)`, regions),
      ),
    );
  return rows.map((row) => traitOf(ctx, row));
}
