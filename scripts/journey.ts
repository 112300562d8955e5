import { parseArgs } from "node:util";
import { answerInquiries } from "./journey/answer-inquiries";
import { importTherapists } from "./journey/import-therapists";
import { matchAndApprove } from "./journey/match-and-approve";
import { readNamedFile } from "./journey/read-file";
import { registerPatients } from "./journey/register-patients";
import { type World, startWorld } from "./journey/world";
import { Problem } from "./start/problem";
import { say } from "./start/say";

/**
 * `npm run journey -- --therapists FILE... --patients FILE`: the whole way of many patients in a fresh database, through
 * the same verbs and workflows as the web, and at the end one line of JSON that says what happened.
 */
async function main(): Promise<void> {
  const files = readArguments(process.argv.slice(2));
  // A name that was mistyped is told before everything is started.
  for (const file of [...files.therapists, files.patients]) readNamedFile(file);
  const startedAt = performance.now();
  const world = await startWorld();
  try {
    const result = await travel(world, files);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    console.log(JSON.stringify({ ...result, seconds }));
  } finally {
    await world.stop();
  }
}

async function travel(world: World, files: Files) {
  say("Therapists: reading, importing, releasing …");
  const therapists = await importTherapists(world, files.therapists);
  say("Patients: registering, confirming by the mailed link …");
  const patients = await registerPatients(world, files.patients);
  say("Matching, approving, sending …");
  const { pairs, inquiries } = await matchAndApprove(world);
  say("Answering by the mailed links, settling …");
  const { mails, answers, placed, conflicts } = await answerInquiries(world);
  return { therapists, patients, pairs, inquiries, mails, answers, placed, conflicts };
}

type Files = { therapists: string[]; patients: string };

function readArguments(args: string[]): Files {
  const usage = "Use: npm run journey -- --therapists FILE... --patients FILE";
  // `--therapists a.json b.json` names several files; parseArgs knows only one value per flag.
  const spread = args.flatMap((arg, i) =>
    arg.startsWith("--") || args[i - 1]?.startsWith("--") ? [arg] : [flagBefore(args, i), arg],
  );
  try {
    const { values } = parseArgs({
      args: spread,
      options: { therapists: { type: "string", multiple: true }, patients: { type: "string" } },
    });
    return {
      therapists:
        values.therapists ?? ["aachen", "koeln", "dueren"].map((place) => `samples/arztsuche-${place}.json`),
      patients: values.patients ?? "samples/patients.json",
    };
  } catch {
    throw new Problem(usage);
  }
}

function flagBefore(args: string[], position: number): string {
  return args.slice(0, position).findLast((arg) => arg.startsWith("--")) ?? "--unknown";
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Problem ? error.message : error);
    process.exit(1);
  },
);
