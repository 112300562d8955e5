import { equalOdds, learnOdds } from "@/lib/domain/matching/odds/acceptance-odds";
import { composeAtOnce, defaultPlacementSettings } from "@/lib/domain/matching/compose/compose";
import type { PlacementSettings } from "@/lib/domain/matching/compose/placement-settings";
import { collectAllPairs } from "@/lib/domain/matching/kernel/pair-table";
import type { ComposedInquiry } from "@/lib/domain/matching/compose/composed-inquiries";
import { takeSnapshot } from "@/lib/domain/matching/kernel/snapshot";
import type { CompositionStrategy } from "@/lib/domain/vocabulary";
import type { Assumptions } from "./assumptions";
import { Office } from "./office";
import type { Course } from "./searches";
import { type World, instantOf } from "./world";

/** How a simulated service works. */
export type Service = {
  strategy: CompositionStrategy;
  settings: Partial<PlacementSettings>;
  odds: "learned" | "equal";
};

/** The courses are in the order of the world's patients. */
export type Year = { courses: readonly Course[]; contacts: number; messages: number };

/**
 * Lets a service work in a world: on every weekday it matches with the kernel of the product, composes by the strategy,
 * sends everything, and takes in the answers. The same world and service give the same year.
 */
export function simulateYear(world: World, service: Service, given: Assumptions): Year {
  const office = new Office(world, given);
  for (let day = 0; day <= world.lastDay; day++) {
    office.receive(day);
    const isWeekday = day % 7 < 5;
    if (isWeekday) for (const proposal of propose(office, service, day)) office.send(proposal, day);
  }
  return { courses: office.searches.courses, ...office.counts };
}

function propose(office: Office, { strategy, settings, odds }: Service, day: number): ComposedInquiry[] {
  const at = instantOf(day);
  const records = { ...office.searches.records(), therapists: office.practices.records(day) };
  const snapshot = takeSnapshot(records, at);
  const { table } = collectAllPairs(snapshot);
  const knowledge = {
    odds: odds === "equal" ? equalOdds() : learnOdds(office.practices.forOdds(), office.history, at),
    askedBefore: office.searches.asked,
  };
  return composeAtOnce(strategy, snapshot, table, { ...defaultPlacementSettings, ...settings }, knowledge);
}
