import type { OddsTherapist } from "@/lib/domain/matching/odds/therapist-odds";
import type { MatchingTherapist } from "@/lib/domain/matching/kernel/records";
import { type CapacityNotice, availableKind } from "@/lib/domain/therapists/has-capacity";
import type { Assumptions } from "./assumptions";
import { draw } from "./random";
import { type Place, type World, instantOf, reopened } from "./world";

const coolingDays = 28;

/** The therapists of a world in the course of a simulation: their places, notices and mailboxes. */
export class Practices {
  readonly #world: World;
  readonly #given: Assumptions;
  readonly #places: Place[][];
  readonly #notices: (CapacityNotice | null)[];
  readonly #coolingUntil = new Map<string, number>();
  readonly #busy = new Set<string>();

  constructor(world: World, given: Assumptions) {
    this.#world = world;
    this.#given = given;
    this.#places = world.therapists.map(({ places }) => places.map((place) => ({ ...place })));
    this.#notices = world.therapists.map(() => null);
  }

  hasPlace(t: number, day: number): boolean {
    return this.#openPlaces(t, day).length > 0;
  }

  takePlace(t: number, day: number): void {
    this.#openPlaces(t, day)[0]!.closesOn = day;
  }

  reopenPlace(t: number, patient: number, day: number): void {
    this.#places[t]!.push(reopened(this.#world, t, patient, day, this.#given));
  }

  /** States how many places are left. */
  giveNotice(t: number, day: number): void {
    const today = instantOf(day).toISOString().slice(0, 10);
    this.#notices[t] = { individual: this.#openPlaces(t, day).length, group: 0, from: today, notedOn: today };
  }

  /** Lets those give notice who announce a place that opened since yesterday by themselves. */
  announce(day: number): void {
    this.#world.therapists.forEach(({ places }, t) =>
      places.forEach(({ opensOn }, k) => {
        const isNew = day - 1 < opensOn && opensOn <= day;
        if (isNew && draw(this.#world.seed, 4, t, k) < this.#given.announcingPlaces) this.giveNotice(t, day);
      }),
    );
  }

  open(t: number, day: number): void {
    this.#busy.add(this.#mailboxOf(t));
    this.#coolingUntil.set(this.#mailboxOf(t), day + coolingDays);
  }

  close(t: number): void {
    this.#busy.delete(this.#mailboxOf(t));
  }

  /** The therapists as matching sees them on a day. */
  records(day: number): MatchingTherapist[] {
    return this.#world.therapists.map(({ record }, t) => {
      const until = this.#coolingUntil.get(record.mailbox);
      return {
        ...record,
        available: availableKind(
          { potentiallyAvailable: false, capacity: this.#notices[t]! },
          instantOf(day),
        ),
        coolingUntil: until === undefined ? null : instantOf(until),
        mailboxHasOpenInquiry: this.#busy.has(record.mailbox),
      };
    });
  }

  /** The therapists as the odds may see them. */
  forOdds(): OddsTherapist[] {
    return this.#world.therapists.map(({ record: { id, email, informed } }, t) => ({
      id,
      channel: email === null ? "phone" : "email",
      informed,
      potentiallyAvailable: false,
      capacity: this.#notices[t]!,
    }));
  }

  #openPlaces(t: number, day: number): Place[] {
    return this.#places[t]!.filter(({ opensOn, closesOn }) => opensOn <= day && day < closesOn);
  }

  #mailboxOf(t: number): string {
    return this.#world.therapists[t]!.record.mailbox;
  }
}
