import { de } from "@/lib/i18n/messages/de";
import type { Dovecot } from "@/tests/support/dovecot";
import type { Door } from "./door";
import { type Errand, patientErrand, practiceErrand } from "./errands";
import type { Letter } from "./mail-log";
import type { Arrival, Deeds, Memory, Story } from "./story";

export type People = {
  /** Lets everybody whom a mail has reached since do what they do; who could not tries again the next time. */
  act: () => Promise<void>;
  /** How many still have something to do. */
  pending: () => number;
  /** Their letters that our mailbox took. */
  letters: () => string[];
  memory: () => Memory;
  arrivals: readonly Arrival[];
};

type World = {
  stories: readonly Story[];
  door: Door;
  mailbox: Dovecot | undefined;
  /** The mails that arrived since the last time. */
  readMails: () => Letter[];
  phase: () => number;
};

const offers: readonly string[] = [
  de.mails.letters.acceptance_confirm.subject,
  de.mails.letters.acceptance_reminder.subject,
];
/** So many people act at the same time. */
const atOnce = 6;

/** The practices and patients of these stories, who read their mails and answer in their manner. */
export function createPeople({ stories, readMails, ...tools }: World): People {
  const deeds = new Map(stories.map(({ inquiryId }) => [inquiryId, {} as Deeds]));
  const places = new Map<string, Deeds["place"]>();
  const arrivals: Arrival[] = [];
  let errands: Errand[] = [];

  const practices = new Map(stories.map((story) => [story.address, story]));
  const patients = new Map(stories.map((story) => [story.patientAddress, story]));
  const mailsTo = new Map<string, number>();
  const offered = new Set<string>();
  const errandAbout = (letter: Letter): Errand | null => {
    const { to, subject } = letter;
    const count = (mailsTo.get(to) ?? 0) + 1;
    mailsTo.set(to, count);
    const [practice, patient] = [practices.get(to), patients.get(to)];
    // The second mail to one who is slow is the reminder.
    if (practice && count === (practice.manner === "slow" ? 2 : 1))
      return practiceErrand(practice, letter, deeds.get(practice.inquiryId)!, tools);
    if (!patient || patient.patientManner === "wait" || offered.has(to) || !offers.includes(subject))
      return null;
    offered.add(to);
    return patientErrand(patient, letter, tools, (place) => places.set(patient.patientId, place));
  };

  return {
    arrivals,
    pending: () => errands.length,
    letters: () => [...deeds.values()].flatMap(({ letter }) => letter?.messageId ?? []),
    memory: () =>
      new Map(
        stories.map(({ inquiryId, patientId }) => {
          const mine = deeds.get(inquiryId)!;
          const hasPlace = mine.answer?.what === "accepted";
          return [inquiryId, hasPlace ? { ...mine, place: places.get(patientId) } : mine];
        }),
      ),
    act: async () => {
      for (const letter of readMails()) {
        arrivals.push({ id: letter.id, to: letter.to });
        const errand = errandAbout(letter);
        if (errand) errands.push(errand);
      }
      errands = await leftOf(errands);
    },
  };
}

/** Runs errands and returns those that have to be tried again; when nobody gets through, all wait. */
async function leftOf(errands: readonly Errand[]): Promise<Errand[]> {
  const left: Errand[] = [];
  for (let start = 0; start < errands.length; start += atOnce) {
    const group = errands.slice(start, start + atOnce);
    const done = await Promise.all(group.map((errand) => errand()));
    left.push(...group.filter((_errand, i) => !done[i]));
    if (!done.includes(true)) return [...errands.slice(start + atOnce), ...left];
  }
  return left;
}
