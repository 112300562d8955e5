import { type Expected, type ExpectedMail, mailKey, taskKey } from "./expected";
import type { Arrival, Found } from "./story";

export type Verdict = {
  /** Mails that the application meant to send. */
  mails: number;
  /** Mails of which nobody knows whether they arrived; each has its task. */
  unknown: number;
  /** Mails that had to be and are not, never left, or count as sent and never arrived; letters to us that are not stored. */
  lost: number;
  /** Mails that were sent or queued more than once, and letters to us that are stored more than once. */
  twice: number;
  /** Inquiries, places, searches, calls and tasks that are not as the answers imply, and mails that nobody should get. */
  wrongState: number;
};
type Kind = "lost" | "twice" | "wrongState";
/** One thing that is not as it has to be, with ids and states only. */
export type Finding = { kind: Kind; what: string };

/** Compares, row by row, what has to be with what is; without a finding all is well. */
export function judge(
  expected: Expected,
  found: Found,
  arrivals: readonly Arrival[],
): Verdict & { findings: Finding[] } {
  const findings = [
    ...judgeMails(expected, found, arrivals),
    ...judgeLetters(expected, found),
    ...judgeTasks(expected, found),
    ...judgeInquiries(expected, found),
    ...judgePlacements(expected, found),
  ];
  const count = (kind: Kind) => findings.filter((finding) => finding.kind === kind).length;
  return {
    mails: found.mails.filter(({ status }) => status !== "cancelled").length,
    unknown: found.mails.filter(({ status }) => status === "unknown").length,
    lost: count("lost"),
    twice: count("twice"),
    wrongState: count("wrongState"),
    findings,
  };
}

type FoundMail = Found["mails"][number];
const finding = (kind: Kind, what: string): Finding => ({ kind, what });
const wrong = (what: string) => finding("wrongState", what);

function judgeMails(expected: Expected, { mails }: Found, arrivals: readonly Arrival[]): Finding[] {
  const keyOf = ({ template, inquiryId, patientId, phase }: FoundMail) =>
    mailKey(template, inquiryId ?? patientId ?? "nobody", phase);
  const rows = Map.groupBy(mails, keyOf);
  const arrived = Map.groupBy(arrivals, ({ id }) => id);
  const known = new Set(mails.map(({ id }) => id));
  const findings: Finding[] = [];
  for (const [key, { need }] of expected.mails)
    if (need === "must" && !rows.has(key)) findings.push(finding("lost", `${key} was never queued`));
  for (const [key, ofKey] of rows) {
    const meant = expected.mails.get(key);
    for (const extra of ofKey.slice(1)) findings.push(finding("twice", `${key} again as ${extra.id}`));
    for (const mail of ofKey)
      findings.push(...(meant ? judgeMail(mail, meant, arrived) : [wrong(`${key}: nobody should get it`)]));
  }
  for (const [id, ofId] of arrived) {
    if (ofId.length > 1) findings.push(finding("twice", `mail ${id} arrived ${ofId.length} times`));
    if (!known.has(id)) findings.push(wrong(`mail ${id} arrived and is not known here`));
  }
  return findings;
}

function judgeMail(
  { id, template, status, phase }: FoundMail,
  meant: ExpectedMail,
  arrived: ReadonlyMap<string, Arrival[]>,
): Finding[] {
  const findings: Finding[] = [];
  const tell = (kind: Kind, what: string) => findings.push(finding(kind, `${template} ${id} ${what}`));
  if (status === "queued" || status === "sending") tell("lost", `is still ${status}`);
  if (status === "sent" && !arrived.has(id)) tell("lost", "counts as sent and never arrived");
  if (status === "cancelled" && !meant.mayBeMoot) tell("lost", "was given up");
  if ((status === "failed" || status === "cancelled") && arrived.has(id))
    tell("wrongState", `counts as ${status} and arrived`);
  if (status === "kept") tell("lost", "was kept although there is a mail server");
  if (phase !== meant.phase) tell("wrongState", `came in phase ${phase} and not in ${meant.phase}`);
  for (const { to } of arrived.get(id) ?? [])
    if (to !== meant.to) tell("wrongState", "went to somebody else");
  return findings;
}

function judgeLetters({ letters: written }: Expected, { letters }: Found): Finding[] {
  const stored = Map.groupBy(letters, ({ messageId }) => messageId);
  const findings: Finding[] = [];
  for (const [messageId, { kind, inquiryId }] of written) {
    const rows = stored.get(messageId) ?? [];
    if (rows.length === 0) findings.push(finding("lost", `letter ${messageId} is not stored`));
    if (rows.length > 1)
      findings.push(finding("twice", `letter ${messageId} is stored ${rows.length} times`));
    for (const row of rows)
      if (row.kind !== kind || row.inquiryId !== inquiryId)
        findings.push(wrong(`letter ${messageId} counts as ${row.kind} of ${row.inquiryId}`));
  }
  for (const messageId of stored.keys())
    if (messageId === null || !written.has(messageId))
      findings.push(wrong(`nobody wrote letter ${messageId}`));
  return findings;
}

/** Each task that has to be open once, and none besides; a mail without a known end has one of its own. */
function judgeTasks({ tasks }: Expected, found: Found): Finding[] {
  const troubled = found.mails.filter(({ status }) => status === "unknown" || status === "failed");
  const left = found.tasks.map(({ kind, subjectId }) => taskKey(kind, subjectId));
  const findings: Finding[] = [];
  for (const task of [...tasks, ...troubled.map(({ status, id }) => taskKey(`mail_${status}`, id))]) {
    const place = left.indexOf(task);
    if (place < 0) findings.push(wrong(`task ${task} was forgotten`));
    else left.splice(place, 1);
  }
  return [...findings, ...left.map((task) => wrong(`task ${task} is one too many`))];
}

function judgeInquiries({ inquiries, calls }: Expected, found: Found): Finding[] {
  const findings: Finding[] = [];
  const rows = new Map(found.inquiries.map((row) => [row.id, row]));
  const called = Map.groupBy(found.calls, ({ inquiryId }) => inquiryId);
  for (const [id, { statuses, outcomes }] of inquiries) {
    const row = rows.get(id);
    if (!row || !statuses.includes(row.status))
      findings.push(wrong(`inquiry ${id} is ${row?.status} and not ${statuses.join(" or ")}`));
    const [outcome = null, ...others] = row?.outcomes ?? [];
    if (!outcomes.includes(outcome) || others.length > 0)
      findings.push(wrong(`inquiry ${id} says ${row?.outcomes.join()} and not ${outcomes.join(" or ")}`));
    const { least, most } = calls.get(id) ?? { least: 0, most: 0 };
    const count = called.get(id)?.length ?? 0;
    if (count < least || count > most) findings.push(wrong(`inquiry ${id} has ${count} calls`));
    const isOpen = row?.status === "sent";
    if (!isOpen && called.get(id)?.some(({ status }) => status === "planned"))
      findings.push(wrong(`inquiry ${id} is over and is still called`));
  }
  for (const { id, wasSent } of found.inquiries)
    if (wasSent && !inquiries.has(id)) findings.push(wrong(`inquiry ${id} was sent and never approved`));
  return findings;
}

function judgePlacements({ placements, searches }: Expected, found: Found): Finding[] {
  const findings: Finding[] = [];
  const rows = Map.groupBy(found.placements, ({ inquiryId }) => inquiryId);
  for (const [inquiryId, { status, endReason }] of placements) {
    const [row, ...others] = rows.get(inquiryId) ?? [];
    if (row?.status !== status || row.endReason !== endReason || others.length > 0)
      findings.push(wrong(`the place of inquiry ${inquiryId} is ${row?.status} (${row?.endReason})`));
  }
  for (const inquiryId of rows.keys())
    if (!placements.has(inquiryId)) findings.push(wrong(`nobody accepted anyone in inquiry ${inquiryId}`));
  const statuses = new Map(found.searches.map(({ id, status }) => [id, status]));
  for (const [id, status] of searches)
    if (statuses.get(id) !== status)
      findings.push(wrong(`search ${id} is ${statuses.get(id)} and not ${status}`));
  return findings;
}
