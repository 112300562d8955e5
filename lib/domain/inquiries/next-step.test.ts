import { describe, expect, test } from "vitest";
import { settingsSchema } from "../settings/settings";
import { type InquiryState, nextInquiryStep } from "./next-step";
import { inquiryStatuses } from "./status";

const spans = settingsSchema.parse({});
const day = (count: number) => new Date(Date.UTC(2026, 10, 2, 10) + count * 86_400_000);
const sent: InquiryState = {
  status: "sent",
  channel: "email",
  approvedAt: day(0),
  sentAt: day(0),
  remindedAt: null,
  callPlannedAt: null,
  postponedUntil: null,
  takenOverAt: null,
  reopenedAt: null,
  dueAt: day(28),
  appointmentAt: null,
  lastCallAt: null,
  hasAnswer: false,
  takesMail: true,
  mailedAt: day(0),
  hasWaitingMail: false,
};
const next = (changes: Partial<InquiryState>, settings = spans) =>
  nextInquiryStep({ ...sent, ...changes }, settings);

describe("what comes next with an inquiry", () => {
  test.each([
    ["a proposal waits for its review", { status: "proposed" }, "review", null],
    [
      "an approval can be taken back for a minute",
      { status: "approved", sentAt: null },
      "send",
      new Date(day(0).getTime() + 60_000),
    ],
    ["one reminder after a week", {}, "remind", day(7)],
    ["the week counts from the day on which the mail left", { mailedAt: day(3) }, "remind", day(10)],
    ["no reminder of a mail that does not leave: a call instead", { mailedAt: null }, "call", day(7)],
    [
      "a mail that left after all after its call",
      { mailedAt: day(9), callPlannedAt: day(7) },
      "expire",
      day(21),
    ],
    ["a call a week after the reminder", { remindedAt: day(7) }, "call", day(14)],
    ["a late reminder puts off the call", { remindedAt: day(9) }, "call", day(16)],
    ["the end two weeks after the call", { remindedAt: day(7), callPlannedAt: day(14) }, "expire", day(28)],
    [
      "two weeks after a slot that is still to come",
      { callPlannedAt: day(0), lastCallAt: day(21) },
      "expire",
      day(35),
    ],
    ["two weeks after the last try", { callPlannedAt: day(14), lastCallAt: day(28) }, "expire", day(42)],
    [
      "a mail that was put off is waited for from then on",
      { mailedAt: null, postponedUntil: day(20) },
      "call",
      day(27),
    ],
    ["without a mailbox the call comes first", { channel: "phone" }, "call", day(0)],
    ["a bounce makes it a call at once", { takesMail: false }, "call", day(0)],
    ["an answer cancels reminder and call", { hasAnswer: true }, "expire", day(28)],
    ["nothing before it was postponed to", { postponedUntil: day(20) }, "remind", day(20)],
    ["a postponement that is over changes nothing", { postponedUntil: day(3) }, "remind", day(7)],
    [
      "opened once more it only ends when it is due",
      { reopenedAt: day(5), dueAt: day(12) },
      "expire",
      day(12),
    ],
    [
      "an agreed call takes place first",
      { callPlannedAt: day(14), appointmentAt: day(30) },
      "expire",
      day(31),
    ],
    ["an end is the end, taken over or not", { status: "answered", takenOverAt: day(1) }, "end", null],
  ] as const)("%s", (_, changes, action, at) => {
    expect(next(changes)).toEqual({ action, at });
  });

  test.each([
    ["who took it over acts", { takenOverAt: day(1) }, "taken_over"],
    ["who took it over reads the mail too", { takenOverAt: day(1), hasWaitingMail: true }, "taken_over"],
    ["nobody is reminded before their mail was read", { hasWaitingMail: true }, "mail"],
    ["nobody is called before it was read", { hasWaitingMail: true, remindedAt: day(7) }, "mail"],
    ["and no time runs out", { hasWaitingMail: true, callPlannedAt: day(14) }, "mail"],
    ["nothing is sent either", { hasWaitingMail: true, status: "approved", sentAt: null }, "mail"],
  ] as const)("%s", (_, changes, because) => {
    expect(next(changes)).toEqual({ action: "person", at: null, because });
  });

  test("every span is a setting", () => {
    const slow = { sendDelaySeconds: 600, reminderAfterDays: 1, callAfterDays: 2, expiryAfterDays: 3 };
    const settings = { ...spans, ...slow };
    expect(next({ status: "approved", sentAt: null }, settings).at).toEqual(
      new Date(day(0).getTime() + 600_000),
    );
    expect(next({}, settings).at).toEqual(day(1));
    expect(next({ remindedAt: day(1) }, settings).at).toEqual(day(3));
    expect(next({ remindedAt: day(1), callPlannedAt: day(3) }, settings).at).toEqual(day(6));
  });

  test("as long as an inquiry is open something or somebody moves it on", () => {
    for (const status of inquiryStatuses) {
      const isOpen = ["proposed", "approved", "sent"].includes(status);
      expect(next({ status }).action === "end", status).toBe(!isOpen);
    }
  });
});
