import { basename } from "node:path";
import { text, texts } from "./command-line/options";
import { optionsOf } from "./command-line/read-options";
import { UsageError, tellProblem } from "./command-line/usage-error";
import { readNamedFile } from "./files/read-file";
import { readNamedPatients } from "./files/read-patients";
import { answerInquiries } from "./journey/answer-inquiries";
import { importTherapists } from "./journey/import-therapists";
import { matchAndApprove } from "./journey/match-and-approve";
import { registerPatients } from "./journey/register-patients";
import { type World, startWorld } from "./journey/world";
import { say } from "./start/say";

const samples = {
  therapists: ["aachen", "koeln", "dueren"].map((place) => `samples/arztsuche-${place}.json`),
  patients: "samples/patients.json",
};

/**
 * `npm run journey -- --therapists FILE... --patients FILE`: the whole way of many patients in a fresh database, through
 * the same verbs and workflows as the web, and at the end one line of JSON that says what happened.
 */
const options = optionsOf({
  call: "npm run journey",
  about:
    "Takes a fresh database through everything: import, registration, matching, approval, mails, answers,\n" +
    "settlement. The last line on standard output is a summary as JSON.",
  options: {
    therapists: texts("FILE", "captures of a directory (the samples)"),
    patients: text("FILE", `the list of patients (${samples.patients})`),
  },
});

async function main(): Promise<void> {
  const files = readFiles();
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

type Files = ReturnType<typeof readFiles>;

/** Before anything is started, so that a file that cannot be used is told at once. */
function readFiles() {
  const therapists = options.therapists.length > 0 ? options.therapists : samples.therapists;
  const { patients, refused } = readNamedPatients(options.patients ?? samples.patients);
  if (refused[0]) throw new UsageError(refused[0]);
  return {
    captures: therapists.map((file) => ({ fileName: basename(file), text: readNamedFile(file) })),
    entries: patients.map(({ entry }) => entry),
  };
}

async function travel(world: World, { captures, entries }: Files) {
  say("Therapists: reading, importing, releasing …");
  const therapists = await importTherapists(world, captures);
  say("Patients: registering, confirming by the mailed link …");
  const patients = await registerPatients(world, entries);
  say("Matching, approving, sending …");
  const { pairs, inquiries } = await matchAndApprove(world);
  say("Answering by the mailed links, settling …");
  const { mails, answers, placed, conflicts } = await answerInquiries(world);
  return { therapists, patients, pairs, inquiries, mails, answers, placed, conflicts };
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    tellProblem(error);
    process.exit();
  },
);
