import { z } from "zod";
import type { Context } from "@/lib/core/context";
import type { Coordinates } from "../vocabulary";
import { askService } from "./ask-service";
import { type RoutedMinutes, noWay } from "./routed-minutes";

/** MOTIS takes 128 places at once unless told otherwise. */
export const motisBatch = 100;
/** Farther than anybody's limit. */
const maxTravelMinutes = 240;
const maxMetresToStreet = 250;

const answerFor = (places: number) =>
  z.object({
    street_durations: z
      .array(z.object({ duration: z.number().nonnegative().optional() }))
      .length(places)
      .optional(),
    transit_durations: z.array(z.array(z.object({ duration: z.number().nonnegative() }))).length(places),
  });

/**
 * Minutes from one place to each of up to 100 others by public transport and on foot, by MOTIS's intermodal
 * one-to-many service, setting out on the next Tuesday at 8:00 UTC: a usual weekday morning, the wait for the first
 * departure included. `noWay` where it finds no connection within four hours; throws ServiceUnavailable when it does not answer properly. MOTIS's other one-to-many
 * service knows streets only.
 * https://github.com/motis-project/motis/blob/master/openapi.yaml
 */
export async function motisMinutes(
  ctx: Context,
  service: string,
  from: Coordinates,
  to: readonly Coordinates[],
): Promise<RoutedMinutes[]> {
  const place = ({ lat, lon }: Coordinates) => `${lat},${lon}`;
  const answer = await askService(ctx, {
    url: new URL(service),
    method: "POST",
    body: {
      one: place(from),
      many: to.map(place),
      time: nextTuesday(ctx.now),
      arriveBy: false,
      maxTravelTime: maxTravelMinutes,
      maxMatchingDistance: maxMetresToStreet,
    },
    answer: answerFor(to.length),
    timeoutMs: 20_000,
    maxBytes: 1_000_000,
  });
  return to.map((_, i) => {
    const durations = answer.transit_durations[i]!.map(({ duration }) => duration);
    const onFoot = answer.street_durations?.[i]?.duration;
    if (onFoot !== undefined) durations.push(onFoot);
    return durations.length === 0 ? noWay : Math.min(...durations) / 60;
  });
}

function nextTuesday(now: Date): string {
  const tuesday = 2;
  const days = (tuesday - now.getUTCDay() + 7) % 7 || 7;
  const day = new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return `${day}T08:00:00Z`;
}
