import { systemContext } from "@/lib/core/context";
import { receiveMails } from "@/lib/domain/inbox/receive-mails";

/** Reads the mailbox to its end, for a test that kills this program in the middle. */
while ((await receiveMails(systemContext("test"))).more);
process.exit(0);
