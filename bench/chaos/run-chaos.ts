import { currentTime } from "@/lib/core/clock";
import { systemContext } from "@/lib/core/context";
import { approveAllProposals } from "@/lib/domain/inquiries/approve-all-proposals";
import { updateSettings } from "@/lib/domain/settings/settings";
import { doorByPage } from "./by-page";
import { doorByVerb } from "./by-verb";
import { expectedFrom } from "./expected-from";
import { findOutcome } from "./find-outcome";
import { mailLog } from "./mail-log";
import { type People, createPeople } from "./people";
import { prepareStories } from "./prepare";
import { type ProgramOptions, type Programs, startPrograms } from "./programs";
import { type Story, phaseDays, sendingIn } from "./story";
import { untilRest } from "./until-rest";
import { type Finding, type Verdict, judge } from "./verdict";

export type ChaosOptions = ProgramOptions & { inquiries: number; seconds: number };
export type ChaosResult = Verdict & {
  inquiries: number;
  kills: number;
  seconds: number;
  findings: Finding[];
  /** How many rows the verdict looked for, so that nobody takes an empty one for a good one. */
  checked: Record<string, number | Record<string, number>>;
};

const dayMs = 24 * 60 * 60 * 1000;
const ctx = () => systemContext("chaos");
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends inquiries, lets practices and patients answer each in their manner, and all the while kills engine, web server,
 * mail server and mailbox at random moments; then lets the weeks pass until every inquiry has ended, with more kills,
 * and compares what came of it, row by row, with what their answers imply.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const startedAt = Date.now();
  const programs = await startPrograms(options);
  try {
    await updateSettings(ctx(), {
      quietHours: false,
      sendDelaySeconds: 0,
      // All practices are at one domain, which would take many days otherwise.
      dailyMailsPerDomain: 10_000,
      // People follow into freed positions by themselves otherwise, and nobody's state follows from the answers alone.
      offerNextPatient: false,
    });
    const phaseStarts = [currentTime()];
    const stories = await prepareStories(options.inquiries);
    const door = options.web === "server" ? doorByPage(programs.webUrl) : doorByVerb();
    const people = createPeople({
      stories,
      door,
      mailbox: programs.mailbox,
      readMails: mailLog(programs.mailLog),
      phase: () => phaseStarts.length - 1,
    });
    await approveAllProposals(ctx());
    const kills: string[] = [];
    await wreakHavoc(programs, options.seconds, people, kills);
    await untilRest(programs, people);
    for (let phase = 1; phase < phaseDays.length; phase++) {
      const leapMs = (phaseDays[phase]! - phaseDays[phase - 1]!) * dayMs;
      phaseStarts.push(new Date(currentTime().getTime() + leapMs));
      await programs.advance(leapMs);
      await wreakHavoc(programs, Math.min(options.seconds / 4, 20), people, kills);
      await untilRest(programs, people);
    }
    const compared = await compare(stories, people, { phaseStarts, complaints: door.complaints });
    const killsOfEach = programs.programs.map(({ name }) => [
      name,
      kills.filter((each) => each === name).length,
    ]);
    return {
      inquiries: stories.length,
      kills: kills.length,
      ...compared,
      checked: { ...compared.checked, killsOfEach: Object.fromEntries(killsOfEach) },
      seconds: Math.round((Date.now() - startedAt) / 1000),
    };
  } finally {
    await programs.stop();
  }
}

type Compared = Pick<ChaosResult, keyof Verdict | "findings" | "checked">;

/** What is, beside what has to be; whoever still could not do what they wanted counts too. */
async function compare(
  stories: readonly Story[],
  people: People,
  { phaseStarts, complaints }: { phaseStarts: readonly Date[]; complaints: readonly string[] },
): Promise<Compared> {
  const found = await findOutcome(ctx(), { phaseStarts, messageIds: people.letters() });
  const expected = expectedFrom(stories, people.memory(), sendingIn(found));
  const verdict = judge(expected, found, people.arrivals);
  const refused = Array.from({ length: people.pending() }, () => "somebody could not answer to the end");
  const more = [...complaints, ...refused].map((what): Finding => ({ kind: "wrongState", what }));
  return {
    ...verdict,
    wrongState: verdict.wrongState + more.length,
    findings: [...verdict.findings, ...more],
    checked: {
      mails: expected.mails.size,
      arrivals: people.arrivals.length,
      letters: expected.letters.size,
      calls: found.calls.length,
      tasks: found.tasks.length,
      places: expected.placements.size,
    },
  };
}

/** Kills one program after the other at random moments and starts it again after a random while; people act meanwhile. */
async function wreakHavoc(
  { programs }: Programs,
  seconds: number,
  people: People,
  kills: string[],
): Promise<void> {
  const until = Date.now() + seconds * 1000;
  const acting = (async () => {
    for (; Date.now() < until; await pause(100)) await people.act();
  })();
  while (Date.now() < until) {
    const victim = programs[Math.floor(Math.random() * programs.length)]!;
    await pause(Math.random() * 1500);
    await victim.kill();
    kills.push(victim.name);
    await pause(Math.random() * 800);
    await victim.start();
  }
  await acting;
}
