import type { MatchingExclusion, MatchingPatient } from "@/lib/domain/matching/kernel/records";
import { type World, instantOf } from "./world";

/** What became of a patient; days of the simulation, null for never. */
export type Course = {
  arrivedOn: number;
  firstAskedOn: number | null;
  firstAcceptedOn: number | null;
  /** The acceptance that became a therapy. */
  placedOn: number | null;
};

type Search = Course & { status: "coming" | "searching" | "accepted" | "gone"; openInquiries: number };

/** The patients of a world in the course of a simulation. */
export class Searches {
  readonly courses: readonly Course[];
  /** Patients for whom a practice has been asked. */
  readonly asked = new Set<string>();
  readonly #world: World;
  readonly #searches: Search[];
  readonly #exclusions: (MatchingExclusion & { patient: number })[] = [];

  constructor(world: World) {
    this.#world = world;
    this.#searches = world.patients.map(({ arrivesOn }) => ({
      arrivedOn: arrivesOn,
      firstAskedOn: null,
      firstAcceptedOn: null,
      placedOn: null,
      status: "coming",
      openInquiries: 0,
    }));
    this.courses = this.#searches;
  }

  /** Those who arrive, and those who give up or found a place elsewhere; returns the latter. */
  comeAndGo(day: number): number[] {
    const left: number[] = [];
    this.#searches.forEach((search, p) => {
      if (search.status === "coming" && search.arrivedOn <= day) search.status = "searching";
      if (search.status !== "searching" || this.#world.patients[p]!.leavesOn > day) return;
      search.status = "gone";
      left.push(p);
    });
    return left;
  }

  ask(p: number, day: number): void {
    const search = this.#searches[p]!;
    search.openInquiries++;
    search.firstAskedOn ??= day;
    this.asked.add(this.#world.patients[p]!.record.id);
  }

  /** One of the patient's inquiries came to an end. */
  release(p: number): void {
    this.#searches[p]!.openInquiries--;
  }

  accept(p: number, day: number): void {
    const search = this.#searches[p]!;
    search.status = "accepted";
    search.firstAcceptedOn ??= day;
    search.placedOn = day;
  }

  /** Back into the queue, with the old date. */
  fail(p: number): void {
    this.#searches[p]!.status = "searching";
    this.#searches[p]!.placedOn = null;
  }

  /** Never again, or not before the day `until`. */
  exclude(p: number, therapistId: string, until: number | null): void {
    this.#exclusions.push({
      patient: p,
      patientId: this.#world.patients[p]!.record.id,
      therapistId,
      reason: until === null ? "unsuitable" : "capacity",
      until: until === null ? null : instantOf(until),
    });
  }

  /** The searching patients as matching sees them, with their exclusions. */
  records(): { patients: MatchingPatient[]; exclusions: MatchingExclusion[] } {
    const isSearching = (p: number) => this.#searches[p]!.status === "searching";
    const running = [...this.#searches.keys()].filter(isSearching);
    return {
      patients: running.map((p) => ({
        ...this.#world.patients[p]!.record,
        openInquiries: this.#searches[p]!.openInquiries,
      })),
      exclusions: this.#exclusions.filter(({ patient }) => isSearching(patient)),
    };
  }
}
