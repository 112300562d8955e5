import { log } from "./log";

/** Whether the application is there. While it is not, nothing is sent to it and no attempt is counted. */
export type AppGate = {
  isUp: () => boolean;
  whenUp: () => Promise<void>;
  reportPresence: () => void;
  reportAbsence: (reason: string) => void;
  /** Resolves at the next absence. */
  nextAbsence: () => Promise<void>;
};

/** A gate that is closed until the application has answered once. */
export function createAppGate(): AppGate {
  let up = false;
  let presence = Promise.withResolvers<void>();
  let absence = Promise.withResolvers<void>();
  return {
    isUp: () => up,
    whenUp: () => presence.promise,
    nextAbsence: () => absence.promise,
    reportPresence: () => {
      if (!up) log("info", "the application answers");
      up = true;
      presence.resolve();
    },
    reportAbsence: (reason) => {
      if (!up) return;
      up = false;
      log("warn", "the application does not answer; its runs wait", { reason });
      presence = Promise.withResolvers<void>();
      absence.resolve();
      absence = Promise.withResolvers<void>();
    },
  };
}
