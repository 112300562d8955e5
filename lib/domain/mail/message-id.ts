import { env } from "@/lib/env";

/** Deterministic: a mail that is offered a second time can be recognised, and its answers find back to it. */
export const messageId = (mailId: string) => `<${mailId}@${new URL(env().APP_URL).hostname}>`;
