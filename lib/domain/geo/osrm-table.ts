import { z } from "zod";
import type { Context } from "@/lib/core/context";
import type { Coordinates } from "../vocabulary";
import { askService } from "./ask-service";
import { type RoutedMinutes, noWay } from "./routed-minutes";

/**
 * So many places keep the address of the question short enough for every server in between. OSRM itself refuses a table
 * when starts × places exceed the square of its limit, a hundred unless told otherwise.
 */
export const osrmBatch = 99;
/** Farther from a street a place was not really found: the server may know another region only. */
const maxMetresToStreet = 1000;

const waypoint = z.object({ distance: z.number().optional() });
const answerFor = (places: number) =>
  z.union([
    z.object({
      code: z.literal("Ok"),
      durations: z.tuple([z.array(z.number().nonnegative().nullable()).length(places)]),
      sources: z.array(waypoint).optional(),
      destinations: z.array(waypoint).optional(),
    }),
    z.object({ code: z.string().refine((code) => code !== "Ok") }),
  ]);

/**
 * Minutes from one place to each of up to 99 others by an OSRM table service; `noWay` where streets do not lead there,
 * null where it does not say: a place it did not find, or a question it refused; `too-many` when it takes fewer places
 * at once. Throws ServiceUnavailable when it does not answer properly.
 * https://project-osrm.org/docs/v5.24.0/api/#table-service
 */
export async function osrmMinutes(
  ctx: Context,
  service: string,
  from: Coordinates,
  to: readonly Coordinates[],
): Promise<RoutedMinutes[] | "too-many"> {
  const places = [from, ...to].map(({ lon, lat }) => `${lon},${lat}`).join(";");
  const proper = answerFor(to.length + 1);
  const answer = await askService(ctx, {
    url: new URL(`${service.replace(/\/$/, "")}/${places}?sources=0&generate_hints=false`),
    answers: { 200: proper, 400: proper },
    timeoutMs: 20_000,
    maxBytes: 1_000_000,
  });
  if (answer.code === "TooBig" && to.length > 1) return "too-many";
  if (!("durations" in answer) || isLost(answer.sources?.[0])) return to.map(() => null);
  const [seconds] = answer.durations;
  return to.map((_, i) => {
    const duration = seconds[i + 1] ?? null;
    if (isLost(answer.destinations?.[i + 1])) return null;
    return duration === null ? noWay : duration / 60;
  });
}

function isLost(point: z.infer<typeof waypoint> | undefined): boolean {
  return (point?.distance ?? 0) > maxMetresToStreet;
}
