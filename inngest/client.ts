import { Inngest } from "inngest";

/** Sends events and serves the functions; where to, is decided by INNGEST_BASE_URL and its keys. */
export const inngest = new Inngest({ id: "lotse" });
