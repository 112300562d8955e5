/** Prints fresh secrets as lines for the file .env. Runs on any Node, with nothing installed. */
import { randomBytes } from "node:crypto";

const hex = () => randomBytes(32).toString("hex");
const keyId = `k${new Date().toISOString().slice(0, 10).replaceAll("-", "")}`;

console.log(`POSTGRES_PASSWORD=${hex()}
ENCRYPTION_KEYS=${keyId}:${randomBytes(32).toString("base64")}
BLIND_INDEX_KEY=${hex()}
NEXTAUTH_SECRET=${hex()}
INNGEST_EVENT_KEY=${hex()}
INNGEST_SIGNING_KEY=${hex()}`);
