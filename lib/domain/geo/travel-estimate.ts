import type { TravelMode } from "../vocabulary";

type Way = { detour: number; kmPerHour: number };

/**
 * How a straight line becomes a way. Detour: driving distance is typically 1.3 times the straight line (Wang et al.
 * 2024, arXiv 2406.06490); bus and train follow the same streets, paths for bicycles and feet cut corners.
 * Speeds are door to door for ways of 5 to 60 minutes, with looking for a parking space, walking to the stop and
 * waiting in them. They are our assumptions, chosen rather slow so that an estimate seldom promises a way that is
 * too long; exact minutes from a router replace them where one is configured.
 */
const estimatedWays: Readonly<Record<TravelMode, Way>> = {
  car: { detour: 1.3, kmPerHour: 40 },
  transit: { detour: 1.3, kmPerHour: 20 },
  bicycle: { detour: 1.2, kmPerHour: 14 },
  foot: { detour: 1.2, kmPerHour: 4.8 },
};

/** Estimated minutes for a straight line of `km`; grows with `km`, 0 only for 0 km. To be shown as an estimate. */
export function estimateTravelMinutes(mode: TravelMode, km: number): number {
  const { detour, kmPerHour } = estimatedWays[mode];
  return ((km * detour) / kmPerHour) * 60;
}

/** The straight line in km that `minutes` reach by the same estimate. */
export function estimateReachKm(mode: TravelMode, minutes: number): number {
  const { detour, kmPerHour } = estimatedWays[mode];
  return ((minutes / 60) * kmPerHour) / detour;
}

/**
 * Greatest speed along the straight line, door to door, that a way of up to two hours can have: a motorway or an
 * express train without a detour. What would have to be faster than that is too far, whatever a router says.
 */
const greatestKmPerHour: Readonly<Record<TravelMode, number>> = {
  car: 100,
  transit: 100,
  bicycle: 25,
  foot: 7,
};

/** A way over a straight line of `km` takes no less than this. */
export function leastTravelMinutes(mode: TravelMode, km: number): number {
  return (km / greatestKmPerHour[mode]) * 60;
}

/** How many times as far as by the estimate one could come at the greatest speed. */
export function greatestReachFactor(mode: TravelMode): number {
  return greatestKmPerHour[mode] / estimateReachKm(mode, 60);
}
