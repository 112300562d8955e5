import type { ItemOutcome } from "@/lib/domain/inquiries/status";
import { placesInQuestion } from "@/lib/domain/matching/kernel/place-kinds";
import type { PastInquiry, PastItem } from "@/lib/domain/matching/odds/past-inquiries";
import type { ComposedInquiry } from "@/lib/domain/matching/compose/composed-inquiries";
import type { Assumptions } from "./assumptions";
import { Practices } from "./practices";
import { draw } from "./random";
import { Searches } from "./searches";
import { type World, answerDay, chanceToSuit, instantOf } from "./world";

type Item = PastItem & { patient: number };
type Inquiry = {
  therapist: number;
  sentOn: number;
  answersOn: number | null;
  items: Item[];
  closed: boolean;
};

const expiryDays = 28;
const reminderDays = 7;
const callDays = 14;

/** The desk of a simulated service: sends inquiries, takes in answers, keeps the history. */
export class Office {
  readonly practices: Practices;
  readonly searches: Searches;
  readonly history: PastInquiry[] = [];
  /** Inquiries sent, and mails, reminders and calls about them, while it is counted. */
  readonly counts = { contacts: 0, messages: 0 };
  readonly #world: World;
  readonly #given: Assumptions;
  readonly #agenda = new Map<number, (() => unknown)[]>();
  readonly #openInquiries = new Map<number, Set<Inquiry>>();
  readonly #patientNumber: Map<string, number>;
  readonly #therapistNumber: Map<string, number>;

  constructor(world: World, given: Assumptions) {
    this.#world = world;
    this.#given = given;
    this.practices = new Practices(world, given);
    this.searches = new Searches(world);
    this.#patientNumber = new Map(world.patients.map(({ record }, p) => [record.id, p]));
    this.#therapistNumber = new Map(world.therapists.map(({ record }, t) => [record.id, t]));
  }

  /** What a day brings: answers, expiries, failed beginnings, announced places, arrivals, patients who leave. */
  receive(day: number): void {
    for (const act of this.#agenda.get(day) ?? []) act();
    this.#agenda.delete(day);
    this.practices.announce(day);
    for (const p of this.searches.comeAndGo(day)) this.#drop(p, "withdrawn", day);
  }

  send({ therapistId, items }: ComposedInquiry, day: number): void {
    const therapist = this.#therapistNumber.get(therapistId)!;
    const { record } = this.#world.therapists[therapist]!;
    const inquiry: Inquiry = {
      therapist,
      sentOn: day,
      answersOn: answerDay(this.#world, therapist, day, this.#given),
      items: items.map(({ patientId, minutes }) => {
        const patient = this.#patientNumber.get(patientId)!;
        const { openToGroup } = this.#world.patients[patient]!.record;
        const groupPossible = placesInQuestion(record, openToGroup) !== "individual";
        return { patient, minutes, groupPossible, outcome: "pending" };
      }),
      closed: false,
    };
    this.practices.open(therapist, day);
    for (const { patient } of inquiry.items) {
      this.searches.ask(patient, day);
      this.#openInquiries.set(patient, (this.#openInquiries.get(patient) ?? new Set()).add(inquiry));
    }
    this.#count("contacts", day);
    this.#remind(inquiry, record.email === null ? [0] : [0, reminderDays, callDays]);
    const lastDay = inquiry.answersOn ?? day + expiryDays;
    this.#on(lastDay, () => this.#settle(inquiry, lastDay));
  }

  /** A mail, reminder or call on each of these days after sending, unless the inquiry is closed by then. */
  #remind(inquiry: Inquiry, daysAfter: readonly number[]): void {
    for (const after of daysAfter) {
      const day = inquiry.sentOn + after;
      if (after === 0) this.#count("messages", day);
      else this.#on(day, () => inquiry.closed || this.#count("messages", day));
    }
  }

  #settle(inquiry: Inquiry, day: number): void {
    if (inquiry.closed) return;
    const pending = inquiry.items.filter(({ outcome }) => outcome === "pending");
    if (inquiry.answersOn !== null) this.#answer(inquiry, pending, day);
    else for (const item of pending) this.#conclude(inquiry, item, "no_answer");
    this.#close(inquiry, day);
  }

  /** Whom the practice would take is taken, in an order of its own, while there are places. */
  #answer(inquiry: Inquiry, pending: readonly Item[], day: number): void {
    const { therapist: t } = inquiry;
    const hadPlace = this.practices.hasPlace(t, day);
    const liking = ({ patient }: Item) => draw(this.#world.seed, 5, t, patient);
    for (const item of pending.toSorted((a, b) => liking(a) - liking(b))) {
      const suits = draw(this.#world.seed, 6, t, item.patient) < chanceToSuit(item.minutes, this.#given);
      if (hadPlace && !suits) this.#reject(inquiry, item, "rejected_unsuitable");
      else if (!this.practices.hasPlace(t, day)) this.#reject(inquiry, item, "rejected_capacity");
      else this.#accept(inquiry, item, day);
    }
    if (draw(this.#world.seed, 7, t, day) < this.#given.statingPlaces) this.practices.giveNotice(t, day);
  }

  #reject(inquiry: Inquiry, item: Item, outcome: "rejected_unsuitable" | "rejected_capacity"): void {
    this.#conclude(inquiry, item, outcome);
    const until = outcome === "rejected_unsuitable" ? null : inquiry.sentOn + expiryDays;
    this.searches.exclude(item.patient, this.#idOf(inquiry.therapist), until);
  }

  #accept(inquiry: Inquiry, item: Item, day: number): void {
    const { therapist: t } = inquiry;
    const { patient: p } = item;
    this.#conclude(inquiry, item, "accepted");
    this.practices.takePlace(t, day);
    this.searches.accept(p, day);
    this.#drop(p, "placed_elsewhere", day);
    if (draw(this.#world.seed, 8, t, p) >= this.#given.failing) return;
    const failsOn = day + this.#given.failingDays;
    this.#on(failsOn, () => {
      this.searches.fail(p);
      this.searches.exclude(p, this.#idOf(t), null);
      this.practices.reopenPlace(t, p, failsOn);
    });
  }

  /** Takes a patient out of every open inquiry; one about nobody any more is withdrawn. */
  #drop(p: number, outcome: "withdrawn" | "placed_elsewhere", day: number): void {
    for (const inquiry of this.#openInquiries.get(p) ?? []) {
      this.#conclude(
        inquiry,
        inquiry.items.find(({ patient }) => patient === p)!,
        outcome,
      );
      if (inquiry.items.every((item) => item.outcome !== "pending")) this.#close(inquiry, day);
    }
  }

  #conclude(inquiry: Inquiry, item: Item, outcome: ItemOutcome): void {
    item.outcome = outcome;
    this.#openInquiries.get(item.patient)!.delete(inquiry);
    this.searches.release(item.patient);
  }

  #close(inquiry: Inquiry, day: number): void {
    if (inquiry.closed) return;
    inquiry.closed = true;
    this.practices.close(inquiry.therapist);
    this.history.push({
      therapistId: this.#idOf(inquiry.therapist),
      closedAt: instantOf(day),
      items: inquiry.items,
    });
  }

  #count(what: "contacts" | "messages", day: number): void {
    const { countFrom, arrivalsUntil } = this.#world;
    if (day > countFrom && day <= arrivalsUntil) this.counts[what]++;
  }

  #on(day: number, act: () => unknown): void {
    this.#agenda.set(day, [...(this.#agenda.get(day) ?? []), act]);
  }

  #idOf(t: number): string {
    return this.#world.therapists[t]!.record.id;
  }
}
