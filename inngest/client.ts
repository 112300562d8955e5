import { Inngest } from "inngest";

/**
 * Sends events and serves the functions; where to, is decided by INNGEST_BASE_URL and its keys. Without checkpointing a
 * step's result is stored before the next step runs, on a real server as on the embedded engine.
 */
export const inngest = new Inngest({ id: "lotse", checkpointing: false });
