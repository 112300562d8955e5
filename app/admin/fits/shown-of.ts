import type { FitList } from "@/lib/domain/matching/fits/fit-lists";

const few = 10;
const all = 200;

/** How many of each list are shown: a few, and of the one that the address asks for as many as one can read. */
export function shownOf(whole: string | undefined): (list: FitList) => number {
  return (list) => (list === whole ? all : few);
}
