import { closeDatabase } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { rotateKeys } from "@/lib/domain/privacy/rotate-keys";
import { useLocalEnvironment } from "./local-environment";

/** `npm run rotate-keys`: encrypts everything anew with the first key of ENCRYPTION_KEYS. */
try {
  useLocalEnvironment();
  console.log(`${await rotateKeys(systemContext("rotate-keys"))} values encrypted anew`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
