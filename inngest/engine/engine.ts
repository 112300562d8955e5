import type { AppClient } from "./app-client";
import type { EngineClock } from "./clock";
import type { Database } from "./database";
import type { Queue } from "./queue";
import type { Registry } from "./registry";
import type { Settings } from "./settings";

/** What the parts of one running engine share. */
export type Engine = {
  settings: Settings;
  db: Database;
  queue: Queue;
  clock: EngineClock;
  registry: Registry;
  app: AppClient;
  /** Tells the worker that there may be something in the queue, so that it need not wait for its next poll. */
  nudge: () => void;
  stopping: boolean;
};
