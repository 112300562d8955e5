import { describe, expect, test } from "vitest";
import { expectedFrom } from "./expected-from";
import { type Arrival, type Deeds, type Found, type Story, sendingIn } from "./story";
import { judge } from "./verdict";

type World = {
  stories: Story[];
  memory: Map<string, Deeds>;
  found: Found;
  arrivals: Arrival[];
};

const story = (name: string, manner: Story["manner"], changes: Partial<Story> = {}): Story => ({
  inquiryId: `inquiry-${name}`,
  practiceId: `practice-${name}`,
  therapistId: `therapist-${name}`,
  address: `${name}@practice.example`,
  hasNumber: true,
  manner,
  patientId: `patient-${name}`,
  searchId: `search-${name}`,
  patientAddress: `patient-${name}@example.org`,
  patientManner: "confirm",
  rivalId: null,
  ...changes,
});

/** A small world in which everything is as it has to be, written down by hand and not by the model. */
function goodWorld(): World {
  const stories = [
    story("yes", "accept", { rivalId: "inquiry-late" }),
    story("late", "accept", {
      patientId: "patient-yes",
      searchId: "search-yes",
      patientAddress: "patient-yes@example.org",
      rivalId: "inquiry-yes",
    }),
    story("silent", "silent"),
    story("reply", "reply"),
    story("gone", "bounce", { hasNumber: false }),
  ];
  const memory = new Map<string, Deeds>([
    ["inquiry-yes", { answer: { what: "accepted", phase: 0 }, place: { what: "confirmed", phase: 0 } }],
    ["inquiry-late", { answer: { what: "too_late", phase: 0 } }],
    ["inquiry-reply", { letter: { kind: "answer", messageId: "reply-1", phase: 0 } }],
    ["inquiry-gone", { letter: { kind: "bounce_hard", messageId: "bounce-1", phase: 0 } }],
  ]);
  const mails = [
    ...["yes", "late", "silent", "reply", "gone"].map((name) => toPractice("inquiry", name, 0)),
    toPractice("answer_receipt", "yes", 0),
    toPractice("already_placed", "late", 0),
    toPractice("inquiry_reminder", "silent", 1),
    toPractice("patient_confirmed", "yes", 0),
    toPractice("first_talk_practice", "yes", 2),
    toPatient("search_started", "yes", 0),
    toPatient("acceptance_confirm", "yes", 0),
    toPatient("practice_contact", "yes", 0),
    toPatient("first_talk_patient", "yes", 2),
    ...["silent", "reply", "gone"].flatMap((name) => [
      toPatient("search_started", name, 0),
      ...[1, 2, 3].map((phase) => toPatient("weekly_status", name, phase)),
    ]),
  ];
  const state = (name: string, status: Found["inquiries"][number]["status"], outcome: string) => ({
    id: `inquiry-${name}`,
    status,
    wasSent: true,
    outcomes: [outcome] as Found["inquiries"][number]["outcomes"],
  });
  const found: Found = {
    mails: mails.map(({ mail }) => mail),
    tasks: [
      { kind: "placement_unclear", subjectId: "patient-yes" },
      { kind: "no_contact", subjectId: "inquiry-gone" },
      { kind: "no_contact", subjectId: "therapist-gone" },
    ],
    calls: [{ inquiryId: "inquiry-silent", status: "cancelled" }],
    inquiries: [
      state("yes", "answered", "accepted"),
      state("late", "cancelled", "placed_elsewhere"),
      state("silent", "expired", "no_answer"),
      state("reply", "sent", "pending"),
      state("gone", "expired", "no_answer"),
    ],
    placements: [{ inquiryId: "inquiry-yes", status: "confirmed", endReason: null }],
    searches: [
      { id: "search-yes", status: "placed" },
      ...["silent", "reply", "gone"].map((name) => ({ id: `search-${name}`, status: "active" })),
    ],
    letters: [
      { messageId: "reply-1", kind: "answer", inquiryId: "inquiry-reply" },
      { messageId: "bounce-1", kind: "bounce_hard", inquiryId: "inquiry-gone" },
    ],
  };
  return { stories, memory, found, arrivals: mails.map(({ mail, to }) => ({ id: mail.id, to })) };
}

function toPractice(template: string, name: string, phase: number) {
  const mail = { ...rowOf(template, name, phase), inquiryId: `inquiry-${name}`, patientId: null };
  return { mail, to: `${name}@practice.example` };
}

function toPatient(template: string, name: string, phase: number) {
  const mail = { ...rowOf(template, name, phase), inquiryId: null, patientId: `patient-${name}` };
  return { mail, to: `patient-${name}@example.org` };
}

const rowOf = (template: string, name: string, phase: number) => ({
  id: `${template}-${name}-${phase}`,
  template,
  status: "sent",
  phase,
});

const verdictOn = ({ stories, memory, found, arrivals }: World) =>
  judge(expectedFrom(stories, memory, sendingIn(found)), found, arrivals);

function verdictAfter(sabotage: (world: World) => void) {
  const world = goodWorld();
  sabotage(world);
  const { lost, twice, wrongState } = verdictOn(world);
  return { lost, twice, wrongState };
}

const mailOf = ({ found }: World, id: string) => found.mails.find((mail) => mail.id === id)!;
const without = <T>(list: T[], isIt: (entry: T) => boolean) => list.splice(list.findIndex(isIt), 1);
const fine = { lost: 0, twice: 0, wrongState: 0 };

test("a world in which everything is as it has to be has no finding", () => {
  expect(verdictOn(goodWorld())).toEqual({ ...fine, mails: 26, unknown: 0, findings: [] });
});

describe("the verdict notices", () => {
  test("each mail that was never queued, and each that was queued and never arrived", () => {
    for (const { id } of goodWorld().found.mails) {
      const dropped = verdictAfter(({ found, arrivals }) => {
        without(found.mails, (mail) => mail.id === id);
        without(arrivals, (arrival) => arrival.id === id);
      });
      // Without the mail that asks, the rest of that inquiry should have gone another way too.
      expect(dropped.lost, `dropped ${id}`).toBeGreaterThan(0);
      expect(
        verdictAfter(({ arrivals }) => without(arrivals, (arrival) => arrival.id === id)),
        `not arrived: ${id}`,
      ).toEqual({ ...fine, lost: 1 });
    }
  });

  test("a mail that is still queued, that was given up or only kept", () => {
    const id = "answer_receipt-yes-0";
    for (const status of ["queued", "sending", "cancelled", "kept"]) {
      const verdict = verdictAfter((world) => {
        mailOf(world, id).status = status;
        without(world.arrivals, (arrival) => arrival.id === id);
      });
      expect(verdict, status).toEqual({ ...fine, lost: 1 });
    }
  });

  test("a mail that arrived twice, and one that was queued twice", () => {
    expect(verdictAfter(({ arrivals }) => arrivals.push(arrivals[0]!))).toEqual({ ...fine, twice: 1 });
    const again = { ...mailOf(goodWorld(), "inquiry_reminder-silent-1"), id: "again" };
    const queued = verdictAfter(({ found, arrivals }) => {
      found.mails.push(again);
      arrivals.push({ id: again.id, to: "silent@practice.example" });
    });
    expect(queued).toEqual({ ...fine, twice: 1 });
  });

  test("a mail to somebody else, at the wrong time, that nobody should get, or that nobody queued", () => {
    const wrong = { ...fine, wrongState: 1 };
    expect(verdictAfter(({ arrivals }) => (arrivals[0]!.to = "other@example.org"))).toEqual(wrong);
    expect(verdictAfter((world) => (mailOf(world, "inquiry_reminder-silent-1").phase = 2))).toEqual(wrong);
    expect(verdictAfter(({ arrivals }) => arrivals.push({ id: "?", to: "a@example.org" }))).toEqual(wrong);
    const reminded = verdictAfter(({ found, arrivals }) => {
      const { mail, to } = toPractice("inquiry_reminder", "reply", 1);
      found.mails.push(mail);
      arrivals.push({ id: mail.id, to });
    });
    expect(reminded).toEqual(wrong);
  });

  test("a mail that arrived although it counts as failed or given up", () => {
    const failed = verdictAfter((world) => {
      mailOf(world, "answer_receipt-yes-0").status = "failed";
      world.found.tasks.push({ kind: "mail_failed", subjectId: "answer_receipt-yes-0" });
    });
    expect(failed).toEqual({ ...fine, wrongState: 1 });
    const givenUp = verdictAfter((world) => (mailOf(world, "already_placed-late-0").status = "cancelled"));
    expect(givenUp).toEqual({ ...fine, lost: 1, wrongState: 1 });
  });

  test("a mail of which nobody knows whether it arrived, unless a person has its task", () => {
    const unknown = (world: World) => (mailOf(world, "answer_receipt-yes-0").status = "unknown");
    expect(verdictAfter(unknown)).toEqual({ ...fine, wrongState: 1 });
    const told = verdictAfter((world) => {
      unknown(world);
      world.found.tasks.push({ kind: "mail_unknown", subjectId: "answer_receipt-yes-0" });
    });
    expect(told).toEqual(fine);
  });

  test("each task that was forgotten, and one too many", () => {
    for (const task of goodWorld().found.tasks)
      expect(
        verdictAfter(({ found }) => without(found.tasks, ({ subjectId }) => subjectId === task.subjectId)),
      ).toEqual({ ...fine, wrongState: 1 });
    const more = verdictAfter(({ found }) => found.tasks.push({ ...found.tasks[0]! }));
    expect(more).toEqual({ ...fine, wrongState: 1 });
  });

  test("each inquiry, each person in it, each place and each search in a wrong state", () => {
    const { inquiries, searches } = goodWorld().found;
    const wrong = { ...fine, wrongState: 1 };
    for (const i of inquiries.keys()) {
      expect(verdictAfter(({ found }) => (found.inquiries[i]!.status = "approved"))).toEqual(wrong);
      expect(verdictAfter(({ found }) => (found.inquiries[i]!.outcomes = ["later"]))).toEqual(wrong);
    }
    for (const i of searches.keys())
      expect(verdictAfter(({ found }) => (found.searches[i]!.status = "paused"))).toEqual(wrong);
    expect(verdictAfter(({ found }) => (found.placements[0]!.status = "accepted"))).toEqual(wrong);
    expect(verdictAfter(({ found }) => found.placements.push({ ...found.placements[0]! }))).toEqual(wrong);
  });

  test("a call that was never planned, one too many, and one that is still planned at the end", () => {
    const wrong = { ...fine, wrongState: 1 };
    expect(verdictAfter(({ found }) => (found.calls = []))).toEqual(wrong);
    expect(verdictAfter(({ found }) => found.calls.push({ ...found.calls[0]! }))).toEqual(wrong);
    expect(verdictAfter(({ found }) => (found.calls[0]!.status = "planned"))).toEqual(wrong);
  });

  test("a letter that is not stored, stored twice, of another inquiry, or that nobody wrote", () => {
    expect(verdictAfter(({ found }) => found.letters.pop())).toEqual({ ...fine, lost: 1 });
    expect(verdictAfter(({ found }) => found.letters.push(found.letters[0]!))).toEqual({ ...fine, twice: 1 });
    const wrong = { ...fine, wrongState: 1 };
    expect(verdictAfter(({ found }) => (found.letters[0]!.inquiryId = "inquiry-silent"))).toEqual(wrong);
    // As many as there should be, and one of them not what was written.
    expect(verdictAfter(({ found }) => (found.letters[0]!.messageId = null))).toEqual({
      ...wrong,
      lost: 1,
    });
  });
});

test("where nobody knows whether the mail that asks arrived, the call comes instead of the reminder", () => {
  const world = goodWorld();
  mailOf(world, "inquiry-silent-0").status = "unknown";
  world.found.tasks.push({ kind: "mail_unknown", subjectId: "inquiry-silent-0" });
  expect(verdictOn(world).findings).toEqual([
    { kind: "wrongState", what: "inquiry_reminder inquiry-silent: nobody should get it" },
  ]);
  world.found.mails = world.found.mails.filter(({ template }) => template !== "inquiry_reminder");
  world.arrivals = world.arrivals.filter(({ id }) => id !== "inquiry_reminder-silent-1");
  expect(verdictOn(world).findings).toEqual([]);
});

describe("from the answers it follows", () => {
  const mailsAfter = (manner: Story["manner"], deeds: Deeds) => {
    const memory = new Map([["inquiry-x", deeds]]);
    const expected = expectedFrom([story("x", manner)], memory, () => ({ wasSent: true, firstLeft: true }));
    const mails = [...expected.mails].map(
      ([key, { phase, need }]) => `${phase} ${need} ${key.split(" ")[0]}`,
    );
    return { ...expected, mails: mails.filter((mail) => !mail.endsWith("weekly_status")).sort() };
  };
  const asked = ["0 must inquiry", "0 must search_started"];

  test("that an offer which nobody takes is reminded of and lapses, each in its week", () => {
    const { mails, placements, searches } = mailsAfter("accept", { answer: { what: "accepted", phase: 0 } });
    const begun = ["0 must acceptance_confirm", "0 must answer_receipt", ...asked];
    const ended = ["2 must acceptance_lapsed", "2 must place_free_again"];
    expect(mails).toEqual([...begun, "1 must acceptance_reminder", ...ended]);
    expect(placements.get("inquiry-x")).toEqual({ status: "failed", endReason: "lapsed" });
    expect(searches.get("search-x")).toBe("active");
  });

  test("that a place which is refused is free at once, and nobody is reminded of it", () => {
    const deeds: Deeds = { answer: { what: "accepted", phase: 0 }, place: { what: "refused", phase: 0 } };
    const { mails, placements } = mailsAfter("accept", deeds);
    const begun = ["0 must acceptance_confirm", "0 must answer_receipt", "0 must inquiry"];
    expect(mails).toEqual([...begun, "0 must place_free_again", "0 must search_started"]);
    expect(placements.get("inquiry-x")).toEqual({ status: "failed", endReason: "declined" });
  });

  test("that who answers the reminder is not called, and who answered before it is not reminded", () => {
    const late = mailsAfter("slow", { answer: { what: "declined", phase: 1 } });
    expect(late.mails).toEqual([...asked, "1 must answer_receipt", "1 must inquiry_reminder"]);
    expect(late.calls.get("inquiry-x")).toEqual({ least: 0, most: 0 });
    const early = mailsAfter("slow", { answer: { what: "declined", phase: 0 } });
    expect(early.mails).toEqual(["0 must answer_receipt", ...asked]);
  });
});
