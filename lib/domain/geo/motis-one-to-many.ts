import { z } from "zod";
import type { Context } from "@/lib/core/context";
import type { Coordinates } from "../vocabulary";
import { askService } from "./ask-service";
import { isPublicHoliday } from "./public-holidays";
import { type RoutedMinutes, noWay } from "./routed-minutes";

/** MOTIS takes 128 places at once unless told otherwise (`onetomany_max_many`). */
export const motisBatch = 100;
/** Farther than anybody's limit. */
const maxTravelMinutes = 240;
/** To the first stop and from the last. Left to itself MOTIS looks for stops within a quarter of an hour only. */
const maxSecondsToStop = 30 * 60;
/** The whole way on foot. A server that allows less than these takes its own limit. */
const maxSecondsOnFoot = 60 * 60;
const maxMetresToStreet = 250;

const seconds = z.number().nonnegative();
const durationsTo = (places: number) =>
  z.object({
    street_durations: z
      .array(z.object({ duration: seconds.optional() }))
      .length(places)
      .optional(),
    transit_durations: z.array(z.array(z.object({ duration: seconds }))).length(places),
  });
const refusal = z.object({ error: z.string() });

/**
 * Minutes from one place to each of up to 100 others by public transport and on foot, by MOTIS's intermodal
 * one-to-many service, setting out on the next Tuesday at 8:00 UTC: a usual weekday morning, the wait for the first
 * departure included. `noWay` where it finds no connection within four hours, null where it does not say; `too-many`
 * when it takes fewer places at once. Throws ServiceUnavailable when it does not answer properly. MOTIS's other
 * one-to-many service knows streets only.
 * https://github.com/motis-project/motis/blob/master/openapi.yaml
 */
export async function motisMinutes(
  ctx: Context,
  service: string,
  from: Coordinates,
  to: readonly Coordinates[],
): Promise<RoutedMinutes[] | "too-many"> {
  const place = ({ lat, lon }: Coordinates) => `${lat},${lon}`;
  const answer = await askService<z.infer<ReturnType<typeof durationsTo>> | z.infer<typeof refusal>>(ctx, {
    url: new URL(service),
    method: "POST",
    body: {
      one: place(from),
      many: to.map(place),
      time: nextTuesday(ctx.now),
      arriveBy: false,
      maxTravelTime: maxTravelMinutes,
      maxPreTransitTime: maxSecondsToStop,
      maxPostTransitTime: maxSecondsToStop,
      maxDirectTime: maxSecondsOnFoot,
      maxMatchingDistance: maxMetresToStreet,
    },
    answers: { 200: durationsTo(to.length), 422: refusal },
    timeoutMs: 20_000,
    maxBytes: 1_000_000,
  });
  if ("error" in answer) return to.length > 1 ? "too-many" : [null];
  const { street_durations: onFoot, transit_durations: byTransit } = answer;
  // A timetable that is out of date looks like a country without a single bus.
  const unfound = byTransit.every((connections) => connections.length === 0) ? null : noWay;
  return byTransit.map((connections, i) => {
    const ways = [...connections, onFoot?.[i] ?? {}].flatMap(({ duration }) => duration ?? []);
    return ways.length === 0 ? unfound : Math.min(...ways) / 60;
  });
}

/** On holidays buses go as on Sundays. */
function nextTuesday(now: Date): string {
  const tuesday = 2;
  const dayIn = (days: number) =>
    new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  let days = (tuesday - now.getUTCDay() + 7) % 7 || 7;
  while (isPublicHoliday(dayIn(days), null)) days += 7;
  return `${dayIn(days)}T08:00:00Z`;
}
