import { and, eq, inArray } from "drizzle-orm";
import { locations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { placeColumns } from "../geo/place-columns";
import type { LocationInput } from "./schemas";
import { type LocationRow, addressOf } from "./therapist-rows";

/**
 * Makes the sites of a therapist those given, in the caller's transaction. A site whose address stays keeps its id and
 * the coordinates that were found for it; a new address is announced, so that coordinates are found. Returns whether
 * anything changed.
 */
export async function saveLocations(
  ctx: Context,
  therapistId: string,
  before: LocationRow[],
  wanted: LocationInput[],
): Promise<boolean> {
  const left = [...before];
  let changed = false;
  for (const site of wanted) {
    const position = left.findIndex((row) => addressKey(addressOf(row)) === addressKey(site.address));
    const [known] = position < 0 ? [] : left.splice(position, 1);
    const written = known ? await updateSite(ctx, known, site) : await insertSite(ctx, therapistId, site);
    changed ||= written;
  }
  if (left.length === 0) return changed;
  const gone = inArray(
    locations.id,
    left.map((row) => row.id),
  );
  await ctx.db.delete(locations).where(and(eq(locations.therapistId, therapistId), gone));
  return true;
}

async function insertSite(ctx: Context, therapistId: string, site: LocationInput): Promise<boolean> {
  const { address, coordinates, stepFree } = site;
  const [row] = await ctx.db
    .insert(locations)
    .values({ therapistId, ...address, ...placeColumns(coordinates, address.postalCode), stepFree })
    .returning({ id: locations.id });
  await emit(ctx, "address/changed", { subject: "location", subjectId: row!.id });
  return true;
}

async function updateSite(ctx: Context, known: LocationRow, site: LocationInput): Promise<boolean> {
  const { address, coordinates, stepFree } = site;
  const placed = coordinates !== null && (coordinates.lat !== known.lat || coordinates.lon !== known.lon);
  const rewritten = Object.entries(addressOf(known)).some(
    ([name, value]) => address[name as keyof typeof address] !== value,
  );
  if (!placed && !rewritten && stepFree === known.stepFree) return false;
  await ctx.db
    .update(locations)
    .set({
      ...address,
      stepFree,
      ...(placed ? { ...coordinates, coordinateSource: "source" as const } : {}),
    })
    .where(eq(locations.id, known.id));
  if (placed) await emit(ctx, "address/changed", { subject: "location", subjectId: known.id });
  return true;
}

/** Case and spaces make no other address. */
function addressKey(address: LocationInput["address"]): string {
  return [address.street, address.houseNumber, address.postalCode, address.city]
    .map((part) => part.toLowerCase().replace(/\s+/g, " ").trim())
    .join("|");
}
