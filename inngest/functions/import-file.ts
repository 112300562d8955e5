import { failImport, finishImport, importChunk, startImport } from "@/lib/domain/directory/run-import";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Takes an uploaded directory file into the registry, a hundred records a step, so that it goes on where it stopped. */
export const importFile = inngest.createFunction(
  {
    id: "import-file",
    triggers: [{ event: "directory/import.requested" }],
    concurrency: { limit: 1 },
    retries: 5,
    onFailure: async ({ event, step }) => {
      const importId: string = event.data.event.data.importId;
      await step.run("fail", () => runVerb("import-file", (ctx) => failImport(ctx, importId)));
    },
  },
  async ({ event, step }) => {
    const importId: string = event.data.importId;
    const { chunks } = await step.run("start", () =>
      runVerb("import-file", (ctx) => startImport(ctx, importId)),
    );
    for (let chunk = 0; chunk < chunks; chunk++) {
      await step.run(`import-${chunk}`, () =>
        runVerb("import-file", (ctx) => importChunk(ctx, importId, chunk)),
      );
    }
    return step.run("finish", () => runVerb("import-file", (ctx) => finishImport(ctx, importId)));
  },
);
